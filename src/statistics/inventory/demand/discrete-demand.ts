import { at, sum } from '../../series.ts';
import { checkProbability, type Demand } from './demand.ts';

// How finely a quantile function is read: width of a step, up to which probability.
const STEPS = [
  [0.005, 0.9],
  [0.001, 0.99],
  [0.0002, 0.999],
  [0.00005, 0.9999],
  [0.00001, 1],
] as const;

/**
 * Demand that has one of `values`, each with its probability. Throws a RangeError where these are no
 * probabilities, do not add up to one, or are not as many.
 */
export function discreteDemand(values: readonly number[], probabilities: readonly number[]): Demand {
  const total = sum(probabilities);
  if (values.length !== probabilities.length || !(Math.abs(total - 1) < 1e-9)) {
    throw new RangeError(`${values.length} values with probabilities of ${total} together`);
  }
  for (const probability of probabilities) checkProbability(probability);
  return weightedDemand(
    values
      .map((value, index) => ({ value, weight: at(probabilities, index) / total }))
      .sort((one, other) => one.value - other.value),
  );
}

/**
 * Demand of which only the quantile function is known (a forecast's): read at 335 probabilities, closer
 * together near 1. So its mean and shortage are those of steps: at most half a step's width of probability
 * off (0.0025 below the 90 % quantile, 0.0001 above the 99 %) times how far the function jumps there. The
 * quantiles are its own. `quantile` must not fall, and is called with probabilities inside (0, 1).
 */
export function quantileDemand(quantile: (probability: number) => number): Demand {
  let read: Demand | undefined;
  const steps = () => {
    read ??= weightedDemand(quantileSteps(quantile));
    return read;
  };
  return {
    get mean() {
      return steps().mean;
    },
    cdf: (x) => steps().cdf(x),
    shortage: (x) => steps().shortage(x),
    quantile: (probability) => {
      checkProbability(probability);
      return quantile(Math.min(1 - 1e-12, Math.max(1e-12, probability)));
    },
  };
}

type Weighted = { readonly value: number; readonly weight: number };

function quantileSteps(quantile: (probability: number) => number): Weighted[] {
  let from = 0;
  return STEPS.flatMap(([width, to]) => {
    const count = Math.round((to - from) / width);
    const start = from;
    from = to;
    return Array.from({ length: count }, (_, step) => ({
      value: quantile(start + (step + 0.5) * width),
      weight: width,
    }));
  });
}

/** Of values in ascending order, with weights that add up to one. */
function weightedDemand(steps: readonly Weighted[]): Demand {
  const count = steps.length;
  // What the values from each on have, of weight and of weight × value.
  const weights = new Float64Array(count + 1);
  const sums = new Float64Array(count + 1);
  for (const [index, { value, weight }] of [...steps.entries()].reverse()) {
    weights[index] = at(weights, index + 1) + weight;
    sums[index] = at(sums, index + 1) + weight * value;
  }
  const firstAbove = (x: number) => firstWhere(count, (index) => (steps[index]?.value ?? 0) > x);
  return {
    mean: at(sums, 0),
    cdf: (x) => Math.max(0, 1 - at(weights, firstAbove(x))),
    quantile: (probability) => {
      checkProbability(probability);
      // Weights that add up to one do so up to rounding errors.
      const place = firstWhere(count - 1, (index) => 1 - at(weights, index + 1) >= probability - 1e-12);
      return steps[place]?.value ?? 0;
    },
    shortage: (x) => {
      const place = firstAbove(x);
      return Math.max(0, at(sums, place) - x * at(weights, place));
    },
  };
}

/** The first index in [0, count) where a condition holds that goes on holding, else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
