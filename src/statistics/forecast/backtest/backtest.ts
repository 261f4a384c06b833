import { at } from '../../series.ts';
import type { ItemForecast } from '../demand/item-forecast.ts';
import { type Score, scoreOf } from './score.ts';

/** What forecasts from a past alone; undefined where it cannot. */
export type Forecaster = (past: Float64Array, horizon: number) => ItemForecast | undefined;

export type Backtest = {
  /** How many periods were known at each origin, ascending: forecasts are made as if it were then. */
  readonly origins: readonly number[];
  readonly horizon: number;
  readonly probabilities: readonly number[];
};

/** Periods from the first demand on without which nobody would forecast. */
const FEWEST = 3;

/**
 * Rolling-origin evaluation of forecasters on one item (Tashman 2000, "Out-of-sample tests of forecasting accuracy", Int.
 * J. Forecasting 16): at each origin each sees the periods before it, from the item's first demand on, and is compared with the
 * `horizon` ones after it. By forecaster a score for each origin; an origin before the item's third period has none, and so
 * has one that is beyond the series. All forecasters are compared on the same periods: where one has no forecast, none is.
 * `weightAt`: what the item counts at an origin, by what it earned before it, say.
 */
export function backtest<Name extends string>(
  values: ArrayLike<number>,
  forecasters: Readonly<Record<Name, Forecaster>>,
  { origins, horizon, probabilities }: Backtest,
  weightAt: (origin: number) => number = () => 1,
): Record<Name, Score>[] {
  const series = Float64Array.from(values);
  const first = series.findIndex((value) => value > 0);
  if (first < 0) return [];
  return origins.flatMap((origin) => {
    if (origin - first < FEWEST || origin + horizon > series.length) return [];
    const past = series.slice(first, origin);
    const actual = series.subarray(origin, origin + horizon);
    const scale = { naive: meanSquaredStep(past), weight: weightAt(origin), probabilities };
    const scores: Partial<Record<Name, Score>> = {};
    for (const name of namesOf(forecasters)) {
      const forecast = forecasters[name](past, horizon);
      if (forecast === undefined) return [];
      scores[name] = scoreOf(forecast, actual, scale);
    }
    return isWhole(scores, forecasters) ? [scores] : [];
  });
}

/** The latest origins that leave a whole horizon, each a horizon before the next, ascending. */
export function rollingOrigins(periods: number, horizon: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => periods - horizon * (count - index)).filter(
    (origin) => origin > 0,
  );
}

function meanSquaredStep(past: Float64Array): number {
  let [squares, steps] = [0, 0];
  for (let period = 1; period < past.length; period += 1) {
    const step = at(past, period) - at(past, period - 1);
    if (Number.isNaN(step)) continue;
    squares += step * step;
    steps += 1;
  }
  return steps > 0 ? squares / steps : 0;
}

function namesOf<Name extends string>(forecasters: Readonly<Record<Name, Forecaster>>): Name[] {
  const names: Name[] = [];
  for (const name in forecasters) names.push(name);
  return names;
}

function isWhole<Name extends string>(
  scores: Partial<Record<Name, Score>>,
  forecasters: Readonly<Record<Name, Forecaster>>,
): scores is Record<Name, Score> {
  return namesOf(forecasters).every((name) => scores[name] !== undefined);
}
