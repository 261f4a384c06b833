import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type PaymentChange, type PaymentId, type PaymentState, STATES_BY_WEIGHT } from '../payment.ts';
import type { NextStep, Snapshot } from '../provider.ts';
import { PAYMENT_COLUMNS, type PaymentRow, paymentOf } from './payments.ts';
import { instant, toJson } from './values.ts';

const WEIGHTS = `array['${STATES_BY_WEIGHT.join("', '")}']`;

/** `a` is weightier than `b`: each a column or a quoted state. */
export function outweighs(a: string, b: string) {
  return sql.raw<boolean>(`array_position(${WEIGHTS}, ${a}) > array_position(${WEIGHTS}, ${b})`);
}

/** What was before beside what is now: PostgreSQL locks, joins and compares in one statement. */
export const BEFORE = sql`old.state as state_before, old.authorized_minor as authorized_before,
  old.captured_minor as captured_before, old.refunded_minor as refunded_before, old.fee_minor as fee_before`;

/**
 * Joins a snapshot to its payment, answers the operation it came of, and keeps a movement of each total that grew.
 * Nothing when the payment has another currency or another reference.
 */
export async function writeSnapshot(
  tx: Tx,
  input: {
    readonly paymentId: PaymentId;
    readonly operationId: Id<'payment_operation'> | undefined;
    readonly snapshot: Snapshot;
    readonly next: NextStep | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<PaymentChange | undefined> {
  const { paymentId, operationId, snapshot, next, now } = input;
  const { rows } = await sql<ChangeRow>`
    with answered as (
      update payments.operation set state = 'done', answered_at = ${instant(now)},
        request = case when kind = 'begin' then null else request end,
        answer = ${toJson({ state: snapshot.state })}::jsonb
      where id = ${operationId ?? null}::uuid and state = 'pending'
    ), told as (
      select ${snapshot.state}::text as state, ${next === undefined ? null : toJson(next)}::jsonb as next,
        ${snapshot.decline?.kind ?? null}::text as decline_kind, ${snapshot.decline?.code ?? null}::text as decline_code
    ), changed as (
      update payments.payment set
        reference = ${snapshot.reference}, updated_at = ${instant(now)},
        state = case when ${outweighs('told.state', 'payment.state')} then told.state else payment.state end,
        authorized_minor = greatest(authorized_minor, ${snapshot.authorizedMinor}),
        captured_minor = greatest(captured_minor, ${snapshot.capturedMinor}),
        refunded_minor = greatest(refunded_minor, ${snapshot.refundedMinor}),
        fee_minor = greatest(fee_minor, ${snapshot.feeMinor ?? 0n}),
        decline_kind = case when ${outweighs('told.state', "'failed'")} then null
          else coalesce(told.decline_kind, payment.decline_kind) end,
        decline_code = case when ${outweighs('told.state', "'failed'")} then null
          else coalesce(told.decline_code, payment.decline_code) end,
        means = coalesce(${snapshot.means === undefined ? null : toJson(snapshot.means)}::jsonb, means),
        next = case when ${outweighs('told.state', "'processing'")} then null
          else coalesce(told.next, payment.next) end
      from told
      where id = ${paymentId} and currency = ${snapshot.currency}
        and coalesce(reference, ${snapshot.reference}) = ${snapshot.reference}
      returning ${PAYMENT_COLUMNS}, ${BEFORE}
    ), moved as (
      insert into payments.movement (payment_id, kind, currency, amount_minor, at)
      select id, moved.kind, currency, moved.amount_minor, ${instant(now)}
      from changed, lateral (values ('capture', captured_minor - captured_before),
        ('refund', refunded_minor - refunded_before), ('fee', fee_minor - fee_before)) as moved (kind, amount_minor)
      where moved.amount_minor > 0
    )
    select * from changed`.execute(tx);
  return rows.map(changeOf)[0];
}

export type ChangeRow = PaymentRow & {
  state_before: PaymentState;
  authorized_before: bigint;
  captured_before: bigint;
  refunded_before: bigint;
  fee_before: bigint;
};

export function changeOf(row: ChangeRow): PaymentChange {
  const { state, state_before: stateBefore } = row;
  return {
    payment: paymentOf(row),
    stateBefore,
    newlyAuthorizedMinor: row.authorized_minor - row.authorized_before,
    newlyCapturedMinor: row.captured_minor - row.captured_before,
    newlyRefundedMinor: row.refunded_minor - row.refunded_before,
    newlyFeeMinor: row.fee_minor - row.fee_before,
    newlyDisputedMinor: 0n,
    isNewlyVoided: state === 'voided' && stateBefore !== 'voided',
    isNewlyFailed: state === 'failed' && stateBefore !== 'failed',
  };
}
