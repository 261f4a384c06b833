import { twoSided } from '../interval.ts';

/** How long somebody was watched, and whether the event came then or they were still without it. */
export type Observation = {
  readonly time: number;
  readonly hasEvent: boolean;
  /** How many are alike; one where it is left out. */
  readonly count?: number;
};

/** The curve just after an event time. */
export type SurvivalStep = {
  readonly time: number;
  /** Those watched until this time at least. */
  readonly atRisk: number;
  readonly events: number;
  /** Share that is still without the event. */
  readonly survival: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};

export type SurvivalCurve = { readonly confidence: number; readonly steps: readonly SurvivalStep[] };

/**
 * The share still without an event (a second order) over time, from people watched for different times:
 * Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations", JASA 53, equation 2b,
 * with Greenwood's standard error (equation 2f) and pointwise intervals on ln(−ln S) (Kalbfleisch and
 * Prentice 2002, The Statistical Analysis of Failure Time Data, 2nd edition, section 1.4). Who was lost at
 * the time of an event was at risk then. Where everybody has had the event there is no such interval: it is
 * from 0 to where it was before. No steps where there was no event.
 */
export function kaplanMeier(observations: Iterable<Observation>, confidence: number): SurvivalCurve {
  const z = twoSided(confidence);
  const times = countByTime(observations);
  let atRisk = times.reduce((total, { events, censored }) => total + events + censored, 0);
  let [survival, greenwood, before] = [1, 0, 1];
  const steps: SurvivalStep[] = [];
  for (const { time, events, censored } of times) {
    if (events > 0) {
      const left = atRisk - events;
      survival *= left / atRisk;
      greenwood += left > 0 ? events / (atRisk * left) : 0;
      const range = left > 0 ? rangeOf(survival, greenwood, z) : { low: 0, high: before };
      const standardError = survival * Math.sqrt(greenwood);
      steps.push({ time, atRisk, events, survival, standardError, ...range });
      before = range.high;
    }
    atRisk -= events + censored;
  }
  return { confidence, steps };
}

/** The share without the event at `time`: 1 before the first step. */
export function survivalAt({ steps }: SurvivalCurve, time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

/** A time by which half have had the event; what is undefined was not reached while people were watched. */
export type MedianTime = {
  readonly estimate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly confidence: number;
};

/**
 * The median time to the event: the first at which the curve is at one half or below, with the interval of
 * Brookmeyer and Crowley (1982), "A confidence interval for the median survival time", Biometrics 38: the
 * times at which the curve's interval holds one half.
 */
export function medianTime({ steps, confidence }: SurvivalCurve): MedianTime {
  // A half that is reached exactly must not be missed by a rounding error.
  const half = 0.5 + 1e-12;
  return {
    estimate: steps.find((step) => step.survival <= half)?.time,
    low: steps.find((step) => step.low <= half)?.time,
    high: steps.find((step) => step.high <= half)?.time,
    confidence,
  };
}

function rangeOf(survival: number, greenwood: number, z: number): { low: number; high: number } {
  const reach = Math.exp((z * Math.sqrt(greenwood)) / -Math.log(survival));
  return { low: survival ** reach, high: survival ** (1 / reach) };
}

type AtTime = { readonly time: number; events: number; censored: number };

function countByTime(observations: Iterable<Observation>): AtTime[] {
  const times = new Map<number, AtTime>();
  for (const { time, hasEvent, count = 1 } of observations) {
    if (!(time >= 0 && count >= 0)) throw new RangeError(`no observation: ${count} watched for ${time}`);
    const counts = times.get(time) ?? { time, events: 0, censored: 0 };
    if (hasEvent) counts.events += count;
    else counts.censored += count;
    times.set(time, counts);
  }
  return [...times.values()].sort((one, other) => one.time - other.time);
}
