import { at } from '../../series.ts';
import { demandOfSum, type ItemForecast } from '../demand/item-forecast.ts';

/** How forecasts compared with what happened, summed over what was compared, so that scores can be put together. */
export type Score = {
  /** Periods that were compared. */
  readonly periods: number;
  readonly absolute: number;
  /** Forecast less actual. */
  readonly over: number;
  readonly actual: number;
  /** Root mean squared errors in terms of the naive forecast's, their weights and how many. */
  readonly scaled: {
    readonly total: number;
    readonly weighted: number;
    readonly weights: number;
    readonly count: number;
  };
  /** Whole horizons that were compared, and of them the mean quantile loss, summed. */
  readonly sums: number;
  readonly quantileLoss: number;
  /** Of these, how many came to the quantile of each probability or less. */
  readonly hits: readonly number[];
};

export const NO_SCORE: Score = {
  ...{ periods: 0, absolute: 0, over: 0, actual: 0, sums: 0, quantileLoss: 0, hits: [] },
  scaled: { total: 0, weighted: 0, weights: 0, count: 0 },
};

/**
 * One forecast against what came, period by period, and quantiles against the sum of all. Scaled error: RMSSE of Makridakis,
 * Spiliotis and Assimakopoulos (2022), "M5 accuracy competition", Int. J. Forecasting 38, equation 1: √(mean squared
 * error / `naive`), the latter the mean squared step of the past. Quantile loss: 2 max(p (y − q), (p − 1)(y − q)), the mean over
 * the probabilities (Gneiting and Raftery 2007, "Strictly proper scoring rules", JASA 102, section 6.1). Periods of NaN are
 * left out, and the sum with one.
 */
export function scoreOf(
  forecast: ItemForecast,
  actual: ArrayLike<number>,
  {
    naive,
    weight,
    probabilities,
  }: {
    readonly naive: number;
    readonly weight: number;
    readonly probabilities: readonly number[];
  },
): Score {
  let [periods, absolute, over, wanted, squares] = [0, 0, 0, 0, 0];
  for (let period = 0; period < actual.length; period += 1) {
    const error = at(forecast.means, period) - at(actual, period);
    if (Number.isNaN(error)) continue;
    periods += 1;
    absolute += Math.abs(error);
    over += error;
    wanted += at(actual, period);
    squares += error * error;
  }
  const isScaled = naive > 0 && periods > 0;
  const scaled = isScaled ? Math.sqrt(squares / periods / naive) : 0;
  return {
    ...{ periods, absolute, over, actual: wanted },
    scaled: {
      ...{ total: scaled, weighted: weight * scaled },
      ...{ weights: isScaled ? weight : 0, count: Number(isScaled) },
    },
    ...quantiles(forecast, periods === actual.length ? wanted : Number.NaN, { probabilities, periods }),
  };
}

function quantiles(
  forecast: ItemForecast,
  wanted: number,
  { probabilities, periods }: { readonly probabilities: readonly number[]; readonly periods: number },
): Pick<Score, 'sums' | 'quantileLoss' | 'hits'> {
  if (Number.isNaN(wanted)) return { sums: 0, quantileLoss: 0, hits: probabilities.map(() => 0) };
  const demand = demandOfSum(forecast, periods);
  const found = probabilities.map((probability) => demand.quantile(probability));
  const losses = found.map((quantile, index) => {
    const [probability, above] = [at(probabilities, index), wanted - quantile];
    return 2 * Math.max(probability * above, (probability - 1) * above);
  });
  return {
    sums: 1,
    quantileLoss: losses.reduce((total, loss) => total + loss, 0) / losses.length,
    hits: found.map((quantile) => Number(wanted <= quantile)),
  };
}

/** Scores as one. */
export function pooled(scores: readonly Score[]): Score {
  return scores.reduce(
    (one, other) => ({
      periods: one.periods + other.periods,
      absolute: one.absolute + other.absolute,
      over: one.over + other.over,
      actual: one.actual + other.actual,
      scaled: {
        total: one.scaled.total + other.scaled.total,
        weighted: one.scaled.weighted + other.scaled.weighted,
        weights: one.scaled.weights + other.scaled.weights,
        count: one.scaled.count + other.scaled.count,
      },
      sums: one.sums + other.sums,
      quantileLoss: one.quantileLoss + other.quantileLoss,
      hits: other.hits.map((hits, index) => hits + (one.hits[index] ?? 0)),
    }),
    NO_SCORE,
  );
}
