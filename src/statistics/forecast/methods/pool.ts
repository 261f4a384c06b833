import { at } from '../../series.ts';
import type { TsbRates } from '../demand/fit-tsb.ts';
import { adjustSeasons, factorsAhead, inSeason, withoutSeasons } from '../season/adjust.ts';
import type { Season, SeasonFit } from '../season/fit-season.ts';
import type { Smoothing } from '../smoothing/smoothing.ts';
import type { Fitted } from './fitted.ts';
import { fitMovingAverage } from './moving-average.ts';
import { combinationMethods, tsbMethod } from './smoothing-methods.ts';

const AVERAGED = 12;
/** No method has been right so exactly that it alone counts. */
const EXACT = 1e-9;

/**
 * The default: the median of four smoothings, simple smoothing, TSB and a moving average of 12, of the series without its
 * seasons, each weighted by the inverse of its mean squared one-step error in the past (Bates and Granger 1969, "The
 * combination of forecasts", Operational Research Quarterly 20, method i with all of the past). So a series with a strong
 * trend is left to the first, and one of few and uneven sales is averaged. Undefined where no period is known.
 */
export function pooledMethod(
  values: ArrayLike<number>,
  horizon: number,
  seasons: readonly Season[],
): Fitted | undefined {
  return fitPool(values, horizon, seasons)?.method;
}

/** What a pool was fitted to be, for other stretches of its series. */
export type PoolRates = {
  readonly seasons: readonly SeasonFit[];
  readonly parts: readonly Smoothing[];
  readonly tsb: TsbRates;
};

/**
 * The default with what was fitted. `like`: the rates and seasons of another stretch of the series, the beginning of which is
 * the same period; only states and weights are this stretch's then.
 */
export function fitPool(
  values: ArrayLike<number>,
  horizon: number,
  seasons: readonly Season[],
  like?: PoolRates,
): { readonly method: Fitted; readonly rates: PoolRates } | undefined {
  const adjusted = like ? withoutSeasons(values, like.seasons) : adjustSeasons(values, seasons);
  const smoothed = combinationMethods(adjusted.values, horizon, like?.parts);
  const tsb = tsbMethod(adjusted.values, horizon, like?.tsb);
  const average = fitMovingAverage(adjusted.values, horizon, AVERAGED);
  if (smoothed === undefined || tsb === undefined || average === undefined) return undefined;
  const members = [smoothed.combination, smoothed.ses, tsb.method, average];
  const weights = weightsOf(members);
  const mixed = (of: (member: Fitted) => Float64Array) => weighted(members.map(of), weights);
  const means = mixed((member) => member.means);
  return {
    method: {
      means: inSeason(adjusted.seasons, values.length, means),
      factors: factorsAhead(adjusted.seasons, values.length, horizon),
      errors: mixed(({ errors }) => errors),
      responses: mixed((member) => member.responses),
      estimated: smoothed.combination.estimated,
    },
    rates: { seasons: adjusted.seasons, parts: smoothed.parts, tsb: tsb.smoothing },
  };
}

function weightsOf(members: readonly Fitted[]): number[] {
  const squares = members.map(({ errors }) => meanSquare(errors));
  const least = EXACT * Math.max(...squares);
  return squares.map((square) => (least > 0 ? least / (square + least) : 1));
}

/** The mean of each period, of the series that have it. */
function weighted(series: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const [first = new Float64Array(0)] = series;
  return first.map((_, period) => {
    let total = 0;
    let weight = 0;
    for (let member = 0; member < series.length; member += 1) {
      const value = series[member]?.[period] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      total += at(weights, member) * value;
      weight += at(weights, member);
    }
    return weight > 0 ? total / weight : Number.NaN;
  });
}

function meanSquare(errors: Float64Array): number {
  let [squares, known] = [0, 0];
  for (const error of errors) {
    if (Number.isNaN(error)) continue;
    squares += error * error;
    known += 1;
  }
  return known > 0 ? squares / known : 0;
}
