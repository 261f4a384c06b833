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

type Row = { frequency: number; recency: number; age: number; count: number };

/** Throws a RangeError on a history that cannot be. */
export function groupHistories(histories: readonly Timing[]): HistoryGroups {
  const [frequencies, recencies, ages] = [places(), places(), places()];
  const rows = new Map<string, Row>();
  let bought = 0;
  let lived = 0;
  for (const history of histories) {
    mustBePossible(history);
    bought += history.frequency;
    lived += history.age;
    const key = `${history.frequency} ${history.recency} ${history.age}`;
    const row = rows.get(key);
    if (row !== undefined) row.count += 1;
    else {
      rows.set(key, {
        frequency: frequencies.of(history.frequency),
        recency: recencies.of(history.recency),
        age: ages.of(history.age),
        count: 1,
      });
    }
  }
  const all = [...rows.values()];
  return {
    frequencies: frequencies.values(),
    recencies: recencies.values(),
    ages: ages.values(),
    frequencyAt: Uint32Array.from(all, ({ frequency }) => frequency),
    recencyAt: Uint32Array.from(all, ({ recency }) => recency),
    ageAt: Uint32Array.from(all, ({ age }) => age),
    counts: Float64Array.from(all, ({ count }) => count),
    meanFrequency: bought / histories.length,
    meanAge: lived / histories.length,
  };
}

function mustBePossible({ frequency, recency, age }: Timing): void {
  const isWhole = Number.isInteger(frequency) && frequency >= 0;
  const isOrdered = recency >= 0 && recency <= age && age < Number.POSITIVE_INFINITY;
  if (!isWhole || !isOrdered || (frequency === 0 && recency !== 0)) {
    throw new RangeError(`no history has frequency ${frequency}, recency ${recency} and age ${age}`);
  }
}

function places(): { of: (value: number) => number; values: () => Float64Array } {
  const known = new Map<number, number>();
  return {
    of: (value) => {
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      return place;
    },
    values: () => Float64Array.from(known.keys()),
  };
}
