import { forecastDemand } from '../../../statistics/forecast/demand/forecast-demand.ts';
import {
  economicOrderQuantity,
  forecastPolicy,
  holdingCostPerDay,
  type LeadTimes,
  leadTimeMoments,
  minMaxPolicy,
  type OrderPolicy,
} from '../../../statistics/index.ts';
import { reorderPointOf } from '../policy/aim.ts';
import type { Policy } from '../policy/policy.ts';
import type { BacktestInput, ReplayedId, ReplayedItem } from './backtest.ts';
import { inDays, weeksBefore } from './weekly-demand.ts';

/** Forecasts are made anew every four weeks. */
const REFIT_DAYS = 28;
const AHEAD_WEEKS = 53;
const [YEAR, MONTH] = [365, 30];
/** Half as much again as the lead time needs: what people take who set levels by hand. */
const CUSHION = 1.5;

/** How each policy would have ordered an item, with what was known on each morning and no more. */
export function orderPolicies(
  item: ReplayedItem,
  leadTimes: LeadTimes,
  { before, policy }: Pick<BacktestInput, 'before' | 'policy'>,
): Readonly<Record<ReplayedId, OrderPolicy>> {
  const { reviewDays, packSize: pack, minimumQuantity: minimum } = item;
  const rhythm = { reviewDays, sizes: { pack, minimum } };
  const lead = leadTimeMoments(leadTimes).mean;
  const hand = averageOf(
    item.days.slice(Math.max(before - YEAR, 0), before).filter((of) => !Number.isNaN(of)),
  );
  const least = Math.ceil(hand * (lead + reviewDays) * CUSHION);
  const most = least + Math.max(Math.ceil(hand * MONTH), pack, minimum, 1);
  const fixed = policy.minMax ?? { min: least, max: most };
  return {
    yours:
      policy.minMax === undefined
        ? forecastPolicy(levelsByForecast(item, leadTimes, { before, policy }), rhythm)
        : minMaxPolicy(policy.minMax.min, policy.minMax.max),
    min_max: hand > 0 ? minMaxPolicy(fixed.min, fixed.max) : () => 0,
    average_30: forecastPolicy((day) => {
      // Days without stock count as days without demand: that is its flaw.
      const recent = item.days.slice(before + day - MONTH, before + day).map((of) => (of > 0 ? of : 0));
      const average = averageOf(recent);
      const reorderPoint = Math.ceil(average * lead);
      return { reorderPoint, orderUpTo: reorderPoint + Math.ceil(average * MONTH) };
    }, rhythm),
  };
}

function levelsByForecast(
  item: ReplayedItem,
  leadTimes: LeadTimes,
  { before, policy }: Pick<BacktestInput, 'before' | 'policy'>,
): Parameters<typeof forecastPolicy>[0] {
  const known = new Map<number, { readonly reorderPoint: number; readonly orderUpTo: number }>();
  const since = Math.max(
    item.days.findIndex((of) => of > 0),
    0,
  );
  return (day) => {
    const made = day - (day % REFIT_DAYS);
    const kept = known.get(made);
    if (kept !== undefined) return kept;
    const weeks = weeksBefore(item.days.slice(since), Math.max(before + made - since, 0));
    const levels =
      weeks.length === 0 ? { reorderPoint: 0, orderUpTo: 0 } : levelsOf(weeks, item, leadTimes, policy);
    known.set(made, levels);
    return levels;
  };
}

function levelsOf(weeks: Float64Array, item: ReplayedItem, leadTimes: LeadTimes, policy: Policy) {
  const { reviewDays, unitCost } = item;
  const forecast = inDays(forecastDemand(weeks, { horizon: AHEAD_WEEKS, seasons: [] }));
  const perDay = forecast.meanOver(YEAR) / YEAR;
  if (perDay <= 0) return { reorderPoint: 0, orderUpTo: 0 };
  const reorderPoint = reorderPointOf({ forecast, leadTimes, reviewDays }, policy, item);
  const holding = holdingCostPerDay(unitCost, policy.holdingRate);
  const steady = { fixedCost: Number(policy.orderCostMinor), holdingCost: holding, demandRate: perDay };
  const cheapest = holding > 0 ? economicOrderQuantity(steady).quantity : 0;
  const most = perDay * policy.maxCoverDays;
  const quantity = Math.min(Math.max(cheapest, perDay * reviewDays, 1), Math.max(most, 1));
  return { reorderPoint, orderUpTo: reorderPoint + Math.ceil(quantity) };
}

function averageOf(days: readonly number[]): number {
  return days.length === 0 ? 0 : days.reduce((total, of) => total + of, 0) / days.length;
}
