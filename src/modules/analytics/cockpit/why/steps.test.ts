import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf } from './steps.ts';

const told = (before: string, after: string, ...changes: string[]) =>
  stepsOf({
    ...{ of: 'net_sales', currency: 'EUR', before, after, change: '', breakdowns: [], findings: [] },
    ...{ span: { from: '', to: '' }, comparedWith: { from: '', to: '' } },
    trackedShare: { before: null, after: null },
    factors: changes.map((change) => ({ factor: 'sessions', before: null, after: null, change })),
  });
const bars = ({ steps }: ReturnType<typeof told>) =>
  steps.map(({ base, above, below }) => [base, above, below]);

test('each bar begins where the one before it ended', () => {
  assert.deepEqual(bars(told('100', '70', '-50', '20')), [
    [0, 100, 0],
    [50, 50, 0],
    [50, 20, 0],
    [0, 70, 0],
  ]);
});

test('a bar through zero has a part on each side', () => {
  assert.deepEqual(bars(told('40', '-20', '-60')), [
    [0, 40, 0],
    [0, 40, -20],
    [0, 0, -20],
  ]);
});

test('of what is large and changed little, the axis begins above zero, below every bar', () => {
  const { from, to } = told('1000', '1010', '-20', '30');
  assert.ok(from > 900 && from < 980 && to === 1010);
  assert.equal(told('1000', '100', '-900').from, 0);
});
