import {
  demandOfPeriod,
  demandOfSum,
  type ItemForecast,
  itemForecast,
} from '../../../statistics/forecast/demand/item-forecast.ts';
import { PROBABILITIES, type TestedMethod } from '../forecast/tested-method.ts';
import { METHODS, type Method, USUAL } from './methods.ts';

/** The weeks behind are forecast in threes of four, each from before it. */
const [ORIGINS, HORIZON] = [3, 4];
/** Weeks that must be known before the first of them. */
const FEWEST = 13;
/** What orders are made by, of four weeks together: the losses at these tell methods apart. */
const LOSSES = [0.5, 0.8, 0.95] as const;
/** The range that is to hold 80 % of the weeks. */
const [LOW, HIGH] = [0.1, 0.9];
/** Another than the usual method must save so much: three origins do not say more. */
const BETTER = 0.85;

/** A series of weeks, NaN where not known, and what the group knows of each of them. */
export type Series = { readonly values: Float64Array; readonly factors: Float64Array };

/**
 * A rolling backtest: every method forecasts four weeks from three origins, with what was known then. The usual one is chosen unless
 * another loses 15 % less over the quantiles of four weeks' demand. Empty where the past is too short.
 */
export function testMethods(series: Series): TestedMethod[] {
  const weeks = series.values.length;
  const known = series.values
    .subarray(0, Math.max(0, weeks - ORIGINS * HORIZON))
    .filter((value) => !Number.isNaN(value));
  if (known.length < FEWEST) return [];
  const scale = naiveSquare(series.values);
  const tested = METHODS.flatMap((method) => testMethod(method, series, scale) ?? []);
  const losses = new Map(tested.map(({ method, quantileLoss }) => [method, quantileLoss]));
  const best = tested.reduce<TestedMethod | undefined>(
    (one, other) => (one === undefined || other.quantileLoss < one.quantileLoss ? other : one),
    undefined,
  );
  const ofUsual = losses.get(USUAL);
  const isBetter = best !== undefined && (ofUsual === undefined || best.quantileLoss < BETTER * ofUsual);
  const chosen = isBetter ? best.method : USUAL;
  return tested.map((one) => ({ ...one, isChosen: one.method === chosen }));
}

function testMethod(method: Method, { values, factors }: Series, scale: number): TestedMethod | undefined {
  const sums = { weeks: 0, error: 0, squares: 0, forecast: 0, came: 0, loss: 0, losses: 0 };
  const hits = PROBABILITIES.map(() => 0);
  let within = 0;
  for (let origin = ORIGINS; origin > 0; origin -= 1) {
    const end = values.length - origin * HORIZON;
    const forecast = forecastOf(method, values.subarray(0, end), factors, HORIZON);
    if (forecast === undefined) return undefined;
    let [total, isWhole] = [0, true];
    for (let step = 1; step <= HORIZON; step += 1) {
      const came = values[end + step - 1] ?? Number.NaN;
      if (Number.isNaN(came)) isWhole = false;
      if (Number.isNaN(came)) continue;
      const demand = demandOfPeriod(forecast, step);
      const error = demand.mean - came;
      total += came;
      sums.weeks += 1;
      sums.error += Math.abs(error);
      sums.squares += error * error;
      sums.forecast += demand.mean;
      sums.came += came;
      const isAbove = demand.cdf(Math.floor(came)) >= LOW;
      // No more came than the quantile of p, the least number whose chance to be enough is p, if that of one less is below p.
      const below = demand.cdf(Math.ceil(came) - 1);
      within += Number(isAbove && below < HIGH);
      PROBABILITIES.forEach((probability, index) => {
        if (below < probability) hits[index] = (hits[index] ?? 0) + 1;
      });
    }
    if (!isWhole) continue;
    const demand = demandOfSum(forecast, HORIZON);
    for (const probability of LOSSES) {
      const missed = total - demand.quantile(probability);
      sums.loss += missed >= 0 ? probability * missed : (probability - 1) * missed;
      sums.losses += 1;
    }
  }
  if (sums.weeks === 0 || sums.losses === 0) return undefined;
  return {
    ...{ method: method.id, isChosen: false, weeks: sums.weeks, meanError: sums.error / sums.weeks },
    scaledError: scale > 0 ? Math.sqrt(sums.squares / sums.weeks / scale) : undefined,
    bias: sums.came > 0 ? sums.forecast / sums.came - 1 : undefined,
    quantileLoss: sums.loss / sums.losses / HORIZON,
    hits: {
      ...Object.fromEntries(
        PROBABILITIES.map((probability, index) => [String(probability), hits[index] ?? 0]),
      ),
      within,
    },
  };
}

/** What a method expects of the weeks after `values`, with what the group knows put back. */
export function forecastOf(
  { fit, isTold }: Method,
  values: Float64Array,
  factors: Float64Array,
  horizon: number,
): ItemForecast | undefined {
  const plain = isTold ? values.map((value, week) => value / (factors[week] ?? 1)) : values;
  const fitted = fit(plain, horizon);
  if (fitted === undefined) return undefined;
  const forecast = itemForecast(fitted, true);
  return isTold ? withFactors(forecast, factors.subarray(values.length)) : forecast;
}

/** Deviations grow with what they deviate from. */
function withFactors({ means, variances, isCounted }: ItemForecast, factors: Float64Array): ItemForecast {
  const told = means.map((mean, step) => mean * (factors[step] ?? 1));
  const each = variances.each.map((variance, step) => variance * (factors[step] ?? 1) ** 2);
  let [plain, with_, most] = [0, 0, 0];
  const sums = variances.sums.map((variance, step) => {
    plain += means[step] ?? 0;
    with_ += told[step] ?? 0;
    most = Math.max(most, plain > 0 ? variance * (with_ / plain) ** 2 : variance);
    return most;
  });
  return { means: told, variances: { each, sums }, isCounted };
}

/** The mean squared change from one known week to the next. */
function naiveSquare(values: Float64Array): number {
  let [sum, count, last] = [0, 0, Number.NaN];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(last)) {
      sum += (value - last) ** 2;
      count += 1;
    }
    last = value;
  }
  return count > 0 ? sum / count : 0;
}
