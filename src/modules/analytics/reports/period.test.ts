import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bucketsOf, comparedSpan } from './period.ts';
import type { Grain } from './report.ts';

function span(from: string, to: string) {
  return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

describe('the buckets of a span', () => {
  const cases: readonly [
    what: string,
    from: string,
    to: string,
    Grain,
    zone: string,
    count: number,
    first: string,
    last: string,
  ][] = [
    ['days over a year’s end', '2026-12-30', '2027-01-02', 'day', 'UTC', 4, '2026-12-30', '2027-01-02'],
    [
      'weeks begin on Monday, and belong to two years',
      '2026-12-30',
      '2027-01-04',
      'week',
      'UTC',
      2,
      '2026-12-28',
      '2027-01-04',
    ],
    ['months of a leap year', '2028-01-31', '2028-03-01', 'month', 'UTC', 3, '2028-01-01', '2028-03-01'],
    [
      'a day has 24 hours',
      '2026-03-28',
      '2026-03-28',
      'hour',
      'Europe/Berlin',
      24,
      '2026-03-28T00:00',
      '2026-03-28T23:00',
    ],
    [
      'one hour is left out in spring',
      '2026-03-29',
      '2026-03-29',
      'hour',
      'Europe/Berlin',
      23,
      '2026-03-29T00:00',
      '2026-03-29T23:00',
    ],
    [
      'one hour comes twice in autumn, and is one',
      '2026-10-25',
      '2026-10-25',
      'hour',
      'Europe/Berlin',
      24,
      '2026-10-25T00:00',
      '2026-10-25T23:00',
    ],
    [
      'midnight is left out',
      '2026-04-24',
      '2026-04-24',
      'hour',
      'Africa/Cairo',
      23,
      '2026-04-24T01:00',
      '2026-04-24T23:00',
    ],
    [
      'clocks move by half an hour',
      '2026-10-04',
      '2026-10-04',
      'hour',
      'Australia/Lord_Howe',
      24,
      '2026-10-04T00:00',
      '2026-10-04T23:00',
    ],
    [
      'the first to have a day',
      '2026-12-31',
      '2026-12-31',
      'hour',
      'Pacific/Kiritimati',
      24,
      '2026-12-31T00:00',
      '2026-12-31T23:00',
    ],
    [
      'a quarter of an hour beside the others',
      '2026-06-01',
      '2026-06-01',
      'hour',
      'Asia/Kathmandu',
      24,
      '2026-06-01T00:00',
      '2026-06-01T23:00',
    ],
  ];
  for (const [what, from, to, grain, zone, count, first, last] of cases) {
    test(what, () => {
      const buckets = bucketsOf(span(from, to), grain, zone);
      assert.deepEqual([buckets.length, buckets[0], buckets.at(-1)], [count, first, last]);
      assert.deepEqual(buckets, [...new Set(buckets)].toSorted());
    });
  }
});

test('a span is compared with as many days before it, or with its days a year ago', () => {
  const cases = [
    ['2026-03-01', '2026-03-31', 'previous', '2026-01-29', '2026-02-28'],
    ['2026-01-01', '2026-01-01', 'previous', '2025-12-31', '2025-12-31'],
    ['2028-02-01', '2028-02-29', 'last_year', '2027-02-01', '2027-02-28'],
  ] as const;
  for (const [from, to, compare, otherFrom, otherTo] of cases) {
    const other = comparedSpan(span(from, to), compare);
    assert.deepEqual([String(other.from), String(other.to)], [otherFrom, otherTo]);
  }
});
