import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { beginRefund, type ProviderCall, pendingCalls } from '../../payments/index.ts';
import type { Order, OrderId } from '../order.ts';
import { changeOrder } from '../store/change-order.ts';
import { finishRefund } from './finish-refund.ts';
import { planRefund } from './plan-refund.ts';
import { readOwnPayments } from './proposed/own-payments.ts';
import type { Refund, RefundRefusal, RefundRequest } from './refund.ts';
import type { ReturnId } from './return.ts';
import { type Refundable, spreadOverPayments } from './spread-refund.ts';
import { countPieces } from './store/pieces.ts';
import { insertCalls } from './store/refund-calls.ts';
import { insertRefund, readRefunded } from './store/refunds.ts';

export type WriteRefund = RefundRequest & {
  readonly returnId?: ReturnId;
  readonly reason: string;
  readonly actor: string;
  readonly now: Temporal.Instant;
};

type Written = { readonly refundId: Refund['id']; readonly calls: readonly ProviderCall[] };

/**
 * Writes a refund of a locked order and takes its amounts, with a call for each payment that it goes over: make them
 * once this is committed. A refund that goes over none is done at once.
 *
 * @param owedMinor what may come off what is still to be paid, before anything goes back: an edit's own right
 */
export async function writeRefund(
  tx: Tx,
  order: Order,
  input: WriteRefund,
  owedMinor = 0n,
): Promise<Result<Written, RefundRefusal>> {
  const { reason, actor, now } = input;
  const issued = issuedCardAmong(order, input);
  if (issued) return issued;
  const planned = planRefund(order, await readRefunded(tx, order.id), input, owedMinor);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const refundId = newId<'refund'>();
  const called = await beginCalls(tx, order.id, { refundId, attempt: 1, ...input, ...plan });
  if (!called.ok) return called;
  const about = { returnId: input.returnId, reason, actor, insteadMinor: 0n, requestedAt: now };
  const written = { ...plan, ...about, id: refundId };
  const number = await insertRefund(tx, { ...written, orderId: order.id });
  await insertCalls(tx, refundId, called.value);
  await countPieces(tx, 'refunded', plan.lines);
  const { refundedMinor, dueMinor, totalMinor } = order.facts;
  const facts = {
    ...order.facts,
    refundedMinor: refundedMinor + plan.amountMinor - plan.reducedMinor,
    dueMinor: dueMinor - plan.reducedMinor,
    totalMinor: totalMinor - plan.reducedMinor,
  };
  const data = { number: String(number), amountMinor: String(plan.amountMinor), reason };
  const kind = plan.amountMinor === plan.reducedMinor ? 'reduced' : 'refund_requested';
  const change = { facts, reducedMinor: plan.reducedMinor, event: { kind, actor, data } } as const;
  await changeOrder(tx, order, change, now);
  if (called.value.length === 0) {
    const refund = { ...written, number, state: 'pending', doneAt: undefined, refusal: undefined } as const;
    await finishRefund(tx, { order, refund, now });
  }
  return ok({ refundId, calls: called.value });
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

/** One call for each payment, under a key of its own: asked again it is the same call. */
export async function beginCalls(
  tx: Tx,
  orderId: OrderId,
  input: {
    readonly refundId: Refund['id'];
    /** 1, and one more each time that what was refused is tried again. */
    readonly attempt: number;
    readonly paymentMinor: bigint;
    readonly reason: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const { refundId, attempt, paymentMinor, reason, now } = input;
  if (paymentMinor === 0n) return ok([]);
  const parts = spreadOverPayments(paymentMinor, await refundablePayments(tx, orderId));
  if (parts === undefined) {
    return refuse('more_than_paid', 'the payments of the order have not so much left that can go back');
  }
  const calls: ProviderCall[] = [];
  const key = attempt === 1 ? refundId : `${refundId}:${attempt}`;
  for (const { paymentId, amountMinor } of parts) {
    const begun = await beginRefund(tx, { paymentId, key, amountMinor, reason, now });
    if (!begun.ok) return refuse('more_than_paid', begun.refusal.message);
    calls.push(begun.value);
  }
  return ok(calls);
}

async function refundablePayments(tx: Tx, orderId: OrderId): Promise<Refundable[]> {
  const asked = (await pendingCalls(tx, { orderId })).filter(({ request }) => request.kind === 'refund');
  return (await readOwnPayments(tx, orderId)).map(({ id: paymentId, ...payment }) => {
    const ofIt = asked.filter((call) => call.paymentId === paymentId);
    const askedMinor = ofIt.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const { capturedMinor, refundedMinor, disputedMinor } = payment;
    return { paymentId, leftMinor: capturedMinor - refundedMinor - disputedMinor - askedMinor };
  });
}
