import type { Order, OrdersCapture, Refund } from '@paypal/paypal-server-sdk';
import { type CurrencyCode, type Result, refuse } from '../../../../kernel/index.ts';
import { toPaypalAmount } from '../../amounts/paypal.ts';
import type { Operation, ProviderRefusal, Snapshot } from '../../provider.ts';
import { refusalOf } from './errors.ts';
import { type Deps, readOrder, readPayment } from './find.ts';
import { invoiceIdOf, orderNumberOf, requestIdOf } from './marks.ts';
import { unknown } from './operate.ts';
import { isGivenBack, isTaken, paymentsOf, sumOf } from './snapshot.ts';

/**
 * Gives money back. At PayPal a refund is of one capture: where several captures made the payment, it is split over them,
 * the first first. What of it has been given back already is known by its invoice id, so that a refund that was cut off
 * goes on where it was.
 */
export async function refundOrder(
  deps: Deps,
  operation: Operation & { readonly reason: string },
): Promise<Result<Snapshot, ProviderRefusal>> {
  const { client } = deps;
  const { amountMinor, currency, idempotencyKey } = operation;
  if (toPaypalAmount(amountMinor, currency) === undefined) {
    return refuse('unsupported_amount', 'PayPal cannot move exactly this amount');
  }
  try {
    const order = await readOrder(client, operation.reference);
    if (order === undefined) return unknown();
    const invoiceId = invoiceIdOf(orderNumberOf(order.purchaseUnits?.[0]?.invoiceId), idempotencyKey);
    const own = refundsOf(order).filter((refund) => refund.invoiceId === invoiceId);
    const parts = partsOf(order, amountMinor - sumOf(own, currency), currency);
    if (parts === undefined) return refuse('amount_too_large', 'more than is left of this payment');
    for (const { captureId, minor } of parts) {
      const value = toPaypalAmount(minor, currency) ?? '';
      await client.payments.refundCapturedPayment({
        captureId,
        paypalRequestId: requestIdOf(idempotencyKey, captureId),
        body: { amount: { currencyCode: currency, value }, invoiceId, customId: operation.paymentId },
      });
    }
  } catch (error) {
    return refusalOf(error);
  }
  return readPayment(deps, operation);
}

type Part = { readonly captureId: string; readonly minor: bigint };

/** How much of which capture; nothing where there is not so much left. */
function partsOf(order: Order, wanted: bigint, currency: CurrencyCode): Part[] | undefined {
  const parts: Part[] = [];
  let missing = wanted;
  for (const capture of (paymentsOf(order).captures ?? []).filter(isTaken)) {
    const left = sumOf([capture], currency) - sumOf(refundsOfCapture(order, capture), currency);
    const minor = missing < left ? missing : left;
    if (minor <= 0n || capture.id === undefined) continue;
    parts.push({ captureId: capture.id, minor });
    missing -= minor;
  }
  return missing > 0n ? undefined : parts;
}

/** A refund links up to its capture. */
function refundsOfCapture(order: Order, { id = '' }: OrdersCapture): Refund[] {
  return refundsOf(order).filter(({ links = [] }) =>
    links.some(({ rel, href }) => rel === 'up' && href.endsWith(`/captures/${id}`)),
  );
}

function refundsOf(order: Order): Refund[] {
  return (paymentsOf(order).refunds ?? []).filter(isGivenBack);
}
