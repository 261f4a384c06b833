import { firstKnown } from './profile.ts';
import { type Smoothing, smoothed } from './smoothing.ts';

/**
 * Smoothing of another stretch of the same series at rates that were fitted before: the state is that of the stretch, nothing is
 * searched for. For rolling origins without recalibration (Tashman 2000, "Out-of-sample tests of forecasting accuracy", Int. J.
 * Forecasting 16, section 2.3), where each origin would otherwise cost a fit of its own. Simple smoothing and theta (a drift that
 * never changes) keep their drift. Undefined where no period is known.
 */
export function atSameRates(fitted: Smoothing, values: ArrayLike<number>): Smoothing | undefined {
  const first = firstKnown(values);
  if (first === undefined) return undefined;
  const series = Float64Array.from(values);
  const { alpha, beta, phi, trend: drift } = fitted;
  const rates = { alpha, beta, phi };
  if (beta > 0) return smoothed(series, first, rates, { withTrend: true, estimated: phi < 1 ? 5 : 4 });
  for (let period = 0; period < series.length; period += 1) {
    series[period] = (series[period] ?? Number.NaN) - drift * (period + 1);
  }
  const estimated = drift === 0 ? 2 : 3;
  const plain = smoothed(series, first, rates, { withTrend: false, estimated });
  return { ...plain, level: plain.level + drift * series.length, trend: drift };
}
