import {
  type DemandForecast,
  economicOrderQuantity,
  forecastPolicy,
  holdingCostPerDay,
  leadTimeMoments,
  minMaxPolicy,
  type OrderPolicy,
} from '../../../statistics/index.ts';
import { type Aim, aimOf } from '../policy/aim.ts';
import type { Policy } from '../policy/policy.ts';
import type { BacktestInput, ReplayedId, ReplayedItem } from './backtest.ts';
import { leadTimesOf } from './replay-question.ts';
import { knownFrom, usualDay } from './usual-day.ts';

const [YEAR, MONTH] = [365, 30];
/** Half as much again as the lead time needs: what people take who set levels by hand. */
const CUSHION = 1.5;

/** By what was known on a morning: when and up to where is ordered, and what that is reckoned to come to. */
export type Levels = {
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  /** Missing where nothing is expected to be wanted, or too little is known to say. */
  readonly aim?: Aim;
};
/** The levels of a day of the span, or of the half year before it. */
export type LevelsOn = (day: number) => Levels;
const NOTHING: Levels = { reorderPoint: -1, orderUpTo: 0 };

/** How each policy would have ordered an item, with what was known on each morning and no more. */
export function orderPolicies(
  item: ReplayedItem,
  {
    before,
    policy,
    levelsOn,
  }: Pick<BacktestInput, 'before' | 'policy'> & { readonly levelsOn: LevelsOn | undefined },
): Readonly<Record<ReplayedId, OrderPolicy>> {
  const { reviewDays, packSize: pack, minimumQuantity: minimum } = item;
  const rhythm = { reviewDays, sizes: { pack, minimum } };
  const lead = leadTimeMoments(leadTimesOf(item)).mean;
  const hand = usualDay(item.days, knownFrom(item.days, before));
  const least = Math.ceil(hand * (lead + reviewDays) * CUSHION);
  const most = least + Math.max(Math.ceil(hand * MONTH), pack, minimum, 1);
  const fixed = policy.minMax ?? { min: least, max: most };
  return {
    yours: levelsOn === undefined ? minMaxPolicy(fixed.min, fixed.max) : forecastPolicy(levelsOn, rhythm),
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

/**
 * By the forecast of each day (undefined where the item is too new), and by what had come of aims until it was made: how many times
 * as much was short as was aimed at.
 */
export function levelsByForecast(
  item: ReplayedItem,
  about: {
    readonly policy: Policy;
    readonly forecastOn: (day: number) => DemandForecast | undefined;
    readonly experienceOn: (day: number) => number;
  },
): LevelsOn {
  const known = new Map<DemandForecast, Levels>();
  return (day) => {
    const forecast = about.forecastOn(day);
    if (forecast === undefined) return NOTHING;
    const levels =
      known.get(forecast) ??
      levelsOf(forecast, item, { ...about.policy, experience: about.experienceOn(day) });
    known.set(forecast, levels);
    return levels;
  };
}

function levelsOf(forecast: DemandForecast, item: ReplayedItem, policy: Policy): Levels {
  const { reviewDays, unitCost } = item;
  const leadTimes = leadTimesOf(item);
  const perDay = forecast.meanOver(YEAR) / YEAR;
  if (perDay <= 0) return NOTHING;
  const holding = holdingCostPerDay(unitCost, policy.holdingRate);
  const steady = { fixedCost: Number(policy.orderCostMinor), holdingCost: holding, demandRate: perDay };
  const cheapest = holding > 0 ? economicOrderQuantity(steady).quantity : 0;
  const most = perDay * policy.maxCoverDays;
  const quantity = Math.ceil(Math.min(Math.max(cheapest, perDay * reviewDays, 1), Math.max(most, 1)));
  const size = { quantity: Math.max(quantity, item.minimumQuantity), pack: item.packSize };
  const aim = aimOf({ forecast, leadTimes, reviewDays }, size, policy, item);
  // One is due below the reorder point, and in whole pieces that is at or below one less.
  return { reorderPoint: aim.reorderPoint - 1, orderUpTo: aim.reorderPoint + size.quantity, aim };
}

function averageOf(days: readonly number[]): number {
  return days.length === 0 ? 0 : days.reduce((total, of) => total + of, 0) / days.length;
}
