import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soonerDay } from './expedite-proposal.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const asked = (promised: string, closed: readonly (readonly [string, string])[] = []) =>
  soonerDay(
    day(promised),
    day('2026-12-21'),
    closed.map(([from, until]) => ({ from: day(from), until: day(until) })),
  )?.toString();

test('a supplier is asked for a week sooner, and for tomorrow at the soonest', () => {
  assert.equal(asked('2027-01-10'), '2027-01-03');
  assert.equal(asked('2026-12-25'), '2026-12-22');
  assert.equal(asked('2026-12-22'), undefined, 'it comes tomorrow');
});

test('nobody is asked to send on a day on which they are closed', () => {
  assert.equal(asked('2027-01-05', [['2026-12-24', '2026-12-31']]), '2027-01-01');
  assert.equal(asked('2026-12-30', [['2026-12-22', '2026-12-29']]), undefined);
});
