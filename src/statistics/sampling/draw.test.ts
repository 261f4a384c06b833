import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFor } from '../../simulator/random.ts';
import { regularisedBeta } from '../special/incomplete-beta.ts';
import { regularisedGamma } from '../special/incomplete-gamma.ts';
import { normalCdf } from '../special/normal.ts';
import { drawBeta, drawExponential, drawGamma, drawNormal, type Uniform } from './draw.ts';

const draws = 20_000;
// Kolmogorov's distance is beyond 1.95 / √n once in a thousand (Smirnov 1948, table for the asymptotic
// distribution).
const bound = 1.95 / Math.sqrt(draws);

const laws: readonly [name: string, draw: (uniform: Uniform) => number, cdf: (x: number) => number][] = [
  ['normal', drawNormal, normalCdf],
  ['exponential', (uniform) => drawExponential(uniform, 2), (x) => 1 - Math.exp(-2 * x)],
  ['gamma 0.243', (uniform) => drawGamma(uniform, 0.243, 4.4), (x) => regularisedGamma(0.243, 4.4 * x).lower],
  ['gamma 6.25', (uniform) => drawGamma(uniform, 6.25, 0.5), (x) => regularisedGamma(6.25, 0.5 * x).lower],
  ['beta', (uniform) => drawBeta(uniform, 0.793, 2.426), (x) => regularisedBeta(0.793, 2.426, x)],
];

for (const [name, draw, cdf] of laws) {
  test(`numbers drawn as ${name} follow its distribution`, () => {
    const uniform = randomFor(11, name).next;
    const drawn = Float64Array.from({ length: draws }, () => draw(uniform)).sort();
    const distance = drawn.reduce(
      (most, x, index) => Math.max(most, Math.abs(cdf(x) - (index + 0.5) / draws) + 0.5 / draws),
      0,
    );
    assert.ok(distance < bound, `${distance} is beyond ${bound}`);
  });
}

test('there is no gamma distribution of shape zero', () => {
  assert.throws(() => drawGamma(() => 0.5, 0, 1), RangeError);
});
