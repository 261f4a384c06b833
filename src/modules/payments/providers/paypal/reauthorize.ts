import type { AuthorizationWithAdditionalData, Order } from '@paypal/paypal-server-sdk';
import type { PaypalClient } from './client.ts';
import { issueOf, refusalOf } from './errors.ts';
import { requestIdOf } from './marks.ts';
import { paymentsOf, totalOf } from './snapshot.ts';

/** So long PayPal honours an authorisation; after it, one may be authorised anew, once ("Authorize and capture"). */
const HONOUR_DAYS = 3;

/**
 * The authorisation to capture from: the given one, or after its honour period a new one of the same amount, so that the
 * money is still there. Where PayPal will not authorise anew, the old one is tried: it may be captured for 29 days.
 */
export async function reauthorize(
  client: PaypalClient,
  input: {
    readonly order: Order;
    readonly authorization: AuthorizationWithAdditionalData;
    readonly idempotencyKey: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const { order, authorization, idempotencyKey, now } = input;
  const { id = '', createTime } = authorization;
  const { authorizations = [], captures = [] } = paymentsOf(order);
  const isOnlyOne = authorizations.length === 1 && captures.length === 0;
  if (!isOnlyOne || createTime === undefined || !isOver(createTime, now)) return id;
  const amount = order.purchaseUnits?.[0]?.amount;
  const { currency: currencyCode } = totalOf(order);
  try {
    const { result } = await client.payments.reauthorizePayment({
      authorizationId: id,
      paypalRequestId: requestIdOf(idempotencyKey, 'reauthorize'),
      ...(amount === undefined ? {} : { body: { amount: { currencyCode, value: amount.value } } }),
    });
    return result.id ?? id;
  } catch (error) {
    // Thrown on when nobody knows whether it was authorised anew: the capture is then asked for again.
    refusalOf(error);
    if (issueOf(error) === 'PAYER_CANNOT_PAY') throw error;
    return id;
  }
}

function isOver(createTime: string, now: Temporal.Instant): boolean {
  const honouredUntil = Temporal.Instant.from(createTime).add({ hours: HONOUR_DAYS * 24 });
  return Temporal.Instant.compare(now, honouredUntil) > 0;
}
