import { at, sum } from '../../series.ts';
import { regularisedGamma } from '../../special/incomplete-gamma.ts';

/** How long orders take to come, whole days from ordering on: each length with its probability, ascending. */
export type LeadTimes = readonly { readonly days: number; readonly probability: number }[];

/** Orders always take so many days; whole days ≥ 0. */
export function certainLeadTime(days: number): LeadTimes {
  return checked([{ days, probability: 1 }]);
}

export type LeadTimeMoments = { readonly mean: number; readonly variance: number };

/** Mean and variance, in days and days². */
export function leadTimeMoments(leadTimes: LeadTimes): LeadTimeMoments {
  const mean = sum(leadTimes.map(({ days, probability }) => probability * days));
  return { mean, variance: sum(leadTimes.map(({ days, probability }) => probability * (days - mean) ** 2)) };
}

/**
 * What a supplier's word alone says: a gamma distribution around the days that are quoted, in whole days,
 * from 0 to the 99.9 % quantile. `variation`: standard deviation over mean; that of promises kept with a
 * doubt is about 0.3. A quote of 0 days is kept.
 *
 * @example leadTimeMoments(quotedLeadTime(10)).mean // 10.0
 */
export function quotedLeadTime(days: number, variation = 0.3): LeadTimes {
  if (!(Number.isFinite(days) && days >= 0 && variation >= 0)) {
    throw new RangeError(`no lead time: ${days} days with a variation of ${variation}`);
  }
  if (days === 0 || variation === 0) return certainLeadTime(Math.round(days));
  const shape = 1 / variation ** 2;
  const below = (limit: number) => (limit <= 0 ? 0 : regularisedGamma(shape, (shape * limit) / days).lower);
  const chances: number[] = [];
  // Day n stands for all between n − ½ and n + ½.
  for (let day = 0; day === 0 || below(day - 0.5) < 0.999; day += 1) {
    chances.push(below(day + 0.5) - below(day - 0.5));
  }
  return leadTimesOf(chances);
}

/** Of weights by day, from day 0 on, as probabilities. Throws a RangeError where there is no weight. */
export function leadTimesOf(weights: ArrayLike<number>): LeadTimes {
  const total = sum(Array.from(weights));
  return checked(
    Array.from(weights, (weight, days) => ({ days, probability: weight / total })).filter(
      ({ probability }) => probability !== 0,
    ),
  );
}

/** The days within which an order comes with a probability in [0, 1]. */
export function leadTimeQuantile(leadTimes: LeadTimes, probability: number): number {
  let reached = 0;
  for (const { days, probability: chance } of leadTimes) {
    reached += chance;
    if (reached >= probability - 1e-12) return days;
  }
  return at(
    leadTimes.map(({ days }) => days),
    leadTimes.length - 1,
  );
}

function checked(leadTimes: LeadTimes): LeadTimes {
  const isSound = leadTimes.every(
    ({ days, probability }) => Number.isSafeInteger(days) && days >= 0 && probability > 0,
  );
  if (leadTimes.length === 0 || !isSound)
    throw new RangeError('lead times are whole days with a chance each');
  return leadTimes;
}
