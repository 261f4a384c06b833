import { demandOver } from '../forecast/demand-over.ts';
import type { Flag, StoredForecast } from '../forecast/forecast.ts';
import { coverageOf } from '../forecast/tested-method.ts';
import type { OwnForecast } from '../make/forecast-item.ts';

const [LOW, HIGH] = [0.1, 0.9];
/** Forecasts that were so far off all together, or held so few weeks, are worth a look. */
const [BIASED, OFTEN_MISSED, UNCERTAIN] = [0.25, 0.6, 3];
const OUT_DAYS = 14;
const FADING = -0.3;

/** What lists show and sort by. */
export function listedOf(forecast: OwnForecast, firstDay: Temporal.PlainDate, madeAt: Temporal.Instant) {
  const stored: StoredForecast = {
    ...{ variantId: forecast.variantId, firstDay, madeAt, demandClass: forecast.demandClass },
    ...{ method: forecast.method, isEnough: true, weekdays: forecast.weekdays, share: 1 },
    ...{ weeks: [...forecast.weeks], variances: [...forecast.variances], reasons: [], adjustments: [] },
  };
  const [month, quarter] = [28, 91].map((days) => {
    const demand = demandOver(stored, { from: firstDay, days });
    return { mean: demand.mean, low: demand.quantile(LOW), high: demand.quantile(HIGH) };
  });
  const chosen = forecast.tested.find(({ isChosen }) => isChosen);
  const coverage = chosen && coverageOf(chosen);
  return {
    ...{ next_4: month?.mean, next_4_low: month?.low, next_4_high: month?.high },
    ...{ next_13: quarter?.mean, next_13_low: quarter?.low, next_13_high: quarter?.high },
    ...{ bias: chosen?.bias, error: chosen?.scaledError, coverage },
    flags: flagsOf(forecast, { bias: chosen?.bias, coverage, quarter }),
  };
}

type Judged = {
  readonly bias: number | undefined;
  readonly coverage: number | undefined;
  readonly quarter: { readonly mean: number; readonly low: number; readonly high: number } | undefined;
};

function flagsOf(forecast: OwnForecast, { bias = 0, coverage = 1, quarter }: Judged): Flag[] {
  const { mean = 0, low = 0, high = 0 } = quarter ?? {};
  const trend = forecast.reasons.find(({ kind }) => kind === 'trend')?.effect ?? 0;
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['biased', Math.abs(bias) > BIASED && mean >= 1],
    ['often_missed', coverage < OFTEN_MISSED],
    ['uncertain', mean >= 1 && (high - low) / mean > UNCERTAIN],
    ['out_of_stock', forecast.daysOut >= OUT_DAYS],
    ['fading', trend < FADING && mean >= 1],
  ];
  return flags.flatMap(([flag, isSo]) => (isSo ? flag : []));
}
