import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/index.ts';
import type { DisputeSnapshot } from '../../provider.ts';
import { instant, toJson } from '../../store/values.ts';

/** A customer of the test world disputes a captured charge: the amount is taken until it is decided. */
export async function openTestDispute(
  db: Db,
  input: {
    readonly paymentId: string;
    readonly reference: string;
    readonly amountMinor: bigint;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { paymentId, reference, amountMinor, now } = input;
  const dispute = { reference, amountMinor, state: 'open', evidenceDueAt: now.add({ hours: 7 * 24 }) };
  await sql`
    with moved as (
      insert into payments.test_operation (idempotency_key, payment_id, kind, amount_minor, at)
      values (${reference}, ${paymentId}, 'dispute', ${amountMinor}, ${instant(now)})
    )
    update payments.test_charge set disputes = disputes || ${toJson([dispute])}::jsonb
    where payment_id = ${paymentId}`.execute(db);
}

/** Its bank decides: what was taken comes back, or does not. */
export async function closeTestDispute(
  db: Db,
  input: {
    readonly paymentId: string;
    readonly reference: string;
    readonly outcome: Exclude<DisputeSnapshot['state'], 'open'>;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { paymentId, reference, outcome, now } = input;
  await sql`
    with moved as (
      insert into payments.test_operation (idempotency_key, payment_id, kind, amount_minor, at)
      select ${`${reference}:${outcome}`}, payment_id, 'dispute_reversal', amount_minor, ${instant(now)}
      from payments.test_operation where idempotency_key = ${reference} and ${outcome} = 'won'
    )
    update payments.test_charge set disputes = (
      select jsonb_agg(case when dispute ->> 'reference' = ${reference}
        then dispute || jsonb_build_object('state', ${outcome}::text) else dispute end)
      from jsonb_array_elements(disputes) as dispute)
    where payment_id = ${paymentId}`.execute(db);
}
