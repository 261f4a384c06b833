import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { feePostings, payoutPostings, postAll, type Transaction } from '../../ledger/index.ts';
import type { ProviderName, ProviderTransaction } from '../provider.ts';
import type { PaymentDeps } from '../providers.ts';
import { instant } from '../store/values.ts';
import type { PayoutFact } from './compare.ts';
import { keepLines, type Span } from './store.ts';

const PAGE = 1_000;

/**
 * Reads the provider's book of a span, keeps its lines, and posts what only the book tells of: payouts to the bank, and
 * fees that belong to no payment. Reading a span again posts nothing again.
 *
 * @returns how many payouts are new
 */
export async function recordBook(
  deps: PaymentDeps,
  input: Span & { readonly provider: ProviderName; readonly now: Temporal.Instant },
): Promise<number> {
  const provider = await deps.providers.get(input.provider);
  if (provider === undefined || !provider.features.hasPayouts) return 0;
  let count = 0;
  for await (const lines of pages(provider.transactions(input))) {
    count += await deps.db.transaction().execute((tx) => recordLines(tx, input, lines));
  }
  return count;
}

async function recordLines(
  tx: Tx,
  { provider, now }: { readonly provider: ProviderName; readonly now: Temporal.Instant },
  lines: readonly ProviderTransaction[],
): Promise<number> {
  await keepLines(tx, provider, lines);
  const payouts = lines.filter(({ kind }) => kind === 'payout');
  const fees = lines.filter(({ kind }) => kind === 'fee');
  const isNew = await insertPayouts(tx, provider, payouts);
  await postAll(
    tx,
    [...payouts.map((line) => entryOf(provider, line)), ...fees.map((line) => entryOf(provider, line))].map(
      (entry) => ({ ...entry, now }),
    ),
  );
  await sql`
    update payments.provider_line set posted_at = ${instant(now)}
    where provider = ${provider} and id = any(${fees.map(({ id }) => id)}::text[]) and posted_at is null`.execute(
    tx,
  );
  return isNew;
}

function entryOf(provider: ProviderName, line: ProviderTransaction): Omit<Transaction, 'now'> {
  const { currency, amountMinor, feeMinor } = line;
  const moved = { currency, provider, amountMinor: -amountMinor };
  if (line.kind === 'payout') {
    return { kind: 'payout', reference: `${provider}:${referenceOf(line)}`, postings: payoutPostings(moved) };
  }
  const postings = feePostings({ ...moved, amountMinor: feeMinor - amountMinor });
  return { kind: 'fee', reference: `${provider}:${line.id}`, postings };
}

async function insertPayouts(
  tx: Tx,
  provider: ProviderName,
  payouts: readonly ProviderTransaction[],
): Promise<number> {
  const { rows } = await sql`
    insert into payments.payout (provider, reference, currency, amount_minor, paid_at)
    select ${provider}, given.* from unnest(
      ${payouts.map(referenceOf)}::text[], ${payouts.map(({ currency }) => currency)}::text[],
      ${payouts.map(({ amountMinor }) => -amountMinor)}::bigint[],
      ${payouts.map(({ at }) => at.toString())}::timestamptz[]) as given
    on conflict do nothing returning reference`.execute(tx);
  return rows.length;
}

export function referenceOf({ payoutReference, id }: ProviderTransaction): string {
  return payoutReference ?? id;
}

export async function* pages<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let page: Item[] = [];
  for await (const item of items) {
    page.push(item);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** What went out with a payout, line by line: for the drill-down from a bank statement to orders. */
export async function readPayoutLines(
  db: Db,
  input: { readonly provider: ProviderName; readonly reference: string },
) {
  const { rows } = await sql<PayoutLine>`
    select id, kind, payment_id as "paymentId", currency, amount_minor as "amountMinor", fee_minor as "feeMinor", at
    from payments.provider_line
    where provider = ${input.provider} and payout_reference = ${input.reference} and kind <> 'payout'
    order by at, id limit 10000`.execute(db);
  return rows;
}

export type PayoutLine = {
  readonly id: string;
  readonly kind: ProviderTransaction['kind'];
  readonly paymentId: string | null;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly at: Temporal.Instant;
};

/** The payouts that were recorded here, of a span. */
export async function readPayouts(
  db: Db,
  provider: ProviderName,
  span: Span,
): Promise<(PayoutFact & { readonly paidAt: Temporal.Instant })[]> {
  const { rows } = await sql<{
    reference: string;
    currency: CurrencyCode;
    amount_minor: bigint;
    paid_at: Temporal.Instant;
  }>`
    select reference, currency, amount_minor, paid_at from payments.payout
    where provider = ${provider} and paid_at >= ${instant(span.from)} and paid_at < ${instant(span.until)}
    order by paid_at, reference`.execute(db);
  return rows.map(({ reference, currency, amount_minor: amountMinor, paid_at: paidAt }) => ({
    ...{ reference, currency, amountMinor, paidAt },
  }));
}
