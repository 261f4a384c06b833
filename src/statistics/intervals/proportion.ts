import { type Interval, tailOf, twoSided } from '../interval.ts';
import { betaQuantile } from '../special/incomplete-beta.ts';

/**
 * A proportion `successes` of `trials`, with the score interval of Wilson (1927), "Probable inference, the
 * law of succession, and statistical inference", JASA 22: method 3 of Newcombe (1998), "Two-sided confidence
 * intervals for the single proportion", Statistics in Medicine 17. It is right on average, and never outside
 * of [0, 1].
 *
 * @example wilsonInterval(81, 263, 0.95) // 0.3080, from 0.2553 to 0.3662
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  mustBeCounts(successes, trials);
  const z2 = twoSided(confidence) ** 2;
  const failures = trials - successes;
  const middle = successes + z2 / 2;
  const reach = Math.sqrt(z2 * ((successes * failures) / trials + z2 / 4));
  return {
    estimate: successes / trials,
    low: successes === 0 ? 0 : (middle - reach) / (trials + z2),
    high: failures === 0 ? 1 : (middle + reach) / (trials + z2),
    confidence,
  };
}

/**
 * The same with the exact interval of Clopper and Pearson (1934), Biometrika 26, by beta quantiles: it covers
 * at least `confidence` whatever the truth, and is wider for it.
 *
 * @example clopperPearsonInterval(81, 263, 0.95) // 0.3080, from 0.2527 to 0.3676
 */
export function clopperPearsonInterval(successes: number, trials: number, confidence: number): Interval {
  mustBeCounts(successes, trials);
  const tail = tailOf(confidence);
  const failures = trials - successes;
  return {
    estimate: successes / trials,
    low: successes === 0 ? 0 : betaQuantile(successes, failures + 1, tail),
    high: failures === 0 ? 1 : betaQuantile(successes + 1, failures, 1 - tail),
    confidence,
  };
}

function mustBeCounts(successes: number, trials: number): void {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`no proportion: ${successes} of ${trials}`);
  }
}
