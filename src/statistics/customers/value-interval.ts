import { type Interval, tailOf, twoSided } from '../interval.ts';
import { firstDerivatives } from '../optimise/curvature.ts';
import { cholesky, type Matrix, quadraticForm, times } from '../optimise/matrix.ts';
import { drawNormal, type Uniform } from '../sampling/draw.ts';
import { at, quantileOfSorted, sum, variance } from '../series.ts';
import { type BgNbdFit, logsOf, modelOf } from './fit-bg-nbd.ts';
import { type GammaGammaFit, spendLogsOf, spendModelOf } from './fit-gamma-gamma.ts';
import { expectedSpend } from './gamma-gamma.ts';
import { type Horizon, lifetimeValue, type ValueModel } from './lifetime-value.ts';
import type { PurchaseHistory } from './purchase-history.ts';
import { purchasesOfMany } from './purchases-of-many.ts';
import { simulateValue } from './simulate-value.ts';

export type ValueFit = { readonly purchases: BgNbdFit; readonly spend: GammaGammaFit };

/**
 * The likelihood of few customers is no parabola, and the delta method too sure: its variance is that of so many times
 * more for each customer who came back. No theory's number: with it intervals hold what was bought as often as
 * they say in simulated worlds of 300, 600 and 2,000 customers, without it in 87, 88 and 92 of 100 at 90 %.
 */
const FEW = 60;
const FUTURES = 4_000;
const FUTURES_OF_ALL = 20_000;

/**
 * The range in which the present value of what one customer will buy lies with probability `confidence`:
 * quantiles of 4,000 futures, each under parameters of its own, drawn from the normal approximation of what
 * is known of them (Gelman et al. 2013, Bayesian Data Analysis, 3rd edition, section 4.1). It is wide, and
 * often begins at 0: that is what one customer is.
 */
export function customerValueInterval(
  uniform: Uniform,
  fit: ValueFit,
  history: PurchaseHistory,
  horizon: Horizon,
  confidence: number,
): Interval {
  const tail = tailOf(confidence);
  const draw = parameterDraws(uniform, fit);
  const futures = Float64Array.from({ length: FUTURES }, () =>
    simulateValue(uniform, draw(), history, horizon),
  ).sort();
  return {
    estimate: lifetimeValue(modelsOf(fit), history, horizon),
    low: quantileOfSorted(futures, tail),
    high: quantileOfSorted(futures, 1 - tail),
    confidence,
  };
}

/**
 * The range in which the present value of what all these customers will buy lies with probability
 * `confidence`: normal in its logarithm, as sums of few large values are skewed; its variance is that of the
 * estimate by the delta method (Casella and Berger 2002, Statistical Inference, theorem 5.5.28) plus that of
 * the customers' futures, of which at least two are drawn for each, or for every so manieth of more than 10,000. For some hundred customers and more.
 */
export function totalValueInterval(
  uniform: Uniform,
  fit: ValueFit,
  histories: readonly PurchaseHistory[],
  horizon: Horizon,
  confidence: number,
): Interval {
  const models = modelsOf(fit);
  const counts = purchasesOfMany(histories, horizon);
  const spends = histories.map((history) => expectedSpend(models.spend, history));
  const own = counts(models.purchases);
  const weighted = (purchases: Float64Array, spendOf: (place: number) => number) =>
    sum(purchases.map((count, place) => count * spendOf(place)));
  const spent = (place: number) => at(spends, place);
  const estimate = weighted(own, spent);
  const ofPurchases = firstDerivatives(
    (logs) => weighted(counts(modelOf(logs)), spent),
    logsOf(models.purchases),
  );
  const ofSpend = firstDerivatives((logs) => {
    const spend = spendModelOf(logs);
    return sum(histories.map((history, place) => at(own, place) * expectedSpend(spend, history)));
  }, spendLogsOf(models.spend));
  const spread = Math.sqrt(
    quadraticForm(fit.purchases.covariance, ofPurchases) * (1 + FEW / fit.spend.customers) +
      quadraticForm(fit.spend.covariance, ofSpend) +
      varianceOfFutures(uniform, models, histories, horizon),
  );
  const reach = Math.exp((twoSided(confidence) * spread) / estimate);
  return { estimate, low: estimate / reach, high: estimate * reach, confidence };
}

/** Of many customers every so manieth is asked, and stands for those beside. */
function varianceOfFutures(
  uniform: Uniform,
  models: ValueModel,
  histories: readonly PurchaseHistory[],
  horizon: Horizon,
): number {
  const asked = Math.min(histories.length, FUTURES_OF_ALL / 2);
  const each = Math.max(2, Math.ceil(FUTURES_OF_ALL / histories.length));
  const some = Array.from({ length: asked }, (_, place) => {
    const history = histories[Math.floor((place * histories.length) / asked)];
    if (history === undefined) throw new RangeError('a customer beyond the last');
    return variance(
      Float64Array.from({ length: each }, () => simulateValue(uniform, models, history, horizon)),
    );
  });
  return (sum(some) * histories.length) / asked;
}

function modelsOf({ purchases, spend }: ValueFit): ValueModel {
  return { purchases: purchases.model, spend: spend.model };
}

function parameterDraws(uniform: Uniform, { purchases, spend }: ValueFit): () => ValueModel {
  const purchaseLogs = normalDraws(uniform, logsOf(purchases.model), purchases.covariance);
  const spendLogs = normalDraws(uniform, spendLogsOf(spend.model), spend.covariance);
  return () => ({ purchases: modelOf(purchaseLogs()), spend: spendModelOf(spendLogs()) });
}

function normalDraws(uniform: Uniform, centre: Float64Array, covariance: Matrix): () => Float64Array {
  const lower = cholesky(covariance);
  if (lower === undefined) throw new RangeError('a covariance that is not positive definite');
  return () => {
    const moved = times(
      lower,
      centre.map(() => drawNormal(uniform)),
    );
    return centre.map((value, index) => value + at(moved, index));
  };
}
