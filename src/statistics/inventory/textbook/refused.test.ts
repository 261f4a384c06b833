import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { poissonDemand } from '../demand/count-demand.ts';
import { normalDemand } from '../demand/normal-demand.ts';
import { orderQuantity } from '../ordering/order-quantity.ts';
import { baseStockUnderDisruptions, orderQuantityUnderDisruptions } from './disruptions.ts';
import {
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
  economicProductionQuantity,
} from './economic-order-quantity.ts';
import { jointReplenishment } from './joint-replenishment.ts';
import { exactMinMax, powerMinMax } from './min-max.ts';
import { newsvendor } from './newsvendor.ts';
import { discountedOrderQuantity } from './quantity-discounts.ts';
import { backorderReorderQuantity, safetyStockReorderQuantity } from './reorder-quantity.ts';
import { wagnerWhitin } from './wagner-whitin.ts';
import { orderQuantityOfAdditiveYield, orderQuantityOfShareYield } from './yield.ts';

const STEADY = { fixedCost: 8, holdingCost: 0.225, demandRate: 1300 };
const LEVELS = { fixedCost: 5, holdingCost: 1, shortageCost: 4 };
const LEAD_TIME = normalDemand(100, 10);

/** Each by a number that is put wherever one of its inputs is. */
const ASKED: Readonly<Record<string, (wrong: number) => unknown>> = {
  'a fixed cost': (wrong) => economicOrderQuantity({ ...STEADY, fixedCost: wrong }),
  'a holding cost': (wrong) => economicOrderQuantity({ ...STEADY, holdingCost: wrong }),
  'a demand': (wrong) => economicOrderQuantity({ ...STEADY, demandRate: wrong }),
  'a cost of backorders': (wrong) => economicOrderQuantityWithBackorders(STEADY, wrong),
  'a demand of what is made': (wrong) => economicProductionQuantity({ ...STEADY, demandRate: wrong }, 5_000),
  'a period’s demand': (wrong) => wagnerWhitin([90, wrong, 80], { fixedCost: 500, holdingCost: 2 }),
  'an order’s cost': (wrong) => wagnerWhitin([90, 120], { fixedCost: wrong, holdingCost: 2 }),
  'a supplier’s cost': (wrong) => jointReplenishment(wrong, [STEADY]),
  'an item’s demand': (wrong) => jointReplenishment(1, [{ ...STEADY, demandRate: wrong }]),
  'a unit left over': (wrong) => newsvendor(LEAD_TIME, { holding: wrong, shortage: 1 }),
  'a unit short': (wrong) => newsvendor(LEAD_TIME, { holding: 1, shortage: wrong }),
  'the cost of an order up to S': (wrong) => exactMinMax({ ...LEVELS, fixedCost: wrong }, poissonDemand(6)),
  'the shortage of S': (wrong) => exactMinMax({ ...LEVELS, shortageCost: wrong }, poissonDemand(6)),
  'a power’s mean': (wrong) => powerMinMax(LEVELS, { mean: wrong, sd: 8 }, 0),
  'a power’s deviation': (wrong) => powerMinMax(LEVELS, { mean: 50, sd: wrong }, 0),
  'a power’s lead time': (wrong) => powerMinMax(LEVELS, { mean: 50, sd: 8 }, wrong),
  'a cost of r': (wrong) =>
    backorderReorderQuantity({ ...STEADY, shortageCost: wrong, leadTimeDemand: LEAD_TIME }),
  'a cost of safety': (wrong) =>
    safetyStockReorderQuantity({ ...STEADY, shortageCost: wrong, leadTimeDemand: LEAD_TIME }),
  'a price': (wrong) =>
    discountedOrderQuantity(
      { fixedCost: 8, holdingShare: 0.3, demandRate: 1, prices: [{ from: 0, unitCost: wrong }] },
      'all_units',
    ),
  'a break': (wrong) =>
    discountedOrderQuantity(
      {
        ...{ fixedCost: 8, holdingShare: 0.3, demandRate: 1 },
        prices: [
          { from: 0, unitCost: 2 },
          { from: wrong, unitCost: 1 },
        ],
      },
      'all_units',
    ),
  'a unit lost': (wrong) =>
    orderQuantityUnderDisruptions(STEADY, { shortageCost: wrong, disruptionRate: 1, recoveryRate: 12 }),
  'a rate of going down': (wrong) =>
    orderQuantityUnderDisruptions(STEADY, { shortageCost: 1, disruptionRate: wrong, recoveryRate: 12 }),
  'a unit that waits': (wrong) =>
    baseStockUnderDisruptions(
      { demand: 20, holdingCost: 1, shortageCost: wrong },
      { disruption: 0.1, recovery: 0.3 },
    ),
  'a chance of going down': (wrong) =>
    baseStockUnderDisruptions(
      { demand: 20, holdingCost: 1, shortageCost: 4 },
      { disruption: wrong, recovery: 0.3 },
    ),
  'a deviation of what comes': (wrong) => orderQuantityOfAdditiveYield(STEADY, { mean: 1, sd: wrong }),
  'a deviation of its share': (wrong) => orderQuantityOfShareYield(STEADY, { mean: 0.8, sd: wrong }),
  'a normal deviation': (wrong) => normalDemand(5, wrong),
  'the most of an order': (wrong) =>
    wrong === Number.POSITIVE_INFINITY
      ? assert.throws(() => orderQuantity({ position: 0, level: wrong }, {}), RangeError)
      : orderQuantity({ position: 0, level: 5 }, { maximum: wrong }),
};
/** ∞ is what they say where it is no limit: nothing else. */
const UNLIMITED = ['the most of an order'];

describe('no answer is given to what is no number, has no end or is below nothing', () => {
  for (const [what, ask] of Object.entries(ASKED)) {
    test(`as ${what}`, () => {
      for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1]) {
        if (wrong === Number.POSITIVE_INFINITY && UNLIMITED.includes(what)) ask(wrong);
        else assert.throws(() => ask(wrong), RangeError, String(wrong));
      }
    });
  }

  test('a level or a position that is no number is not taken for enough', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => orderQuantity({ position: 0, level: wrong }, {}), RangeError);
      assert.throws(() => orderQuantity({ position: wrong, level: 1 }, {}), RangeError);
    }
  });
});
