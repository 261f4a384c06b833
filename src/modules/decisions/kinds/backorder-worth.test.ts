import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worthOfStopping } from './backorder-worth.ts';

test('it saves cancellations, less what would have been delivered after all', () => {
  const { value, low, high } = worthOfStopping({ mean: 10, variance: 10 }, 1_000);
  // Ten pieces: 8.5 cancelled at 8.00, 1.5 delivered at 10.00.
  assert.equal(Math.round(value), 5_300);
  assert.ok(low < value && value < high);
});

test('it saves nothing where a piece earns much more than a cancellation costs, or where nothing is wanted', () => {
  assert.ok(worthOfStopping({ mean: 10, variance: 10 }, 6_000).value < 0);
  assert.equal(worthOfStopping({ mean: 0, variance: 0 }, 1_000).value, 0);
});
