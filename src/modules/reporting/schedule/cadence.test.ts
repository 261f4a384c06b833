import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Cadence, latestDue, nextRun } from './cadence.ts';

const at = (text: string) => Temporal.Instant.from(text);
const daily = (hour: number): Cadence => ({ every: 'day', hour });
const weekly = (weekday: number, hour: number): Cadence => ({ every: 'week', weekday, hour });
const monthly = (monthDay: number, hour: number): Cadence => ({ every: 'month', monthDay, hour });

const TABLE: readonly [cadence: Cadence, zone: string, after: string, expected: string, why: string][] = [
  [daily(8), 'UTC', '2026-11-27T07:59:59Z', '2026-11-27T08:00:00Z', 'today is to come'],
  [daily(8), 'UTC', '2026-11-27T08:00:00Z', '2026-11-28T08:00:00Z', 'the moment itself is over'],
  [
    daily(8),
    'Europe/Berlin',
    '2026-03-28T08:00:00Z',
    '2026-03-29T06:00:00Z',
    'summer begins: an hour earlier',
  ],
  [
    daily(2),
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:00:00Z',
    'two o’clock is left out: three',
  ],
  [daily(2), 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z', 'two o’clock twice: the first'],
  [daily(2), 'Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z', 'and not the second'],
  [daily(0), 'America/Santiago', '2026-09-05T12:00:00Z', '2026-09-06T04:00:00Z', 'midnight is left out'],
  [daily(0), 'Pacific/Kiritimati', '2026-12-31T09:59:00Z', '2026-12-31T10:00:00Z', 'fourteen hours ahead'],
  [weekly(1, 7), 'UTC', '2026-11-27T12:00:00Z', '2026-11-30T07:00:00Z', 'Monday'],
  [weekly(7, 23), 'Pacific/Kiritimati', '2026-11-27T12:00:00Z', '2026-11-29T09:00:00Z', 'their Sunday'],
  [monthly(31, 8), 'Europe/Oslo', '2026-02-01T00:00:00Z', '2026-02-28T07:00:00Z', 'the last of February'],
  [monthly(31, 8), 'Europe/Oslo', '2028-02-01T00:00:00Z', '2028-02-29T07:00:00Z', 'of a leap year'],
  [monthly(31, 8), 'Europe/Oslo', '2026-03-31T06:00:00Z', '2026-04-30T06:00:00Z', 'the 30th of April'],
  [monthly(29, 8), 'UTC', '2026-01-29T08:00:00Z', '2026-02-28T08:00:00Z', 'the 29th in February'],
  [monthly(1, 0), 'UTC', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', 'over the year'],
];

for (const [cadence, zone, after, expected, why] of TABLE) {
  test(`${cadence.every} at ${cadence.hour} in ${zone}: ${why}`, () => {
    assert.equal(nextRun(cadence, zone, at(after)).toString(), at(expected).toString());
  });
}

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);
const instants = fc
  .integer({ min: 1_735_689_600, max: 1_893_456_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const hours = fc.integer({ min: 0, max: 23 });

test('every day of every zone has exactly one run', () => {
  fc.assert(
    fc.property(zones, instants, hours, (zone, after, hour) => {
      const runs: Temporal.Instant[] = [];
      let next = after;
      for (let count = 0; count < 12; count += 1) {
        next = nextRun(daily(hour), zone, next);
        runs.push(next);
      }
      const days = runs.map((run) => run.toZonedDateTimeISO(zone).toPlainDate());
      for (const [index, day] of days.entries()) {
        assert.equal(day.toString(), days[0]?.add({ days: index }).toString());
      }
    }),
    { numRuns: 150 },
  );
});

test('every month of every zone has exactly one run, whatever day is asked for', () => {
  fc.assert(
    fc.property(zones, instants, hours, fc.integer({ min: 1, max: 31 }), (zone, after, hour, monthDay) => {
      const first = nextRun(monthly(monthDay, hour), zone, after).toZonedDateTimeISO(zone).toPlainDate();
      const second = nextRun(
        monthly(monthDay, hour),
        zone,
        first.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).toInstant(),
      );
      const month = second.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
      assert.ok(month.equals(first.toPlainYearMonth().add({ months: 1 })));
    }),
    { numRuns: 100 },
  );
});

test('who was away for three days runs once, for the last time that was due', () => {
  const due = at('2026-11-24T08:00:00Z');
  const latest = (now: string) => latestDue(daily(8), 'UTC', { due, now: at(now) }).toString();
  assert.equal(latest('2026-11-24T08:01:00Z'), '2026-11-24T08:00:00Z');
  assert.equal(latest('2026-11-27T07:59:00Z'), '2026-11-26T08:00:00Z');
  assert.equal(latest('2026-11-27T08:00:00Z'), '2026-11-27T08:00:00Z');
});
