import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hash, randomFor } from './random.ts';

describe('randomFor', () => {
  test('gives the same numbers for the same seed and purpose, and others for another', () => {
    const draw = (seed: number, purpose: string) => {
      const random = randomFor(seed, purpose);
      return Array.from({ length: 20 }, random.next);
    };
    assert.deepEqual(draw(1, 'stock'), draw(1, 'stock'));
    assert.notDeepEqual(draw(1, 'stock'), draw(1, 'prices'));
    assert.notDeepEqual(draw(1, 'stock'), draw(2, 'stock'));
  });

  test('spreads evenly: of 100,000 numbers a tenth falls into each tenth', () => {
    const random = randomFor(7, 'even');
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 100_000; index += 1) {
      const bucket = random.integer(0, 9);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // Five standard deviations of a binomial with n = 100,000 and p = 0.1 are 474.
    for (const count of buckets) assert.ok(Math.abs(count - 10_000) < 474, String(count));
  });

  test('a shuffle keeps every value once', () => {
    const values = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = randomFor(3, 'cards').shuffled(values);
    assert.notDeepEqual(shuffled, values);
    assert.deepEqual(
      shuffled.toSorted((a, b) => a - b),
      values,
    );
  });

  test('hashes as FNV-1a does: the values of RFC 9923 for short texts', () => {
    assert.equal(hash(''), 0x811c9dc5);
    assert.equal(hash('a'), 0xe40c292c);
    assert.equal(hash('foobar'), 0xbf9cf968);
  });
});
