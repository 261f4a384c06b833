import ipaddr from 'ipaddr.js';
import { sql } from 'kysely';
import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import {
  type AttemptCount,
  type AttemptRefusal,
  type AttemptScope,
  judgeAttempt,
  windowMinutesOf,
} from './attempt-limits.ts';
import type { PaymentChange, PaymentId, PaymentState } from './payment.ts';
import { instant } from './store/values.ts';

/** An attempt that may be made; to be ended with what came of it, or it counts as not having succeeded. */
export type Attempt = {
  readonly isChallengeRequired: boolean;
  readonly counted: readonly { readonly scope: AttemptScope; readonly key: string }[];
};

/**
 * Counts an attempt to pay and says whether it may be made. On its own, before the order's transaction: one statement
 * that locks a counter for no longer than it takes, without a flush to disk, so that a thousand attempts at once are
 * counted one by one.
 */
export async function mayAttempt(
  db: Db,
  input: {
    readonly ip: string;
    readonly cartId: string;
    readonly customerId?: string | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Attempt, AttemptRefusal>> {
  const { now } = input;
  const counted = scopesOf(input);
  const { rows } = await sql<AttemptCount & { scope: AttemptScope }>`
    insert into payments.attempt_count as kept (scope, key, since, asked)
    select scope, key, ${instant(now)}, 1
    from unnest(${counted.map(({ scope }) => scope)}::text[], ${counted.map(({ key }) => key)}::text[])
      as given (scope, key)
    order by scope, key
    on conflict (scope, key) do update set
      since = case when ${isOver(now)} then excluded.since else kept.since end,
      asked = case when ${isOver(now)} then 1 else kept.asked + 1 end,
      succeeded = case when ${isOver(now)} then 0 else kept.succeeded end,
      declined = case when ${isOver(now)} then 0 else kept.declined end
    returning scope, asked, succeeded, declined`.execute(db);
  const counts = new Map(rows.map((row): [AttemptScope, AttemptCount] => [row.scope, row]));
  const { isRefused, isChallengeRequired } = judgeAttempt(counts);
  if (isRefused) {
    // It reaches nobody. Of forty clicks on one button all but the first few come here: they shut nobody out.
    await addTo(db, counted, { asked: -1 });
    return refuse('too_many_attempts', 'too many attempts to pay: try again in an hour');
  }
  return ok({ isChallengeRequired, counted });
}

/** What came of an attempt: successes are taken out of the count, declines weigh towards a challenge. */
export async function endAttempt(
  db: Db,
  { attempt, outcome }: { readonly attempt: Attempt; readonly outcome: 'succeeded' | 'declined' },
): Promise<void> {
  await addTo(db, attempt.counted, outcome === 'succeeded' ? { succeeded: 1 } : { declined: 1 });
}

/**
 * Counters are locked in the order of their key, as `mayAttempt` does, and found by it: a row's place (ctid) is another
 * one after somebody else has written it meanwhile.
 */
async function addTo(
  db: Db,
  counted: Attempt['counted'],
  { asked = 0, succeeded = 0, declined = 0 }: Partial<AttemptCount>,
): Promise<void> {
  await sql`
    update payments.attempt_count set asked = greatest(asked + ${asked}::int, 0),
      succeeded = succeeded + ${succeeded}::int, declined = declined + ${declined}::int
    from (
      select scope, key from payments.attempt_count
      where (scope, key) in (select * from unnest(
        ${counted.map(({ scope }) => scope)}::text[], ${counted.map(({ key }) => key)}::text[]))
      order by scope, key for update
    ) as locked where (attempt_count.scope, attempt_count.key) = (locked.scope, locked.key)`.execute(db);
}

/**
 * Ends an attempt with what its payment has come to. As long as that is open (a page, a challenge, no answer) it is kept
 * with the payment, to be ended by `endKeptAttempt`.
 */
export async function noteAttempt(
  db: Db,
  input: { readonly attempt: Attempt; readonly paymentId: PaymentId; readonly state: PaymentState },
): Promise<void> {
  const { attempt, paymentId, state } = input;
  const outcome = outcomeOf(state);
  if (outcome !== undefined) return endAttempt(db, { attempt, outcome });
  const counted = JSON.stringify(attempt.counted);
  await sql`update payments.payment set counted = ${counted}::jsonb where id = ${paymentId}`.execute(db);
}

/** Ends the attempt that was kept with a payment, if this change is what came of it. After the transaction. */
export async function endKeptAttempt(db: Db, { payment, stateBefore }: PaymentChange): Promise<void> {
  const outcome = outcomeOf(payment.state);
  if (outcome === undefined || outcomeOf(stateBefore) === outcome) return;
  const { rows } = await sql<{ counted: Attempt['counted'] | null }>`
    select counted from payments.payment where id = ${payment.id}`.execute(db);
  const counted = rows[0]?.counted;
  if (counted) await endAttempt(db, { attempt: { isChallengeRequired: false, counted }, outcome });
}

function outcomeOf(state: PaymentState): 'succeeded' | 'declined' | undefined {
  if (state === 'failed') return 'declined';
  const isGood = state === 'authorized' || state === 'partly_captured' || state === 'captured';
  return isGood ? 'succeeded' : undefined;
}

/** Takes away counters whose window is long over: for a daily job. */
export async function forgetAttempts(
  db: Db,
  { before }: { readonly before: Temporal.Instant },
): Promise<void> {
  await sql`delete from payments.attempt_count where since < ${instant(before)}`.execute(db);
}

function isOver(now: Temporal.Instant) {
  const minutes = sql`case kept.scope when 'shop' then ${windowMinutesOf('shop')}::int
    when 'ip' then ${windowMinutesOf('ip')}::int when 'cart' then ${windowMinutesOf('cart')}::int
    else ${windowMinutesOf('customer')}::int end`;
  return sql`kept.since < ${instant(now)} - make_interval(mins => ${minutes})`;
}

function scopesOf(input: Parameters<typeof mayAttempt>[1]): Attempt['counted'] {
  const { ip, cartId, customerId } = input;
  return [
    { scope: 'ip', key: networkOf(ip) },
    { scope: 'cart', key: cartId },
    ...(customerId === undefined ? [] : [{ scope: 'customer' as const, key: customerId }]),
    { scope: 'shop', key: '' },
  ];
}

/** Whoever has an IPv6 address has 2^64 of them: the first half of it says whose they are. */
function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
