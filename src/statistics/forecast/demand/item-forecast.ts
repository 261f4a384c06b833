import { countDemand } from '../../inventory/demand/count-demand.ts';
import type { Demand } from '../../inventory/demand/demand.ts';
import type { DemandForecast } from '../../inventory/demand/demand-forecast.ts';
import { normalDemand } from '../../inventory/demand/normal-demand.ts';
import { at } from '../../series.ts';
import { countsOfForecast } from '../horizon/counts-of-forecast.ts';
import { type ErrorVariances, errorVariances } from '../horizon/error-variances.ts';
import type { Fitted } from '../methods/fitted.ts';

/** What is expected of the periods after a series, and how far off that may be. */
export type ItemForecast = {
  /** Never below 0, in units of the series. */
  readonly means: Float64Array;
  readonly variances: ErrorVariances;
  /** Whether the series counts whole units: then so do its quantiles. */
  readonly isCounted: boolean;
};

/**
 * Of the square root of how many periods are known: a rate that was fitted to be nothing may well be this.
 */
const DOUBTED_RATE = 0.5;
/** Periods in which a past error comes to count half. */
const HALF_LIFE = 52;
const FADING = 0.5 ** (1 / HALF_LIFE);
/** Of a unit, or of an error: expecting less is expecting nothing. */
const NOTHING = 1e-6;

/**
 * A fitted method as a forecast of demand. The variance of a one-step error is the mean of past squares,
 * those of 52 periods ago counting half, with one degree of freedom less for each number that was fitted; the
 * level is in doubt as a mean of so many periods is, and no forecast is taken to respond to its errors by
 * less than 0.5 / √periods, as the rate that was fitted may be too low by that (in 400 simulated worlds each,
 * sums over 8 periods then lie below their quantiles as often as these say).
 */
export function itemForecast(fitted: Fitted, isCounted: boolean): ItemForecast {
  const { known, square } = pastErrors(fitted.errors);
  const variance = (square * known) / Math.max(1, known - fitted.estimated);
  const least = DOUBTED_RATE / Math.sqrt(known + 1);
  const variances = errorVariances({
    variance,
    doubt: variance / Math.max(1, known),
    responses: fitted.responses.map((response) => Math.max(least, response)),
    factors: fitted.factors,
  });
  const nothing = NOTHING * Math.max(Number(isCounted), Math.sqrt(variance));
  const means = fitted.means.map((mean) => (mean > nothing ? mean : 0));
  return { means, variances, isCounted };
}

function pastErrors(errors: Float64Array): { readonly known: number; readonly square: number } {
  let [known, weight, all, squares] = [0, 1, 0, 0];
  for (let period = errors.length - 1; period >= 0; period -= 1) {
    const error = at(errors, period);
    if (!Number.isNaN(error)) {
      known += 1;
      all += weight;
      squares += weight * error * error;
    }
    weight *= FADING;
  }
  return { known, square: all > 0 ? squares / all : 0 };
}

/** Nothing will be wanted. */
export function nothingWanted(horizon: number): ItemForecast {
  const none = () => new Float64Array(horizon);
  return { means: none(), variances: { each: none(), sums: none() }, isCounted: true };
}

/**
 * Demand of the period `step` ahead, 1 being the next: negative binomial where whole units are counted
 * (Poisson where the errors are not above it), else normal. Throws a RangeError beyond the horizon.
 */
export function demandOfPeriod({ means, variances, isCounted }: ItemForecast, step: number): Demand {
  return demandOf(at(means, step - 1), at(variances.each, step - 1), isCounted);
}

/**
 * Demand of the next `periods` together, of a lead time and a review time, say. Throws a RangeError beyond
 * the horizon.
 */
export function demandOfSum(forecast: ItemForecast, periods: number): Demand {
  if (periods === 0) return countDemand(0, 0);
  const variance = at(forecast.variances.sums, periods - 1);
  return demandOf(meanOfSum(forecast, periods), variance, forecast.isCounted);
}

/**
 * As what orders ask: demand over days, where a period is a day. The last day stands for those beyond the
 * horizon.
 */
export function asDemandForecast(forecast: ItemForecast): DemandForecast {
  const most = forecast.means.length;
  const beyond = (days: number) => Math.max(0, days - most) * (forecast.means[most - 1] ?? 0);
  const meanOver = (days: number) => meanOfSum(forecast, Math.min(days, most)) + beyond(days);
  return {
    meanOver,
    demandOver: (days) => {
      if (days <= most) return demandOfSum(forecast, Math.max(0, Math.ceil(days)));
      const scale = (days / most) ** 2;
      return demandOf(meanOver(days), scale * at(forecast.variances.sums, most - 1), forecast.isCounted);
    },
  };
}

function meanOfSum({ means }: ItemForecast, periods: number): number {
  return means.subarray(0, Math.ceil(periods)).reduce((total, mean) => total + mean, 0);
}

function demandOf(mean: number, variance: number, isCounted: boolean): Demand {
  return isCounted ? countsOfForecast(mean, variance) : normalDemand(mean, Math.sqrt(variance));
}
