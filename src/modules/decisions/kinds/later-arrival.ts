/** The days as they came, for a variant whose goods arrived on one of them. */
export type ArrivedDays = {
  /** Pieces sold on each day since the decision. */
  readonly sold: readonly number[];
  /** On hand and promised to nobody when it was decided. */
  readonly stock: number;
  /** What came of other orders until the goods did. */
  readonly others: number;
  /** The day on which the goods came; 0 is the day of the decision. */
  readonly arrivedOn: number;
  /** How many days later they would have come without the decision. */
  readonly laterBy: number;
};

/**
 * Pieces that were sold only because the goods came when they did: of those sold in the days by which they would have come
 * later, what the stock of before would not have been enough for. What nobody could buy without goods is lost; who came is
 * known, because there were goods.
 *
 * @example
 * // 10 in stock, 8 sold before the goods came, then 3 a day for 5 days more: 15 wanted, 2 were there, 13 were won.
 */
export function wonPieces({ sold, stock, others, arrivedOn, laterBy }: ArrivedDays): number {
  const sum = (days: readonly number[]) => days.reduce((pieces, one) => pieces + Math.max(0, one), 0);
  const wanted = sum(sold.slice(arrivedOn, arrivedOn + laterBy));
  const left = Math.max(0, stock + others - sum(sold.slice(0, arrivedOn)));
  return Math.max(0, wanted - left);
}
