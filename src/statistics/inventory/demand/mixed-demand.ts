import { sum } from '../../series.ts';
import { checkProbability, type Demand, leastWhole } from './demand.ts';

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
  const mixed = (value: (demand: Demand) => number) =>
    sum(parts.map(({ weight, demand }) => weight * value(demand)));
  const cdf = (x: number) => mixed((demand) => demand.cdf(x));
  return {
    mean: mixed((demand) => demand.mean),
    cdf,
    shortage: (x) => mixed((demand) => demand.shortage(x)),
    quantile: (probability) => {
      checkProbability(probability);
      if (probability === 1) return Math.max(...parts.map(({ demand }) => demand.quantile(1)));
      const guess = mixed((demand) => demand.quantile(probability));
      return leastWhole(cdf, Math.min(probability, 1 - 1e-13), guess);
    },
  };
}
