import { type Interval, meanInterval, type Sample, wilsonInterval } from '../../../statistics/index.ts';
import type { LostWhy } from '../mandate/mandate.ts';
import { anytimeStandardErrors, evidenceOfFewer } from './sequential.ts';

/** A decision with what was said of it and what came of it, in minor units of the shop's currency. */
export type Scored = {
  readonly predictedMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly confidence: number;
  readonly realisedMinor: number;
  /** What it brought against what would have been, which is an estimate: where that lies, eight times of ten. */
  readonly realisedLowMinor: number;
  readonly realisedHighMinor: number;
  /** The prediction was one of that estimate itself. */
  readonly isErrorForeseen: boolean;
};

export type Calibration = {
  readonly scored: number;
  /** How many lay within their interval, and how many of them were to. */
  readonly held: number;
  readonly stated: number;
  /** The share that held, with the interval of Wilson; without scores there is none. */
  readonly coverage: Interval | undefined;
  /** What they brought together, and what was predicted of them. */
  readonly realisedMinor: number;
  readonly realisedLowMinor: number;
  readonly realisedHighMinor: number;
  readonly predictedMinor: number;
  /** Of those that brought something, and of those that cost. */
  readonly earnedMinor: number;
  readonly lostMinor: number;
  /** Realised less predicted of one decision, on average; from two scores on with a 95 % interval. */
  readonly bias: Interval | undefined;
};

/** From so many scores on a kind is judged. */
export const FEWEST_SCORES = 10;
/** From what holds eight times of ten to what holds 95 of a hundred: 1.9600 over 1.2816. */
const TO_95 = 1.5294;
/** How often a kind that is as good as it says loses its mandate, ever: half of it for each reason to. */
const EVER_WRONG = 0.05;

/** How well what a kind says agrees with what comes of it. */
export function calibrationOf(scores: readonly Scored[]): Calibration {
  const held = scores.filter(isHeld).length;
  const total = (of: (one: Scored) => number) => scores.reduce((sum, one) => sum + of(one), 0);
  const realisedMinor = total((one) => one.realisedMinor);
  return {
    ...{ scored: scores.length, held, stated: total(({ confidence }) => confidence), realisedMinor },
    coverage: scores.length === 0 ? undefined : wilsonInterval(held, scores.length, 0.95),
    predictedMinor: total(({ predictedMinor }) => predictedMinor),
    realisedLowMinor: realisedMinor - total(errorBelow),
    realisedHighMinor: realisedMinor + total(errorAbove),
    earnedMinor: total((one) => Math.max(0, one.realisedMinor)),
    lostMinor: total((one) => Math.min(0, one.realisedMinor)),
    bias: withError(meanInterval(sampleOf(scores.map(differenceOf)), 0.95), scores, TO_95),
  };
}

/**
 * Why a kind loses its mandate; `undefined`: it keeps it. Judged from ten scores on, whenever something was scored, so that one that is
 * as good as it says loses it in 5 of 100 cases at most, however long it is judged (`sequential.ts`):
 * - `intervals`: whoever bet that fewer hold than was said has their money forty times.
 * - `money`: what one decision brings is below zero on average, by an interval for all times and whatever the error of the estimates.
 */
export function lossOf(scores: readonly Scored[]): LostWhy | undefined {
  const { length } = scores;
  if (length < FEWEST_SCORES) return undefined;
  const counted = [...Map.groupBy(scores, ({ confidence }) => confidence)].map(([confidence, some]) => {
    return { confidence, count: some.length, held: some.filter(isHeld).length };
  });
  if (evidenceOfFewer(counted) >= 2 / EVER_WRONG) return 'intervals';
  const brought = scores.map(({ realisedMinor }) => realisedMinor);
  const { mean, variance } = sampleOf(brought);
  const reach = anytimeStandardErrors(length, EVER_WRONG) * Math.sqrt(variance / length);
  const shared = (TO_95 * scores.reduce((sum, one) => sum + errorAbove(one), 0)) / length;
  return mean + skewOf(brought) + Math.hypot(reach, shared) < 0 ? 'money' : undefined;
}

/**
 * Where a few bring most, those that have not been seen yet are missing in the mean: by μ₃ / 6σ²n and by μ₃m² / 3σ⁴ (Johnson 1978,
 * "Modified t tests and confidence intervals for asymmetrical populations", Journal of the American Statistical Association 73).
 */
function skewOf(values: readonly number[]): number {
  const { count, mean, variance } = sampleOf(values);
  if (variance === 0) return 0;
  const third = values.reduce((sum, value) => sum + (value - mean) ** 3, 0) / count;
  return third / (6 * variance * count) + (third * mean ** 2) / (3 * variance ** 2);
}

/**
 * Whether a prediction held. What it is held against is an estimate too: predicted and measured differ by less than both their
 * errors together, eight times of ten, when the prediction is right (the prediction interval of a repeated measurement; Patil,
 * Peng and Leek 2016, "What should researchers expect when they replicate studies?", Perspectives on Psychological Science 11).
 * So a bad measurement takes nobody's mandate away.
 *
 * @example
 * // 100, said to lie between 70 and 130; 60 was measured, and may be 85: 40 less, and √(30² + 25²) = 39.05 were allowed.
 */
export function isHeld(one: Scored): boolean {
  const { predictedMinor, lowMinor, highMinor, realisedMinor, isErrorForeseen } = one;
  if (isErrorForeseen) return lowMinor <= realisedMinor && realisedMinor <= highMinor;
  const less = Math.hypot(predictedMinor - lowMinor, errorAbove(one));
  const more = Math.hypot(highMinor - predictedMinor, errorBelow(one));
  return predictedMinor - less <= realisedMinor && realisedMinor <= predictedMinor + more;
}

const errorBelow = ({ realisedMinor, realisedLowMinor }: Scored) => realisedMinor - realisedLowMinor;
const errorAbove = ({ realisedMinor, realisedHighMinor }: Scored) => realisedHighMinor - realisedMinor;
const differenceOf = ({ realisedMinor, predictedMinor }: Scored) => realisedMinor - predictedMinor;

/** Decisions share what is not known of those who found nothing: their errors do not average out, they are one. */
function withError(
  mean: Interval | undefined,
  scores: readonly Scored[],
  scale: number,
): Interval | undefined {
  if (mean === undefined) return undefined;
  const shared = (of: (one: Scored) => number) =>
    (scale * scores.reduce((sum, one) => sum + of(one), 0)) / scores.length;
  return {
    ...mean,
    low: mean.estimate - Math.hypot(mean.estimate - mean.low, shared(errorBelow)),
    high: mean.estimate + Math.hypot(mean.high - mean.estimate, shared(errorAbove)),
  };
}

function sampleOf(values: readonly number[]): Sample {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / Math.max(1, count - 1) };
}
