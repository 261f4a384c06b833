import { leadTimeMoments } from '../lead-time/lead-times.ts';
import { demandOverLeadTime } from '../lead-time/protection.ts';
import { type Protection, wholeUp } from '../service/service-of-stock.ts';

export type StockLevels = {
  /** Order when the position (on hand + on order − promised) is at or below it. Whole units. */
  readonly reorderPoint: number;
  /** Order so much that the position comes up to it. Whole units, never below the reorder point. */
  readonly orderUpTo: number;
  /** What is expected to be wanted until an order of the next review has come. */
  readonly expectedDemand: number;
  /** The reorder point less that. */
  readonly safetyStock: number;
};

/**
 * When to order and up to where. The reorder point is the `service` quantile of demand over lead time and
 * review; the level lies above it by what `coverDays` more (0: none) are expected to want (Silver, Pyke and
 * Thomas 2017, chapter 6). The lead time is part of both, whatever quantity is ordered. Where nothing
 * is wanted both are 0. Throws a RangeError for a service outside of [0, 1) and a review of less than a day.
 */
export function stockLevels(
  { forecast, leadTimes, reviewDays }: Protection,
  { service, coverDays = 0 }: { readonly service: number; readonly coverDays?: number },
): StockLevels {
  if (!(service >= 0 && service < 1)) throw new RangeError(`no service to reach: ${service}`);
  if (!(reviewDays >= 1 && coverDays >= 0)) {
    throw new RangeError(`no days: a review each ${reviewDays}, to cover ${coverDays}`);
  }
  const demand = demandOverLeadTime(forecast, leadTimes, reviewDays);
  const reorderPoint = wholeUp(demand.quantile(service));
  const days = Math.round(leadTimeMoments(leadTimes).mean + reviewDays);
  const covered = forecast.meanOver(days + coverDays) - forecast.meanOver(days);
  return {
    reorderPoint,
    orderUpTo: wholeUp(reorderPoint + covered),
    expectedDemand: demand.mean,
    safetyStock: reorderPoint - demand.mean,
  };
}
