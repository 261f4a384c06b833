import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ScoredLine, scorecardOf } from './scorecard.ts';

const line = (of: Partial<ScoredLine> = {}): ScoredLine => ({
  ...{
    isDue: true,
    cameInTime: true,
    isClosed: true,
    cameInFull: true,
    hasCome: true,
    isFlawed: false,
    ...of,
  },
});

test('shares are of the lines that can be judged, with the interval of Wilson', () => {
  const lines = [...Array.from({ length: 9 }, () => line()), line({ cameInTime: false, isFlawed: true })];
  const card = scorecardOf([...lines, line({ isDue: false, isClosed: false, hasCome: false })]);
  assert.deepEqual([card.onTime?.of, card.inFull?.of, card.flawless?.of], [10, 10, 10]);
  assert.deepEqual(
    [card.onTime?.estimate, card.onTime?.low, card.onTime?.high].map((one) => one?.toFixed(3)),
    ['0.900', '0.596', '0.982'],
  );
  assert.equal(card.inFull?.estimate, 1);
});

test('of a supplier of whom nothing came yet nothing is said', () => {
  const none = { onTime: undefined, inFull: undefined, flawless: undefined };
  assert.deepEqual(scorecardOf([line({ isDue: false, isClosed: false, hasCome: false })]), none);
});
