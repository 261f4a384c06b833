import { at } from '../../series.ts';

/** Variances of forecast errors; element h − 1 is that of h periods ahead. */
export type ErrorVariances = {
  /** Of the period alone. */
  readonly each: Float64Array;
  /** Of the sum of all periods up to it. */
  readonly sums: Float64Array;
};

/**
 * How far forecasts of exponential smoothing miss, alone and summed: Hyndman, Koehler, Ord and Snyder (2008),
 * equation 6.1, vₕ = σ² (1 + Σ c²) over the first h − 1 responses, and for the sum over a lead time their
 * equation 6.11 (after Snyder, Koehler, Hyndman and Ord 2004, "Exponential smoothing models: means and
 * variances for lead-time demand", European J. of Operational Research 158): the error of period j moves all
 * later ones of the sum. To it comes what is not known of the level itself, which is the same in all periods.
 * `responses`: what an error of 1 moves the forecast of j periods later by, j = 1, 2, …; as many as the
 * horizon less one. `factors`: of the season, of each period ahead. `variance` is that of a one-step error
 * without season, `doubt` that of the level.
 *
 * @example errorVariances({ variance: 4, doubt: 0, responses: [0.5], factors: [1, 1] }) // each 4, 5; sums 4,
 * 13
 */
export function errorVariances({
  variance,
  doubt,
  responses,
  factors,
}: {
  readonly variance: number;
  readonly doubt: number;
  readonly responses: ArrayLike<number>;
  readonly factors: ArrayLike<number>;
}): ErrorVariances {
  const horizon = factors.length;
  const each = new Float64Array(horizon);
  const sums = new Float64Array(horizon);
  // What the error of each period has moved the sum by.
  const moved = new Float64Array(horizon);
  let squares = 1;
  let total = 0;
  for (let step = 0; step < horizon; step += 1) {
    const factor = at(factors, step);
    total += factor;
    moved[step] = factor;
    let all = factor * factor;
    for (let error = 0; error < step; error += 1) {
      const now = (moved[error] ?? 0) + factor * (responses[step - error - 1] ?? 0);
      moved[error] = now;
      all += now * now;
    }
    if (step > 0) squares += at(responses, step - 1) ** 2;
    each[step] = factor * factor * (variance * squares + doubt);
    sums[step] = variance * all + doubt * total * total;
  }
  return { each, sums };
}
