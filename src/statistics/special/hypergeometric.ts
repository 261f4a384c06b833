const MAX_TERMS = 2_000_000;
const EPSILON = 1e-17;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for real z < 1 and c not 0, −1, −2, …: the power series
 * DLMF 15.2.1, for negative z after Pfaff's transformation (DLMF 15.8.1), which leads to 0 ≤ z < 1. Where a,
 * b and c are positive, as in the BG/NBD model, all terms are and nothing cancels; about 37 / −ln z of them
 * are needed. Throws a RangeError outside of this domain, and where two million terms are not enough.
 *
 * @example hypergeometric(1, 1, 2, 0.5) // −ln(1 − 0.5) / 0.5 = 2 ln 2
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(z < 1) || (c <= 0 && Number.isInteger(c))) {
    throw new RangeError(`hypergeometric needs z < 1 and c not 0, −1, …, not z = ${z}, c = ${c}`);
  }
  if (z >= 0) return powerSeries(a, b, c, z);
  return (1 - z) ** -a * powerSeries(a, c - b, c, z / (z - 1));
}

function powerSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let total = 1;
  for (let n = 0; n < MAX_TERMS; n += 1) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    total += term;
    // Terms may grow at first: what is left out is below term / (1 − ratio) only once they shrink.
    if (term === 0 || (Math.abs(ratio) < 1 && Math.abs(term) < Math.abs(total) * EPSILON * (1 - z)))
      return total;
  }
  throw new RangeError(`no convergence of ₂F₁ at a = ${a}, b = ${b}, c = ${c}, z = ${z}`);
}
