/** Pieces of a variant that came with a day until which they keep. */
export type Lot = { readonly expiresOn: Temporal.PlainDate; readonly pieces: number };

/** A lot that is there still, and how many of it will not be sold in time. */
export type LotAhead = Lot & { readonly unsold: number };

/**
 * Which of the lots are still there when what expires first is sold first: of as many pieces as there are, those that
 * expire last. Stock that came without a day, or before, is taken to have been sold first: so many are there at most.
 *
 * @example
 * // 10 until March and 20 until June came, 24 are there: 4 until March, 20 until June.
 */
export function lotsThere(lots: readonly Lot[], onHand: number): Lot[] {
  let left = Math.max(onHand, 0);
  const there: Lot[] = [];
  for (const { expiresOn, pieces } of inOrder(lots).toReversed()) {
    const of = Math.min(pieces, left);
    left -= of;
    if (of > 0) there.unshift({ expiresOn, pieces: of });
  }
  return there;
}

/**
 * How many of each lot will not be sold before it expires, when what expires first is sold first. `soldWithin` says how
 * many pieces will be sold in so many days from today on, and never falls. A lot is sold to the end of its day.
 *
 * @example
 * // 2 are sold a day, 30 keep for 10 days and 5 for 12: 10 of the first are left over, 1 of the second.
 */
export function lotsAhead(
  lots: readonly Lot[],
  {
    today,
    soldWithin,
  }: { readonly today: Temporal.PlainDate; readonly soldWithin: (days: number) => number },
): LotAhead[] {
  let served = 0;
  return inOrder(lots).map(({ expiresOn, pieces }) => {
    const days = Math.max(today.until(expiresOn, { largestUnit: 'day' }).days, 0);
    const sold = Math.min(Math.max(soldWithin(days) - served, 0), pieces);
    served += sold;
    return { expiresOn, pieces, unsold: Math.round(pieces - sold) };
  });
}

function inOrder(lots: readonly Lot[]): readonly Lot[] {
  return lots.toSorted((a, b) => Temporal.PlainDate.compare(a.expiresOn, b.expiresOn));
}
