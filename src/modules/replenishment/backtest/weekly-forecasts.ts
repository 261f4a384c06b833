import { forecastDemand } from '../../../statistics/forecast/demand/forecast-demand.ts';
import type { ItemForecast } from '../../../statistics/forecast/demand/item-forecast.ts';
import {
  type Foretold,
  levelDoubt,
  withLevelDoubt,
} from '../../../statistics/forecast/horizon/level-doubt.ts';
import type { DemandForecast } from '../../../statistics/index.ts';
import type { BacktestInput, ReplayedItem } from './backtest.ts';
import { inDays, weeksBefore } from './weekly-demand.ts';

/** Forecasts are made anew every four weeks, and judged by the four weeks after them. */
export const REFIT_DAYS = 28;
const JUDGED_WEEKS = 4;
/** How many are made before the span, to learn from how right they were. */
export const TRIED = 6;
/** In so many forecasts what was learned comes to count half. */
const HALF_LIFE = 2;
const AHEAD_WEEKS = 53;
/** Weeks without which nobody would forecast. */
const FEWEST = 3;

type Made = {
  readonly day: number;
  readonly forecast: ItemForecast | undefined;
  /** Of the four weeks after it; NaN where not all are known. */
  readonly came: number;
};

/** By item, its forecast on a day of the span: undefined where it is too new. */
export type ForecastsOf = (item: number, day: number) => DemandForecast | undefined;

/**
 * What would have been forecast of each item on each day of the span, by what was known on that morning: by the item's own past, and
 * as wide as forecasts of all items together had turned out to have to be until then.
 */
export function weeklyForecasts({
  items,
  before,
  length,
}: Pick<BacktestInput, 'items' | 'before' | 'length'>): ForecastsOf {
  const days: number[] = [];
  for (let day = -TRIED * REFIT_DAYS; day < length; day += REFIT_DAYS) if (before + day > 0) days.push(day);
  const made = items.map((item) => days.map((day) => forecastOn(item, before, day)));
  const doubts = days.map((day) => levelDoubt(made.flatMap((of) => foretoldUntil(of, day))));
  const found = new Map<number, DemandForecast | undefined>();
  return (item, day) => {
    const at = days.findLastIndex((one) => one <= day);
    const key = item * days.length + at;
    if (!found.has(key)) {
      const forecast = made[item]?.[at]?.forecast;
      found.set(key, forecast && inDays(withLevelDoubt(forecast, doubts[at] ?? 0)));
    }
    return found.get(key);
  };
}

function forecastOn({ days }: ReplayedItem, before: number, day: number): Made {
  const since = Math.max(
    days.findIndex((of) => of > 0),
    0,
  );
  const known = before + day;
  const weeks = weeksBefore(days.slice(since), Math.max(known - since, 0));
  const forecast =
    weeks.length < FEWEST ? undefined : forecastDemand(weeks, { horizon: AHEAD_WEEKS, seasons: [] });
  const came = days.slice(known, known + 7 * JUDGED_WEEKS).reduce((total, of) => total + of, 0);
  return { day, forecast, came: days.length < known + 7 * JUDGED_WEEKS ? Number.NaN : came };
}

/** What had been forecast of an item and was known until a morning, the latest counting most. */
function foretoldUntil(made: readonly Made[], day: number): Foretold[] {
  return made.flatMap(({ day: on, forecast, came }) => {
    const age = (day - on) / REFIT_DAYS;
    if (forecast === undefined || age < 1 || Number.isNaN(came)) return [];
    const mean = forecast.means.subarray(0, JUDGED_WEEKS).reduce((total, of) => total + of, 0);
    const variance = forecast.variances.sums[JUDGED_WEEKS - 1] ?? 0;
    return [{ mean, variance, actual: came, weight: 0.5 ** (age / HALF_LIFE) }];
  });
}
