import type { Payment } from '../../../payments/index.ts';
import type { Order } from '../../order.ts';
import type { Settlement } from './address-change.ts';

type Settled = Pick<Order, 'paidAt'> & {
  readonly facts: Pick<Order['facts'], 'dueMinor' | 'capturedMinor'>;
  readonly totals: Pick<Order['totals'], 'creditMinor'>;
};

/**
 * What becomes of the difference when an order comes to another total. What was taken already goes back; what is not yet
 * taken is simply another amount that is due, as long as whoever pays can be told of it: nobody paid yet, or the carrier
 * collects it. More than a card authorised, or than came, is a payment that the shopper has to consent to.
 */
export function settlementOf(
  { paidAt, facts, totals }: Settled,
  payments: readonly Pick<Payment, 'provider' | 'state'>[],
  totalMinor: bigint,
): Settlement {
  const dueMinor = totalMinor > totals.creditMinor ? totalMinor - totals.creditMinor : 0n;
  // Gift cards and store credit pay no more than the total.
  if (totalMinor < totals.creditMinor) return 'back';
  if (dueMinor === facts.dueMinor) return 'none';
  if (dueMinor < facts.dueMinor) return facts.capturedMinor > dueMinor ? 'back' : 'due';
  const isCollected = payments.some(
    ({ provider, state }) => provider === 'cash_on_delivery' && state === 'authorized',
  );
  return paidAt === undefined || isCollected ? 'due' : 'more';
}
