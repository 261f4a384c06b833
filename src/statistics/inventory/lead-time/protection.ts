import type { Demand } from '../demand/demand.ts';
import type { DemandForecast } from '../demand/demand-forecast.ts';
import { mixedCounts, mixedDemand } from '../demand/mixed-demand.ts';
import type { LeadTimeMoments, LeadTimes } from './lead-times.ts';

/**
 * Demand from today until an order of today has come and `moreDays` have passed: that of each lead time, as
 * likely as it is. With the review period as `moreDays` it is what stock must cover now, as what is ordered
 * at the next review comes no sooner (Silver, Pyke and Thomas 2017, Inventory and Production Management in
 * Supply Chains, 4th edition, chapter 6).
 */
export function demandOverLeadTime(forecast: DemandForecast, leadTimes: LeadTimes, moreDays = 0): Demand {
  const { kept } = forecast;
  const known = kept?.get(leadTimes) ?? new Map<number, Demand>();
  const found = known.get(moreDays) ?? overLeadTime(forecast, leadTimes, moreDays);
  kept?.set(leadTimes, known.set(moreDays, found));
  return found;
}

function overLeadTime(
  { meanOver, demandOver, countsOver }: DemandForecast,
  leadTimes: LeadTimes,
  moreDays: number,
): Demand {
  const counted =
    countsOver === undefined || leadTimes.length === 1
      ? undefined
      : mixedCounts(
          leadTimes.map(({ days, probability }) => ({
            weight: probability,
            mean: meanOver(days + moreDays),
            counts: countsOver(days + moreDays),
          })),
        );
  if (counted !== undefined) return counted;
  return mixedDemand(
    leadTimes.map(({ days, probability }) => ({ weight: probability, demand: demandOver(days + moreDays) })),
  );
}

/**
 * Mean and variance of demand over lead time and review, in units: (E[L] + R)µ, and (E[L] + R)σ² + µ²Var(L)
 * (Silver, Pyke and Thomas 2017, chapter 6). σ² is the variance of the forecast's error of a day, not that of
 * demand.
 *
 * @example protectionMoments({ perDay: 10, errorVariance: 25 }, { mean: 8, variance: 4 }, 7) // 150 ± √775
 */
export function protectionMoments(
  { perDay, errorVariance }: { readonly perDay: number; readonly errorVariance: number },
  leadTime: LeadTimeMoments,
  reviewDays: number,
): { readonly mean: number; readonly variance: number } {
  const days = leadTime.mean + reviewDays;
  return { mean: days * perDay, variance: days * errorVariance + perDay ** 2 * leadTime.variance };
}
