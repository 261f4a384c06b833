import { checkProbability, type Demand } from './demand.ts';
import { certainDemand } from './normal-demand.ts';

/** Demand between two numbers, all alike. Throws a RangeError where the first is above the second. */
export function uniformDemand(from: number, to: number): Demand {
  if (!(from <= to)) throw new RangeError(`no demand between ${from} and ${to}`);
  if (from === to) return certainDemand(from);
  const width = to - from;
  const mean = (from + to) / 2;
  return {
    mean,
    cdf: (x) => Math.min(1, Math.max(0, (x - from) / width)),
    quantile: (probability) => {
      checkProbability(probability);
      return from + probability * width;
    },
    shortage: (x) => (x <= from ? mean - x : x >= to ? 0 : (to - x) ** 2 / (2 * width)),
  };
}
