/**
 * A source of independent numbers in [0, 1). Statistics have none of their own: the same source gives the
 * same answer.
 */
export type Uniform = () => number;

/**
 * A standard normal number: the polar method of Marsaglia and Bray (1964), SIAM Review 6(3), using one of its
 * two.
 */
export function drawNormal(uniform: Uniform): number {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** An exponential number of mean 1 / rate; Infinity at rate 0. */
export function drawExponential(uniform: Uniform, rate: number): number {
  return -Math.log1p(-uniform()) / rate;
}

/**
 * A gamma number of mean shape / rate: Marsaglia and Tsang (2000), "A simple method for generating gamma
 * variables", ACM TOMS 26(3), section 2; for shape < 1 from shape + 1.
 */
export function drawGamma(uniform: Uniform, shape: number, rate: number): number {
  if (!(shape > 0 && rate > 0)) throw new RangeError(`no gamma distribution of shape ${shape}, rate ${rate}`);
  if (shape < 1) return drawGamma(uniform, shape + 1, rate) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(uniform);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

/** A beta number of mean a / (a + b), from two gamma numbers. */
export function drawBeta(uniform: Uniform, a: number, b: number): number {
  const x = drawGamma(uniform, a, 1);
  const y = drawGamma(uniform, b, 1);
  // Both vanish only where a and b are tiny, and then nearly all the mass is at 0 and at 1.
  return x + y > 0 ? x / (x + y) : Number(uniform() < a / (a + b));
}
