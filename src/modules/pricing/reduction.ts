import type { PriceChange } from './price.ts';

/** What a shop may say of a reduced price: from which amount, and by how much. */
export type Reduction = {
  /** The lowest price of the 30 days before the reduction, or the compare-at price where that is less. */
  readonly priorMinor: bigint;
  /** Whole percent of `priorMinor`, rounded down so that it never says too much; 1 to 100. */
  readonly percent: number;
  readonly since: Temporal.Instant;
};

const WINDOW_DAYS = 30;

/**
 * The reduction that may be announced for the price that now applies, or `undefined` when there is none to
 * announce: no compare-at price, nothing sold before, or a price that was as low within the 30 days before.
 *
 * Directive 98/6/EC, article 6a (1) and (2): an announcement of a price reduction indicates the lowest price
 * of at least 30 days before the reduction. Court of Justice, C-330/23 Aldi Süd (26 September 2024): a
 * percentage is computed on that lowest price too. The exceptions of article 6a (3) to (5), which differ by
 * country, are not used.
 *
 * @param history of one variant in one currency, oldest first
 * @example
 * // 100 until day 1, then 150; on day 2 "was 150, now 100": the lowest before was 100, nothing may be said.
 */
export function announcedReduction(
  history: readonly PriceChange[],
  now: Temporal.Instant,
): Reduction | undefined {
  const past = history.filter((change) => Temporal.Instant.compare(change.changedAt, now) <= 0);
  const current = past.at(-1);
  if (current?.amountMinor === undefined || current.compareAtMinor === undefined) return undefined;
  const since = beginning(past, current.amountMinor);
  const lowest = lowestPrior(past, since);
  if (lowest === undefined) return undefined;
  const priorMinor = lowest < current.compareAtMinor ? lowest : current.compareAtMinor;
  const percent = priorMinor === 0n ? 0 : Number(((priorMinor - current.amountMinor) * 100n) / priorMinor);
  return percent > 0 ? { priorMinor, percent, since } : undefined;
}

/**
 * The lowest price that applied at any moment of the 30 days before `reducedAt`, or `undefined` when none
 * did.
 *
 * @param history of one variant in one currency, oldest first
 */
export function lowestPrior(
  history: readonly PriceChange[],
  reducedAt: Temporal.Instant,
): bigint | undefined {
  const windowStart = reducedAt.subtract({ hours: 24 * WINDOW_DAYS });
  let lowest: bigint | undefined;
  for (const [index, change] of history.entries()) {
    const until = history[index + 1]?.changedAt ?? reducedAt;
    const hasBegun = Temporal.Instant.compare(change.changedAt, reducedAt) < 0;
    const lastedIntoWindow = Temporal.Instant.compare(until, windowStart) > 0;
    // A price replaced in the same instant applied at no moment.
    const isReal = Temporal.Instant.compare(change.changedAt, until) < 0;
    if (!hasBegun || !lastedIntoWindow || !isReal || change.amountMinor === undefined) continue;
    if (lowest === undefined || change.amountMinor < lowest) lowest = change.amountMinor;
  }
  return lowest;
}

/** When the run of changes began that all announce a reduction to this same amount. */
function beginning(past: readonly PriceChange[], amountMinor: bigint): Temporal.Instant {
  const before = past.findLastIndex(
    (change) => change.amountMinor !== amountMinor || change.compareAtMinor === undefined,
  );
  const first = past[before + 1];
  if (first === undefined) throw new RangeError('the present price is not in its history');
  return first.changedAt;
}
