import { countsOfForecast } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { Flag } from '../forecast/forecast.ts';
import type { OwnWeeks } from '../make/forecast-item.ts';

const [LOW, HIGH] = [0.1, 0.9];
/** Forecasts that were so far off all together, or held so few weeks, are worth a look. */
const [BIASED, OFTEN_MISSED, UNCERTAIN] = [0.25, 0.6, 3];
const OUT_DAYS = 14;
const FADING = -0.3;
const [MONTH, QUARTER] = [4, 13];

type Range = { readonly mean: number; readonly low: number; readonly high: number };

/** What lists show and sort by. */
export type Listed = { readonly month: Range; readonly quarter: Range; readonly flags: readonly Flag[] };

type Told = Pick<OwnWeeks, 'weeks' | 'variances'> & {
  readonly bias: number | undefined;
  readonly coverage: number | undefined;
  readonly daysOut: number;
  readonly trend: number;
};

/** Of whole weeks from the first on, as `demandOver` has them before anybody changes something. */
export function listedOf(told: Told): Listed {
  const quarter = rangeOf(told, QUARTER);
  return { month: rangeOf(told, MONTH), quarter, flags: flagsOf(told, quarter) };
}

function rangeOf({ weeks, variances }: Pick<OwnWeeks, 'weeks' | 'variances'>, count: number): Range {
  const mean = weeks.subarray(0, count).reduce((sum, pieces) => sum + pieces, 0);
  const demand = countsOfForecast(mean, Math.max(variances[count - 1] ?? 0, mean));
  return { mean, low: demand.quantile(LOW), high: demand.quantile(HIGH) };
}

function flagsOf({ bias = 0, coverage = 1, daysOut, trend }: Told, { mean, low, high }: Range): Flag[] {
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['biased', Math.abs(bias) > BIASED && mean >= 1],
    ['often_missed', coverage < OFTEN_MISSED],
    ['uncertain', mean >= 1 && (high - low) / mean > UNCERTAIN],
    ['out_of_stock', daysOut >= OUT_DAYS],
    ['fading', trend < FADING && mean >= 1],
  ];
  return flags.flatMap(([flag, isSo]) => (isSo ? flag : []));
}
