import { type Order, type OrdersCapture, PatchOp } from '@paypal/paypal-server-sdk';
import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import { toPaypalAmount } from '../../amounts/paypal.ts';
import type { Operation, ProviderRefusal, Snapshot } from '../../provider.ts';
import { refusalOf } from './errors.ts';
import { type Deps, readOrder, readPayment } from './find.ts';
import { givenUp, invoiceIdOf, orderNumberOf, requestIdOf } from './marks.ts';
import { reauthorize } from './reauthorize.ts';
import { forgottenSnapshot, isOpen, paymentsOf, sumOf, totalOf } from './snapshot.ts';

type Answered = Promise<Result<Snapshot, ProviderRefusal>>;

/**
 * Captures a part or the whole of an authorisation. PayPal would capture up to 115 % of it: we never ask for more than
 * was authorised.
 */
export async function captureOrder(
  deps: Deps,
  operation: Operation & { readonly isFinal: boolean },
): Answered {
  const { client, now } = deps;
  const { amountMinor, currency, idempotencyKey } = operation;
  const value = toPaypalAmount(amountMinor, currency);
  if (value === undefined) return refuse('unsupported_amount', 'PayPal cannot move exactly this amount');
  try {
    const order = await readOrder(client, operation.reference);
    if (order === undefined) return unknown();
    const { authorizations = [], captures = [] } = paymentsOf(order);
    const invoiceId = invoiceIdOf(orderNumberOf(order.purchaseUnits?.[0]?.invoiceId), idempotencyKey);
    const isDone = captures.some((one) => one.invoiceId === invoiceId && isTaking(one));
    if (isDone) return readPayment(deps, operation);
    const authorization = authorizations.findLast(isOpen);
    if (authorization === undefined) return refuse('not_possible_now', 'nothing is authorised any more');
    if (amountMinor > leftOf(order)) return refuse('amount_too_large', 'more than is left of this payment');
    const usable = await reauthorize(client, { order, authorization, idempotencyKey, now: now() });
    await client.payments.captureAuthorizedPayment({
      authorizationId: usable,
      paypalRequestId: requestIdOf(idempotencyKey),
      body: { amount: { currencyCode: currency, value }, invoiceId, finalCapture: operation.isFinal },
    });
  } catch (error) {
    return refusalOf(error);
  }
  return readPayment(deps, operation);
}

/**
 * Gives up an authorisation. An order that nobody has approved PayPal cannot close: its `custom_id` is changed to say
 * that it is given up, and from then on it is never taken, whatever its shopper approves.
 */
export async function voidOrder(deps: Deps, operation: Omit<Operation, 'amountMinor'>): Answered {
  const { client } = deps;
  const { reference, paymentId, currency, idempotencyKey } = operation;
  try {
    const order = await readOrder(client, reference);
    if (order === undefined) return ok(forgottenSnapshot(reference, currency));
    const { authorizations = [], captures = [] } = paymentsOf(order);
    const authorization = authorizations.findLast((one) => isOpen(one) || one.status === 'PENDING');
    if (authorization?.id !== undefined) {
      const paypalRequestId = requestIdOf(idempotencyKey);
      await client.payments.voidPayment({ authorizationId: authorization.id, paypalRequestId });
    } else if (captures.some(isTaking)) {
      return refuse('not_possible_now', 'the payment is captured');
    } else if (order.status !== 'COMPLETED') {
      const path = "/purchase_units/@reference_id=='default'/custom_id";
      const patch = { op: PatchOp.Replace, path, value: givenUp(paymentId) };
      await client.orders.patchOrder({ id: reference, body: [patch] });
    }
  } catch (error) {
    return refusalOf(error);
  }
  return readPayment(deps, operation);
}

export function unknown() {
  return refuse('unknown_payment', 'PayPal knows no such payment');
}

/** What may still be captured: waiting captures have their part of it. */
function leftOf(order: Order): bigint {
  const { currency, amountMinor } = totalOf(order);
  const { captures = [] } = paymentsOf(order);
  return amountMinor - sumOf(captures.filter(isTaking), currency);
}

/** A capture that took or will take its amount. */
function isTaking({ status }: OrdersCapture): boolean {
  return status !== 'DECLINED' && status !== 'FAILED';
}
