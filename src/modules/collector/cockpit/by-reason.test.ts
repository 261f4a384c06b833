import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byReason } from './by-reason.ts';

test('days are summed by reason, most first, and what was put back whole is gone', () => {
  const day = '2026-11-27';
  const dropped = [
    { day, reason: 'staff' as const, count: 2, held: 2 },
    { day: '2026-11-26', reason: 'user_agent' as const, count: 3, held: 1 },
    { day, reason: 'user_agent' as const, count: 4, held: 4 },
    { day, reason: 'late' as const, count: 0, held: 0 },
  ];
  assert.deepEqual(byReason(dropped), [
    { reason: 'user_agent', count: 7, held: 5 },
    { reason: 'staff', count: 2, held: 2 },
  ]);
});
