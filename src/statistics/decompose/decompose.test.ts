import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sum } from '../series.ts';
import { productChange } from './factors.ts';
import { type Segment, segmentChanges } from './segments.ts';
import { wholeParts } from './whole-parts.ts';

const product = (factors: readonly number[]) => factors.reduce((a, b) => a * b, 1);

function near(actual: number, expected: number, scale: number): void {
  assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(scale, 1e-12), `${actual} is not ${expected}`);
}

// Zeros and losses come often, as they do where nothing was sold or at a loss.
const factor = fc.oneof(
  fc.constant(0),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }),
);
const factors = fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 6 });

describe('productChange', () => {
  test('of two factors is each change at the mean of the other', () => {
    assert.deepEqual(productChange([100, 2], [150, 3]), [125, 125]);
  });

  test('of three factors is that of the complete decomposition of Sun (1998)', () => {
    const [x0, y0, z0, x1, y1, z1] = [10, 0.02, 50, 14, 0.025, 44];
    const [dx, dy, dz] = [x1 - x0, y1 - y0, z1 - z0];
    const ofX = dx * y0 * z0 + (dx * (dy * z0 + y0 * dz)) / 2 + (dx * dy * dz) / 3;
    near(productChange([x0, y0, z0], [x1, y1, z1])[0] ?? Number.NaN, ofX, 1);
  });

  test('adds up to the change', () => {
    fc.assert(
      fc.property(factors, (pairs) => {
        const before = pairs.map(([start]) => start);
        const after = pairs.map(([, end]) => end);
        const [from, to] = [product(before), product(after)];
        // Orders of change pass through products larger than both ends; rounding is relative to them.
        const largest = product(pairs.map(([start, end]) => Math.max(Math.abs(start), Math.abs(end))));
        near(sum(productChange(before, after)), to - from, Math.max(largest * 1e-3, Math.abs(to - from)));
      }),
    );
  });

  test('adds up to the change of positive factors to a billionth of it', () => {
    const grown = fc.tuple(
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      fc.double({ min: 1.001, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(grown, { minLength: 1, maxLength: 6 }), (pairs) => {
        const before = pairs.map(([start]) => start);
        const after = pairs.map(([start, growth]) => start * growth);
        const change = product(after) - product(before);
        near(sum(productChange(before, after)), change, change);
      }),
    );
  });

  test('does not depend on the order of factors', () => {
    fc.assert(
      fc.property(factors, (pairs) => {
        const partsOf = (all: typeof pairs) =>
          productChange(
            all.map(([start]) => start),
            all.map(([, end]) => end),
          );
        const [straight, backwards] = [partsOf(pairs), partsOf(pairs.toReversed()).reverse()];
        const largest = product(pairs.map(([start, end]) => Math.max(Math.abs(start), Math.abs(end), 1)));
        for (const [index, value] of straight.entries()) near(backwards[index] ?? Number.NaN, value, largest);
      }),
    );
  });

  test('gives nothing to what did not change, and all to what changed alone', () => {
    const parts = productChange([200, 0.03, 55, 0.4], [200, 0.02, 55, 0.4]);
    assert.deepEqual([parts[0], parts[2], parts[3]], [0, 0, 0]);
    near(parts[1] ?? Number.NaN, 200 * -0.01 * 55 * 0.4, 44);
  });

  test('shares what grew from nothing', () => {
    assert.deepEqual(productChange([0, 0], [10, 4]), [20, 20]);
    assert.deepEqual(productChange([0, 5], [10, 5]), [50, 0]);
  });

  test('refuses two sides of different lengths', () => {
    assert.throws(() => productChange([1], [1, 2]), RangeError);
  });
});

describe('segmentChanges', () => {
  const segment = (name: string, before: [number, number], after: [number, number]): Segment<string> => ({
    name,
    before: { volume: before[0], value: before[1] },
    after: { volume: after[0], value: after[1] },
  });

  test('tells more visitors of lower worth from visitors of lower worth', () => {
    // 1,000 sessions at 3.00 and 1,000 at 1.00 become 1,000 and 3,000: volume doubles, half of it lost to the
    // mix.
    const changes = segmentChanges([
      segment('search', [1000, 3000], [1000, 3000]),
      segment('display', [1000, 1000], [3000, 3000]),
    ]);
    const total = (effect: 'change' | 'volume' | 'mix' | 'level') => sum(changes.map((one) => one[effect]));
    near(total('change'), 2000, 2000);
    // Volume: 2,000 more at the mean of 2.00 before and 1.50 after. Mix: a quarter of the mean volume of
    // 3,000, 2.00 less.
    near(total('volume'), 3500, 2000);
    near(total('mix'), -1500, 2000);
    near(total('level'), 0, 2000);
    assert.ok(changes.every(({ mix }) => mix < 0));
  });

  test('calls a change of worth level, and a new segment volume and mix', () => {
    const [, fresh] = segmentChanges([segment('a', [10, 20], [10, 30]), segment('b', [0, 0], [5, 50])]);
    assert.equal(fresh?.level, 0);
    const [only] = segmentChanges([segment('a', [10, 20], [10, 30])]);
    assert.deepEqual(only, { name: 'a', change: 10, volume: 0, mix: 0, level: 10 });
  });

  test('calls value without volume level', () => {
    const [refunds] = segmentChanges([segment('refunds', [0, -7], [0, -9]), segment('a', [1, 5], [1, 5])]);
    assert.deepEqual(refunds, { name: 'refunds', change: -2, volume: 0, mix: 0, level: -2 });
  });

  test('adds up, whatever is new, gone, at a loss or without volume', () => {
    const period = fc.record({
      volume: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 })),
      value: fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e7, noNaN: true })),
    });
    const segments = fc.array(fc.record({ name: fc.string(), before: period, after: period }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(segments, (all) => {
        const changes = segmentChanges(all);
        const scale = sum(all.map(({ before, after }) => Math.abs(before.value) + Math.abs(after.value)));
        // A few sessions of much value that become many pass through a product as many times larger.
        const growth = Math.max(1, ...all.flatMap(({ before, after }) => [before.volume, after.volume]));
        const change = sum(all.map(({ before, after }) => after.value - before.value));
        near(sum(changes.map((one) => one.change)), change, scale);
        near(sum(changes.flatMap(({ volume, mix, level }) => [volume, mix, level])), change, scale * growth);
      }),
    );
  });
});

describe('wholeParts', () => {
  test('makes whole pence that add up', () => {
    assert.deepEqual(wholeParts([33.4, 33.4, 33.2], 100), [34, 33, 33]);
    assert.deepEqual(wholeParts([-0.5, -0.5], -1), [0, -1]);
  });

  test('keeps each part within one, and the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (parts) => {
        const total = Math.round(sum(parts)) + 0;
        const whole = wholeParts(parts, total);
        assert.equal(sum(whole), total);
        for (const [index, part] of parts.entries()) {
          assert.ok(Math.abs((whole[index] ?? Number.NaN) - part) <= 1);
        }
      }),
    );
  });

  test('refuses parts of another whole', () => {
    assert.throws(() => wholeParts([1, 2], 10), RangeError);
    assert.throws(() => wholeParts([0.5, 0.5], 1.5), RangeError);
  });
});
