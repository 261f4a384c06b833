import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled } from './filled.ts';

test('days between two forecasts lie on the line between them, the others have none', () => {
  const forecast = (low: string, estimate: string, high: string) => ({ forecast: { low, estimate, high } });
  const found = filled([{}, forecast('0', '1', '2'), {}, forecast('4', '5', '8'), {}]);
  assert.deepEqual(found, [
    undefined,
    { low: 0, estimate: 1, high: 2 },
    { low: 2, estimate: 3, high: 5 },
    { low: 4, estimate: 5, high: 8 },
    undefined,
  ]);
});
