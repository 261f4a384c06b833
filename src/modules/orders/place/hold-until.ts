import type { PaymentMethod } from '../../payments/index.ts';

const CHECKOUT_MINUTES = 30;
const TRANSFER_DAYS = 14;

/** How long an unpaid order holds its goods: time for a challenge, or for a bank transfer to arrive. */
export function holdUntil(method: Pick<PaymentMethod, 'mode'> | undefined, now: Temporal.Instant) {
  if (method === undefined) return undefined;
  return method.mode === 'by_hand'
    ? now.add({ hours: 24 * TRANSFER_DAYS })
    : now.add({ minutes: CHECKOUT_MINUTES });
}
