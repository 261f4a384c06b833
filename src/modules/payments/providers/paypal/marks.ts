import { createHash } from 'node:crypto';

/** Before the payment's id in an order's `custom_id` that the shop has given up. */
const GIVEN_UP = 'void:';

/** What an order's `custom_id` says once it is given up: PayPal has no way to close one that nobody has approved. */
export function givenUp(paymentId: string): string {
  return `${GIVEN_UP}${paymentId}`;
}

export function isGivenUp(customId: string | undefined): boolean {
  return customId?.startsWith(GIVEN_UP) ?? false;
}

/** Our id, from whichever `custom_id` PayPal hands back. */
export function paymentIdOf(customId: string | undefined): string | undefined {
  return customId?.replace(GIVEN_UP, '');
}

/**
 * The invoice id of an order, capture or refund: the order's number, which the shopper knows, and six characters that
 * name this one operation. By it an operation whose answer was lost is found again, for as long as PayPal keeps its
 * books and not only as long as it keeps request ids; and PayPal refuses a second payment under the same invoice id.
 *
 * @example
 * invoiceIdOf('10023', '0199…:capture:parcel-1') // '10023-4f9a1c'
 */
export function invoiceIdOf(orderNumber: string, idempotencyKey: string): string {
  return `${orderNumber.slice(0, 100)}-${digestOf(idempotencyKey)}`;
}

/** The order's number in an invoice id. */
export function orderNumberOf(invoiceId: string | undefined): string {
  return invoiceId?.replace(/-[0-9a-f]{6}$/, '') ?? '';
}

/** A `PayPal-Request-Id` has at most 108 characters (Orders v2, Payments v2). */
export function requestIdOf(idempotencyKey: string, part = ''): string {
  const key = part === '' ? idempotencyKey : `${idempotencyKey}:${part}`;
  return key.length <= 108 ? key : createHash('sha256').update(key).digest('hex');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
