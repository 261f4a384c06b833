/** Days of a variant as they came, and what there would have been of it. */
export type ReplayedDays = {
  /** Pieces sold on each day. */
  readonly sold: readonly number[];
  /** What there was on the first morning. */
  readonly stock: number;
  /** What else came, by day; a day that is not named has nothing. */
  readonly arrivals: ReadonlyMap<number, number>;
};

/**
 * Pieces that were sold and could not have been from this stock and these arrivals alone. What was sold is what was wanted: who
 * found nothing although there was more is not seen, so it is at least this.
 *
 * @example
 * // 3 in stock, 2 sold a day for 5 days, 4 more come on day 3: 3 of the first three days, then 4 of 4: 3 were lost.
 */
export function lostWithout(days: ReplayedDays): number {
  return lostByDay(days).reduce((sum, pieces) => sum + pieces, 0);
}

/** The same on each of the days. */
export function lostByDay({ sold, stock, arrivals }: ReplayedDays): number[] {
  let there = Math.max(0, stock);
  return sold.map((pieces, day) => {
    there = Math.max(0, there + (arrivals.get(day) ?? 0));
    const wanted = Math.max(0, pieces);
    const served = Math.min(there, wanted);
    there -= served;
    return wanted - served;
  });
}

/**
 * How many days pieces lay, together: each from when it came until it was the one without which something would have been lost,
 * or until the days are over.
 *
 * @example
 * // 4 come on day 1, 2 are needed on day 2 and 1 on day 3, of 5 days: 4 + 2 + 1 + 1 = 8.
 */
export function heldDays({
  received,
  lost,
}: {
  readonly received: ReadonlyMap<number, number>;
  readonly lost: readonly number[];
}): number {
  let [there, held] = [0, 0];
  for (const [day, pieces] of lost.entries()) {
    there = Math.max(0, there + (received.get(day) ?? 0) - pieces);
    held += there;
  }
  return held;
}

/** Between which two days something was missing, as it was. */
export type Gap = {
  /** What was on hand at the end of each day, and what was sold on it. */
  readonly onHand: readonly number[];
  readonly sold: readonly number[];
  /** No more than so many can have been missed: more would not have been there either. */
  readonly most: number;
};

/** Of a standard normal number: eight of ten lie within this to both sides. */
const NINETIETH = 1.2816;

/**
 * Pieces that were missed on days that ended without stock: as many as days that had some sold on average, with the interval at
 * 80 % of counts that vary as those of Poisson do, the average's own error with it.
 *
 * @returns `undefined` where every day ended without: nobody knows what would have been sold
 */
export function missedIn({
  onHand,
  sold,
  most,
}: Gap): { readonly pieces: number; readonly low: number; readonly high: number } | undefined {
  const isOut = (day: number) => (onHand[day] ?? 0) <= 0;
  const outs = onHand.filter((_, day) => isOut(day)).length;
  const ins = onHand.length - outs;
  if (outs === 0) return { pieces: 0, low: 0, high: 0 };
  if (ins === 0) return undefined;
  const seen = sold.reduce((sum, pieces, day) => (isOut(day) ? sum : sum + Math.max(0, pieces)), 0);
  const wanted = (outs * seen) / ins;
  const spread = NINETIETH * Math.sqrt(wanted + outs ** 2 * (seen / ins ** 2));
  const within = (pieces: number) => Math.min(Math.max(pieces, 0), most);
  return { pieces: within(wanted), low: within(wanted - spread), high: within(wanted + spread) };
}
