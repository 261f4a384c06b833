/** What says how many of a variant may be promised beyond its stock, and how many are. */
export type Promising = {
  readonly isTracked: boolean;
  readonly mayBackorder: boolean;
  readonly backorderLimit: number | undefined;
  /** Until its day has come: the job of each minute ends it. */
  readonly isPreorder: boolean;
  readonly preorderLimit: number | undefined;
  readonly promised: number;
};

/**
 * How many more may be promised beyond what is in stock; `Infinity` without a limit.
 *
 * @example
 * // backorders up to 10, 7 of them promised: 3. A preorder goes by its own limit, whatever the policy says.
 */
export function beyondStock(promising: Promising): number {
  const { mayBackorder, backorderLimit, isPreorder, preorderLimit, promised } = promising;
  if (!isPreorder && !mayBackorder) return 0;
  const limit = (isPreorder ? preorderLimit : backorderLimit) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, limit - promised);
}
