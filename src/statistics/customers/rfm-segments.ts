export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'potential_loyalists',
  'new',
  'promising',
  'need_attention',
  'about_to_sleep',
  'at_risk',
  'cannot_lose',
  'hibernating',
] as const;

export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** What somebody bought, as far as it is known: all of it the more the better but `daysSinceLast`. */
export type RfmFacts = {
  readonly daysSinceLast: number;
  readonly purchases: number;
  readonly spend: number;
};

/**
 * Fifths of all customers, 5 the best: recency, frequency, monetary value; and the name of recency with
 * frequency.
 */
export type RfmScore = {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly segment: RfmSegment;
};

/**
 * Scores by fifths (Hughes 1994, Strategic Database Marketing), here each of all customers and not one nested
 * in the other, and segments by recency and frequency: the ten names that marketing tools share, no paper's.
 * Customers with equal facts get equal scores, that of the middle of their ranks; so where most bought once,
 * few fifths are there. In the order given.
 */
export function rfmScores(customers: readonly RfmFacts[]): RfmScore[] {
  const recency = fifths(customers.map(({ daysSinceLast }) => -daysSinceLast));
  const frequency = fifths(customers.map(({ purchases }) => purchases));
  const monetary = fifths(customers.map(({ spend }) => spend));
  return customers.map(({ daysSinceLast, purchases, spend }) => {
    const [r, f, m] = [recency(-daysSinceLast), frequency(purchases), monetary(spend)];
    return { recency: r, frequency: f, monetary: m, segment: segmentOf(r, f) };
  });
}

/** Rows: recency 5 to 1. Columns: frequency 1 to 5. */
const GRID: readonly (readonly RfmSegment[])[] = [
  ['new', 'potential_loyalists', 'potential_loyalists', 'champions', 'champions'],
  ['promising', 'potential_loyalists', 'potential_loyalists', 'loyal', 'loyal'],
  ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cannot_lose'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cannot_lose'],
];

/**
 * The name for fifths of recency and frequency. Throws a RangeError on anything but whole numbers from 1 to
 * 5.
 */
export function segmentOf(recency: number, frequency: number): RfmSegment {
  const segment = GRID[5 - recency]?.[frequency - 1];
  if (segment === undefined) throw new RangeError(`no fifths: ${recency}, ${frequency}`);
  return segment;
}

function fifths(values: readonly number[]): (value: number) => number {
  const ascending = Float64Array.from(values).sort();
  const scores = new Map<number, number>();
  for (let first = 0; first < ascending.length; ) {
    const value = ascending[first] ?? 0;
    let next = first + 1;
    while (ascending[next] === value) next += 1;
    const middle = (first + next) / 2 / ascending.length;
    scores.set(value, Math.min(5, 1 + Math.floor(5 * middle)));
    first = next;
  }
  return (value) => scores.get(value) ?? 1;
}
