import type { PriceChange } from '../price.ts';

/** The history of a price that is worked out: at each moment at which it may change, where it does. */
export function changesOver(
  moments: readonly Temporal.Instant[],
  priceAt: (moment: Temporal.Instant) => Omit<PriceChange, 'changedAt'> | undefined,
): PriceChange[] {
  const distinct = new Map(moments.map((moment) => [moment.epochNanoseconds, moment]));
  const changes: PriceChange[] = [];
  for (const changedAt of [...distinct.values()].sort(Temporal.Instant.compare)) {
    const { amountMinor, compareAtMinor } = priceAt(changedAt) ?? {};
    const last = changes.at(-1);
    const isSame = last?.amountMinor === amountMinor && last?.compareAtMinor === compareAtMinor;
    if (!isSame) changes.push({ amountMinor, compareAtMinor, changedAt });
  }
  return changes;
}

/** The last of these that had begun; they are in order, oldest first. */
export function inForceAt<Change extends { readonly changedAt: Temporal.Instant }>(
  changes: readonly Change[],
  moment: Temporal.Instant,
): Change | undefined {
  return changes.findLast(({ changedAt }) => Temporal.Instant.compare(changedAt, moment) <= 0);
}
