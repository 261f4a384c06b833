import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { baseStockUnderDisruptions, orderQuantityUnderDisruptions } from './disruptions.ts';
import { newsvendorOfAdditiveYield, orderQuantityOfShareYield } from './yield.ts';

const steady = { fixedCost: 8, holdingCost: 0.225, demandRate: 1300 };
const costs = fc.double({ min: 0.1, max: 20, noNaN: true });
function near(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

describe('supply that is not certain', () => {
  const supplier = { shortageCost: 5, disruptionRate: 1.5, recoveryRate: 14 };

  test('a supplier that is never down is no reason to order otherwise', () => {
    const { quantity, cost } = orderQuantityUnderDisruptions(steady, { ...supplier, disruptionRate: 0 });
    near(quantity, 304.0467800264368);
    near(cost, 68.41052550594827);
    const sure = baseStockUnderDisruptions(
      { demand: 20, holdingCost: 1, shortageCost: 9 },
      { disruption: 0, recovery: 0.5 },
    );
    assert.deepEqual(sure, { level: 20, cost: 0 });
  });

  test('a base stock costs what its times down say, and no other costs less', () => {
    const chances = fc.record({
      disruption: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      recovery: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(chances, costs, ({ disruption, recovery }, shortageCost) => {
        const asked = { demand: 3, holdingCost: 1, shortageCost };
        const { level, cost } = baseStockUnderDisruptions(asked, { disruption, recovery });
        const isDown = disruption / (disruption + recovery);
        const costOf = (stock: number) => {
          let total = (1 - isDown) * Math.max(0, stock - 3);
          for (let down = 1; down < 800; down += 1) {
            const share = isDown * recovery * (1 - recovery) ** (down - 1);
            const left = stock - 3 * (down + 1);
            total += share * (left > 0 ? left : -shortageCost * left);
          }
          return total;
        };
        near(cost, costOf(level), 1e-8);
        assert.ok(cost <= costOf(level + 3) + 1e-9 && (level === 3 || cost <= costOf(level - 3) + 1e-9));
      }),
    );
  });

  test('of a share that comes, the size is the best: example 9.5', () => {
    const asked = { fixedCost: 18500, holdingCost: 0.06, demandRate: 75000 };
    const share = { mean: 5 / 6, sd: Math.sqrt(5 / 252) };
    const { quantity, cost } = orderQuantityOfShareYield(asked, share);
    // Of a cycle: what is ordered costs K, lies h(QZ)²/(2λ), and lasts QZ/λ on the mean.
    const costOf = (units: number) => {
      const second = (share.mean ** 2 + share.sd ** 2) * units * units;
      return (18500 + (0.06 * second) / 150000) / ((units * share.mean) / 75000);
    };
    near(costOf(quantity), cost);
    for (const factor of [0.9, 0.99, 1.01, 1.1]) assert.ok(costOf(quantity * factor) > cost);
  });

  test('of units that come besides, the level is the best: example 9.6', () => {
    const { level, cost } = newsvendorOfAdditiveYield(
      1.5,
      { from: -0.5, to: 0.5 },
      { holding: 15_000_000, shortage: 75_000_000 },
    );
    // 1.8333 − 1.5 are above the least that comes with a chance of 5/6; the two triangles are 25/72 and 1/72.
    near(level, 11 / 6);
    near(cost, (15_000_000 * 25) / 72 + 75_000_000 / 72);
  });
});
