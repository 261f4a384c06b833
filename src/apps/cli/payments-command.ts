import { toDecimal } from '../../kernel/index.ts';
import {
  type Difference,
  openProviders,
  type PaymentDeps,
  type ProviderName,
  pciScope,
  readAllMethods,
  readProviderNames,
  reconcile,
  recordBook,
} from '../../modules/payments/index.ts';
import type { CommandContext } from './command.ts';

const USAGE = 'usage: institor payments reconcile [--day 2026-11-26] [--provider stripe]\n';
const NAMES: readonly ProviderName[] = ['stripe', 'paypal', 'worldpay', 'test'];

/**
 * Compares a day of each provider's book with ours, yesterday unless another is named, and prints every difference.
 * Exit code 1: there are some.
 */
export async function reconcileCommand(
  context: Pick<CommandContext, 'out'> & { readonly open: () => Promise<Opened> },
  args: readonly string[],
  now = Temporal.Now.instant(),
): Promise<number> {
  const wanted = optionsOf(args, now);
  if (wanted === undefined) {
    context.out.write(USAGE);
    return 2;
  }
  const { connection, secrets } = await context.open();
  const { db } = connection;
  const deps = { db, providers: openProviders({ db, secrets }) };
  const names = wanted.provider === undefined ? await withBooks(deps) : [wanted.provider];
  if (names.length === 0) context.out.write('No provider with a book is set up.\n');
  let count = 0;
  for (const provider of names) {
    const differences = await compareDay(deps, { provider, day: wanted.day, now });
    context.out.write(`${provider} ${wanted.day}: ${differences.length} differences\n`);
    for (const difference of differences) context.out.write(`  ${lineOf(difference)}\n`);
    count += differences.length;
  }
  return count === 0 ? 0 : 1;
}

/** The ways to pay: where card data goes in each, and what the merchant attests for it. */
export async function paymentsCommand(
  context: Pick<CommandContext, 'out'> & { readonly open: () => Promise<Pick<Opened, 'connection'>> },
): Promise<number> {
  const methods = await readAllMethods((await context.open()).connection.db);
  if (methods.length === 0) context.out.write('No way to pay is set up.\n');
  for (const method of methods) {
    const { provider, mode, isActive, titles } = method;
    const { cardData, questionnaire, attestations } = pciScope(method);
    const title = [...titles.values()][0] ?? provider;
    context.out.write(`${title} (${provider}, ${mode}${isActive ? '' : ', switched off'})\n`);
    context.out.write(
      `  card data: ${cardData.replaceAll('_', ' ')}; ${questionnaire ?? 'no PCI DSS questionnaire'}\n`,
    );
    for (const { requirement, text } of attestations) context.out.write(`  ${requirement}: ${text}\n`);
  }
  return 0;
}

type Opened = Pick<Awaited<ReturnType<CommandContext['open']>>, 'connection' | 'secrets'>;

/** Payouts first: what only the book tells of is no difference. */
async function compareDay(deps: PaymentDeps, input: Parameters<typeof reconcile>[1]): Promise<Difference[]> {
  const from = input.day.toZonedDateTime('UTC').toInstant();
  await recordBook(deps, { ...input, from, until: from.add({ hours: 24 }) });
  return reconcile(deps, input);
}

async function withBooks({ db, providers }: PaymentDeps): Promise<ProviderName[]> {
  const opened = await Promise.all((await readProviderNames(db)).map((name) => providers.get(name)));
  return opened.flatMap((provider) => {
    const { hasPayouts = false, hasBook = hasPayouts } = provider?.features ?? {};
    return provider !== undefined && hasBook ? [provider.name] : [];
  });
}

function lineOf(difference: Difference): string {
  const { kind, about, currency, oursMinor, theirsMinor, transactionId, paymentId } = difference;
  const amount = (minor: bigint | undefined) =>
    minor === undefined ? 'nothing' : `${toDecimal({ minor, currency })} ${currency}`;
  const where = [paymentId, transactionId].filter((id) => id !== undefined).join(' ');
  return `${kind.padEnd(20)} ${about.padEnd(10)} here ${amount(oursMinor)}, there ${amount(theirsMinor)}  ${where}`;
}

function optionsOf(
  args: readonly string[],
  now: Temporal.Instant,
): { readonly day: Temporal.PlainDate; readonly provider: ProviderName | undefined } | undefined {
  let day = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  let provider: ProviderName | undefined;
  for (let index = 0; index < args.length; index += 2) {
    const [option, value = ''] = args.slice(index, index + 2);
    const named = option === '--day' ? dayOf(value) : undefined;
    const known = option === '--provider' ? NAMES.find((name) => name === value) : undefined;
    if (named === undefined && known === undefined) return undefined;
    day = named ?? day;
    provider = known ?? provider;
  }
  return { day, provider };
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
