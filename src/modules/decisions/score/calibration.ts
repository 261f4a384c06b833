import {
  clopperPearsonInterval,
  type Interval,
  meanInterval,
  type Sample,
  wilsonInterval,
} from '../../../statistics/index.ts';
import type { LostWhy } from '../mandate/mandate.ts';

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
/** An end of a two-sided interval at 90 % is a one-sided one at 95 %. */
const ONE_SIDED = 0.9;
/** From what holds eight times of ten to what holds 95 and 90 of a hundred: 1.9600 and 1.6449 over 1.2816. */
const [TO_95, TO_90] = [1.5294, 1.2835];

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
 * Why a kind loses its mandate; `undefined`: it keeps it. Judged from ten scores on, at 5 %, on the side that hurts:
 * - `intervals`: that so few held would happen in less than 5 % of cases if they held as often as was said. That is the
 *   exact one-sided binomial test: the limit above of Clopper and Pearson at 90 % lies below what was said.
 * - `money`: what one decision brings is below zero on average, by Student's t and whatever the error of the estimates.
 */
export function lossOf(scores: readonly Scored[]): LostWhy | undefined {
  const { length } = scores;
  if (length < FEWEST_SCORES) return undefined;
  const { held, stated } = calibrationOf(scores);
  if (clopperPearsonInterval(held, length, ONE_SIDED).high < stated / length) return 'intervals';
  const brought = meanInterval(sampleOf(scores.map(({ realisedMinor }) => realisedMinor)), ONE_SIDED);
  return (withError(brought, scores, TO_90)?.high ?? 0) < 0 ? 'money' : undefined;
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
