import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Answer } from '../../payments/index.ts';
import type { Order } from '../order.ts';
import { changeOrder } from '../store/change-order.ts';
import { finishRefund } from './finish-refund.ts';
import { countPieces } from './store/pieces.ts';
import { answerCall, endRefund, readRefunds } from './store/refunds.ts';

/**
 * What a provider's answer means for a refund of ours: done, its entries are posted; refused, its pieces and its amount
 * can be refunded again and somebody is told. An answer to anything else, or the same again, changes nothing. In the
 * transaction in which the answer is recorded, on the locked order.
 */
export async function settleRefund(
  tx: Tx,
  { order, answer, now }: { readonly order: Order; readonly answer: Answer; readonly now: Temporal.Instant },
): Promise<void> {
  const { call, result } = answer;
  if (call.request.kind !== 'refund') return;
  const refundId = await answerCall(tx, {
    operationId: call.operationId,
    state: result.ok ? 'done' : 'refused',
  });
  if (refundId === undefined) return;
  const refund = (await readRefunds(tx, order.id)).find(
    ({ id, state }) => id === refundId && state === 'pending',
  );
  if (!refund) return;
  if (result.ok) return finishRefund(tx, { order, refund, now });
  const refusal = result.refusal.message;
  await endRefund(tx, { id: refund.id, state: 'refused', refusal, now });
  const back = refund.lines.map(({ lineId, quantity }) => ({ lineId, quantity: -quantity }));
  await countPieces(tx, 'refunded', back);
  const facts = { ...order.facts, refundedMinor: order.facts.refundedMinor - refund.amountMinor };
  const data = { number: String(refund.number), why: refusal };
  await changeOrder(tx, order, { facts, event: { kind: 'refund_refused', actor: 'provider', data } }, now);
  await tell(tx, 'orders.refund_refused', { orderId: order.id, refundId: refund.id });
}
