import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnLeadTime } from './lead-time.ts';

const came = (...days: number[]) => days.map((one) => ({ days: one, isOpen: false }));

test('what the supplier says is believed until something came, and less with every delivery', () => {
  assert.deepEqual(learnLeadTime(10, []), { meanDays: 10, sdDays: 2, receipts: 0, isAssumed: true });
  const three = learnLeadTime(10, came(14, 15, 16));
  assert.deepEqual([three.meanDays, three.receipts, three.isAssumed], [12.5, 3, false]);
  const many = learnLeadTime(10, came(...Array.from({ length: 97 }, () => 15)));
  assert.ok(Math.abs(many.meanDays - 14.85) < 1e-9 && many.sdDays < three.sdDays + 0.5);
});

test('steady deliveries are steadier than ones that vary', () => {
  const steady = learnLeadTime(20, came(20, 20, 20, 20, 20, 20));
  const wild = learnLeadTime(20, came(5, 35, 10, 30, 20, 20));
  assert.ok(steady.sdDays < wild.sdDays && Math.abs(steady.meanDays - wild.meanDays) < 1e-9);
});

test('what is late and has not come makes the time longer; what is on its way in time does not', () => {
  const base = learnLeadTime(10, came(10, 11, 9));
  const onItsWay = learnLeadTime(10, [...came(10, 11, 9), { days: 3, isOpen: true }]);
  const late = learnLeadTime(10, [...came(10, 11, 9), { days: 40, isOpen: true }]);
  assert.deepEqual(onItsWay, base);
  assert.ok(late.meanDays > base.meanDays + 3 && late.sdDays > base.sdDays);
  assert.equal(late.receipts, 3);
});
