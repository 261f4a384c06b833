import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { countDemand, poissonDemand } from '../demand/count-demand.ts';
import { leftover } from '../demand/demand.ts';
import { discreteDemand } from '../demand/discrete-demand.ts';
import { normalDemand } from '../demand/normal-demand.ts';
import { uniformDemand } from '../demand/uniform-demand.ts';
import { exactMinMax } from './min-max.ts';
import { newsvendor } from './newsvendor.ts';
import { exactReorderQuantity, exactReorderQuantityOfCounts } from './reorder-quantity.ts';

const steady = { fixedCost: 8, holdingCost: 0.225, demandRate: 1300 };
const costs = fc.double({ min: 0.1, max: 20, noNaN: true });
function near(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

describe('demand that is not known', () => {
  test('a newsvendor has the cheapest level, of any demand', () => {
    const demands = fc.constantFrom(
      uniformDemand(10, 40),
      discreteDemand([0, 5, 20, 21], [0.3, 0.3, 0.3, 0.1]),
      countDemand(4, 9),
      normalDemand(30, 6),
    );
    fc.assert(
      fc.property(demands, costs, costs, (demand, holding, shortage) => {
        const { level, cost } = newsvendor(demand, { holding, shortage });
        for (let other = -5; other < 60; other += 0.5) {
          assert.ok(cost <= holding * leftover(demand, other) + shortage * demand.shortage(other) + 1e-9);
        }
        near(cost, holding * leftover(demand, level) + shortage * demand.shortage(level));
      }),
    );
    near(newsvendor(uniformDemand(10, 40), { holding: 1, shortage: 2 }).level, 30);
    assert.throws(() => newsvendor(poissonDemand(1), { holding: 0, shortage: 1 }), RangeError);
  });

  const questions = fc
    .record({ fixedCost: fc.double({ min: 0, max: 30, noNaN: true }), holdingCost: costs, over: costs })
    .map(({ fixedCost, holdingCost, over }) => ({
      fixedCost,
      holdingCost,
      shortageCost: holdingCost * over,
    }));

  test('the exact (r, Q) of counts is the best of all', () => {
    fc.assert(
      fc.property(questions, fc.double({ min: 0.2, max: 8, noNaN: true }), (question, demandRate) => {
        const leadTimeDemand = poissonDemand(2 * demandRate);
        const best = exactReorderQuantityOfCounts({ ...question, demandRate, leadTimeDemand });
        const rate = (y: number) =>
          question.holdingCost * leftover(leadTimeDemand, y) +
          question.shortageCost * leadTimeDemand.shortage(y);
        for (let point = -5; point < 30; point += 1) {
          let total = question.fixedCost * demandRate;
          for (let quantity = 1; quantity <= 25; quantity += 1) {
            total += rate(point + quantity);
            assert.ok(best.cost <= total / quantity + 1e-9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the exact (s, S) is the best of all', () => {
    fc.assert(
      fc.property(questions, fc.double({ min: 0.3, max: 4, noNaN: true }), (question, mean) => {
        const demand = poissonDemand(mean);
        const best = exactMinMax(question, demand);
        for (let point = -3; point < 9; point += 1) {
          for (let level = point + 1; level <= point + 12; level += 1) {
            assert.ok(best.cost <= simulatedFree(question, demand, [point, level]) + 1e-7);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test('the (r, Q) of noise that vanishes is that with backorders', () => {
    const leadTimeDemand = normalDemand(100, 1e-4);
    const { quantity, cost } = exactReorderQuantity({ ...steady, shortageCost: 5, leadTimeDemand });
    near(quantity, 310.8125551589646, 1e-4);
    near(cost, 66.92136355097325, 1e-4);
  });
});

/** What an (s, S) costs a period, from where the position is in the long run: by powers of its chain. */
function simulatedFree(
  question: { readonly fixedCost: number; readonly holdingCost: number; readonly shortageCost: number },
  demand: ReturnType<typeof poissonDemand>,
  [point, level]: readonly [number, number],
): number {
  const states = level - point;
  const chance = (units: number) => demand.cdf(units) - (units > 0 ? demand.cdf(units - 1) : 0);
  // State i: the position after ordering is S − i; from i on, what is at s or below orders up to S.
  const chances = Array.from({ length: states }, (_, units) => chance(units));
  let shares: number[] = Array.from({ length: states }, (_, state) => (state === 0 ? 1 : 0));
  let ordering = 0;
  for (let round = 0; round < 400; round += 1) {
    const next = Array<number>(states).fill(0);
    ordering = 0;
    for (const [state, share] of shares.entries()) {
      let stays = 0;
      for (let to = state; to < states; to += 1) {
        const moves = chances[to - state] ?? 0;
        stays += moves;
        next[to] = (next[to] ?? 0) + share * moves;
      }
      ordering += share * (1 - stays);
    }
    next[0] = (next[0] ?? 0) + ordering;
    shares = next;
  }
  const held = shares.reduce((total, share, state) => {
    const y = level - state;
    return (
      total +
      share * (question.holdingCost * leftover(demand, y) + question.shortageCost * demand.shortage(y))
    );
  }, 0);
  return held + question.fixedCost * ordering;
}
