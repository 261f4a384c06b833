import { at, mean } from '../../series.ts';
import { isSeasonal } from './autocorrelation.ts';
import { centredAverage } from './moving-average.ts';

export type Season = {
  /** Periods: 7 days of a week, 52 weeks or 12 months of a year. */
  readonly length: number;
  /** How many of the latest are averaged; years of 52 weeks drift by a day and a quarter each. */
  readonly count: number;
};

export const WEEK_OF_DAYS: Season = { length: 7, count: 52 };
export const YEAR_OF_WEEKS: Season = { length: 52, count: 4 };
export const YEAR_OF_MONTHS: Season = { length: 12, count: 5 };

export type SeasonFit = {
  /** Whether an index is a factor of its period or is added to it. */
  readonly kind: 'multiplicative' | 'additive';
  /** By period modulo the season's length, the first period of the series being 0. Of mean 1, or 0. */
  readonly indices: Float64Array;
};

const FEWEST_SEASONS = 3;
/** Phases that differ this much more than by chance (F = 3.3) are a season, whatever the autocorrelation. */
const EVIDENT = 0.7;

/**
 * The season of a series, where it has one: classical decomposition (Macaulay 1931, "The smoothing of time
 * series") behind the autocorrelation test. Each period is compared with the centred average around it, as a
 * ratio, or as a difference where the series has values below zero; an index is the mean of the latest
 * `count` seasons, shrunk towards no season by how much the means would differ by chance alone (Miller and
 * Williams 2003, "Shrinkage estimators of time series seasonal factors and their effect on forecasting
 * accuracy", Int. J. Forecasting 19, equation 5). Periods of NaN are left out. Undefined below three seasons,
 * where the test sees none, where a phase was never known, and where chance explains all.
 */
export function fitSeason(values: ArrayLike<number>, { length, count }: Season): SeasonFit | undefined {
  if (!(Number.isInteger(length) && length >= 2 && count >= 2))
    throw new RangeError(`no season: ${length} periods, ${count} of them`);
  if (values.length < FEWEST_SEASONS * length) return undefined;
  const series = Float64Array.from(values);
  const kind = series.some((value) => value < 0) ? 'additive' : 'multiplicative';
  const trend = centredAverage(series, length);
  const left = series.map((value, period) => compared(kind, value, at(trend, period)));
  const phases = phasesOf(left, length, count);
  if (phases.some((phase) => phase.length === 0)) return undefined;
  const share = shrinkage(phases);
  if (share === 0 || !(share > EVIDENT || isSeasonal(left, length))) return undefined;
  const means = phases.map(mean);
  const centre = mean(means);
  if (kind === 'multiplicative' && !(centre > 0)) return undefined;
  const indices = Float64Array.from(means, (one) =>
    kind === 'additive' ? share * (one - centre) : 1 + share * (one / centre - 1),
  );
  return { kind, indices };
}

function compared(kind: SeasonFit['kind'], value: number, trend: number): number {
  if (kind === 'additive') return value - trend;
  return trend > 0 ? value / trend : Number.NaN;
}

/** What is known of each phase, of the latest `count` seasons. */
function phasesOf(left: ArrayLike<number>, length: number, count: number): number[][] {
  const phases = Array.from({ length }, (): number[] => []);
  for (let period = left.length - 1; period >= 0; period -= 1) {
    const [phase, value] = [phases[period % length], at(left, period)];
    if (phase !== undefined && phase.length < count && !Number.isNaN(value)) phase.push(value);
  }
  return phases;
}

/** The share of the means' variance that is not chance: none in [0, 1] where it cannot be known. */
function shrinkage(phases: readonly (readonly number[])[]): number {
  let [squares, freedom, chance] = [0, 0, 0];
  for (const phase of phases) {
    const centre = mean(phase);
    for (const value of phase) squares += (value - centre) ** 2;
    freedom += phase.length - 1;
    chance += 1 / phase.length / phases.length;
  }
  const means = phases.map(mean);
  const centre = mean(means);
  const between = mean(means.map((one) => (one - centre) ** 2));
  if (freedom === 0 || !(between > 0)) return 0;
  return Math.max(0, 1 - (chance * squares) / freedom / between);
}
