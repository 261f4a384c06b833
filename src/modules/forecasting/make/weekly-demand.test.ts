import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weeklyDemand } from './weekly-demand.ts';

const EVEN = new Array<number>(7).fill(1 / 7);
const aWeek = (outs: readonly (readonly [number, number])[]) =>
  weeklyDemand({ days: [5, 6], pieces: [4, 4], outs, since: 0 }, EVEN, 1);

test('a day out of stock is out once, however many stretches it is in', () => {
  const [once, twice] = [
    aWeek([[0, 2]]),
    aWeek([
      [0, 2],
      [1, 2],
    ]),
  ];
  assert.ok(Math.abs((once.values[0] ?? 0) - 14) < 1e-9);
  assert.deepEqual(twice, once);
  assert.equal(twice.daysOut, 3);
});
