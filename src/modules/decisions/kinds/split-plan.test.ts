import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USUAL_ECONOMICS } from '../economics.ts';
import { laterParts, type SplitLine, worthOfSplit } from './split-plan.ts';

/** 1,000 pieces at 10.00, of which one a day is wanted; 30 days until they come. */
function aLine(given: Partial<SplitLine> = {}): SplitLine {
  return {
    ...{ lineId: 'a', quantity: 1_000, packSize: 10, minimumQuantity: 10, unitCost: 1_000, besides: 0 },
    wantedUntil: (days) => 30 + days,
    meanUntil: (days) => days,
    unitCostOf: () => 1_000,
    ...given,
  };
}

test('what nobody wants for months comes later, in whole packs', () => {
  assert.deepEqual(laterParts([aLine()]), [{ lineId: 'a', quantity: 880 }]);
  assert.deepEqual(laterParts([aLine({ packSize: 48 })]), [{ lineId: 'a', quantity: 1_000 - 144 }]);
  assert.deepEqual(laterParts([aLine({ besides: 100 })]), [{ lineId: 'a', quantity: 980 }]);
});

test('nothing is split of which all is wanted, or of which a part would be below the minimum', () => {
  assert.deepEqual(laterParts([aLine({ quantity: 120 })]), []);
  assert.deepEqual(laterParts([aLine({ minimumQuantity: 600 })]), []);
});

test('it is worth what keeping costs, less the delivery and the price of smaller quantities', () => {
  const line = aLine();
  const parts = laterParts([line]);
  // 880 pieces of 10.00 for 90 days at 25 % a year are 542.47, and a delivery 15.00.
  assert.equal(Math.round(worthOfSplit([line], parts, USUAL_ECONOMICS)), 52_747);
  const dearer = aLine({ unitCostOf: (quantity) => (quantity >= 900 ? 1_000 : 1_100) });
  assert.ok(worthOfSplit([dearer], parts, USUAL_ECONOMICS) < 0);
  assert.equal(worthOfSplit([line], [], USUAL_ECONOMICS), 0);
});
