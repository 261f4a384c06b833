import { CheckoutPaymentIntent, type Order } from '@paypal/paypal-server-sdk';
import type { Snapshot } from '../../provider.ts';
import type { PaypalClient } from './client.ts';
import { declineKindOf } from './declines.ts';
import { issueOf, isUnprocessable } from './errors.ts';
import { requestIdOf } from './marks.ts';

/** Somebody else asked first, or the shopper has taken the approval back: the order says which. */
const NOT_ANY_MORE: ReadonlySet<string> = new Set([
  ...['ORDER_ALREADY_CAPTURED', 'ORDER_ALREADY_AUTHORIZED', 'ORDER_COMPLETED_OR_VOIDED'],
  ...['ORDER_NOT_APPROVED', 'ORDER_EXPIRED'],
]);

/**
 * Captures or authorises an order that its shopper has approved, as it was made to be. Under one key however often it is
 * asked: an order is taken once.
 *
 * @returns why PayPal would not, where that is about the shopper's means
 */
export async function take(
  client: PaypalClient,
  { id = '', intent }: Order,
  paymentId: string,
): Promise<Snapshot['decline']> {
  const request = { id, paypalRequestId: requestIdOf(paymentId, 'take'), body: {} };
  try {
    if (intent === CheckoutPaymentIntent.Authorize) await client.orders.authorizeOrder(request);
    else await client.orders.captureOrder(request);
    return undefined;
  } catch (error) {
    const code = issueOf(error);
    if (NOT_ANY_MORE.has(code)) return undefined;
    if (!isUnprocessable(error)) throw error;
    return { kind: declineKindOf(code) ?? 'provider_error', code };
  }
}
