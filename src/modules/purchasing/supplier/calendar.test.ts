import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leadTimeMoments, quotedLeadTime } from '../../../statistics/index.ts';
import { expectedDay, leadTimesOn, openDay, openDaysUntil, reviewDays } from './calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('the review period is the longest time between two days of ordering', () => {
  const rows: readonly (readonly [weekdays: number[], weeks: number, days: number])[] = [
    [[], 1, 1],
    [[], 2, 14],
    [[1], 1, 7],
    [[1], 2, 14],
    [[1, 4], 1, 4],
    [[1, 4], 2, 11],
    [[2, 3, 4], 1, 5],
    [[7], 26, 182],
  ];
  for (const [orderWeekdays, orderWeeks, days] of rows) {
    assert.equal(reviewDays({ orderWeekdays, orderWeeks }), days, `${orderWeekdays} every ${orderWeeks}`);
  }
});

test('closed days move what is expected, and only those in between', () => {
  const closed = [
    { from: day('2026-12-24'), until: day('2026-12-31') },
    { from: day('2026-08-01'), until: day('2026-08-21') },
  ];
  const rows: readonly (readonly [ordered: string, lead: number, expected: string])[] = [
    ['2026-12-21', 10, '2027-01-08'],
    ['2026-12-21', 2, '2026-12-23'],
    ['2026-12-21', 3, '2027-01-01'],
    ['2026-12-28', 5, '2027-01-06'],
    ['2026-09-01', 10, '2026-09-11'],
    ['2026-08-21', 0, '2026-08-22'],
  ];
  for (const [ordered, lead, expected] of rows) {
    assert.equal(expectedDay(day(ordered), lead, closed).toString(), expected, `${ordered} + ${lead}`);
    assert.equal(openDaysUntil(day(ordered), day(expected), closed), lead, `${ordered} to ${expected}`);
  }
});

test('it is never expected on a closed day, and never sooner than without closed days', () => {
  const start = day('2026-01-01');
  // Two that overlap close no day twice.
  const twice = [
    { from: day('2026-12-24'), until: day('2026-12-31') },
    { from: day('2026-12-28'), until: day('2027-01-01') },
  ];
  assert.equal(expectedDay(day('2026-12-21'), 10, twice).toString(), '2027-01-09');
  const span = fc
    .record({ at: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 0, max: 20 }) })
    .map(({ at, length }) => ({ from: start.add({ days: at }), until: start.add({ days: at + length }) }));
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 6 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 200 }),
      (closed, lead, at) => {
        const ordered = start.add({ days: at });
        const expected = expectedDay(ordered, lead, closed);
        assert.equal(openDay(expected, closed).equals(expected), true);
        assert.ok(Temporal.PlainDate.compare(expected, ordered.add({ days: lead })) >= 0);
        assert.equal(openDaysUntil(ordered, expected, closed), lead, 'what it took is what was reckoned');
        const next = expectedDay(ordered, lead + 1, closed);
        assert.ok(Temporal.PlainDate.compare(next, expected) > 0, 'a day more comes later');
      },
    ),
  );
});

test('who comes before they close comes in time, and only what is later waits for them to open', () => {
  const closed = [{ from: day('2026-12-28'), until: day('2026-12-31') }];
  const learned = [5, 10].map((days) => ({ days, probability: 0.5 }));
  assert.deepEqual(leadTimesOn(day('2026-12-21'), learned, closed), [
    { days: 5, probability: 0.5 },
    { days: 14, probability: 0.5 },
  ]);
  const quoted = quotedLeadTime(14);
  assert.deepEqual(leadTimesOn(day('2026-12-21'), quoted, []), quoted);
  const [open, shut] = [day('2026-03-01'), day('2026-12-20')].map(
    (on) => leadTimeMoments(leadTimesOn(on, quoted, closed)).mean,
  );
  assert.ok(open !== undefined && shut !== undefined && shut > open + 3, `${open} and ${shut}`);
});
