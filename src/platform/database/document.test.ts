import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDocument, toDocument } from './index.ts';

test('a document keeps amounts to the last digit and instants to the nanosecond', () => {
  const value = {
    title: '12',
    quantity: 3,
    totalMinor: 2n ** 62n + 1n,
    paidAt: Temporal.Instant.from('2026-11-23T08:00:00.123456789Z'),
    lines: [{ amountMinor: -5n, since: '2026', note: undefined, isGift: false }],
    nothing: null,
  };
  const back = fromDocument<typeof value>(JSON.parse(toDocument(value)));
  const [line] = back.lines;
  assert.deepEqual(
    [back.totalMinor, line?.amountMinor, back.title, line?.since],
    [2n ** 62n + 1n, -5n, '12', '2026'],
  );
  assert.ok(back.paidAt.equals(value.paidAt));
  assert.equal(toDocument(back), toDocument(value));
});
