import { type Interval, tailOf } from '../interval.ts';
import { at, sum } from '../series.ts';
import { solveIncreasing } from '../special/solve.ts';
import { studentCdf, studentQuantile } from '../special/student.ts';

/** What is known of a level after the last day, once for each size of its drift that may be. */
type Known = {
  /** Variance of a day's step of the level, in terms of a day's noise. */
  readonly drift: number;
  readonly level: number;
  /** Of the level, in terms of a day's noise. */
  readonly variance: number;
  /** Of a day of weight one. */
  readonly noise: number;
  /** How likely this drift is, of one. */
  readonly weight: number;
};

export type LevelFit = { readonly known: readonly Known[]; readonly freedom: number };

/** A sum of days to come: of each drift a Student's distribution, mixed. */
export type Forecast = {
  readonly estimate: number;
  readonly parts: readonly { readonly weight: number; readonly estimate: number; readonly error: number }[];
  readonly freedom: number;
};

const FEWEST_DAYS = 14;
const NEGLIGIBLE = 1e-6;
// In terms of a day's noise. From one in ten on, yesterday would say nearly all.
const DRIFTS = [0, ...Array.from({ length: 13 }, (_, step) => 10 ** (-4 + step / 4))];

/**
 * The level of a series of days, each expected to be `level × weight`: the local level model (Harvey 1989, "Forecasting,
 * structural time series models and the Kalman filter", section 2.2; Durbin and Koopman 2012, "Time series analysis by
 * state space methods", chapter 2). The level is a random walk; a day's noise has a variance in proportion to its weight,
 * as that of counts and of sums of counted amounts has. The level before the first day is not known at all. How far it
 * walks is not chosen but averaged over, each drift of a grid, even in its logarithm, as likely as it makes the days: one
 * that is too small to be seen still counts over a long time. So the intervals of a level that stays are wider than they had
 * to be (80 % for a month held it in 90 % of 500 worlds), and those of one that walks hold it as often as they say. A day of
 * NaN or of weight 0 tells nothing.
 * Undefined for fewer than 14 days that tell something: not enough data.
 */
export function fitLevel(values: ArrayLike<number>, weights: ArrayLike<number>): LevelFit | undefined {
  const days = Array.from({ length: values.length }, (_, day) => day).filter(
    (day) => !Number.isNaN(at(values, day)) && at(weights, day) > 0,
  );
  if (days.length < FEWEST_DAYS) return undefined;
  const found = DRIFTS.map((drift) => filtered(values, weights, { days, drift }));
  const best = Math.max(...found.map(({ likelihood }) => likelihood));
  // Of a series that has no noise at all, every drift says the same: it does not move.
  const likely = found.map(({ likelihood }) => (Number.isFinite(best) ? Math.exp(likelihood - best) : 1));
  const all = sum(likely);
  const known = found.map(({ likelihood: _, ...one }, index) => ({
    ...one,
    weight: at(likely, index) / all,
  }));
  return { known: known.filter(({ weight }) => weight > NEGLIGIBLE), freedom: days.length - 1 };
}

function filtered(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  { days, drift }: { readonly days: readonly number[]; readonly drift: number },
) {
  const [first = 0, ...later] = days;
  let level = at(values, first) / at(weights, first);
  let variance = 1 / at(weights, first);
  let last = first;
  let squares = 0;
  let logs = 0;
  for (const day of later) {
    const weight = at(weights, day);
    variance += drift * (day - last);
    last = day;
    const spread = weight * weight * variance + weight;
    const surprise = at(values, day) - weight * level;
    level += (variance * weight * surprise) / spread;
    variance *= weight / spread;
    squares += (surprise * surprise) / spread;
    logs += Math.log(spread);
  }
  variance += drift * (values.length - 1 - last);
  const noise = squares / later.length;
  // Noise is concentrated out of the likelihood.
  const likelihood = -(later.length * Math.log(noise) + logs) / 2;
  return { drift, level, variance, noise, likelihood };
}

/** The sum of the days right after those of the fit, each of its weight. */
export function forecastSum({ known, freedom }: LevelFit, weights: ArrayLike<number>): Forecast {
  const all = sum(Array.from(weights));
  // What a day's step of the level moves: that day and all after it.
  let after = 0;
  let reach = 0;
  for (let day = weights.length - 1; day >= 0; day -= 1) {
    after += at(weights, day);
    reach += after * after;
  }
  const parts = known.map(({ drift, level, variance, noise, weight }) => ({
    ...{ weight, estimate: all * level },
    error: Math.sqrt(noise * (all + variance * all * all + drift * reach)),
  }));
  return { estimate: sum(parts.map(({ weight, estimate }) => weight * estimate)), parts, freedom };
}

/** The same so many times, and so much more; `doubt`: a standard error of something else, independent of it. */
export function movedForecast(
  forecast: Forecast,
  { by, times = 1, doubt = 0 }: { readonly by: number; readonly times?: number; readonly doubt?: number },
): Forecast {
  const moved = (estimate: number) => by + times * estimate;
  return {
    ...{ ...forecast, estimate: moved(forecast.estimate) },
    parts: forecast.parts.map(({ weight, estimate, error }) => {
      return { weight, estimate: moved(estimate), error: Math.hypot(times * error, doubt) };
    }),
  };
}

export function forecastInterval(forecast: Forecast, confidence: number): Interval {
  const tail = tailOf(confidence);
  const { estimate } = forecast;
  return { estimate, low: quantile(forecast, tail), high: quantile(forecast, 1 - tail), confidence };
}

/** The chance that it comes to `amount` or more. */
export function chanceOfAtLeast({ parts, freedom }: Forecast, amount: number): number {
  const chances = parts.map(({ weight, estimate, error }) => {
    if (error === 0) return estimate >= amount ? weight : 0;
    return weight * studentCdf((estimate - amount) / error, freedom);
  });
  return Math.min(sum(chances), 1);
}

function quantile(forecast: Forecast, probability: number): number {
  const { parts, freedom } = forecast;
  const reach = studentQuantile(Math.max(probability, 1 - probability), freedom);
  // It lies between the quantiles of the parts.
  const low = Math.min(...parts.map(({ estimate, error }) => estimate - reach * error));
  const high = Math.max(...parts.map(({ estimate, error }) => estimate + reach * error));
  if (low === high) return low;
  return solveIncreasing((amount) => 1 - chanceOfAtLeast(forecast, amount), probability, low, high);
}
