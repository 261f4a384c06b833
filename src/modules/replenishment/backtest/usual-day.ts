const [QUARTER, YEAR] = [91, 365];

/** The day of the history from which on an item is replayed: the span's first, or when it has a past of a quarter. */
export function knownFrom(days: readonly number[], before: number): number {
  const first = days.findIndex((of) => of > 0);
  return first < 0 ? before : Math.max(before, first + QUARTER);
}

/** What is wanted on a day, by the year before `until` or as much of it as the item was sold in. */
export function usualDay(days: readonly number[], until: number): number {
  const first = days.findIndex((of) => of > 0);
  if (first < 0) return 0;
  const known = days.slice(Math.max(until - YEAR, first), until).filter((of) => !Number.isNaN(of));
  return known.length === 0 ? 0 : known.reduce((total, of) => total + of, 0) / known.length;
}
