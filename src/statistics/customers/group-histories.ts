import { at, mean } from '../series.ts';
import type { Timing } from './bg-nbd.ts';

/**
 * Equal histories as one row with a count. A row refers to its frequency, recency and age by their place
 * among the distinct ones, so that what depends on one of them only is worked out once.
 */
export type HistoryGroups = {
  readonly frequencies: Float64Array;
  readonly recencies: Float64Array;
  readonly ages: Float64Array;
  readonly frequencyAt: Uint32Array;
  readonly recencyAt: Uint32Array;
  readonly ageAt: Uint32Array;
  readonly counts: Float64Array;
  readonly meanFrequency: number;
  readonly meanAge: number;
};

/** Throws a RangeError on a history that cannot be. */
export function groupHistories(histories: readonly Timing[]): HistoryGroups {
  for (const history of histories) mustBePossible(history);
  const frequencies = placesOf(histories.map(({ frequency }) => frequency));
  const recencies = placesOf(histories.map(({ recency }) => recency));
  const ages = placesOf(histories.map(({ age }) => age));
  // A number names a row: its three places, one after the other.
  const [wide, deep] = [recencies.values.length, ages.values.length];
  const rows = placesOf(
    histories.map((_, index) => (frequencies.at(index) * wide + recencies.at(index)) * deep + ages.at(index)),
  );
  const counts = new Float64Array(rows.values.length);
  for (let index = 0; index < histories.length; index += 1)
    counts[rows.at(index)] = (counts[rows.at(index)] ?? 0) + 1;
  return {
    ...{ frequencies: frequencies.values, recencies: recencies.values, ages: ages.values, counts },
    frequencyAt: Uint32Array.from(rows.values, (row) => Math.floor(row / deep / wide)),
    recencyAt: Uint32Array.from(rows.values, (row) => Math.floor(row / deep) % wide),
    ageAt: Uint32Array.from(rows.values, (row) => row % deep),
    meanFrequency: mean(histories.map(({ frequency }) => frequency)),
    meanAge: mean(histories.map(({ age }) => age)),
  };
}

function mustBePossible({ frequency, recency, age }: Timing): void {
  const isWhole = Number.isInteger(frequency) && frequency >= 0;
  const isOrdered = recency >= 0 && recency <= age && age < Number.POSITIVE_INFINITY;
  if (!isWhole || !isOrdered || (frequency === 0 && recency !== 0)) {
    throw new RangeError(`no history has frequency ${frequency}, recency ${recency} and age ${age}`);
  }
}

/** The distinct values, and where among them each of the given ones is. */
function placesOf(given: readonly number[]): {
  readonly values: Float64Array;
  readonly at: (index: number) => number;
} {
  const known = new Map<number, number>();
  const places = Uint32Array.from(given, (value) => {
    const place = known.get(value) ?? known.size;
    if (place === known.size) known.set(value, place);
    return place;
  });
  return { values: Float64Array.from(known.keys()), at: (index) => at(places, index) };
}
