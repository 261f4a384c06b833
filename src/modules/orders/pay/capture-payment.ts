import { money, ok, type Refusal, type Result, refuse, toDecimal } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import {
  beginCapture,
  beginVoid,
  capturesNamed,
  type OperationRefusal,
  type Payment,
  type ProviderCall,
} from '../../payments/index.ts';
import { readOwnPayments } from '../after-sale/proposed/own-payments.ts';
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

export type Capture = {
  readonly orderId: OrderId;
  readonly key: string;
  /** All that is left when it is not given. */
  readonly amountMinor?: bigint;
  /** Gives the rest back to the shopper; true unless a part is taken. */
  readonly isFinal?: boolean;
  readonly now: Temporal.Instant;
};

/**
 * Takes authorised money: all that is left, or a part of it when the goods go out in parts, of the first payment first.
 * `key` names this capture (a parcel's id): the same one again is the same capture, and told its outcome again.
 */
export async function capturePayment(
  deps: OrderDeps,
  input: Capture,
): Promise<Result<{ readonly state: OrderState }, CaptureRefusal>> {
  const begun = await transactOrRefuse<readonly ProviderCall[], CaptureRefusal>(deps.db, (tx) =>
    begin(tx, input),
  );
  if (!begun.ok) return begun;
  const made = [];
  for (const call of begun.value) made.push(await makeCall(deps, call, input.now));
  return outcomeOf(made);
}

async function begin(tx: Tx, input: Capture): Promise<Result<ProviderCall[], CaptureRefusal>> {
  const { orderId, key } = input;
  const order = await lockOrder(tx, orderId);
  if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  if (!mayDo(order.state, 'capture')) return refuse('not_possible_now', `the order is ${order.state}`);
  const again = await capturesNamed(tx, { orderId, key });
  if (again.length > 0) return ok(again);
  const payments = (await readOwnPayments(tx, order.id)).filter(isOpen);
  if (payments.length === 0) return refuse('not_authorized', 'no payment of it waits to be captured');
  const openMinor = payments.reduce((sum, payment) => sum + openOf(payment), 0n);
  // An edit may have taken something off since it was authorised: what is due is all that is taken.
  const owedMinor = order.facts.dueMinor - order.facts.capturedMinor;
  const dueMinor = owedMinor < openMinor ? owedMinor : openMinor;
  const { amountMinor = dueMinor, isFinal = amountMinor === dueMinor } = input;
  if (amountMinor <= 0n) return refuse('not_an_amount', 'an amount above zero', 'amountMinor');
  if (amountMinor > dueMinor) {
    const due = toDecimal(money(dueMinor, order.currency));
    return refuse('more_than_left', `${due} ${order.currency} is due and not taken`, 'amountMinor');
  }
  return spread(tx, payments, { ...input, amountMinor, isFinal });
}

/** A capture of each payment that it takes something of; the last one gives up those that nothing is needed of. */
async function spread(
  tx: Tx,
  payments: readonly Payment[],
  { key, amountMinor, isFinal, now }: Capture & { readonly amountMinor: bigint; readonly isFinal: boolean },
): Promise<Result<ProviderCall[], CaptureRefusal>> {
  const calls: ProviderCall[] = [];
  let leftMinor = amountMinor;
  for (const payment of payments) {
    const { id: paymentId, capturedMinor } = payment;
    const partMinor = leftMinor < openOf(payment) ? leftMinor : openOf(payment);
    leftMinor -= partMinor;
    if (partMinor === 0n && (!isFinal || capturedMinor > 0n)) continue;
    const begun =
      partMinor === 0n
        ? await beginVoid(tx, { paymentId, now })
        : await beginCapture(tx, { paymentId, key, amountMinor: partMinor, isFinal, now });
    if (!begun.ok) return begun;
    calls.push(begun.value);
  }
  return ok(calls);
}

function isOpen(payment: Payment): boolean {
  const { state } = payment;
  return (state === 'authorized' || state === 'partly_captured') && openOf(payment) > 0n;
}

function openOf({ authorizedMinor, capturedMinor }: Payment): bigint {
  return authorizedMinor - capturedMinor;
}

function outcomeOf(
  made: readonly Awaited<ReturnType<typeof makeCall>>[],
): Result<{ readonly state: OrderState }, CaptureRefusal> {
  const answered = made.flatMap((one) => one ?? []);
  const last = answered.at(-1);
  if (last === undefined || answered.length < made.length) {
    return refuse('provider_unavailable', 'the provider has not answered; it is asked again by itself');
  }
  for (const { answer } of answered) {
    if (!answer.result.ok) return refuse('refused_by_provider', answer.result.refusal.message);
  }
  return ok({ state: last.state });
}
