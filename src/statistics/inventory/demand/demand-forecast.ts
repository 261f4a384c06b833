import type { LeadTimes } from '../lead-time/lead-times.ts';
import { countDemand } from './count-demand.ts';
import type { Demand } from './demand.ts';
import { quantileDemand } from './discrete-demand.ts';
import type { Counts } from './tabulated-counts.ts';

/** What the days from today on are expected to want. Today is the first of them. */
export type DemandForecast = {
  /** Expected units of the next `days` days: 0 of none, and not falling. */
  readonly meanOver: (days: number) => number;
  readonly demandOver: (days: number) => Demand;
  /** Where demand is counts: what that of so many days is of. */
  readonly countsOver?: (days: number) => Counts;
  /** Demand over lead times that was asked for already: level, urgency and worth of an order ask for the same many times over. */
  readonly kept?: Map<LeadTimes, Map<number, Demand>>;
};

/**
 * Days that are alike: counts (negative binomial) of a mean and a variance a day, in units. The variance is
 * that of the forecast's errors, and days are taken as independent; where errors go on (a level that is not
 * known), give `forecastOfQuantiles` instead.
 *
 * @example steadyForecast({ perDay: 2, errorVariance: 3 }).demandOver(7).mean // 14
 */
export function steadyForecast({
  perDay,
  errorVariance,
}: {
  readonly perDay: number;
  readonly errorVariance: number;
}): DemandForecast {
  return {
    meanOver: (days) => perDay * days,
    demandOver: (days) => countDemand(perDay * days, errorVariance * days),
  };
}

/**
 * A forecast that is known as quantiles of sums of days: `quantileOver(days, probability)`, in units, of
 * whole days ≥ 1, not falling in either. Without `meanOver` the mean is read from the quantiles, which takes
 * 335 of them for each number of days asked for.
 */
export function forecastOfQuantiles(
  quantileOver: (days: number, probability: number) => number,
  meanOver?: (days: number) => number,
): DemandForecast {
  const known = new Map<number, Demand>();
  const demandOver = (days: number): Demand => {
    if (days <= 0) return countDemand(0, 0);
    const found = known.get(days) ?? quantileDemand((probability) => quantileOver(days, probability));
    known.set(days, found);
    return found;
  };
  return { demandOver, meanOver: meanOver ?? ((days) => demandOver(Math.ceil(days)).mean) };
}
