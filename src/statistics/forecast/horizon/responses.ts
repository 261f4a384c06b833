import type { Smoothing } from '../smoothing/smoothing.ts';

/**
 * What an error of 1 moves the forecast of 1, 2, … periods later by: α + β (φ + φ² + … + φʲ) (Hyndman et al.
 * 2008, table 6.1).
 */
export function responses({ alpha, beta, phi }: Smoothing, count: number): Float64Array {
  let damped = 0;
  return new Float64Array(count).map(() => {
    damped = phi * (1 + damped);
    return alpha + beta * damped;
  });
}
