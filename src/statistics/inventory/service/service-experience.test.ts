import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aimedService, experienceFactor } from './service-experience.ts';

for (const [cycles, reckoned, short, factor] of [
  [0, 0, 0, 1],
  [20, 2, 4, 1.5],
  [180, 18, 36, 1.9],
  [180, 18, 9, 0.55],
  [1e6, 1e5, 0, 0.2],
  [1e6, 100, 1e5, 5],
] as const) {
  test(`of ${cycles} cycles ${reckoned} were reckoned to be short and ${short} were: ${factor} times as many`, () => {
    assert.ok(Math.abs(experienceFactor({ cycles, reckoned, short }) - factor) < 1e-3);
  });
}

test('what is aimed at is what comes to the target by experience, and never below a half', () => {
  assert.ok(Math.abs(aimedService(0.95, 2) - 0.975) < 1e-12);
  assert.ok(Math.abs(aimedService(0.95, 0.5) - 0.9) < 1e-12);
  assert.equal(aimedService(0.9, 1), 0.9);
  assert.equal(aimedService(0.8, 0.2), 0.5);
  assert.equal(aimedService(0.4, 1), 0.4);
});
