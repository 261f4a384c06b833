import { at } from '../../series.ts';
import { type MixedPart, mixedDemand } from './mixed-demand.ts';
import type { Counts } from './tabulated-counts.ts';

/** P(D = i · step) of i = 0, 1, …, but for what is less likely than 10⁻⁷ together. */
export type Chances = { readonly step: number; readonly chances: Float64Array };

/** So many are told apart of counts, or a few times as many; so many of other demand. */
const [POINTS, READ_POINTS] = [512, 400];
const [ENOUGH, NOTHING, FAR] = [1 - 1e-7, 1e-20, 12];
const POISSON_WITHIN = 1e-6;

/** Whether each whole unit is told apart. */
export function isFine(parts: readonly MixedPart[]): boolean {
  const counts = parts.flatMap(({ demand }) => demand.counts ?? []);
  return counts.length === parts.length && stepOf(counts.filter(({ mean }) => mean > 0)) === 1;
}

/**
 * The chances of demand that is one of several, at once and in steps that are as fine as orders have need of: of counts in the
 * thousands they are those of dozens with the same mean and variance, as long as a dozen is less than these vary by. Demand that
 * is not of counts is read at 400 points.
 */
export function mixedChances(parts: readonly MixedPart[]): Chances {
  const counted = parts.flatMap(({ weight, demand: { counts } }) => (counts ? [{ weight, counts }] : []));
  if (counted.length < parts.length) return readChances(parts);
  const wanted = counted.filter(({ counts }) => counts.mean > 0);
  const step = stepOf(wanted.map(({ counts }) => counts));
  const all = wanted.map(({ weight, counts }) => ({ weight, own: countChances(counts, step) }));
  const chances = new Float64Array(Math.max(1, ...all.map(({ own }) => own.length)));
  for (const { weight, counts } of counted) if (counts.mean === 0) chances[0] = at(chances, 0) + weight;
  for (const { weight, own } of all) {
    for (let n = 0; n < own.length; n += 1) chances[n] = at(chances, n) + weight * at(own, n);
  }
  return { step, chances };
}

function readChances(parts: readonly MixedPart[]): Chances {
  const demand = mixedDemand(parts);
  const last = Math.max(1, demand.quantile(1 - 1e-6));
  const step = Math.max(1, last / READ_POINTS);
  const until = (index: number) => (index < 0 ? 0 : demand.cdf((index + 0.5) * step));
  const length = Math.ceil(last / step) + 1;
  return { step, chances: Float64Array.from({ length }, (_, index) => until(index) - until(index - 1)) };
}

function stepOf(counts: readonly Counts[]): number {
  const far = counts.map(({ mean, variance }) => mean + FAR * Math.sqrt(Math.max(mean, variance)));
  const coarsest = counts.map(({ mean, variance }) => variance / mean / 2);
  return Math.max(1, Math.floor(Math.min(Math.max(0, ...far) / POINTS, ...coarsest)));
}

/** Counts of `step` units, by the ratio of each chance to its neighbour, from the likeliest on to both sides. */
function countChances({ mean: units, variance }: Counts, step: number): Float64Array {
  const mean = units / step;
  const spread = variance / step ** 2;
  const isPoisson = spread <= mean * (1 + POISSON_WITHIN);
  // P(n) / P(n − 1) = (a + b n) / n.
  const b = isPoisson ? 0 : 1 - mean / spread;
  const a = isPoisson ? mean : b * ((mean * mean) / (spread - mean) - 1);
  const mode = Math.max(0, Math.floor(a / (1 - b)));
  const shares = [1];
  let total = 1;
  const below: number[] = [];
  for (let n = mode, chance = 1; n > 0 && chance > NOTHING; n -= 1) {
    chance *= n / (a + b * n);
    below.push(chance);
    total += chance;
  }
  // What is left beyond n is at most a geometric series of the ratio there.
  for (let n = mode + 1, chance = 1; ; n += 1) {
    const ratio = (a + b * n) / n;
    chance *= ratio;
    if (ratio < 1 && chance / (1 - Math.max(ratio, b)) < (1 - ENOUGH) * total) break;
    shares.push(chance);
    total += chance;
  }
  const chances = new Float64Array(mode + shares.length);
  for (const [index, chance] of below.entries()) chances[mode - 1 - index] = chance / total;
  for (const [index, chance] of shares.entries()) chances[mode + index] = chance / total;
  return chances;
}
