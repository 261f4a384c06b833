import { at } from '../series.ts';

// Coefficients for g = 7 and nine terms, as computed by Godfrey (2001), "A note on the computation of the
// convergent Lanczos complex Gamma approximation".
const G = 7;
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * ln Γ(x) for x > 0, to about 14 significant digits of max(1, |ln Γ(x)|): Lanczos (1964), "A precision
 * approximation of the gamma function", SIAM J. Numer. Anal. B 1; below one half by reflection (DLMF 5.5.3).
 * Throws a RangeError for x ≤ 0.
 *
 * @example logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, not ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + G + 0.5;
  let series = at(LANCZOS, 0);
  for (let term = 1; term < LANCZOS.length; term += 1) series += at(LANCZOS, term) / (shifted + term);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0 (DLMF 5.12.1). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln of n choose k for whole 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
