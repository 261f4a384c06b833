import { at } from '../series.ts';

const POINTS = 12;
const RULE = gaussLegendre(POINTS);

/**
 * ∫ fn over [low, high] by Gauss–Legendre quadrature of 12 points on each of `panels` equal parts (Abramowitz
 * and Stegun 25.4.30): exact for polynomials of degree 23 on each.
 */
export function integrate(fn: (x: number) => number, low: number, high: number, panels: number): number {
  const half = (high - low) / panels / 2;
  let total = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = low + (2 * panel + 1) * half;
    for (const [node, weight] of RULE) total += weight * fn(centre + half * node);
  }
  return total * half;
}

/**
 * Nodes and weights on [−1, 1]: roots of the Legendre polynomial by Newton's method, weights as in Abramowitz
 * and Stegun 25.4.29.
 */
function gaussLegendre(points: number): readonly (readonly [node: number, weight: number])[] {
  return Array.from({ length: points }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (points + 0.5));
    for (let round = 0; round < 20; round += 1) {
      const { value, slope } = legendre(points, x);
      x -= value / slope;
    }
    return [x, 2 / ((1 - x * x) * legendre(points, x).slope ** 2)] as const;
  });
}

function legendre(degree: number, x: number): { value: number; slope: number } {
  const values = [1, x];
  for (let n = 1; n < degree; n += 1) {
    values.push(((2 * n + 1) * x * at(values, n) - n * at(values, n - 1)) / (n + 1));
  }
  const value = at(values, degree);
  return { value, slope: (degree * (x * value - at(values, degree - 1))) / (x * x - 1) };
}
