import { drawGamma, drawNormal, type Uniform } from '../../sampling/draw.ts';

/** A Poisson number: by the times between events, above 200 by its normal limit. */
export function drawCount(uniform: Uniform, mean: number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(uniform)));
  let count = -1;
  for (let time = 0; time < mean || count < 0; count += 1) time -= Math.log(1 - uniform());
  return count;
}

/** A negative binomial number of a mean and a variance: of a Poisson distribution whose rate is gamma. */
export function drawOverdispersed(uniform: Uniform, mean: number, variance: number): number {
  if (mean <= 0 || variance <= mean) return drawCount(uniform, mean);
  const rate = drawGamma(uniform, (mean * mean) / (variance - mean), mean / (variance - mean));
  return drawCount(uniform, rate);
}
