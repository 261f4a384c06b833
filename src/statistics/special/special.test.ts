import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { logBeta, logChoose, logGamma } from './gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { betaQuantile, regularisedBeta } from './incomplete-beta.ts';
import { regularisedGamma } from './incomplete-gamma.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { studentCdf, studentQuantile } from './student.ts';

// Values with 15 digits and more were computed to 30 digits with mpmath 1.3; others are from the tables
// named.

function near(actual: number, expected: number, relative = 1e-12): void {
  const bound = relative * Math.max(Math.abs(expected), 1e-300);
  assert.ok(Math.abs(actual - expected) <= bound, `${actual} is not ${expected}`);
}

describe('gamma and beta', () => {
  for (const [x, expected] of [
    [0.1, 2.252712651734206],
    [0.243, 1.3180435846996699],
    [4.414, 2.335220052201891],
    [100, 359.1342053695754],
    [10_000, 82099.71749644238],
  ] as const) {
    test(`ln Γ(${x}) is ${expected}`, () => near(logGamma(x), expected, 2e-14));
  }

  test('ln Γ(x + 1) = ln Γ(x) + ln x (DLMF 5.5.1)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (x) => {
        const expected = logGamma(x) + Math.log(x);
        assert.ok(Math.abs(logGamma(x + 1) - expected) <= 1e-13 * Math.max(1, Math.abs(expected) * 2, x));
      }),
    );
  });

  test('B(2, 3) is 1/12, and 10 choose 3 is 120', () => {
    near(Math.exp(logBeta(2, 3)), 1 / 12);
    near(Math.exp(logChoose(10, 3)), 120);
  });

  test('there is no ln Γ at zero and below', () => {
    assert.throws(() => logGamma(0), RangeError);
    assert.throws(() => logGamma(Number.NaN), RangeError);
  });
});

describe('incomplete functions', () => {
  for (const [a, x, expected] of [
    [0.5, 0.3, 0.5614219739190002],
    [5, 2.5, 0.10882198108584876],
    [10, 20, 0.9950045876916924],
    [100, 90, 0.15822098918643018],
  ] as const) {
    test(`P(${a}, ${x}) is ${expected}`, () => near(regularisedGamma(a, x).lower, expected));
  }

  test('the far tail of the incomplete gamma function keeps its digits', () => {
    near(regularisedGamma(10, 60).upper, 2.85150775555202e-16);
  });

  test('the percentage points of χ² are those of the table (Abramowitz and Stegun 26.8)', () => {
    near(regularisedGamma(1 / 2, 3.84146 / 2).upper, 0.05, 1e-5);
    near(regularisedGamma(10 / 2, 18.307 / 2).upper, 0.05, 1e-4);
  });

  for (const [a, b, x, expected] of [
    [0.793, 2.426, 0.2, 0.5150164049682446],
    [20, 30, 0.5, 0.923796114019261],
    [1000, 2, 0.999, 0.7353908495419281],
  ] as const) {
    test(`I_${x}(${a}, ${b}) is ${expected}`, () => near(regularisedBeta(a, b, x), expected));
  }

  test('a quantile of the beta distribution has its probability below it', () => {
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, probability) => {
        const x = betaQuantile(a, b, probability);
        // Next to 1 the numbers themselves are too far apart to hit it.
        if (x > 1e-300 && x < 0.999) near(regularisedBeta(a, b, x), probability, 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('normal and Student', () => {
  for (const [x, expected] of [
    [1.5, 0.9331927987311419],
    [-6, 9.86587645037698e-10],
    [-0.2, 0.42074029056089696],
  ] as const) {
    test(`Φ(${x}) is ${expected}`, () => near(normalCdf(x), expected, 1e-13));
  }

  test('the normal quantiles are those that AS 241 prints for its check', () => {
    near(normalQuantile(0.25), -0.6744897501960817, 1e-15);
    near(normalQuantile(0.001), -3.090232306167814, 1e-15);
    near(normalQuantile(1e-20), -9.262340089798409, 1e-15);
  });

  test('a normal quantile has its probability below it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (probability) =>
        near(normalCdf(normalQuantile(probability)), probability, 1e-12),
      ),
    );
  });

  for (const [freedom, probability, expected] of [
    [1, 0.975, 12.706],
    [4, 0.95, 2.132],
    [10, 0.975, 2.228],
    [30, 0.995, 2.75],
    [120, 0.975, 1.98],
  ] as const) {
    test(`t of ${freedom} degrees at ${probability} is ${expected} (Abramowitz and Stegun 26.10)`, () =>
      near(studentQuantile(probability, freedom), expected, 3e-4));
  }

  test('Student with one degree of freedom is Cauchy, and symmetric', () => {
    near(studentCdf(1, 1), 0.75);
    near(studentQuantile(0.25, 1), -1);
  });
});

describe('hypergeometric', () => {
  for (const [a, b, c, z, expected] of [
    [0.243, 2.426, 2.219, 0.9, 1.9476311698186013],
    [2.243, 4.426, 4.219, 39 / (4.414 + 38.86 + 39), 4.57531589764369],
    [29.243, 0.793, 32.219, -20, 0.09640303391890816],
    [0.5, -0.7, -0.3, 0.95, 3.6270734960885815],
  ] as const) {
    test(`₂F₁(${a}, ${b}; ${c}; ${z}) is ${expected}`, () => near(hypergeometric(a, b, c, z), expected));
  }

  test('it is the logarithm, the arc tangent and the power (DLMF 15.4.1, 15.4.3, 15.4.6)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.99, noNaN: true }), (z) => {
        near(hypergeometric(1, 1, 2, z), -Math.log1p(-z) / z);
        near(hypergeometric(0.5, 1, 1.5, -z * z), Math.atan(z) / z);
        near(hypergeometric(2.5, 1.25, 1.25, z), (1 - z) ** -2.5);
      }),
    );
  });

  test('it refuses z of 1 and more, and a c where it has no value', () => {
    assert.throws(() => hypergeometric(1, 1, 2, 1), RangeError);
    assert.throws(() => hypergeometric(1, 1, -2, 0.5), RangeError);
  });
});
