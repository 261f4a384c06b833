import { type Demand, leastWhole } from '../demand/demand.ts';
import type { DemandForecast } from '../demand/demand-forecast.ts';
import { normalLoss } from '../demand/normal-demand.ts';
import type { LeadTimes } from '../lead-time/lead-times.ts';
import { demandOverLeadTime } from '../lead-time/protection.ts';

/** How well stock serves, both ways of saying it. Each in [0, 1]. */
export type Service = {
  /** P(no stock-out until the next order comes), of all such cycles. */
  readonly cycle: number;
  /** Share of units wanted that are served at once. */
  readonly fill: number;
};

export type Protection = {
  readonly forecast: DemandForecast;
  readonly leadTimes: LeadTimes;
  /** Days between two looks at the stock, ≥ 1. */
  readonly reviewDays: number;
};

/**
 * Service where orders raise the position (on hand + on order − promised) to `level` at each review. The fill
 * rate is 1 − (n(L+R) − n(L)) / µR, with n the units short of demand over lead time and review, and over lead
 * time alone: what is short at a cycle's end, less what was short before it (Hadley and Whitin 1963, Analysis
 * of Inventory Systems, chapter 5). Where nothing is wanted all is served.
 */
export function serviceOfLevel({ forecast, leadTimes, reviewDays }: Protection, level: number): Service {
  const before = demandOverLeadTime(forecast, leadTimes);
  const until = demandOverLeadTime(forecast, leadTimes, reviewDays);
  return { cycle: until.cdf(level), fill: fillOfLevel(before, until, level) };
}

/** The least whole level whose service, in the way that is asked for, is `target`, in [0, 1). */
export function levelForService(protection: Protection, way: keyof Service, target: number): number {
  if (!(target >= 0 && target < 1)) throw new RangeError(`no service to reach: ${target}`);
  const { forecast, leadTimes, reviewDays } = protection;
  const before = demandOverLeadTime(forecast, leadTimes);
  const until = demandOverLeadTime(forecast, leadTimes, reviewDays);
  if (way === 'cycle') return wholeUp(until.quantile(target));
  return leastWhole((level) => fillOfLevel(before, until, level), target, until.mean);
}

/**
 * Service where `quantity` is ordered as soon as the position is at `reorderPoint`, of demand over the lead
 * time: F(r), and 1 − (n(r) − n(r + Q)) / Q, as the position is anywhere between r and r + Q alike (Snyder
 * and Shen 2019, chapter 5).
 */
export function serviceOfReorderPoint(
  leadTimeDemand: Demand,
  reorderPoint: number,
  quantity: number,
): Service {
  const short = leadTimeDemand.shortage(reorderPoint) - leadTimeDemand.shortage(reorderPoint + quantity);
  return { cycle: leadTimeDemand.cdf(reorderPoint), fill: 1 - short / quantity };
}

/**
 * The textbook's fill rate of normal demand, 1 − σG(k)/Q at r = µ + kσ (Silver, Pyke and Thomas 2017, chapter
 * 6): what is short is counted at the end of each cycle, all of it as of that cycle.
 *
 * @example normalFillRate({ safetyFactor: 1, sd: 20, quantity: 100 }) // 1 − 20 · 0.0833 / 100
 */
export function normalFillRate({
  safetyFactor,
  sd,
  quantity,
}: {
  readonly safetyFactor: number;
  readonly sd: number;
  readonly quantity: number;
}): number {
  return 1 - (sd * normalLoss(safetyFactor)) / quantity;
}

/** Up to whole units, where a rounding error above one is none. */
export function wholeUp(units: number): number {
  return Math.max(0, Math.ceil(units - 1e-9));
}

function fillOfLevel(before: Demand, until: Demand, level: number): number {
  const wanted = until.mean - before.mean;
  if (wanted <= 0) return 1;
  return 1 - Math.max(0, until.shortage(level) - before.shortage(level)) / wanted;
}
