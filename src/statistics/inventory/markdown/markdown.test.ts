import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { drawExponential, type Uniform } from '../../sampling/draw.ts';
import { poissonDemand } from '../demand/count-demand.ts';
import type { MarkdownQuestion } from './markdown-question.ts';
import { priceLadder } from './price-ladder.ts';

/** Twice as many are wanted where the price is halved, and twice again. */
const elastic =
  (rate: number, of: number) =>
  (_week: number, price: number): number =>
    rate * (of / price) ** 2;

const question: MarkdownQuestion = {
  ...{ stock: 20, prices: [50, 40, 30, 20], currentPrice: 50, floor: 20, weeks: 6 },
  ...{ demandAt: elastic(1, 50), holdingCost: 0.1, salvage: 5 },
};
const ladder = (changes: Partial<MarkdownQuestion>) => {
  const found = priceLadder({ ...question, ...changes });
  assert.ok(found);
  return found;
};

/** What stock is worth by trying every price in every week for every number that may be sold. */
function worth(asked: MarkdownQuestion, week: number, left: number, before: number): number {
  if (week === asked.weeks) return left * asked.salvage;
  if (left === 0) return 0;
  const values = asked.prices
    .filter((price) => price <= before && price >= asked.floor)
    .map((price) => {
      const demand = poissonDemand(asked.demandAt(week, price));
      let value = (1 - demand.cdf(left - 1)) * left * price;
      for (let sold = 0; sold < left; sold += 1) {
        const chance = demand.cdf(sold) - (sold > 0 ? demand.cdf(sold - 1) : 0);
        const rest = left - sold;
        value += chance * (sold * price - rest * asked.holdingCost + worth(asked, week + 1, rest, price));
      }
      return value;
    });
  return Math.max(...values);
}

const questions = fc.record({
  stock: fc.integer({ min: 0, max: 4 }),
  weeks: fc.integer({ min: 1, max: 3 }),
  rate: fc.double({ min: 0, max: 3, noNaN: true }),
  holdingCost: fc.double({ min: 0, max: 3, noNaN: true }),
  salvage: fc.double({ min: 0, max: 15, noNaN: true }),
  floor: fc.constantFrom(0, 20, 30, 45),
});

describe('a ladder of prices', () => {
  test('is worth what the best of all ladders is', () => {
    fc.assert(
      fc.property(questions, ({ rate, ...few }) => {
        const asked = { ...question, ...few, demandAt: elastic(rate, 50) };
        const best = worth(asked, 0, asked.stock, asked.currentPrice);
        const { expected } = ladder(asked);
        assert.ok(Math.abs(expected - best) < 1e-9 * (1 + Math.abs(best)), `${expected} ${best}`);
      }),
    );
  });

  test('brings what it says, on the mean of many seasons', () => {
    const { expected, priceFor } = ladder({});
    const uniform = randomFor(41, 'seasons').next;
    const seasons = 20_000;
    let total = 0;
    for (let season = 0; season < seasons; season += 1) {
      let [left, price] = [question.stock, question.currentPrice];
      for (let week = 0; week < question.weeks; week += 1) {
        price = priceFor(week, left, price);
        const sold = Math.min(left, drawCount(uniform, question.demandAt(week, price)));
        left -= sold;
        total += sold * price - left * question.holdingCost;
      }
      total += left * question.salvage;
    }
    assert.ok(Math.abs(total / seasons / expected - 1) < 0.01, `${total / seasons} ${expected}`);
  });

  test('never rises, is never below the floor, and never brings less than keeping the price', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 40 }), ({ rate, ...few }, stock) => {
        const asked = { ...question, ...few, stock, demandAt: elastic(rate, 50) };
        const { expected, expectedIfKept, expectedPath, priceFor } = ladder(asked);
        let before = asked.currentPrice;
        for (const { week, price, left } of expectedPath) {
          assert.ok(price <= before && price >= asked.floor);
          assert.equal(priceFor(week, left, before), price);
          before = price;
        }
        assert.ok(expectedIfKept !== undefined && expected >= expectedIfKept - 1e-9);
        if (asked.floor <= 30) assert.ok(priceFor(0, stock, 30) <= 30);
      }),
    );
  });

  test('keeps the price of what sells anyway, and goes down with what is left', () => {
    assert.equal(ladder({ stock: 3, demandAt: () => 5 }).price, 50);
    const prices = [2, 8, 20, 60].map((stock) => ladder({ stock }).price);
    assert.deepEqual(
      prices.toSorted((one, other) => other - one),
      prices,
    );
    assert.ok((prices[0] ?? 0) > (prices[3] ?? 0));
  });

  test('more to sell is never worth less', () => {
    const values = Array.from({ length: 40 }, (_, stock) => ladder({ stock, holdingCost: 0 }).expected);
    for (const [stock, value] of values.entries())
      assert.ok(stock === 0 || value >= (values[stock - 1] ?? 0) - 1e-9);
  });

  test('with demand that is known brings the price times what is wanted', () => {
    // 1,000 wanted a week: all goes in the first, at the highest price.
    assert.ok(Math.abs(ladder({ demandAt: () => 1000 }).expected - 20 * 50) < 1e-9);
    // Nothing is wanted: all is salvaged, after six weeks of holding.
    assert.ok(Math.abs(ladder({ demandAt: () => 0 }).expected - (20 * 5 - 20 * 6 * 0.1)) < 1e-9);
    assert.equal(ladder({ demandAt: () => 0 }).price, 50);
  });

  test('is none where no price is between the floor and the current one', () => {
    assert.equal(priceLadder({ ...question, floor: 60 }), undefined);
    assert.equal(priceLadder({ ...question, currentPrice: 15 }), undefined);
    assert.equal(ladder({ currentPrice: 45 }).expectedIfKept, undefined);
  });

  test('what cannot be is refused', () => {
    assert.throws(() => priceLadder({ ...question, stock: 1.5 }), RangeError);
    assert.throws(() => priceLadder({ ...question, weeks: 0 }), RangeError);
    assert.throws(() => priceLadder({ ...question, demandAt: () => Number.NaN }), RangeError);
  });
});

/** Of Poisson's distribution, by the times between events. */
function drawCount(uniform: Uniform, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time += drawExponential(uniform, 1);
  return count;
}
