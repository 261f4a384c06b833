import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  accuracyOf,
  backtest,
  benchmarkForecasters,
  chooseMethod,
  METHODS,
  pooled,
  rollingOrigins,
  type Score,
} from '../../src/statistics/index.ts';
import { RETAIL_WEEKS, readOnlineRetail } from './forecast/online-retail.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

const PATH = join(import.meta.dirname, '../../../shared/data/uci-online-retail.parquet');
const PROBABILITIES = [0.5, 0.8, 0.95, 0.99];
const HORIZON = 4;
const ORIGINS = 7;
/** A file of 53 weeks has no year to repeat or to learn: the seasonal naive forecast repeats four weeks. */
const MONTH = { length: 4, count: 6 };

/**
 * How well each method would have forecast Online Retail (UCI), weekly by stock code, four weeks ahead from seven origins, and what
 * choosing a method by item from its earlier origins would have given. Errors in pieces; quantile loss of the four weeks'
 * sum. The figures of docs/forecasting.md.
 */
export const scenario: Scenario = {
  name: 'forecast-accuracy',
  run: async () => {
    if (!existsSync(PATH)) throw new RangeError(`${PATH} is not there`);
    const items = await readOnlineRetail(PATH);
    const plan = {
      origins: rollingOrigins(RETAIL_WEEKS - 1, HORIZON, ORIGINS),
      horizon: HORIZON,
      probabilities: PROBABILITIES,
    };
    const forecasters = {
      ...benchmarkForecasters([]),
      seasonal_naive: benchmarkForecasters([MONTH]).seasonal_naive,
    };
    const earned = (turnover: Float64Array) => (origin: number) =>
      turnover.subarray(origin - HORIZON, origin).reduce((total, one) => total + one, 0);
    const byItem = items.map(({ pieces, turnover }) => {
      return backtest(pieces, forecasters, plan, earned(turnover));
    });
    const all = byItem.flat();
    const figures: Record<string, number> = { items: items.length, forecasts: all.length };
    for (const name of METHODS)
      Object.assign(
        figures,
        figuresOf(
          name,
          all.map((scores) => scores[name]),
        ),
      );
    return { ...figures, ...figuresOf('chosen', byItem.flatMap(chosenBefore)) };
  },
};

/** At each origin the method that the earlier ones of the item would have chosen. */
function chosenBefore(origins: readonly Readonly<Record<(typeof METHODS)[number], Score>>[]): Score[] {
  return origins.map((scores, index) => {
    const before = origins.slice(0, index);
    const past = Object.fromEntries(METHODS.map((name) => [name, pooled(before.map((one) => one[name]))]));
    return scores[METHODS.find((name) => name === chooseMethod(past, 'default')) ?? 'default'];
  });
}

function figuresOf(name: string, scores: readonly Score[]): Figures {
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
