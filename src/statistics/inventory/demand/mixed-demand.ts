import { at, sum } from '../../series.ts';
import { checkProbability, type Demand, leastWhole } from './demand.ts';
import { type Counts, type CountTable, meanOfCounts, tabulateCounts } from './tabulated-counts.ts';

export type MixedPart = { readonly weight: number; readonly demand: Demand };

/**
 * Demand that is one of several, each with its weight (they add up to one): that over a lead time which is
 * not known. Its quantiles are whole units, rounded up where the parts' are not. Throws a RangeError where
 * there is no part, or weights add up to something else.
 */
export function mixedDemand(parts: readonly MixedPart[]): Demand {
  const [first, ...others] = parts;
  if (first === undefined || !(Math.abs(sum(parts.map(({ weight }) => weight)) - 1) < 1e-9)) {
    throw new RangeError(`${parts.length} parts of demand with weights that are not one together`);
  }
  if (others.length === 0) return first.demand;
  const counted = parts.flatMap(({ weight, demand: { mean, counts } }) => {
    return counts ? [{ weight, mean, counts }] : [];
  });
  return (counted.length === parts.length ? mixedCounts(counted) : undefined) ?? mixed(parts);
}

/**
 * The same of counts, without their demands; nothing where a table of them were too long.
 *
 * @param parts with the mean of each, which is a forecast's where its counts are not
 */
export function mixedCounts(
  parts: readonly { readonly weight: number; readonly mean: number; readonly counts: Counts }[],
): Demand | undefined {
  const table = tabulateCounts(parts);
  if (table === undefined) return undefined;
  const mean = sum(parts.map((part) => part.weight * part.mean));
  return { ...tabulated(table, meanOfCounts(parts)), mean };
}

function tabulated({ chances, atLeast, shortage }: CountTable, mean: number): Demand {
  const above = (n: number) => atLeast[n + 1] ?? 0;
  return {
    ...{ mean, chances: () => chances },
    cdf: (x) => (x < 0 ? 0 : 1 - above(Math.floor(x))),
    shortage: (x) => {
      if (x <= 0) return mean - x;
      const n = Math.floor(x);
      return Math.max(0, (shortage[n] ?? 0) - (x - n) * above(n));
    },
    quantile: (probability) => {
      checkProbability(probability);
      if (probability === 1) return Number.POSITIVE_INFINITY;
      // By what is above, which keeps its digits where little is.
      const most = 1 - Math.min(probability, 1 - 1e-13);
      let [below, enough] = [-1, atLeast.length];
      while (enough - below > 1) {
        const middle = (below + enough) >> 1;
        if (above(middle) <= most) enough = middle;
        else below = middle;
      }
      return enough;
    },
  };
}

function mixed(parts: readonly MixedPart[]): Demand {
  const weighed = (value: (demand: Demand) => number) =>
    sum(parts.map(({ weight, demand }) => weight * value(demand)));
  const cdf = (x: number) => weighed((demand) => demand.cdf(x));
  return {
    mean: weighed((demand) => demand.mean),
    cdf,
    shortage: (x) => weighed((demand) => demand.shortage(x)),
    quantile: (probability) => {
      checkProbability(probability);
      if (probability === 1) return Math.max(...parts.map(({ demand }) => demand.quantile(1)));
      const guess = weighed((demand) => demand.quantile(probability));
      return leastWhole(cdf, Math.min(probability, 1 - 1e-13), guess);
    },
    chances: () => mixedChances(parts),
  };
}

function mixedChances(parts: readonly MixedPart[]): Float64Array | undefined {
  const known = parts.flatMap(({ weight, demand }) => {
    const chances = demand.chances?.();
    return chances === undefined ? [] : [{ weight, chances }];
  });
  if (known.length < parts.length) return undefined;
  const mixed = new Float64Array(Math.max(...known.map(({ chances }) => chances.length)));
  for (const { weight, chances } of known) {
    for (let n = 0; n < chances.length; n += 1) mixed[n] = at(mixed, n) + weight * at(chances, n);
  }
  return mixed;
}
