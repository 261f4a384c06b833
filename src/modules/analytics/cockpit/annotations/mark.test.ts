import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kind, type Mark, marksOf, placesOf } from './mark.ts';

const mark = (kind: Kind, from: string, to = from): Mark => ({
  ...{ key: `${kind} ${from}`, kind, from, to },
  of: { kind: 'holiday', from, to, name: kind },
});
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const lines = (times: readonly string[], marks: readonly Mark[], apart = 1) =>
  placesOf(times, marks, apart).map(
    ({ index, reach, marks: own }) => `${index}–${reach} ${own.map((one) => one.kind)}`,
  );

test('marks stand where they begin, with how far they reach; what began before stands at the beginning', () => {
  const marks = [
    mark('holiday', '2026-11-25'),
    mark('promotion', '2026-11-01', '2026-11-24'),
    mark('note', '2026-11-25'),
  ];
  assert.deepEqual(lines(DAYS, marks), ['0–1 promotion', '2–2 note,holiday']);
});

test('in a week or a month, a day stands where its bucket begins, and of hours at its first', () => {
  assert.deepEqual(
    lines(['2026-11-16', '2026-11-23', '2026-11-30'], [mark('note', '2026-11-27', '2026-12-02')]),
    ['1–2 note'],
  );
  const hours = ['2026-11-26T22:00', '2026-11-26T23:00', '2026-11-27T00:00', '2026-11-27T01:00'];
  assert.deepEqual(lines(hours, [mark('note', '2026-11-27')]), ['2–3 note']);
});

test('what would lie too close together is one', () => {
  const marks = [
    mark('holiday', '2026-11-23'),
    mark('outage', '2026-11-24', '2026-11-26'),
    mark('price', '2026-11-27'),
  ];
  assert.deepEqual(lines(DAYS, marks, 3), ['0–3 outage,holiday', '4–4 price']);
  assert.deepEqual(lines([], marks), []);
});

test('prices that are to change stand with those that did', () => {
  const planned = { kind: 'planned_price' as const, from: '2026-12-01', to: '2026-12-01', count: 2 };
  const marks = marksOf({ notes: [], happenings: [planned], isStockKnown: true });
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['price'],
  );
});
