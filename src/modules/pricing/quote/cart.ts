import type { LinePrice } from './line-price.ts';
import { linePrice } from './line-price.ts';
import type { QuoteInput, QuoteLine } from './quote-input.ts';

/** A line with its price before promotions and all that promotions ask of it. */
export type CartLine = {
  readonly line: QuoteLine;
  readonly price: LinePrice;
  readonly quantity: number;
  /** 0 for a gift that is only offered. */
  readonly subtotalMinor: bigint;
  readonly collections: ReadonlySet<string>;
  /** Its category paths and those above them. */
  readonly categories: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** Neither a gift card nor an offered gift. */
  readonly mayBeDiscounted: boolean;
};

/** What promotions are computed on: lines in the order of their ids, so that no other order matters. */
export type Cart = { readonly input: QuoteInput; readonly lines: readonly CartLine[] };

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
      collections: new Set(line.collectionIds),
      categories: withAncestors(line.categoryPaths),
      tags: new Set(line.tags),
      mayBeDiscounted: !isGift && !line.isGiftCard,
    };
  });
  return { input, lines };
}

function withAncestors(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) all.add(path.slice(0, end));
  }
  return all;
}
