import { crc32 } from 'node:zlib';
import { levelDoubt, withLevelDoubt } from '../../../src/statistics/forecast/horizon/level-doubt.ts';
import {
  accuracyOf,
  backtest,
  benchmarkForecasters,
  chooseMethod,
  demandOfSum,
  forecastDemand,
  type ItemForecast,
  METHODS,
  pooled,
  rollingOrigins,
  type Score,
} from '../../../src/statistics/index.ts';
import type { Figures } from '../harness/scenario.ts';
import { RETAIL_WEEKS, type RetailItem } from './online-retail.ts';

export const PROBABILITIES = [0.5, 0.8, 0.95, 0.99];
const HORIZON = 4;
const ORIGINS = 7;
/** Forecasts before those that are reported: what the doubt of the level is learned of at first. */
const BEFORE = 4;
/** In so many origins what was learned comes to count half. */
const HALF_LIFE = 2;
/** A file of 53 weeks has no year to repeat or to learn: the seasonal naive forecast repeats four weeks. */
const MONTH = { length: 4, count: 6 };
export const NAMES = [...METHODS, 'doubted', 'chosen'] as const;
type Scores = Readonly<Record<(typeof NAMES)[number], Score>>;

/** Half 0: what settings may be chosen by. Half 1: what they are reported on. By the article's code, which knows nothing of demand. */
export function halfOf({ code }: RetailItem): 0 | 1 {
  return crc32(code) % 2 === 0 ? 0 : 1;
}

/**
 * Every method on some articles, from seven origins; `doubted`: the default, as wide as the forecasts before it of these articles had to be;
 * `chosen`: the method that the article's earlier origins would have chosen.
 */
export function scoresOf(items: readonly RetailItem[]): Scores[] {
  const origins = rollingOrigins(RETAIL_WEEKS - 1, HORIZON, ORIGINS);
  const all = rollingOrigins(RETAIL_WEEKS - 1, HORIZON, ORIGINS + BEFORE);
  const made = items.map(({ pieces }) => forecastsAt(pieces, all));
  const doubts = new Map(origins.map((origin) => [origin, doubtAt(items, made, origin)]));
  return items.flatMap(({ pieces, turnover }, index) => {
    const first = pieces.findIndex((of) => of > 0);
    const scores = backtest(
      pieces,
      {
        ...benchmarkForecasters([]),
        seasonal_naive: benchmarkForecasters([MONTH]).seasonal_naive,
        doubted: (past: Float64Array) => {
          const origin = first + past.length;
          const forecast = made[index]?.get(origin);
          return forecast && withLevelDoubt(forecast, doubts.get(origin) ?? 0);
        },
      },
      { origins, horizon: HORIZON, probabilities: PROBABILITIES },
      (origin) => turnover.subarray(origin - HORIZON, origin).reduce((total, one) => total + one, 0),
    );
    return scores.map((score, at) => {
      const past = Object.fromEntries(
        METHODS.map((name) => [name, pooled(scores.slice(0, at).map((one) => one[name]))]),
      );
      const best = METHODS.find((name) => name === chooseMethod(past, 'default')) ?? 'default';
      return { ...score, chosen: score[best] };
    });
  });
}

function forecastsAt(pieces: Float64Array, origins: readonly number[]): ReadonlyMap<number, ItemForecast> {
  const first = pieces.findIndex((of) => of > 0);
  return new Map(
    origins
      .filter((origin) => first >= 0 && origin - first >= 3)
      .map((origin) => [
        origin,
        forecastDemand(pieces.slice(first, origin), { horizon: HORIZON, seasons: [] }),
      ]),
  );
}

/** What all articles' forecasts taught whose four weeks were over. */
function doubtAt(
  items: readonly RetailItem[],
  made: readonly ReadonlyMap<number, ItemForecast>[],
  now: number,
): number {
  return levelDoubt(
    items.flatMap(({ pieces }, index) =>
      [...(made[index] ?? [])].flatMap(([origin, forecast]) => {
        const actual = pieces.subarray(origin, origin + HORIZON).reduce((total, of) => total + of, 0);
        if (origin + HORIZON > now || Number.isNaN(actual)) return [];
        return [
          {
            mean: demandOfSum(forecast, HORIZON).mean,
            variance: forecast.variances.sums[HORIZON - 1] ?? 0,
            actual,
            weight: 0.5 ** ((now - origin) / HORIZON / HALF_LIFE),
          },
        ];
      }),
    ),
  );
}

/** The figures of docs/forecasting.md, of some scores of one method. */
export function figuresOf(name: string, scores: readonly Score[]): Figures {
  const accuracy = accuracyOf(pooled(scores));
  const rounded = (value: number | undefined, digits: number) =>
    Number((value ?? Number.NaN).toFixed(digits));
  return {
    [`${name} meanError`]: rounded(accuracy.meanError, 2),
    [`${name} scaledError`]: rounded(accuracy.scaledError, 4),
    [`${name} weightedScaledError`]: rounded(accuracy.weightedScaledError, 4),
    [`${name} bias`]: rounded(accuracy.bias, 3),
    [`${name} quantileLoss`]: rounded(accuracy.quantileLoss, 2),
    ...Object.fromEntries(
      PROBABILITIES.map((probability, index) => [
        `${name} within${Math.round(100 * probability)}`,
        rounded(accuracy.coverage?.[index], 3),
      ]),
    ),
  };
}
