import { at } from '../../series.ts';
import { bestAlpha } from './fit-ses.ts';
import { firstKnown, profile } from './profile.ts';
import { type Smoothing, smoothed } from './smoothing.ts';

/**
 * The theta method: Assimakopoulos and Nikolopoulos (2000), "The theta model: a decomposition approach to
 * forecasting", Int. J. Forecasting 16: the mean of the line through the series and of simple smoothing of
 * the series with its curvature doubled (θ = 2). Hyndman and Billah (2003), "Unmasking the theta method",
 * Int. J. Forecasting 19, show that this is simple smoothing with a drift of half the line's slope, which is
 * how it is computed: here level and drift are state, α and the initial level minimise the squared errors.
 * `values` as in `fitSes`; undefined where no period is known. One known period has no slope.
 */
export function fitTheta(values: ArrayLike<number>): Smoothing | undefined {
  const first = firstKnown(values);
  if (first === undefined) return undefined;
  const drift = slopeOf(values) / 2;
  const driftless = Float64Array.from(values).map((value, period) => value - drift * (period + 1));
  const rates = (alpha: number) => ({ alpha, beta: 0, phi: 1 });
  const squares = (alpha: number) => profile(driftless, first, rates(alpha), false).squares;
  const fitted = smoothed(driftless, first, rates(bestAlpha(squares)), { withTrend: false, estimated: 3 });
  return { ...fitted, level: fitted.level + drift * values.length, trend: drift };
}

/** Of the least-squares line over the known periods, per period; 0 where there are fewer than two. */
function slopeOf(values: ArrayLike<number>): number {
  let [count, times, total] = [0, 0, 0];
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    if (Number.isNaN(value)) continue;
    count += 1;
    times += period;
    total += value;
  }
  const [centre, middle] = [times / count, total / count];
  let [together, spread] = [0, 0];
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    if (Number.isNaN(value)) continue;
    together += (period - centre) * (value - middle);
    spread += (period - centre) ** 2;
  }
  return spread > 0 ? together / spread : 0;
}
