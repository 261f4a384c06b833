import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { secondDerivatives } from '../optimise/curvature.ts';
import { inverse, type Matrix } from '../optimise/matrix.ts';
import { nelderMead } from '../optimise/nelder-mead.ts';
import { at, mean, sum } from '../series.ts';
import { logGamma } from '../special/gamma.ts';
import type { GammaGamma, Spending } from './gamma-gamma.ts';
import { everyOf, MANY } from './thinned.ts';

export type GammaGammaFit = {
  readonly model: GammaGamma;
  readonly logLikelihood: number;
  /** Those who bought again and spent something: nobody else says anything of spend. */
  readonly customers: number;
  /** Of the estimates of ln p, ln q, ln γ. */
  readonly covariance: Matrix;
  /** Pearson's, of frequency and mean spend: the model holds where it is near 0. */
  readonly correlation: number;
};

const MIN_CUSTOMERS = 20;
const ROUGHLY = { step: 1e-2, value: 1e-2, evaluations: 2_000 };
const EXACTLY = { step: 1e-6, value: 1e-7, evaluations: 2_000 };
const FAR = 20;

/**
 * Maximum likelihood estimates of the gamma-gamma model (technical note 025, section 2.2), over the
 * logarithms of the parameters. Refused as `not_enough_data` below 20 customers who bought again, as
 * `no_maximum` where the likelihood has none inside, and as `no_mean` where spend is so unequal (q ≤ 1) that
 * the mean of the model is infinite.
 */
export function fitGammaGamma(
  histories: readonly Spending[],
): Result<GammaGammaFit, Refusal<'not_enough_data' | 'no_maximum' | 'no_mean'>> {
  const known = histories.filter(({ frequency, meanSpend }) => frequency > 0 && meanSpend > 0);
  if (known.length < MIN_CUSTOMERS) {
    return refuse('not_enough_data', `${known.length} customers bought again; the least is ${MIN_CUSTOMERS}`);
  }
  const scale = mean(known.map(({ meanSpend }) => meanSpend));
  const loss = lossOf(known, scale);
  const rough = known.length > MANY ? lossOf(everyOf(known), scale) : loss;
  const first = nelderMead(rough, [Math.log(2), Math.log(3), 0], ROUGHLY, () => 0.5);
  const best = nelderMead(loss, first.at, EXACTLY, () => 0.05);
  const isInside = best.at.every((log) => Math.abs(log) < FAR);
  const covariance = isInside ? inverse(secondDerivatives(loss, best.at)) : undefined;
  if (!best.hasConverged || covariance === undefined) {
    return refuse('no_maximum', 'no parameters of the spend model fit these customers best');
  }
  const model = spendModelOf(best.at.with(2, at(best.at, 2) + Math.log(scale)));
  if (model.q <= 1) return refuse('no_mean', `the spend model has no mean, as its q is ${model.q}`);
  const logLikelihood = -best.value - known.length * Math.log(scale);
  return ok({ model, logLikelihood, customers: known.length, covariance, correlation: correlation(known) });
}

/** The parameters in the order of `covariance`. */
export function spendLogsOf({ p, q, gamma }: GammaGamma): Float64Array {
  return Float64Array.of(p, q, gamma).map(Math.log);
}

export function spendModelOf(logs: ArrayLike<number>): GammaGamma {
  return { p: Math.exp(at(logs, 0)), q: Math.exp(at(logs, 1)), gamma: Math.exp(at(logs, 2)) };
}

// Spend is measured in units of its mean, so that the search is the same in pence and in yen.
function lossOf(known: readonly Spending[], scale: number): (logs: Float64Array) => number {
  const frequencies = Float64Array.from(new Set(known.map(({ frequency }) => frequency)));
  const places = new Map(Array.from(frequencies, (frequency, place) => [frequency, place]));
  const placeOf = Uint32Array.from(known, ({ frequency }) => places.get(frequency) ?? 0);
  const means = Float64Array.from(known, ({ meanSpend }) => meanSpend / scale);
  const logs = means.map(Math.log);
  const sumOfLogs = sum(logs);
  return (parameters) => {
    const { p, q, gamma } = spendModelOf(parameters);
    const fixed = frequencies.map(
      (x) => logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(gamma) + p * x * Math.log(x),
    );
    let total = 0;
    // The hot loop reads typed arrays directly; `?? 0` never happens.
    for (let index = 0; index < means.length; index += 1) {
      const place = placeOf[index] ?? 0;
      const x = frequencies[place] ?? 0;
      const shape = p * x;
      total +=
        (fixed[place] ?? 0) +
        shape * (logs[index] ?? 0) -
        (shape + q) * Math.log(gamma + x * (means[index] ?? 0));
    }
    return sumOfLogs - total;
  };
}

function correlation(known: readonly Spending[]): number {
  const frequency = mean(known.map((one) => one.frequency));
  const spend = mean(known.map((one) => one.meanSpend));
  const together = sum(known.map((one) => (one.frequency - frequency) * (one.meanSpend - spend)));
  const ofFrequency = sum(known.map((one) => (one.frequency - frequency) ** 2));
  const ofSpend = sum(known.map((one) => (one.meanSpend - spend) ** 2));
  return ofFrequency > 0 && ofSpend > 0 ? together / Math.sqrt(ofFrequency * ofSpend) : 0;
}
