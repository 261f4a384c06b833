import { at } from '../../series.ts';
import { profile, type Rates } from './profile.ts';

/**
 * A series as exponential smoothing left it: forecasts are `level + (φ + φ² + … + φʰ)·trend`. Simple
 * smoothing has a trend of 0, theta one that never changes (β = 0).
 */
export type Smoothing = Rates & {
  /** After the last period, in units of the series. */
  readonly level: number;
  /** Per period. */
  readonly trend: number;
  /** One-step errors, NaN where the period was not known or before the first that was. */
  readonly errors: Float64Array;
  /** Of a one-step error: Σe² / (known periods − what was estimated), at least one. */
  readonly variance: number;
};

/**
 * The point forecasts of the `horizon` periods after the series (Hyndman et al. 2008, equation 3.1 with table
 * 2.1).
 *
 * @example pointForecasts(fitted, 2) // [level + φ·trend, level + (φ + φ²)·trend]
 */
export function pointForecasts({ level, trend, phi }: Smoothing, horizon: number): Float64Array {
  let damped = 0;
  return new Float64Array(horizon).map(() => {
    damped = phi * (1 + damped);
    return level + damped * trend;
  });
}

/**
 * The way through the series from the best start at these rates; `estimated`: how many numbers were fitted to
 * it.
 */
export function smoothed(
  values: Float64Array,
  first: number,
  rates: Rates,
  { withTrend, estimated }: { readonly withTrend: boolean; readonly estimated: number },
): Smoothing {
  const { level, trend } = profile(values, first, rates, withTrend);
  return { ...rates, ...travelled(values, first, rates, { level, trend, estimated }) };
}

function travelled(
  values: Float64Array,
  first: number,
  { alpha, beta, phi }: Rates,
  start: { readonly level: number; readonly trend: number; readonly estimated: number },
) {
  let { level, trend } = start;
  let [squares, known] = [0, 0];
  const errors = new Float64Array(values.length).fill(Number.NaN);
  for (let period = first; period < values.length; period += 1) {
    trend *= phi;
    level += trend;
    const error = at(values, period) - level;
    if (Number.isNaN(error)) continue;
    level += alpha * error;
    trend += beta * error;
    errors[period] = error;
    squares += error * error;
    known += 1;
  }
  return { level, trend, errors, variance: squares / Math.max(1, known - start.estimated) };
}
