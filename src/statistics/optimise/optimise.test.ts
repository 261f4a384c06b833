import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { firstDerivatives, secondDerivatives } from './curvature.ts';
import { cholesky, inverse, quadraticForm, times } from './matrix.ts';
import { nelderMead } from './nelder-mead.ts';

const banana = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) =>
  100 * (y - x * x) ** 2 + (1 - x) ** 2;

describe('nelderMead', () => {
  test('goes the way of the published fminsearch on the banana: 159 evaluations to 8.1777e-10', () => {
    // MathWorks, fminsearch, example "Minimize Rosenbrock's function", from (−1.2, 1) with the default
    // tolerances.
    const stopping = { step: 1e-4, value: 1e-4, evaluations: 400 };
    const found = nelderMead(banana, [-1.2, 1], stopping, (coordinate) => 0.05 * coordinate);
    assert.equal(found.evaluations, 159);
    assert.ok(Math.abs(found.value - 8.1777e-10) < 5e-14, String(found.value));
    assert.ok(found.hasConverged);
  });

  test('says so when its evaluations ran out', () => {
    const found = nelderMead(banana, [-1.2, 1], { step: 1e-9, value: 1e-9, evaluations: 30 }, () => 0.1);
    assert.equal(found.hasConverged, false);
  });

  test('finds the bottom of any bowl', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(place, place, place, fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, c, wide) => {
        const bowl = ([x = 0, y = 0, z = 0]: Float64Array) =>
          (x - a) ** 2 + wide * (y - b) ** 2 + (z - c + 0.3 * (y - b)) ** 2;
        const found = nelderMead(bowl, [0, 0, 0], { step: 1e-7, value: 1e-12, evaluations: 5000 }, () => 1);
        for (const [index, expected] of [a, b, c].entries()) {
          assert.ok(Math.abs((found.at[index] ?? Number.NaN) - expected) < 1e-4);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('curvature and matrices', () => {
  test('the derivatives of the banana at (−1.2, 1) are those of calculus', () => {
    const point = Float64Array.of(-1.2, 1);
    const [gx = 0, gy = 0] = firstDerivatives(banana, point);
    assert.ok(Math.abs(gx + 215.6) < 1e-4 && Math.abs(gy + 88) < 1e-4, `${gx} ${gy}`);
    const [[xx = 0, xy = 0] = [], [yx = 0, yy = 0] = []] = secondDerivatives(banana, point);
    assert.ok(Math.abs(xx - 1330) < 1e-2 && Math.abs(yy - 200) < 1e-2);
    assert.ok(Math.abs(xy - 480) < 1e-2 && Math.abs(yx - 480) < 1e-2);
  });

  const matrix = [
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ].map((row) => Float64Array.from(row));

  test('the triangle of the textbook matrix is whole', () => {
    assert.deepEqual(
      cholesky(matrix)?.map((row) => [...row]),
      [
        [2, 0, 0],
        [6, 1, 0],
        [-8, 5, 3],
      ],
    );
  });

  test('a matrix times its inverse is one, and its quadratic form agrees', () => {
    const vector = Float64Array.of(1, -2, 0.5);
    const back = times(matrix, times(inverse(matrix) ?? [], vector));
    for (const [index, expected] of vector.entries()) {
      assert.ok(Math.abs((back[index] ?? Number.NaN) - expected) < 1e-9);
    }
    assert.ok(Math.abs(quadraticForm(matrix, vector) - 198.5) < 1e-9, String(quadraticForm(matrix, vector)));
  });

  test('a matrix that is not positive definite has neither', () => {
    const saddle = [Float64Array.of(1, 2), Float64Array.of(2, 1)];
    assert.equal(cholesky(saddle), undefined);
    assert.equal(inverse(saddle), undefined);
  });
});
