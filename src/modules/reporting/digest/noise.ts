import {
  clopperPearsonInterval,
  meanDifferenceInterval,
  meanInterval,
  type Sample,
} from '../../../statistics/index.ts';

const CONFIDENCE = 0.95;
const FEWEST = 4;
/** Things that happen one by one, each by somebody who knows nothing of the others. */
const SINGLE: ReadonlySet<string> = new Set(['orders', 'new_customers', 'sessions_bought']);

export type Verdict = 'maybe_chance' | 'hardly_chance' | undefined;

/**
 * Whether days alone, as they differ anyway, make such a change. Where both spans are whole weeks, each day is taken
 * against its own of the other span (Student's interval of the differences), so that weekdays do not count as noise;
 * else as two samples (Welch). `undefined`: too few days to say.
 *
 * @param now of each day
 * @param before of each day of the other span
 */
export function noiseOfDays(now: readonly number[], before: readonly number[]): Verdict {
  if (now.length < FEWEST || before.length < FEWEST) return undefined;
  const isPaired = now.length === before.length && now.length % 7 === 0;
  const interval = isPaired
    ? meanInterval(sampleOf(now.map((value, day) => value - (before[day] ?? 0))), CONFIDENCE)
    : meanDifferenceInterval(sampleOf(before), sampleOf(now), CONFIDENCE);
  return interval && verdictOf(interval.low <= 0 && interval.high >= 0);
}

/**
 * The same of two counts of single events (Poisson): given their sum, the later one is binomial, with a probability that is
 * its part of the days when nothing changed (Przyborowski and Wilenski 1940, Biometrika 31).
 *
 * @param shareOfDays days of the later span ÷ days of both
 */
export function noiseOfCounts(measure: string, now: number, before: number, shareOfDays: number): Verdict {
  if (!SINGLE.has(measure) || now + before === 0) return undefined;
  const { low, high } = clopperPearsonInterval(now, now + before, CONFIDENCE);
  return verdictOf(low <= shareOfDays && shareOfDays <= high);
}

function verdictOf(isWithin: boolean): Verdict {
  return isWithin ? 'maybe_chance' : 'hardly_chance';
}

function sampleOf(values: readonly number[]): Sample {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
}
