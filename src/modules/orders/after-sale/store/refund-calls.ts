import { sql } from 'kysely';
import type { Id } from '../../../../kernel/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { PaymentId } from '../../../payments/index.ts';
import type { RefundId } from '../refund.ts';

/** A part of a refund, as a provider is asked for it. */
export type RefundCall = {
  readonly operationId: Id<'payment_operation'>;
  readonly paymentId: PaymentId;
  readonly amountMinor: bigint;
  readonly state: 'pending' | 'done' | 'refused';
};

export async function insertCalls(
  tx: Tx,
  refundId: RefundId,
  calls: readonly Omit<RefundCall, 'state'>[],
): Promise<void> {
  if (calls.length === 0) return;
  await sql`
    insert into orders.refund_call (refund_id, payment_id, operation_id, amount_minor)
    select ${refundId}::uuid, given.* from unnest(
      ${calls.map((call) => call.paymentId)}::uuid[], ${calls.map((call) => call.operationId)}::uuid[],
      ${calls.map((call) => call.amountMinor)}::bigint[]) as given`.execute(tx);
}

/** Keeps how a call ended; returns whose it is, `undefined` when the operation is no refund's of ours, or no news. */
export async function answerCall(
  tx: Tx,
  input: { readonly operationId: Id<'payment_operation'>; readonly state: 'done' | 'refused' },
): Promise<RefundId | undefined> {
  const { rows } = await sql<{ refund_id: RefundId }>`
    update orders.refund_call set state = ${input.state}
    where operation_id = ${input.operationId} and state = 'pending' returning refund_id`.execute(tx);
  return rows[0]?.refund_id;
}

/** Every call that a refund made, tries after a refusal included, the first first. */
export async function readCalls(db: Db, refundId: RefundId): Promise<RefundCall[]> {
  const { rows } = await sql<RefundCall>`
    select operation_id as "operationId", payment_id as "paymentId", amount_minor as "amountMinor", state
    from orders.refund_call where refund_id = ${refundId} order by operation_id`.execute(db);
  return rows;
}
