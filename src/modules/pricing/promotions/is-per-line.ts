import type { Benefit } from './promotion.ts';

/** Worked out for each line by itself, whatever else is in the cart. */
export function isPerLine(benefit: Benefit): boolean {
  if (benefit.kind === 'percent_off') return benefit.per === 'item' && benefit.most === undefined;
  return benefit.kind === 'amount_off_item' || benefit.kind === 'fixed_price';
}
