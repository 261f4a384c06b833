import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/index.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { instant } from '../../store/values.ts';
import type { Answered } from './client.ts';

export type SentCall = {
  readonly idempotencyKey: string;
  readonly paymentId: string;
  readonly kind: 'authorize' | 'capture' | 'refund' | 'cancel';
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly isAnswered: boolean;
  readonly sentAt: Temporal.Instant;
};

/** So long Payment Queries may not know of what was done ("up to 60 seconds"), and a little more. */
export const QUERY_DELAY_SECONDS = 75;

export type CallDeps = {
  readonly db: Db;
  readonly now: () => Temporal.Instant;
  readonly queryDelaySeconds: number;
};

/**
 * Makes a call that Worldpay would carry out twice if it came twice: it has no idempotency keys. The call is written down
 * before it is sent. One that was answered is not made again; one whose answer was lost is looked for at Worldpay first,
 * and made again only when Worldpay would know of it by now and does not.
 *
 * @returns nothing when it was made before
 * @throws ProviderUnreachable while nobody can know whether it had its effect
 */
export async function callOnce(
  deps: CallDeps,
  call: Omit<SentCall, 'isAnswered' | 'sentAt'>,
  does: { readonly isKnown: () => Promise<boolean>; readonly send: () => Promise<Answered> },
): Promise<Answered | undefined> {
  const { db, now, queryDelaySeconds } = deps;
  if (!(await insertCall(db, call, now()))) {
    const earlier = await readCall(db, call.idempotencyKey);
    if (earlier === undefined) throw new ProviderUnreachable('worldpay', 'the same call was just refused');
    if (earlier.isAnswered) return undefined;
    if (await does.isKnown()) {
      await answerCall(db, call.idempotencyKey, now());
      return undefined;
    }
    const knownBy = earlier.sentAt.add({ seconds: queryDelaySeconds });
    const isDue = Temporal.Instant.compare(knownBy, now()) <= 0;
    if (!isDue || !(await resendCall(db, earlier, now()))) {
      throw new ProviderUnreachable('worldpay', 'what came of the call before cannot be known yet');
    }
  }
  const answered = await does.send();
  // A refusal had no effect: the same may be asked again when things have changed.
  if (answered.status >= 400) await removeCall(db, call.idempotencyKey);
  else await answerCall(db, call.idempotencyKey, now());
  return answered;
}

/** The calls of a payment, the first first. */
export async function readCalls(db: Db, paymentId: string): Promise<SentCall[]> {
  const { rows } = await sql<CallRow>`
    select ${COLUMNS} from payments.worldpay_call where payment_id = ${paymentId}::uuid
    order by sent_at`.execute(db);
  return rows.map(callOf);
}

/** Whose money was moved in a span, as far as it was by us. */
export async function readMoved(
  db: Db,
  span: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<string[]> {
  const { rows } = await sql<{ payment_id: string }>`
    select distinct payment_id from payments.worldpay_call
    where answered_at >= ${instant(span.from)} and answered_at < ${instant(span.until)}
    order by payment_id`.execute(db);
  return rows.map(({ payment_id }) => payment_id);
}

async function insertCall(
  db: Db,
  { idempotencyKey, paymentId, kind, reference, amountMinor }: Omit<SentCall, 'isAnswered' | 'sentAt'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into payments.worldpay_call (idempotency_key, payment_id, kind, reference, amount_minor, sent_at)
    values (${idempotencyKey}, ${paymentId}::uuid, ${kind}, ${reference}, ${amountMinor}, ${instant(now)})
    on conflict do nothing returning kind`.execute(db);
  return rows.length > 0;
}

async function readCall(db: Db, key: string): Promise<SentCall | undefined> {
  const { rows } = await sql<CallRow>`
    select ${COLUMNS} from payments.worldpay_call where idempotency_key = ${key}`.execute(db);
  return rows.map(callOf)[0];
}

async function answerCall(db: Db, key: string, now: Temporal.Instant): Promise<void> {
  await sql`
    update payments.worldpay_call set answered_at = ${instant(now)}
    where idempotency_key = ${key} and answered_at is null`.execute(db);
}

/** One of several who would send it again does. */
async function resendCall(
  db: Db,
  { idempotencyKey, sentAt }: SentCall,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update payments.worldpay_call set sent_at = ${instant(now)}
    where idempotency_key = ${idempotencyKey} and answered_at is null and sent_at = ${instant(sentAt)}
    returning kind`.execute(db);
  return rows.length > 0;
}

async function removeCall(db: Db, key: string): Promise<void> {
  await sql`
    delete from payments.worldpay_call where idempotency_key = ${key} and answered_at is null`.execute(db);
}

const COLUMNS = sql`idempotency_key, payment_id, kind, reference, amount_minor, sent_at, answered_at`;

type CallRow = {
  idempotency_key: string;
  payment_id: string;
  kind: SentCall['kind'];
  reference: string;
  amount_minor: bigint;
  sent_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
};

function callOf(row: CallRow): SentCall {
  return {
    idempotencyKey: row.idempotency_key,
    paymentId: row.payment_id,
    kind: row.kind,
    reference: row.reference,
    amountMinor: row.amount_minor,
    isAnswered: row.answered_at !== null,
    sentAt: row.sent_at,
  };
}
