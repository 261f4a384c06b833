import {
  type DemandForecast,
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
import { knownFrom, usualDay } from './usual-day.ts';

const [YEAR, MONTH] = [365, 30];
/** Half as much again as the lead time needs: what people take who set levels by hand. */
const CUSHION = 1.5;

type Levels = { readonly reorderPoint: number; readonly orderUpTo: number };
const NOTHING: Levels = { reorderPoint: 0, orderUpTo: 0 };
/** Of a day of the span, by what was known on its morning; undefined where the item is too new. */
type ForecastOn = (day: number) => DemandForecast | undefined;

/** How each policy would have ordered an item, with what was known on each morning and no more. */
export function orderPolicies(
  item: ReplayedItem,
  leadTimes: LeadTimes,
  {
    before,
    policy,
    forecastOn,
  }: Pick<BacktestInput, 'before' | 'policy'> & { readonly forecastOn: ForecastOn },
): Readonly<Record<ReplayedId, OrderPolicy>> {
  const { reviewDays, packSize: pack, minimumQuantity: minimum } = item;
  const rhythm = { reviewDays, sizes: { pack, minimum } };
  const lead = leadTimeMoments(leadTimes).mean;
  const hand = usualDay(item.days, knownFrom(item.days, before));
  const least = Math.ceil(hand * (lead + reviewDays) * CUSHION);
  const most = least + Math.max(Math.ceil(hand * MONTH), pack, minimum, 1);
  const fixed = policy.minMax ?? { min: least, max: most };
  return {
    yours:
      policy.minMax === undefined
        ? forecastPolicy(levelsByForecast(item, leadTimes, { forecastOn, policy }), rhythm)
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
  { forecastOn, policy }: { readonly forecastOn: ForecastOn; readonly policy: Policy },
): Parameters<typeof forecastPolicy>[0] {
  const known = new Map<DemandForecast, Levels>();
  return (day) => {
    const forecast = forecastOn(day);
    if (forecast === undefined) return NOTHING;
    const levels = known.get(forecast) ?? levelsOf(forecast, item, leadTimes, policy);
    known.set(forecast, levels);
    return levels;
  };
}

function levelsOf(
  forecast: DemandForecast,
  item: ReplayedItem,
  leadTimes: LeadTimes,
  policy: Policy,
): Levels {
  const { reviewDays, unitCost } = item;
  const perDay = forecast.meanOver(YEAR) / YEAR;
  if (perDay <= 0) return NOTHING;
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
