import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { countDemand } from './count-demand.ts';
import type { Demand } from './demand.ts';
import { mixedDemand } from './mixed-demand.ts';

/** The same without saying what it is of: then a mixture is worked out part by part, by the incomplete beta function. */
const plain = ({ mean, cdf, quantile, shortage }: Demand): Demand => ({ mean, cdf, quantile, shortage });

const counts = fc
  .tuple(
    fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 400, noNaN: true })),
    fc.double({ min: 0.5, max: 12, noNaN: true }),
  )
  .map(([mean, over]) => countDemand(mean, mean * over));
const mixtures = fc.array(fc.tuple(counts, fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 6 });

describe('counts that are mixed', () => {
  test('are in a table what they are part by part', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: -5, max: 900, noNaN: true }), (pairs, x) => {
        const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
        const parts = pairs.map(([demand, weight]) => ({ demand, weight: weight / total }));
        const table = mixedDemand(parts);
        const slow = mixedDemand(parts.map(({ demand, weight }) => ({ demand: plain(demand), weight })));
        assert.ok(Math.abs(table.mean - slow.mean) <= 1e-12 * slow.mean);
        assert.ok(Math.abs(table.cdf(x) - slow.cdf(x)) <= 1e-12, `${table.cdf(x)} and ${slow.cdf(x)}`);
        const [one, other] = [table.shortage(x), slow.shortage(x)];
        assert.ok(Math.abs(one - other) <= 1e-9 * (1 + Math.abs(x)), `${one} and ${other} of ${x}`);
        for (const probability of [0, 0.03, 0.5, 0.9, 0.95, 0.9999]) {
          // Where a whole number is just enough to the last digit either answer is one.
          const found = table.quantile(probability);
          assert.ok(slow.cdf(found) >= probability - 1e-12);
          assert.ok(found === 0 || slow.cdf(found - 1) < probability + 1e-12);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keep the digits of small chances: of a size of 1 these are powers', () => {
    const parts = [countDemand(2, 6), countDemand(1, 2)].map((demand) => ({ demand, weight: 0.5 }));
    for (const n of [0, 3, 60, 80]) {
      const exact = ((2 / 3) ** (n + 1) / (1 / 3) + (1 / 2) ** (n + 1) / (1 / 2)) / 2;
      const found = mixedDemand(parts).shortage(n);
      assert.ok(Math.abs(found - exact) < 1e-9 * exact + 1e-17, `${found} and ${exact} of ${n}`);
    }
  });

  test('have no end, and are worked out part by part where a table would be long', () => {
    const long = [countDemand(90_000, 900_000), countDemand(1, 1)].map((demand) => ({ demand, weight: 0.5 }));
    assert.equal(mixedDemand(long).quantile(1), Number.POSITIVE_INFINITY);
    const median = mixedDemand(long).quantile(0.75);
    assert.equal(median, countDemand(90_000, 900_000).quantile(0.5));
    const short = [countDemand(3, 6), countDemand(0, 0)].map((demand) => ({ demand, weight: 0.5 }));
    assert.equal(mixedDemand(short).quantile(1), Number.POSITIVE_INFINITY);
    assert.equal(mixedDemand(short).cdf(-1), 0);
  });
});
