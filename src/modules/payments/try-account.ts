import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { type AccountRefusal, credentialsFrom, readAccount, type SentCredentials } from './accounts.ts';
import { openProvider, type ProvidersOptions } from './open-providers.ts';
import { type CheckRefusal, type ProviderName, ProviderUnreachable, type Reached } from './provider.ts';
import { NEEDS_NO_ACCOUNT } from './providers-set-up.ts';

/** What came of asking a provider: it answered, it refused, or nobody did. */
export type AccountTrial = Answered & { readonly milliseconds: number };

type Answered =
  | ({ readonly outcome: 'reached' } & Reached)
  | ({ readonly outcome: CheckRefusal['code'] } & Pick<CheckRefusal, 'message' | 'field'>)
  | { readonly outcome: 'unreachable'; readonly message: string };

/** Longer than any provider takes for so little, shorter than a person waits. */
const LIMIT_MS = 10_000;

/**
 * Asks a provider something harmless with the credentials that are kept, or with those that somebody typed and did not
 * save. Nothing is written, here or there.
 */
export async function tryAccount(
  options: ProvidersOptions & { readonly limitMs?: number },
  input: { readonly provider: ProviderName; readonly sent?: Omit<SentCredentials, 'provider'> | undefined },
): Promise<Result<AccountTrial, AccountRefusal | Refusal<'not_set_up'>>> {
  const { provider: name, sent } = input;
  const credentials = sent
    ? await credentialsFrom(options, { ...sent, provider: name })
    : await kept(options, name);
  if (!credentials.ok) return credentials;
  const provider = await openProvider(options, name, credentials.value);
  const began = performance.now();
  const answered = await answerOf(() => within(options.limitMs ?? LIMIT_MS, name, provider.check()));
  return ok({ ...answered, milliseconds: Math.round(performance.now() - began) });
}

async function answerOf(ask: () => Promise<Result<Reached, CheckRefusal>>): Promise<Answered> {
  try {
    const checked = await ask();
    if (checked.ok) return { outcome: 'reached', ...checked.value };
    const { code, ...about } = checked.refusal;
    return { outcome: code, ...about };
  } catch (error) {
    // That it cannot be reached is the answer here: nothing depends on it that would have to be tried again.
    if (error instanceof ProviderUnreachable) return { outcome: 'unreachable', message: error.message };
    throw error;
  }
}

async function kept(
  { db, secrets }: ProvidersOptions,
  name: ProviderName,
): Promise<Result<unknown, Refusal<'not_set_up'>>> {
  if (NEEDS_NO_ACCOUNT.has(name)) return ok({});
  const account = await readAccount(db, name);
  return account === undefined
    ? refuse('not_set_up', `${name} has no account yet: type its credentials`, 'provider')
    : ok(JSON.parse(secrets.open(account.sealed)));
}

async function within<Value>(limitMs: number, name: ProviderName, answer: Promise<Value>): Promise<Value> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new ProviderUnreachable(name, `no answer within ${limitMs / 1000} s`)),
    limitMs,
  );
  // What is answered later is of no use any more, and no failure of anything either.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}
