import { at } from '../../series.ts';
import { pooledMethod } from '../methods/pool.ts';
import type { Season } from '../season/fit-season.ts';
import { reconcile } from './reconcile.ts';

/** Items together. */
export type GroupSeries = {
  /** Behind, the latest last. */
  readonly history: Float64Array;
  /** What they were forecast to come to, each by itself. */
  readonly sum: Float64Array;
};

export type GroupForecasts = {
  /** Of each group, in order. */
  readonly groups: readonly Float64Array[];
  /** Their sums, to the last bit. */
  readonly total: Float64Array;
};

/** Fewer periods say less of a group than its items do together. */
const FEWEST = 26;
/** A group that its items say so differently of was misunderstood: they keep at least so much of their own. */
const [LEAST, MOST] = [0.5, 2];

/**
 * What groups of items, and all of them, will come to: each the mean of what its items say together and of a forecast of its own
 * periods, in which seasons show that single items hide; then groups are made to add up to all, in proportion (`reconcile`, top
 * down). In the VN1 competition of 2024 proportional reconciliation took a median of methods from .534 to .496. The mean of
 * the two, as the one was better in one shop and the other in another.
 */
export function forecastGroups(groups: readonly GroupSeries[], season: Season): GroupForecasts {
  const horizon = Math.max(0, ...groups.map(({ sum }) => sum.length));
  const all = { history: summed(groups, 'history'), sum: summed(groups, 'sum') };
  const total = expectedOf(all, season);
  const own = groups.map((group) => expectedOf(group, season));
  const fitted = own.map((group) => new Float64Array(group.length));
  for (let period = 0; period < horizon; period += 1) {
    const levels = [
      { forecasts: [at(total, period)], parents: [0] },
      { forecasts: own.map((group) => group[period] ?? 0), parents: own.map(() => 0) },
    ];
    const [top, below] = reconcile(levels, 0);
    total[period] = top?.[0] ?? 0;
    for (const [index, group] of fitted.entries()) group[period] = below?.[index] ?? 0;
  }
  return { groups: fitted, total };
}

function expectedOf({ history, sum }: GroupSeries, season: Season): Float64Array {
  const known = history.reduce((count, pieces) => count + Number(pieces > 0), 0);
  const method = known < FEWEST ? undefined : pooledMethod(history, sum.length, [season]);
  return sum.map((pieces, period) => {
    const own = (pieces + (method?.means[period] ?? pieces)) / 2;
    return Math.min(MOST * pieces, Math.max(LEAST * pieces, own));
  });
}

function summed(groups: readonly GroupSeries[], of: keyof GroupSeries): Float64Array {
  const length = Math.max(0, ...groups.map((group) => group[of].length));
  return new Float64Array(length).map((_, period) =>
    groups.reduce((total, group) => total + (group[of][period] ?? 0), 0),
  );
}

/**
 * Variances of the sums of the first so many periods, where the means became others: deviations grow with what they deviate
 * from. Never falling, as a longer sum is not surer.
 */
export function scaledSums(variances: Float64Array, before: Float64Array, after: Float64Array): Float64Array {
  let [was, is, most] = [0, 0, 0];
  return variances.map((variance, period) => {
    was += before[period] ?? 0;
    is += after[period] ?? 0;
    most = Math.max(most, was > 0 ? variance * (is / was) ** 2 : variance);
    return most;
  });
}
