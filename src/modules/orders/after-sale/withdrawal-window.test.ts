import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withdrawalEnd } from './withdrawal-window.ts';

const rows: readonly [
  title: string,
  delivered: string | undefined,
  end: string | undefined,
  isInformed?: boolean,
][] = [
  [
    '14 days after the day of delivery, to its last minute',
    '2026-11-02T09:00+01:00',
    '2026-11-17T00:00+01:00',
  ],
  ['counts the day of the shop’s zone', '2026-11-02T23:30Z', '2026-11-18T00:00+01:00'],
  ['a Saturday becomes the Monday after', '2026-10-31T12:00+01:00', '2026-11-17T00:00+01:00'],
  ['a Sunday becomes the Monday after', '2026-11-01T12:00+01:00', '2026-11-17T00:00+01:00'],
  ['across the end of summer time', '2026-10-13T12:00+02:00', '2026-10-28T00:00+01:00'],
  ['twelve months more where nobody was told', '2026-11-02T09:00+01:00', '2027-11-17T00:00+01:00', false],
  ['has not begun before the last parcel is delivered', undefined, undefined],
];

describe('the period in which a consumer may withdraw', () => {
  for (const [title, delivered, end, isInformed = true] of rows) {
    test(title, () => {
      const lastDeliveredAt = delivered === undefined ? undefined : Temporal.Instant.from(delivered);
      const found = withdrawalEnd({ lastDeliveredAt, timeZone: 'Europe/Berlin', isInformed });
      assert.equal(found?.toString(), end === undefined ? undefined : Temporal.Instant.from(end).toString());
    });
  }
});
