import { at, sum } from '../../series.ts';

/** Counts: negative binomial of a mean and a variance, in units, and Poisson where the variance is not above the mean. */
export type Counts = { readonly mean: number; readonly variance: number };

/** Of a random number of whole units, all up to which there is any. */
export type CountTable = {
  /** P(D = n) of n from 0 on. */
  readonly chances: Float64Array;
  /** P(D ≥ n) of n from 0 on; 0 after the last. */
  readonly atLeast: Float64Array;
  /** E[(D − n)⁺] of n from 0 on; 0 after the last. */
  readonly shortage: Float64Array;
};

/** Longer tables cost more than what is asked of them. */
const MOST_UNITS = 30_000;
/** What is less likely than this, beside what is likeliest, is not there. */
const NOTHING = 1e-19;
const POISSON_WITHIN = 1e-6;

/**
 * Chances of counts that are mixed by weights, worked out once for everything that is asked of them: each count's by
 * P(n + 1) = P(n) · (n + r)(1 − p) / (n + 1) to both sides of what is likeliest, as shares of their own sum, so that no power and
 * no gamma function is needed; then from above, which keeps the digits of small chances. 1e-13 from the incomplete beta function.
 *
 * @returns nothing where a table were longer than 30,000 units
 */
export function tabulateCounts(
  parts: readonly { readonly weight: number; readonly counts: Counts }[],
): CountTable | undefined {
  const size = 3 + Math.max(...parts.map(({ counts }) => lastOf(counts)));
  if (!(size <= MOST_UNITS)) return undefined;
  // One piece of memory: a shop has tens of thousands of tables.
  const memory = new Float64Array(4 * size);
  const [chances, own] = [memory.subarray(0, size - 1), memory.subarray(size, 2 * size - 1)];
  for (const { weight, counts } of parts) addChances(chances, own, weight, counts);
  const [atLeast, shortage] = [memory.subarray(2 * size, 3 * size), memory.subarray(3 * size)];
  for (let n = size - 2; n >= 0; n -= 1) {
    shortage[n] = at(shortage, n + 1) + at(atLeast, n + 1);
    atLeast[n] = at(atLeast, n + 1) + at(chances, n);
  }
  return { chances, atLeast, shortage };
}

/** Up to where a count has any chance worth counting: beyond a bell's twelve deviations and an exponential tail's 45. */
function lastOf({ mean, variance }: Counts): number {
  if (mean === 0) return 0;
  const spread = Math.max(variance, mean);
  return Math.ceil(mean + 12 * Math.sqrt(spread) + (45 * spread) / mean);
}

function addChances(into: Float64Array, own: Float64Array, weight: number, { mean, variance }: Counts): void {
  if (mean === 0) {
    into[0] = at(into, 0) + weight;
    return;
  }
  const last = own.length - 1;
  const size = (mean * mean) / (variance - mean);
  const isPoisson = variance <= mean * (1 + POISSON_WITHIN) || size === 0;
  // P(n) / P(n − 1) = (a + b n) / n.
  const b = isPoisson ? 0 : 1 - mean / variance;
  const a = isPoisson ? mean : b * (size - 1);
  const mode = Math.max(0, Math.floor(a / (1 - b)));
  own[mode] = 1;
  let total = 1;
  let end = mode;
  for (let chance = 1; end < last && chance > NOTHING; ) {
    end += 1;
    chance *= (a + b * end) / end;
    own[end] = chance;
    total += chance;
  }
  let begin = mode;
  for (let chance = 1; begin > 0 && chance > NOTHING; begin -= 1) {
    chance *= begin / (a + b * begin);
    own[begin - 1] = chance;
    total += chance;
  }
  const share = weight / total;
  for (let n = begin; n <= end; n += 1) into[n] = at(into, n) + at(own, n) * share;
}

export function meanOfCounts(parts: readonly { readonly weight: number; readonly counts: Counts }[]): number {
  return sum(parts.map(({ weight, counts }) => weight * counts.mean));
}
