import { type Interval, tailOf, twoSided } from '../interval.ts';
import { firstDerivatives } from '../optimise/curvature.ts';
import { cholesky, type Matrix, quadraticForm, times } from '../optimise/matrix.ts';
import { drawNormal, type Uniform } from '../sampling/draw.ts';
import { at, quantileOfSorted, sum, variance } from '../series.ts';
import { type BgNbdFit, logsOf, modelOf } from './fit-bg-nbd.ts';
import { type GammaGammaFit, spendLogsOf, spendModelOf } from './fit-gamma-gamma.ts';
import { expectedSpend } from './gamma-gamma.ts';
import { discountedPurchases, type Horizon, lifetimeValue, type ValueModel } from './lifetime-value.ts';
import type { PurchaseHistory } from './purchase-history.ts';
import { simulateValue } from './simulate-value.ts';

export type ValueFit = { readonly purchases: BgNbdFit; readonly spend: GammaGammaFit };

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
 * the customers' futures, of which at least two are drawn for each. For some hundred customers and more.
 */
export function totalValueInterval(
  uniform: Uniform,
  fit: ValueFit,
  histories: readonly PurchaseHistory[],
  horizon: Horizon,
  confidence: number,
): Interval {
  const models = modelsOf(fit);
  const estimate = total(models, histories, horizon);
  const ofPurchases = firstDerivatives(
    (logs) => total({ ...models, purchases: modelOf(logs) }, histories, horizon),
    logsOf(models.purchases),
  );
  const counts = histories.map((history) => discountedPurchases(models.purchases, history, horizon));
  const ofSpend = firstDerivatives((logs) => {
    const spend = spendModelOf(logs);
    return sum(histories.map((history, index) => at(counts, index) * expectedSpend(spend, history)));
  }, spendLogsOf(models.spend));
  const spread = Math.sqrt(
    quadraticForm(fit.purchases.covariance, ofPurchases) +
      quadraticForm(fit.spend.covariance, ofSpend) +
      varianceOfFutures(uniform, models, histories, horizon),
  );
  const reach = Math.exp((twoSided(confidence) * spread) / estimate);
  return { estimate, low: estimate / reach, high: estimate * reach, confidence };
}

// What depends on the history's timing only is worked out once for all who share it, under the models of the
// fit.
function total(models: ValueModel, histories: readonly PurchaseHistory[], horizon: Horizon): number {
  const spends = new Map<string, { readonly history: PurchaseHistory; spend: number }>();
  for (const history of histories) {
    const key = `${history.frequency} ${history.recency} ${history.age}`;
    const group = spends.get(key) ?? { history, spend: 0 };
    group.spend += expectedSpend(models.spend, history);
    spends.set(key, group);
  }
  return sum(
    Array.from(
      spends.values(),
      ({ history, spend }) => spend * discountedPurchases(models.purchases, history, horizon),
    ),
  );
}

function varianceOfFutures(
  uniform: Uniform,
  models: ValueModel,
  histories: readonly PurchaseHistory[],
  horizon: Horizon,
): number {
  const each = Math.max(2, Math.ceil(FUTURES_OF_ALL / histories.length));
  return sum(
    histories.map((history) =>
      variance(Float64Array.from({ length: each }, () => simulateValue(uniform, models, history, horizon))),
    ),
  );
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
