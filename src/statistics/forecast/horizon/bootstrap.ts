import type { Demand } from '../../inventory/demand/demand.ts';
import { discreteDemand } from '../../inventory/demand/discrete-demand.ts';
import type { Uniform } from '../../sampling/draw.ts';
import { at } from '../../series.ts';
import type { Fitted } from '../methods/fitted.ts';

/**
 * Demand of all periods of a fitted method's horizon together, for errors that no distribution describes
 * (demand in boxes of a dozen, or mostly of amounts): the residual bootstrap (Thombs and Schucany 1990,
 * "Bootstrap prediction intervals for autoregression", JASA 85; for exponential smoothing Hyndman et al.
 * 2008, section 6.1). Each path draws an error of the past for each period, which moves the sum as
 * `errorVariances` has it. Errors are taken around their mean and widened by √(n / (n − estimated)); a path
 * never falls below 0. Throws a RangeError where there is no past error or no path. `paths`: 1,000 give the
 * 99 % quantile of a normal sum to about 4 % of its standard deviation times 2.3.
 */
export function bootstrapDemand(uniform: Uniform, fitted: Fitted, paths: number): Demand {
  const errors = centred(fitted);
  if (errors.length === 0 || !(paths >= 1)) throw new RangeError(`${paths} paths of ${errors.length} errors`);
  const mean = fitted.means.reduce((total, one) => total + Math.max(0, one), 0);
  const moves = movesOfSum(fitted);
  const sums = Array.from({ length: paths }, () => {
    const moved = moves.reduce((sum, move) => {
      return sum + move * at(errors, Math.floor(uniform() * errors.length));
    }, mean);
    return Math.max(0, moved);
  });
  return discreteDemand(sums, Array<number>(paths).fill(1 / paths));
}

function centred({ errors, estimated }: Fitted): Float64Array {
  const known = errors.filter((error) => !Number.isNaN(error));
  const mean = known.reduce((total, error) => total + error, 0) / known.length;
  const wider = Math.sqrt(known.length / Math.max(1, known.length - estimated));
  return known.map((error) => wider * (error - mean));
}

/** What an error of each period ahead moves the sum by: its own factor, and its responses times theirs. */
function movesOfSum({ factors, responses }: Fitted): Float64Array {
  return factors.map((factor, error) => {
    let move = factor;
    for (let later = error + 1; later < factors.length; later += 1) {
      move += at(factors, later) * at(responses, later - error - 1);
    }
    return move;
  });
}
