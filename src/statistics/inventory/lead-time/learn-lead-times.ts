import { at } from '../../series.ts';
import { type LeadTimes, leadTimesOf } from './lead-times.ts';

/** What came of orders: whole days, each order once. */
export type LeadTimeHistory = {
  /** Days from ordering to receipt of those that came. */
  readonly received: readonly number[];
  /** Days since ordering of those that are still open: they will have taken longer. */
  readonly open: readonly number[];
};

export type PriorLeadTimes = {
  readonly leadTimes: LeadTimes;
  /** How many orders it counts as; ∞: the history tells nothing. */
  readonly weight: number;
};

const ROUNDS = 500;
const CLOSE = 1e-9;

/**
 * Lead times learned from orders, drawn to what was believed before: the supplier's for one of its items (of
 * a weight by `leadTimeCredibility`), what the supplier says (`quotedLeadTime`) for the supplier. A Dirichlet
 * prior of `weight` orders; what is still open counts where it may yet come, in proportion to how likely each
 * day is: the self-consistent estimate of Efron (1967, "The two sample problem with censored data") and
 * Turnbull (1976, JRSS B 38), which without a prior is that of Kaplan and Meier. An open order that is older
 * than any day that is known is taken to come the day after: the least that it can be.
 *
 * @example learnLeadTimes({ received: [8], open: [] }, { leadTimes: certainLeadTime(5), weight: 1 }) // ½ 5,
 * ½ 8
 */
export function learnLeadTimes({ received, open }: LeadTimeHistory, prior: PriorLeadTimes): LeadTimes {
  for (const days of [...received, ...open]) {
    if (!(Number.isSafeInteger(days) && days >= 0)) throw new RangeError(`a lead time of ${days} days`);
  }
  if (!(prior.weight >= 0)) throw new RangeError(`a prior of ${prior.weight} orders`);
  if (prior.weight === Number.POSITIVE_INFINITY) return prior.leadTimes;
  if (prior.weight === 0 && received.length + open.length === 0) return prior.leadTimes;
  const last = Math.max(0, ...received, ...prior.leadTimes.map(({ days }) => days));
  const oldest = Math.max(-1, ...open);
  const known = new Float64Array(Math.max(last, oldest + 1) + 1);
  for (const { days, probability } of prior.leadTimes) known[days] = prior.weight * probability;
  for (const days of received) known[days] = at(known, days) + 1;
  if (oldest >= last || !known.subarray(oldest + 1).some((weight) => weight > 0)) {
    // Nothing that is known is later: the day after the oldest, however little, is where it may come.
    known[oldest + 1] = at(known, oldest + 1) + CLOSE;
  }
  return leadTimesOf(selfConsistent(known, open));
}

/** Weights by day that are `known` plus those of open orders, spread over later days as the weights are. */
function selfConsistent(known: Float64Array, open: readonly number[]): Float64Array {
  let weights = known;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = spread(known, weights, open);
    const moved = next.reduce((most, weight, day) => Math.max(most, Math.abs(weight - at(weights, day))), 0);
    weights = next;
    if (moved < CLOSE) break;
  }
  return weights;
}

function spread(known: Float64Array, weights: Float64Array, open: readonly number[]): Float64Array {
  const next = known.slice();
  for (const age of open) {
    const later = weights.subarray(age + 1).reduce((total, weight) => total + weight, 0);
    for (let day = age + 1; day < next.length; day += 1) {
      next[day] = at(next, day) + at(weights, day) / later;
    }
  }
  return next;
}
