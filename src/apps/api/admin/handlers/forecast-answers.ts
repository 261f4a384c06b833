import {
  type Adjustment,
  coverageOf,
  demandOver,
  forecastReasons,
  type ListedForecast,
  type Reason,
  type StoredForecast,
  type TestedMethod,
} from '../../../../modules/forecasting/index.ts';

/** Pieces to a hundredth: more is more than anybody knows. */
const rounded = (pieces: number) => Math.round(pieces * 100) / 100;
const share = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(value * 1e4) / 1e4;

/** A row of the list: what is stored and, from it, what the next weeks come to as things stand now. */
export function forecastAnswer(
  forecast: StoredForecast,
  listed: Pick<ListedForecast, 'bias' | 'error' | 'coverage' | 'flags'>,
) {
  const { firstDay, demandClass, method, isEnough, adjustments } = forecast;
  const reasons = forecastReasons(forecast);
  return {
    ...{ firstDay: firstDay.toString(), demandClass, method, isEnough },
    ...{ next4: likelyOf(forecast, firstDay, 28), next13: likelyOf(forecast, firstDay, 91) },
    ...{ bias: share(listed.bias), error: share(listed.error), coverage: share(listed.coverage) },
    flags: [...listed.flags, ...(adjustments.length > 0 ? (['adjusted'] as const) : [])],
    reasons: reasons.map(reasonAnswer),
  };
}

/** Every week with its interval of 80 %, and as it would be without what people changed. */
export function weekAnswers(forecast: StoredForecast) {
  return forecast.weeks.map((_, week) => {
    const from = forecast.firstDay.add({ days: 7 * week });
    const plain = demandOver({ ...forecast, adjustments: [] }, { from, days: 7 });
    return {
      ...{ from: from.toString(), ...likelyOf(forecast, from, 7), without: rounded(plain.mean) },
    };
  });
}

function likelyOf(forecast: StoredForecast, from: Temporal.PlainDate, days: number) {
  const demand = demandOver(forecast, { from, days });
  return { mean: rounded(demand.mean), low: demand.quantile(0.1), high: demand.quantile(0.9) };
}

export function testedAnswer(tested: TestedMethod) {
  const { method, isChosen, weeks } = tested;
  return {
    ...{ method, isChosen, weeks, meanError: rounded(tested.meanError), bias: share(tested.bias) },
    ...{ scaledError: share(tested.scaledError), quantileLoss: rounded(tested.quantileLoss) },
    coverage: share(coverageOf(tested)),
  };
}

export function adjustmentAnswer(one: Adjustment) {
  const { id, scope, scopeId, from, to, change, reason, madeBy, madeAt, undone, score } = one;
  return {
    ...{ id, scope, scopeId, from: from.toString(), to: to.toString(), reason, madeBy },
    ...(change.kind === 'factor' ? { factor: change.factor } : { pieces: change.pieces }),
    ...{ madeAt: madeAt.toString(), undoneBy: undone?.by, undoneAt: undone?.at.toString() },
    ...{ expectedWithout: rounded(score.expectedWithout), expectedWith: rounded(score.expectedWith) },
    actual: score.actual,
  };
}

function reasonAnswer(reason: Reason) {
  return { ...reason, effect: Math.round(reason.effect * 1e4) / 1e4 };
}
