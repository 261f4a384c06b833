import type { CartLine } from './cart-line.ts';
import { linePrice } from './line-price.ts';
import type { QuoteInput } from './quote-input.ts';
import { type Shelves, shelvesOf } from './shelves.ts';

/** What promotions are computed on: lines in the order of their ids, so that no other order matters. */
export type Cart = {
  readonly input: QuoteInput;
  readonly lines: readonly CartLine[];
  readonly shelves: Shelves;
};

export function cartOf(input: QuoteInput): Cart {
  const quantities = new Map<string, number>();
  for (const { variantId, quantity, isGift } of input.lines) {
    if (isGift !== true) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  const sorted = input.lines.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const lines = sorted.map((line): CartLine => {
    const isGift = line.isGift === true;
    const price = linePrice(line, isGift ? 1 : (quantities.get(line.variantId) ?? 1), input);
    return {
      line,
      price,
      quantity: line.quantity,
      subtotalMinor: isGift ? 0n : price.unitMinor * BigInt(line.quantity),
      mayBeDiscounted: !isGift && !line.isGiftCard,
    };
  });
  return { input, lines, shelves: shelvesOf(lines) };
}
