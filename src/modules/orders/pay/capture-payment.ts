import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import {
  beginCapture,
  type OperationRefusal,
  type Payment,
  type ProviderCall,
  readPayments,
} from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import { mayDo, type OrderState } from '../state.ts';
import { lockOrder } from '../store/select-orders.ts';
import { makeCall } from './record-payment.ts';

export type CaptureRefusal =
  | OperationRefusal
  | Refusal<
      'unknown_order' | 'not_possible_now' | 'not_an_amount' | 'provider_unavailable' | 'refused_by_provider'
    >;

/**
 * Takes authorised money: all that is left, or a part of it when the goods go out in parts. `key` names this capture (a
 * parcel's id): the same one again is the same capture.
 */
export async function capturePayment(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    readonly key: string;
    /** All that is left when it is not given. */
    readonly amountMinor?: bigint;
    /** Gives the rest back to the shopper; true unless a part is taken. */
    readonly isFinal?: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly state: OrderState }, CaptureRefusal>> {
  const begun = await transactOrRefuse<ProviderCall, CaptureRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
    if (!mayDo(order.state, 'capture')) return refuse('not_possible_now', `the order is ${order.state}`);
    const payments = await readPayments(tx, order.id);
    // One that is captured is found by its key alone: the same capture again is told its outcome again.
    const payment = payments.find(isOpen) ?? payments.find(({ state }) => state === 'captured');
    if (payment === undefined) return refuse('not_authorized', 'no payment of it waits to be captured');
    const openMinor = payment.authorizedMinor - payment.capturedMinor;
    // An edit may have taken something off since it was authorised: what is due is all that is taken.
    const owedMinor = order.facts.dueMinor - order.facts.capturedMinor;
    const dueMinor = owedMinor < openMinor ? owedMinor : openMinor;
    const leftMinor = openMinor > 0n ? dueMinor : payment.capturedMinor;
    const { amountMinor = leftMinor, isFinal = amountMinor === leftMinor, key, now } = input;
    if (amountMinor <= 0n) return refuse('not_an_amount', 'an amount above zero', 'amountMinor');
    if (openMinor > 0n && amountMinor > dueMinor) {
      return refuse('more_than_left', `${dueMinor} is due and not taken`, 'amountMinor');
    }
    return beginCapture(tx, { paymentId: payment.id, key, amountMinor, isFinal, now });
  });
  if (!begun.ok) return begun;
  return outcomeOf(await makeCall(deps, begun.value, input.now));
}

function isOpen({ state }: Payment): boolean {
  return state === 'authorized' || state === 'partly_captured';
}

function outcomeOf(
  made: Awaited<ReturnType<typeof makeCall>>,
): Result<{ readonly state: OrderState }, CaptureRefusal> {
  if (made === undefined) {
    return refuse('provider_unavailable', 'the provider has not answered; it is asked again by itself');
  }
  const { answer, state } = made;
  return answer.result.ok ? ok({ state }) : refuse('refused_by_provider', answer.result.refusal.message);
}
