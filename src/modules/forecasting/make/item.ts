import type { VariantId } from '../../catalog/index.ts';

/** Whole weeks of ISO 8601 that forecasts learn from. */
export type Past = {
  /** A Monday. */
  readonly from: Temporal.PlainDate;
  readonly weeks: number;
};

/** What is known of a variant's demand. Days count from the first of the past on, 0. */
export type Item = {
  readonly variantId: VariantId;
  /** Its path in the catalogue; '' where it has none. */
  readonly category: string;
  readonly brand: string | undefined;
  /** Days on which something was wanted, rising, with pieces and what one cost (minor units; 0: not known). */
  readonly days: readonly number[];
  readonly pieces: readonly number[];
  readonly prices: readonly number[];
  /** Days without stock, both included: what was wanted then nobody knows. */
  readonly outs: readonly (readonly [from: number, to: number])[];
  /** The first day on which it could be bought; 0 or below: all the time. */
  readonly since: number;
};

/** Categories whose variants learn from each other: those at the top. */
export function groupOf({ category }: Pick<Item, 'category'>): string {
  return category.split('/')[0] ?? '';
}
