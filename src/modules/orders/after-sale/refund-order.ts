import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { beginRefund, type ProviderCall, readPayments } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { changeOrder } from '../store/change-order.ts';
import { finishRefund } from './finish-refund.ts';
import { openOrder } from './open-order.ts';
import { planRefund } from './plan-refund.ts';
import type { Refund, RefundPlan, RefundRefusal, RefundRequest } from './refund.ts';
import type { ReturnId } from './return.ts';
import { countPieces } from './store/pieces.ts';
import { insertCalls, insertRefund, readRefunded } from './store/refunds.ts';

export type RefundInput = RefundRequest & {
  readonly orderId: OrderId;
  readonly returnId?: ReturnId;
  readonly reason: string;
  readonly actor: string;
  readonly now: Temporal.Instant;
};

const REASON_LIMIT = 500;

/**
 * Gives money back: lines by the piece, delivery, goodwill, to what it was paid with or as store credit. It is written
 * down and its amounts are taken before the provider is asked, so that two refunds at once cannot give back more than
 * was paid. When nobody knows what the provider did, the refund stays `pending` and is asked again with the same key.
 */
export async function refundOrder(
  deps: OrderDeps,
  input: RefundInput,
): Promise<Result<Refund['id'], RefundRefusal>> {
  const begun = await transact(deps.db, (tx) => beginOrderRefund(tx, input));
  if (!begun.ok) return begun;
  const { refundId, call } = begun.value;
  if (call) await makeCall(deps, call, input.now);
  return ok(refundId);
}

/** The part of a refund that is decided in one transaction; make the call outside of it. */
export async function beginOrderRefund(
  tx: Tx,
  input: RefundInput,
): Promise<
  Result<{ readonly refundId: Refund['id']; readonly call: ProviderCall | undefined }, RefundRefusal>
> {
  const { reason, actor, now } = input;
  if (reason.length > REASON_LIMIT) {
    return refuse('too_long', `a reason has at most ${REASON_LIMIT} characters`, 'reason');
  }
  const opened = await openOrder(tx, input.orderId, 'refund');
  if (!opened.ok) return opened;
  const order = opened.value;
  const issued = issuedCardAmong(order, input);
  if (issued) return issued;
  const planned = planRefund(order, await readRefunded(tx, order.id), input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const refundId = newId<'refund'>();
  const called = await beginCall(tx, order, plan, { refundId, reason, now });
  if (!called.ok) return called;
  const written = { ...plan, id: refundId, returnId: input.returnId, reason, actor, requestedAt: now };
  const number = await insertRefund(tx, { ...written, orderId: order.id });
  await countPieces(tx, 'refunded', plan.lines);
  const call = called.value;
  const facts = { ...order.facts, refundedMinor: order.facts.refundedMinor + plan.amountMinor };
  const data = { number: String(number), amountMinor: String(plan.amountMinor), reason };
  await changeOrder(tx, order, { facts, event: { kind: 'refund_requested', actor, data } }, now);
  if (call) {
    const { paymentId, operationId, amountMinor } = call;
    await insertCalls(tx, [{ refundId, paymentId, operationId, amountMinor }]);
  } else {
    const refund = { ...written, number, state: 'pending', doneAt: undefined, refusal: undefined } as const;
    await finishRefund(tx, { order, refund, now });
  }
  return ok({ refundId, call });
}

/** A card that was sent may be spent at any moment: it has to be taken back first. */
function issuedCardAmong(order: Order, { lines }: RefundRequest) {
  const index = lines.findIndex(({ lineId }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line?.kind === 'gift_card' && line.fulfilledQuantity > 0;
  });
  if (index < 0) return undefined;
  return refuse('gift_card_issued', 'the gift card was sent already', `lines[${index}].lineId`);
}

/** One refund goes back over one payment: the one that has most left. */
async function beginCall(
  tx: Tx,
  order: Order,
  plan: RefundPlan,
  about: { readonly refundId: Refund['id']; readonly reason: string; readonly now: Temporal.Instant },
): Promise<Result<ProviderCall | undefined, RefundRefusal>> {
  if (plan.paymentMinor === 0n) return ok(undefined);
  const payments = (await readPayments(tx, order.id)).filter(({ capturedMinor }) => capturedMinor > 0n);
  const left = (payment: (typeof payments)[number]) =>
    payment.capturedMinor - payment.refundedMinor - payment.disputedMinor;
  const [payment] = payments.toSorted((a, b) => Number(left(b) - left(a)));
  if (!payment) return refuse('more_than_paid', 'no payment of the order was captured');
  const { refundId: key, reason, now } = about;
  const amountMinor = plan.paymentMinor;
  const begun = await beginRefund(tx, { paymentId: payment.id, key, amountMinor, reason, now });
  return begun.ok ? begun : refuse('more_than_paid', begun.refusal.message);
}
