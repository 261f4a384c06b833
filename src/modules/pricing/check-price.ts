import { refuse } from '../../kernel/index.ts';
import type { Price, PriceRefusal } from './price.ts';

// What an int8 column holds.
const LARGEST = 2n ** 63n - 1n;

/** Why this price cannot be one, or `undefined`. */
export function priceRefusal(price: Price): PriceRefusal | undefined {
  const { amountMinor, compareAtMinor } = price;
  if (amountMinor < 0n) {
    return refuse('amount_below_zero', 'a price is zero or more', 'amountMinor').refusal;
  }
  if (amountMinor > LARGEST || (compareAtMinor ?? 0n) > LARGEST) {
    return refuse('amount_too_large', `a price is at most ${LARGEST} minor units`, 'amountMinor').refusal;
  }
  if (compareAtMinor !== undefined && compareAtMinor <= amountMinor) {
    const message = 'a compare-at price is more than the price; leave it out when nothing is reduced';
    return refuse('compare_at_not_above_amount', message, 'compareAtMinor').refusal;
  }
  return undefined;
}
