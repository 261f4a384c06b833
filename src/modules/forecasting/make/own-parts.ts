import { itemForecast } from '../../../statistics/forecast/demand/item-forecast.ts';
import { sesMethod } from '../../../statistics/forecast/methods/smoothing-methods.ts';
import { scaledSums } from '../../../statistics/forecast/reconcile/group-forecast.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { PART_KINDS, type PartKind } from '../forecast/part.ts';
import type { Item, PartSeries } from './item.ts';
import { withoutFactors } from './test-methods.ts';

/** As `OwnPart`, in lists that go to another thread as they are. */
export type MadePart = {
  readonly kind: PartKind;
  readonly id: string;
  readonly shares: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
};

/** Pieces of the year behind from which on a part is forecast by its own weeks. */
const ENOUGH = 26;
const YEAR = 52;

/**
 * What of an item's demand is each place's and each channel's, week by week: simple smoothing of what each had, with what the
 * group knows of the weeks, and of those that had too little their mean of the year behind. The item says how much there is of
 * all of them (Gross and Sohl 1990, by proportions of forecasts), each how uneven its own is. None of a kind of which fewer than
 * two had enough: then shares say all that is known.
 */
export function ownParts({ parts = [] }: Pick<Item, 'parts'>, factors: Float64Array): MadePart[] {
  return PART_KINDS.flatMap((kind) => {
    const ofKind = parts.filter((part) => part.kind === kind);
    if (ofKind.filter(isEnough).length < 2) return [];
    const forecasts = ofKind.map((part) => forecastPart(part, factors));
    const sums = new Float64Array(WEEKS_AHEAD).map((_, week) =>
      forecasts.reduce((sum, { means }) => sum + (means[week] ?? 0), 0),
    );
    return forecasts.map(({ id, means, variances }) => ({
      ...{ kind, id, variances },
      shares: means.map((mean, week) => {
        const all = sums[week] ?? 0;
        return all > 0 ? mean / all : 1 / forecasts.length;
      }),
      means,
    }));
  });
}

function isEnough({ weeks }: PartSeries): boolean {
  return yearOf(weeks) >= ENOUGH;
}

function yearOf(weeks: readonly number[]): number {
  return weeks.slice(-YEAR).reduce((sum, pieces) => sum + pieces, 0);
}

function forecastPart(part: PartSeries, factors: Float64Array) {
  const values = Float64Array.from(part.weeks);
  const ahead = factors.subarray(values.length);
  const plain = withoutFactors(values, factors);
  const fitted = isEnough(part) ? sesMethod(plain, WEEKS_AHEAD)?.method : undefined;
  if (fitted === undefined) {
    const mean = yearOf(part.weeks) / Math.min(YEAR, Math.max(1, values.length));
    const means = Float64Array.from({ length: WEEKS_AHEAD }, (_, week) => mean * (ahead[week] ?? 1));
    let sum = 0;
    return { id: part.id, means, variances: means.map((one) => (sum += one)) };
  }
  const { means, variances } = itemForecast(fitted, true);
  const told = means.map((mean, week) => mean * (ahead[week] ?? 1));
  return { id: part.id, means: told, variances: scaledSums(variances.sums, means, told) };
}
