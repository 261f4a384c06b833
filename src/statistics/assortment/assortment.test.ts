import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { abcClasses } from './abc.ts';
import { xyzClass } from './xyz.ts';

const items = (values: readonly number[]) => values.map((value, index) => ({ item: index, value }));

describe('abcClasses', () => {
  test('an item belongs where it begins: the one that crosses 80 % is A', () => {
    const classes = abcClasses(items([10, 700, 200, 60, 30]));
    assert.deepEqual(
      classes.map(({ item, abc, cumulatedShare }) => [item, abc, Number(cumulatedShare.toFixed(2))]),
      [
        [1, 'A', 0.7],
        [2, 'A', 0.9],
        [3, 'B', 0.96],
        [4, 'C', 0.99],
        [0, 'C', 1],
      ],
    );
  });

  test('what came back more than it sold is C and counts for nothing', () => {
    assert.deepEqual(
      abcClasses(items([-50, 100])).map(({ item, abc, cumulatedShare }) => [item, abc, cumulatedShare]),
      [
        [1, 'A', 1],
        [0, 'C', 1],
      ],
    );
    assert.deepEqual(
      abcClasses(items([0, 0])).map(({ abc }) => abc),
      ['C', 'C'],
    );
  });

  test('A makes 80 % of the value at least, and would not without its last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1 }), (values) => {
        const classes = abcClasses(items(values));
        const total = values.reduce((a, b) => a + b, 0);
        const ofA = classes.filter(({ abc }) => abc === 'A').map(({ value }) => value);
        const sum = ofA.reduce((a, b) => a + b, 0);
        assert.ok(sum >= 0.8 * total - 1e-6 && sum - (ofA.at(-1) ?? 0) < 0.8 * total + 1e-6);
        assert.equal(classes.length, values.length);
      }),
    );
  });
});

describe('xyzClass', () => {
  test('tells steady from changing from sporadic', () => {
    assert.equal(xyzClass([10, 11, 9, 10, 12, 8, 10, 10])?.xyz, 'X');
    assert.equal(xyzClass([0, 20, 5, 15, 2, 18, 8, 12])?.xyz, 'Y');
    assert.equal(xyzClass([0, 0, 0, 50, 0, 0, 0, 0])?.xyz, 'Z');
    assert.equal(xyzClass(Array(8).fill(0))?.xyz, 'Z');
  });

  test('its measure is the standard deviation over the mean: √(4 / 7) · 2 / 10 of 8 and 12', () => {
    assert.ok(
      Math.abs((xyzClass([8, 12, 8, 12, 8, 12, 8, 12])?.variation ?? 0) - Math.sqrt(32 / 7) / 10) < 1e-12,
    );
  });

  test('fewer than eight periods are not enough data', () => {
    assert.equal(xyzClass([10, 10, 10, 10, 10, 10, 10]), undefined);
  });
});
