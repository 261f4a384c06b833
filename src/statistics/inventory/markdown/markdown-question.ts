export type MarkdownQuestion = {
  /** Units to sell; whole. */
  readonly stock: number;
  /** Prices that may be asked for, in money net of tax, in any order. */
  readonly prices: readonly number[];
  /** The price now: none above it is asked for, as prices only go down. */
  readonly currentPrice: number;
  /** No price below it is ever asked for. */
  readonly floor: number;
  readonly weeks: number;
  /** Expected units wanted in a week (0 the first) at a price: Poisson. Not more at a higher price. */
  readonly demandAt: (week: number, price: number) => number;
  /** What a unit costs for each week at whose end it is still there. */
  readonly holdingCost: number;
  /** What a unit that is left after the last week is worth. */
  readonly salvage: number;
};
