import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadTimeMoments, leadTimeQuantile } from '../../../statistics/index.ts';
import { learnLeadTime } from './lead-time.ts';

const came = (...days: number[]) => days.map((one) => ({ days: one, isOpen: false }));
const isNear = (value: number, expected: number, by = 0.05) =>
  assert.ok(Math.abs(value - expected) < by, `${value} is not ${expected}`);

test('what the supplier says is believed until something came, and less with every delivery', () => {
  const none = learnLeadTime(10, []);
  assert.deepEqual([none.meanDays, none.receipts, none.isAssumed], [10, 0, true]);
  isNear(none.sdDays, 3, 0.1);
  const three = learnLeadTime(10, came(14, 15, 16));
  isNear(three.meanDays, 12.5);
  assert.deepEqual([three.receipts, three.isAssumed], [3, false]);
  isNear(learnLeadTime(10, came(...Array.from({ length: 97 }, () => 15))).meanDays, 14.85);
});

test('steady deliveries are steadier than ones that vary', () => {
  const steady = learnLeadTime(20, came(20, 20, 20, 20, 20, 20));
  const wild = learnLeadTime(20, came(5, 35, 10, 30, 20, 20));
  assert.ok(steady.sdDays < wild.sdDays);
  isNear(steady.meanDays, wild.meanDays, 1e-9);
});

test('what is late and has not come makes the time longer than what is on its way in time', () => {
  const base = learnLeadTime(10, came(10, 11, 9));
  const onItsWay = learnLeadTime(10, [...came(10, 11, 9), { days: 2, isOpen: true }]);
  const late = learnLeadTime(10, [...came(10, 11, 9), { days: 40, isOpen: true }]);
  isNear(onItsWay.meanDays, base.meanDays, 0.3);
  assert.ok(late.meanDays > base.meanDays + 3 && late.sdDays > base.sdDays);
  assert.equal(late.receipts, 3);
});

test('a supplier who delivers at once or not for weeks keeps both: no bell around the days between', () => {
  const { distribution, meanDays, sdDays } = learnLeadTime(
    3,
    came(...Array.from({ length: 60 }, (_, index) => (index % 4 === 3 ? 30 : 3))),
  );
  const near = (day: number) =>
    distribution
      .filter(({ days }) => Math.abs(days - day) <= 2)
      .reduce((sum, { probability }) => sum + probability, 0);
  assert.ok(near(3) > 0.7 && near(30) > 0.2 && near(15) < 0.01, `${near(3)} ${near(15)} ${near(30)}`);
  assert.deepEqual([leadTimeQuantile(distribution, 0.7), leadTimeQuantile(distribution, 0.95)], [3, 30]);
  const { mean, variance } = leadTimeMoments(distribution);
  assert.deepEqual([mean, Math.sqrt(variance)], [meanDays, sdDays]);
});
