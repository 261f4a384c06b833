import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { CancelReason, Order, OrderEvent, OrderId } from '../order.ts';
import { type OrderFacts, stateOf } from '../state.ts';

export type OrderChange = {
  readonly facts: OrderFacts;
  readonly paidAt?: Temporal.Instant;
  readonly cancelled?: { readonly at: Temporal.Instant; readonly reason: CancelReason };
  /** A cancelled order that stands again. */
  readonly isRevived?: boolean;
  readonly heldQuantity?: number;
  /** Taken off what is due, beside what was before. */
  readonly reducedMinor?: bigint;
  readonly event: Pick<OrderEvent, 'kind' | 'actor' | 'data'>;
};

/** Writes what happened to a locked order, the state that follows from it, and its line in the timeline. */
export async function changeOrder(
  tx: Tx,
  order: Pick<Order, 'id'>,
  change: OrderChange,
  now: Temporal.Instant,
): Promise<Order['state']> {
  const { facts, paidAt, cancelled, isRevived = false, heldQuantity, reducedMinor = 0n, event } = change;
  const state = stateOf(facts);
  await sql`
    with changed as (
      update orders."order" set state = ${state}, authorized_minor = ${facts.authorizedMinor},
        captured_minor = ${facts.capturedMinor}, refunded_minor = ${facts.refundedMinor},
        reduced_minor = reduced_minor + ${reducedMinor},
        paid_at = coalesce(paid_at, ${paidAt?.toString() ?? null}::timestamptz),
        expires_at = case when ${paidAt !== undefined} then null else expires_at end,
        cancelled_at = case when ${isRevived} then null
          else coalesce(cancelled_at, ${cancelled?.at.toString() ?? null}::timestamptz) end,
        cancel_reason = case when ${isRevived} then null
          else coalesce(cancel_reason, ${cancelled?.reason ?? null}) end,
        held_quantity = coalesce(${heldQuantity ?? null}::int, held_quantity), version = version + 1
      where id = ${order.id} returning id
    )
    insert into orders.event (order_id, kind, at, actor, data)
    select id, ${event.kind}, ${now.toString()}::timestamptz, ${event.actor}, ${toDocument(event.data)}::jsonb
    from changed`.execute(tx);
  return state;
}

/** A further attempt to pay: what it was asked with. */
export async function writeAttempt(tx: Tx, orderId: OrderId, attemptHash: Buffer | undefined): Promise<void> {
  await sql`update orders."order" set attempt_hash = ${attemptHash ?? null}::bytea where id = ${orderId}`.execute(
    tx,
  );
}

/** One line of the timeline, of an order that is not changed by it. */
export async function insertEvent(
  tx: Tx,
  orderId: OrderId,
  event: Pick<OrderEvent, 'kind' | 'actor' | 'data'>,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into orders.event (order_id, kind, at, actor, data)
    values (${orderId}, ${event.kind}, ${now.toString()}::timestamptz, ${event.actor}, ${toDocument(event.data)}::jsonb)
  `.execute(tx);
}
