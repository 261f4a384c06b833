import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../simulator/random.ts';
import { falseDiscovery } from './false-discovery.ts';
import { attractionProbability } from './fisher.ts';
import { frequentPairs } from './frequent-pairs.ts';

function near(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);
}

describe('attractionProbability', () => {
  test('the lady tasting tea had 17 in 70, and 1 in 70 for all four', () => {
    near(attractionProbability(3, 4, 4, 8), 17 / 70);
    near(attractionProbability(4, 4, 4, 8), 1 / 70);
  });

  test('both tails make one: of the second product without the first', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.nat(300), fc.nat(300))
      .map(
        ([total, first, second, both]) =>
          [total, Math.min(first, total), Math.min(second, total), both] as const,
      );
    fc.assert(
      fc.property(counts, ([total, first, second, wanted]) => {
        const [least, most] = [Math.max(0, first + second - total), Math.min(first, second)];
        const both = Math.min(most, Math.max(least, wanted));
        // At least `both` with the first, or at most both − 1: that many more without it.
        const above = attractionProbability(both, first, second, total);
        const below =
          both > least ? attractionProbability(second - both + 1, total - first, second, total) : 0;
        assert.ok(Math.abs(above + below - 1) < 1e-10, `${above} ${below}`);
      }),
    );
  });

  test('what cannot be is a mistake', () => {
    assert.throws(() => attractionProbability(5, 4, 9, 20), RangeError);
    assert.throws(() => attractionProbability(0, 15, 10, 20), RangeError);
  });
});

describe('falseDiscovery', () => {
  // Benjamini and Hochberg (1995), section 4.1: 15 tests, of which the first four are discoveries at 0.05.
  const printed = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  test('finds the four of the paper’s example', () => {
    assert.deepEqual(
      falseDiscovery(printed).map((rate) => rate <= 0.05),
      printed.map((_, index) => index < 4),
    );
  });

  test('those that were made but are not given count as one', () => {
    assert.deepEqual(falseDiscovery(printed.slice(0, 4), 15), falseDiscovery(printed).slice(0, 4));
    assert.throws(() => falseDiscovery(printed, 3), RangeError);
  });

  test('keeps the order given', () => {
    assert.deepEqual(falseDiscovery(printed.toReversed()), falseDiscovery(printed).reverse());
  });
});

describe('frequentPairs', () => {
  const options = { least: 2, confidence: 0.95 };

  test('counts what is in baskets together, once each', () => {
    const baskets = [
      ['bread', 'butter', 'bread'],
      ['bread', 'butter'],
      ['bread'],
      ['milk'],
      ['milk', 'bread'],
    ];
    const pairs = frequentPairs(baskets, options);
    assert.equal(pairs.length, 1);
    const [pair] = pairs;
    assert.deepEqual([pair?.first, pair?.second, pair?.together, pair?.support], ['bread', 'butter', 2, 0.4]);
    assert.deepEqual([pair?.secondGivenFirst, pair?.firstGivenSecond], [0.5, 1]);
    near(pair?.lift.estimate ?? Number.NaN, 1.25);
    near(pair?.probability ?? Number.NaN, 6 / 10);
    // Three pairs of frequent products are tested, of which two were never or once together.
    near(pair?.falseDiscovery ?? Number.NaN, 1);
  });

  test('finds the planted pairs, and among a thousand of chance hardly any', () => {
    const random = randomFor(21, 'baskets');
    const planted = new Set(['0 1', '2 3', '4 5']);
    let [found, wrong] = [0, 0];
    for (let world = 0; world < 5; world += 1) {
      const baskets = Array.from({ length: 1500 }, () => {
        const items = Array.from({ length: 46 }, (_, item) => item).filter(() => random.chance(0.06));
        // Who has 0 has 1 with a third more, and so on.
        return items.flatMap((item) =>
          item < 6 && item % 2 === 0 && random.chance(0.33) ? [item, item + 1] : [item],
        );
      });
      for (const pair of frequentPairs(baskets, { least: 5, confidence: 0.95 })) {
        if (pair.falseDiscovery > 0.05) continue;
        const name = [pair.first, pair.second].sort((a, b) => a - b).join(' ');
        if (planted.has(name)) found += 1;
        else wrong += 1;
      }
    }
    assert.equal(found, 15);
    assert.ok(wrong <= 3, String(wrong));
  });

  test('the lift of products that have nothing to do with each other is one, as often as its interval says', () => {
    const random = randomFor(22, 'lift');
    const worlds = 800;
    let held = 0;
    for (let world = 0; world < worlds; world += 1) {
      const baskets = Array.from({ length: 400 }, () => ['a', 'b'].filter(() => random.chance(0.2)));
      const [pair] = frequentPairs(baskets, { least: 1, confidence: 0.9 });
      if (pair !== undefined && pair.lift.low <= 1 && pair.lift.high >= 1) held += 1;
    }
    // Four standard errors of a share of 0.9 in 800 are 0.042.
    assert.ok(Math.abs(held / worlds - 0.9) < 0.042, String(held));
  });

  test('no baskets have no pairs', () => {
    assert.deepEqual(frequentPairs([], options), []);
  });
});
