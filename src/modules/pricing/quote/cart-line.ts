import type { LinePrice } from './line-price.ts';
import type { QuoteLine } from './quote-input.ts';

/** A line with its price before promotions. */
export type CartLine = {
  readonly line: QuoteLine;
  readonly price: LinePrice;
  readonly quantity: number;
  /** 0 for a gift that is only offered. */
  readonly subtotalMinor: bigint;
  /** Neither a gift card nor an offered gift. */
  readonly mayBeDiscounted: boolean;
};
