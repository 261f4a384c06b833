import { chooseMethod } from '../../../statistics/forecast/backtest/choose-method.ts';
import { transformAt } from '../../../statistics/forecast/backtest/integral-transform.ts';
import {
  demandOfPeriod,
  demandOfSum,
  type ItemForecast,
  itemForecast,
} from '../../../statistics/forecast/demand/item-forecast.ts';
import type { Foretold } from '../../../statistics/forecast/horizon/level-doubt.ts';
import { scaledSums } from '../../../statistics/forecast/reconcile/group-forecast.ts';
import { PROBABILITIES, type TestedMethod } from '../forecast/tested-method.ts';
import { isTold, METHODS, type MethodId, USUAL, type Way, waysFrom } from './methods.ts';

/** The weeks behind are forecast in fours of four, each from before it. */
const [ORIGINS, HORIZON] = [4, 4];
/** Weeks that must be known before the first of them. */
const FEWEST = 13;
/** What orders are made by, of four weeks together: the losses at these tell methods apart. */
const LOSSES = [0.5, 0.8, 0.95] as const;
/** The range that is to hold 80 % of the weeks. */
const [LOW, HIGH] = [0.1, 0.9];

/** A series of weeks, NaN where not known, and what the group knows of each of them. */
export type Series = { readonly values: Float64Array; readonly factors: Float64Array };

export type Tests = {
  readonly tested: readonly TestedMethod[];
  /** What the one that is used had said of four weeks together, and what came: the latest counts most. */
  readonly foretold: readonly Foretold[];
};

/** In so many origins what was foretold comes to count half. */
const HALF_LIFE = 2;

/**
 * A rolling backtest: every method forecasts four weeks from four origins, with what was known then; the rates that it has are
 * those of the first. The usual one is chosen unless another loses 15 % less over the quantiles of four weeks' demand, with all
 * weeks known. Empty where the past is too short.
 */
export function testMethods({ values, factors }: Series): Tests {
  const first = Math.max(0, values.length - ORIGINS * HORIZON);
  const before = values.subarray(0, first);
  if (before.reduce((known, value) => known + Number(!Number.isNaN(value)), 0) < FEWEST)
    return { tested: [], foretold: [] };
  const scale = naiveSquare(values);
  const plain = withoutFactors(values, factors);
  const ways = waysFrom(plain.subarray(0, first));
  const tried = METHODS.flatMap((method) => {
    const way = ways[method];
    return (way && testMethod({ method, way, plain }, { values, factors }, scale)) ?? [];
  });
  const scores = Object.fromEntries(
    tried.map(({ tested, sums }) => [tested.method, { quantileLoss: tested.quantileLoss, sums }]),
  );
  const chosen = USUAL in scores ? chooseMethod(scores, USUAL) : USUAL;
  return {
    tested: tried.map(({ tested }) => ({ ...tested, isChosen: tested.method === chosen })),
    foretold: tried.find(({ tested }) => tested.method === chosen)?.foretold ?? [],
  };
}

type Tried = { readonly method: MethodId; readonly way: Way; readonly plain: Float64Array };

function testMethod(
  { method, way, plain }: Tried,
  { values, factors }: Series,
  scale: number,
): { readonly tested: TestedMethod; readonly sums: number; readonly foretold: Foretold[] } | undefined {
  const sums = { weeks: 0, error: 0, squares: 0, forecast: 0, came: 0, loss: 0, losses: 0 };
  const hits = PROBABILITIES.map(() => 0);
  const foretold: Foretold[] = [];
  let within = 0;
  for (let origin = ORIGINS; origin > 0; origin -= 1) {
    const end = values.length - origin * HORIZON;
    const series = { values: (isTold(method) ? plain : values).subarray(0, end), factors };
    const forecast = forecastOf(way, series, { isTold: isTold(method), horizon: HORIZON });
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
      // No more came than the quantile of p, the least number whose chance to be enough is p, if that of one less is below p.
      const [below, upTo] = [demand.cdf(Math.ceil(came) - 1), demand.cdf(Math.floor(came))];
      within += Number(upTo >= LOW && below < HIGH);
      for (let index = 0; index < PROBABILITIES.length; index += 1) {
        hits[index] = (hits[index] ?? 0) + transformAt(PROBABILITIES[index] ?? 0, below, upTo);
      }
    }
    if (!isWhole) continue;
    const demand = demandOfSum(forecast, HORIZON);
    const mean = forecast.means.reduce((all, pieces) => all + pieces, 0);
    const variance = forecast.variances.sums[HORIZON - 1] ?? 0;
    foretold.push({ mean, variance, actual: total, weight: 0.5 ** ((origin - 1) / HALF_LIFE) });
    for (const probability of LOSSES) {
      const missed = total - demand.quantile(probability);
      sums.loss += missed >= 0 ? probability * missed : (probability - 1) * missed;
      sums.losses += 1;
    }
  }
  if (sums.weeks === 0 || sums.losses === 0) return undefined;
  const tested = {
    ...{ method, isChosen: false, weeks: sums.weeks, meanError: sums.error / sums.weeks },
    scaledError: scale > 0 ? Math.sqrt(sums.squares / sums.weeks / scale) : undefined,
    bias: sums.came > 0 ? sums.forecast / sums.came - 1 : undefined,
    quantileLoss: sums.loss / sums.losses / HORIZON,
    hits: {
      ...Object.fromEntries(
        PROBABILITIES.map((probability, index) => [
          String(probability),
          Number((hits[index] ?? 0).toFixed(3)),
        ]),
      ),
      within,
    },
  };
  return { tested, sums: sums.losses / LOSSES.length, foretold };
}

/** A series as it would be without calendar, promotions and prices. */
export function withoutFactors(values: Float64Array, factors: Float64Array): Float64Array {
  return values.map((value, week) => value / (factors[week] ?? 1));
}

/** What a way expects of the weeks after a series, with what the group knows of them put back where it is told. */
export function forecastOf(
  way: Way,
  { values, factors }: Series,
  asked: { readonly isTold: boolean; readonly horizon: number },
): ItemForecast | undefined {
  const fitted = way(values, asked.horizon);
  if (fitted === undefined) return undefined;
  const forecast = itemForecast(fitted, true);
  return asked.isTold ? withFactors(forecast, factors.subarray(values.length)) : forecast;
}

/** Deviations grow with what they deviate from. */
function withFactors({ means, variances, isCounted }: ItemForecast, factors: Float64Array): ItemForecast {
  const told = means.map((mean, step) => mean * (factors[step] ?? 1));
  const each = variances.each.map((variance, step) => variance * (factors[step] ?? 1) ** 2);
  const sums = scaledSums(variances.sums, means, told);
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
