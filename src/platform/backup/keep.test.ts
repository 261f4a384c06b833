import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keptOf, logKeptFrom, parseKeeping, USUAL_KEEPING } from './keep.ts';

const at = (text: string) => ({ name: text, at: Temporal.Instant.from(text) });

test('the last of each day, week and month stays, and all of the last 24 hours', () => {
  const backups = [
    '2026-11-27T02:10:00Z',
    '2026-11-26T15:00:00Z',
    '2026-11-26T02:10:00Z',
    '2026-11-25T15:00:00Z',
    '2026-11-25T02:10:00Z',
    '2026-11-22T02:10:00Z',
    '2026-11-21T02:10:00Z',
    '2026-10-31T02:10:00Z',
    '2026-10-30T02:10:00Z',
  ].map(at);
  const rule = (daily: number, weekly: number, monthly: number) =>
    [...keptOf(backups, { daily, weekly, monthly })].map((name) => name.slice(0, 13)).toSorted();
  const recent = ['2026-11-26T02', '2026-11-26T15', '2026-11-27T02'];
  assert.deepEqual(rule(1, 0, 0), recent);
  assert.deepEqual(rule(3, 0, 0), ['2026-11-25T15', ...recent]);
  assert.deepEqual(rule(1, 2, 0), ['2026-11-22T02', ...recent]);
  assert.deepEqual(rule(1, 0, 2), ['2026-10-31T02', ...recent]);
});

test('however backups were taken, the latest stays and the rule bounds what else does', () => {
  const moments = fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(moments, (days) => {
      const first = Temporal.Instant.from('2026-01-01T02:10:00Z');
      const backups = days.map((day) => at(first.add({ hours: 24 * day }).toString()));
      const kept = keptOf(backups, USUAL_KEEPING);
      const latest = first.add({ hours: 24 * Math.max(...days) }).toString();
      assert.ok(kept.has(latest));
      assert.ok(kept.size <= 24);
      const oldest = logKeptFrom(backups, USUAL_KEEPING);
      assert.ok(oldest !== undefined && kept.has(oldest));
    }),
  );
});

test('a rule is three numbers, and keeps something', () => {
  assert.deepEqual(parseKeeping('14/8/24'), { daily: 14, weekly: 8, monthly: 24 });
  for (const wrong of ['', '7', '7/4', '0/4/12', '7/4/12/1', '-1/4/12', 'a/b/c']) {
    assert.equal(parseKeeping(wrong), undefined, wrong);
  }
});
