import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Answer } from '../../payments/index.ts';
import type { Order } from '../order.ts';
import { changeOrder, insertEvent } from '../store/change-order.ts';
import { finishRefund } from './finish-refund.ts';
import type { Refund } from './refund.ts';
import { countPieces } from './store/pieces.ts';
import { answerCall, type RefundCall, readCalls } from './store/refund-calls.ts';
import { endRefund, selectRefunds } from './store/refunds.ts';

type Settling = { readonly order: Order; readonly refund: Refund; readonly now: Temporal.Instant };

/**
 * What a provider's answer means for a refund of ours, once every payment it goes over has answered: all done, its
 * entries are posted; all refused, its pieces and its amount can be refunded again; some of each, it waits for staff. An
 * answer to anything else, or the same again, changes nothing. In the transaction in which the answer is recorded, on
 * the locked order.
 */
export async function settleRefund(
  tx: Tx,
  { order, answer, now }: { readonly order: Order; readonly answer: Answer; readonly now: Temporal.Instant },
): Promise<void> {
  const { call, result } = answer;
  if (call.request.kind !== 'refund') return;
  const state = result.ok ? 'done' : 'refused';
  const refundId = await answerCall(tx, { operationId: call.operationId, state });
  if (refundId === undefined) return;
  const refund = (await selectRefunds(tx, order.id)).find(({ id }) => id === refundId);
  if (refund?.state !== 'pending') return;
  const calls = await readCalls(tx, refundId);
  if (calls.some((one) => one.state === 'pending')) return;
  if (doneMinor(calls) === refund.paymentMinor) return finishRefund(tx, { order, refund, now });
  const why = result.ok ? 'a provider refused a part of it' : result.refusal.message;
  // What came off the bill, or paid for other goods, is not taken back because a card would not.
  const isPart = doneMinor(calls) > 0n || refund.reducedMinor > 0n || refund.exchangedMinor > 0n;
  if (isPart) return leaveIncomplete(tx, { order, refund, now }, { calls, why });
  return takeBack(tx, { order, refund, now }, why);
}

/** What providers have given back of it so far. */
export function doneMinor(calls: readonly RefundCall[]): bigint {
  return calls
    .filter(({ state }) => state === 'done')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

async function leaveIncomplete(
  tx: Tx,
  { order, refund, now }: Settling,
  { calls, why }: { readonly calls: readonly RefundCall[]; readonly why: string },
): Promise<void> {
  await endRefund(tx, { id: refund.id, state: 'incomplete', refusal: why, now });
  const left = refund.paymentMinor - doneMinor(calls);
  const data = { number: String(refund.number), amountMinor: String(left), why };
  await insertEvent(tx, order.id, { kind: 'refund_incomplete', actor: 'provider', data }, now);
  await tell(tx, 'orders.refund_refused', { orderId: order.id, refundId: refund.id });
}

async function takeBack(tx: Tx, { order, refund, now }: Settling, refusal: string): Promise<void> {
  await endRefund(tx, { id: refund.id, state: 'refused', refusal, now });
  const back = refund.lines.map(({ lineId, quantity }) => ({ lineId, quantity: -quantity }));
  await countPieces(tx, 'refunded', back);
  const facts = { ...order.facts, refundedMinor: order.facts.refundedMinor - refund.amountMinor };
  const data = { number: String(refund.number), why: refusal };
  await changeOrder(tx, order, { facts, event: { kind: 'refund_refused', actor: 'provider', data } }, now);
  await tell(tx, 'orders.refund_refused', { orderId: order.id, refundId: refund.id });
}
