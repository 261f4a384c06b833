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

/** How well what a kind says agrees with what comes of it. */
export function calibrationOf(scores: readonly Scored[]): Calibration {
  const held = scores.filter(isHeld).length;
  const total = (of: (one: Scored) => number) => scores.reduce((sum, one) => sum + of(one), 0);
  return {
    ...{ scored: scores.length, held, stated: total(({ confidence }) => confidence) },
    coverage: scores.length === 0 ? undefined : wilsonInterval(held, scores.length, 0.95),
    realisedMinor: total(({ realisedMinor }) => realisedMinor),
    predictedMinor: total(({ predictedMinor }) => predictedMinor),
    earnedMinor: total(({ realisedMinor }) => Math.max(0, realisedMinor)),
    lostMinor: total(({ realisedMinor }) => Math.min(0, realisedMinor)),
    bias: meanInterval(sampleOf(scores.map(differenceOf)), 0.95),
  };
}

/**
 * Why a kind loses its mandate; `undefined`: it keeps it. Judged from ten scores on, at 5 %, on the side that hurts:
 * - `intervals`: that so few held would happen in less than 5 % of cases if they held as often as was said. That is the
 *   exact one-sided binomial test: the limit above of Clopper and Pearson at 90 % lies below what was said.
 * - `money`: what one decision brings is below zero on average, by Student's t.
 */
export function lossOf(scores: readonly Scored[]): LostWhy | undefined {
  const { length } = scores;
  if (length < FEWEST_SCORES) return undefined;
  const { held, stated } = calibrationOf(scores);
  if (clopperPearsonInterval(held, length, ONE_SIDED).high < stated / length) return 'intervals';
  const brought = sampleOf(scores.map(({ realisedMinor }) => realisedMinor));
  return (meanInterval(brought, ONE_SIDED)?.high ?? 0) < 0 ? 'money' : undefined;
}

function isHeld({ lowMinor, highMinor, realisedMinor }: Scored): boolean {
  return lowMinor <= realisedMinor && realisedMinor <= highMinor;
}

const differenceOf = ({ realisedMinor, predictedMinor }: Scored) => realisedMinor - predictedMinor;

function sampleOf(values: readonly number[]): Sample {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / Math.max(1, count - 1) };
}
