import { refuse } from '../../../kernel/index.ts';
import type { PricedCart, PricedLine } from '../../carts/index.ts';
import type { Shortage } from '../../inventory/index.ts';
import type { PlaceOrder, PlaceRefusal } from '../placed.ts';

/** Why this cart cannot be ordered as asked, or `undefined`. Nothing is promised yet, and nothing charged. */
export function cartRefusal(
  priced: PricedCart,
  input: Pick<PlaceOrder, 'expectedTotalMinor' | 'payment' | 'terms'>,
): PlaceRefusal | undefined {
  if (input.terms.version.trim() === '' || input.terms.version.length > 100) {
    return refuse('terms_not_accepted', 'the terms have to be accepted, by their version', 'terms').refusal;
  }
  if (priced.missing.includes('lines') && priced.lines.length === 0) {
    return refuse('empty_cart', 'the cart is empty', 'lines').refusal;
  }
  const shortages = priced.lines.flatMap(shortageOf);
  if (shortages.length > 0) return outOfStock(shortages);
  const [first] = priced.missing;
  if (first !== undefined) {
    return refuse('missing_details', `missing: ${priced.missing.join(', ')}`, first).refusal;
  }
  const { totalMinor } = priced.quote.totals;
  if (input.expectedTotalMinor !== undefined && input.expectedTotalMinor !== totalMinor) {
    const message = 'the total is another one now: look at the cart again';
    return { ...refuse('total_changed', message, 'expectedTotalMinor').refusal, cart: priced };
  }
  if (priced.dueMinor > 0n && input.payment === undefined) {
    return refuse('payment_needed', 'there is something to pay', 'payment').refusal;
  }
  return undefined;
}

export function outOfStock(shortages: readonly Shortage[]): PlaceRefusal {
  return { ...refuse('out_of_stock', 'some of it was sold meanwhile', 'lines').refusal, shortages };
}

function shortageOf(line: PricedLine): Shortage[] {
  if (line.isGift || line.soldQuantity === line.quantity) return [];
  const { variantId, quantity: wanted, soldQuantity: available } = line;
  return [{ variantId, wanted, available, lineVariantIds: [variantId] }];
}
