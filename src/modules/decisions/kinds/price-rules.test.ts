import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, idFrom } from '../../../kernel/index.ts';
import { netMinor } from '../../pricing/index.ts';
import { floorMinor, USUAL_ECONOMICS } from '../economics.ts';
import { wonPieces } from './later-arrival.ts';
import { bestMarkdown, floorPrice, slowCase } from './mark-down-rule.ts';
import { salesCases } from './outlook.ts';
import { keptWorth, type PriceCase, worthOfPrice } from './price-worth.ts';

const variantId = idFrom<'variant'>(0, new Uint8Array(10));
const goodsAt = (amountMinor: bigint, costMinor: bigint, taxRateMillionths = 190_000) => ({
  price: { variantId, currency: currencyOf('EUR'), amountMinor, compareAtMinor: undefined },
  ...{ taxRateMillionths, costMinor },
});
const certain = { mean: -2, deviation: 0 };

describe('what a price is worth', () => {
  const given: PriceCase = {
    ...{ netBeforeMinor: 2_000, keptMinor: 500, stock: 100 },
    ...{ outlook: { mean: 10, variance: 10 }, elasticity: certain },
  };

  test('is nothing where it stays as it is, and its interval is about nothing', () => {
    const { valueMinor, lowMinor, highMinor, soldBefore, soldAfter } = worthOfPrice(given, 2_000);
    assert.equal(valueMinor, 0n);
    assert.ok(lowMinor < 0n && highMinor > 0n);
    assert.equal(soldBefore, soldAfter);
  });

  test('is what more pieces bring at less each, over what they are worth when they are kept', () => {
    // 10 at 15.00 are 150.00; at 16.00 and an elasticity of -2 about 15.6 at 11.00 are 172.
    const { valueMinor, soldBefore, soldAfter } = worthOfPrice(given, 1_600);
    assert.ok(
      Math.abs(soldBefore - 10) < 0.3 && Math.abs(soldAfter - 15.6) < 0.4,
      `${soldBefore} ${soldAfter}`,
    );
    assert.ok(valueMinor > 1_500n && valueMinor < 3_000n, String(valueMinor));
  });

  test('is never more than the stock can bring, and a lower price never sells less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (stock, ratio) => {
          const sold = (at: number) => salesCases(given.outlook, { ratio: at, stock, elasticity: certain });
          assert.ok(sold(ratio).every((pieces) => pieces <= stock));
          const asIs = sold(1);
          for (const [index, pieces] of sold(ratio).entries()) assert.ok(pieces >= (asIs[index] ?? 0));
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a price of slow stock', () => {
  test('never goes below cost and margin floor, whatever cost and price are', () => {
    const minor = fc.bigInt(100n, 20_000n);
    fc.assert(
      fc.property(
        minor,
        minor,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(0, 70_000, 190_000),
        (price, cost, stock, tax) => {
          const goods = goodsAt(price, cost, tax);
          const leastMinor = floorPrice(goods, USUAL_ECONOMICS);
          const net = netMinor(price, goods);
          const slow = slowCase(
            { available: stock, netMinor: net, costMinor: cost },
            { outlook: { mean: 3, variance: 5 }, elasticity: certain, days: 56 },
            USUAL_ECONOMICS,
          );
          if (slow === undefined) return;
          const best = bestMarkdown(goods, slow.price, { leastMinor, days: 56, economics: USUAL_ECONOMICS });
          if (best === undefined) return;
          assert.ok(best < price);
          assert.ok(netMinor(best, goods) >= floorMinor(cost, USUAL_ECONOMICS));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('is taken down where shoppers answer, left where they do not, and ends as it did', () => {
    const goods = goodsAt(4_999n, 1_000n);
    const given = (mean: number): PriceCase => ({
      ...{ netBeforeMinor: 4_201, keptMinor: 600, stock: 200 },
      ...{ outlook: { mean: 8, variance: 10 }, elasticity: { mean, deviation: 0.5 } },
    });
    const rule = { leastMinor: floorPrice(goods, USUAL_ECONOMICS), days: 56, economics: USUAL_ECONOMICS };
    const best = bestMarkdown(goods, given(-3), rule);
    assert.ok(best !== undefined && best < 4_999n && best % 100n === 99n, String(best));
    assert.equal(bestMarkdown(goods, given(-0.3), rule), undefined);
  });

  test('is no matter where stock is not slow, or cost nothing', () => {
    const demand = { outlook: { mean: 56, variance: 60 }, elasticity: certain, days: 56 };
    const stock = (available: number, costMinor: bigint) =>
      slowCase({ available, netMinor: 1_000n, costMinor }, demand, USUAL_ECONOMICS);
    assert.equal(stock(120, 500n), undefined);
    assert.equal(stock(121, 0n), undefined);
    assert.equal(Math.round(stock(121, 500n)?.coverDays ?? 0), 121);
  });

  test('a piece that is kept is worth less the longer it stays, and never less than what is left of it', () => {
    const kept = (coverDays: number) => keptWorth(1_000, { ...USUAL_ECONOMICS, coverDays });
    // A quarter of the cost a year, over half of two years.
    assert.equal(kept(730), 750);
    assert.equal(kept(36_500), 300);
  });
});

test('the floor leaves the margin that was said, after tax', () => {
  // 10.00 / 0.95 is 10.53 rounded up, 12.54 with 19 % tax.
  assert.equal(floorMinor(1_000n, USUAL_ECONOMICS), 1_053n);
  assert.equal(floorPrice(goodsAt(0n, 1_000n), USUAL_ECONOMICS), 1_254n);
});

describe('what ordering in time has won', () => {
  const table: readonly [Parameters<typeof wonPieces>[0], number][] = [
    [{ sold: [4, 4, 3, 3, 3, 3, 3, 9], stock: 10, others: 0, arrivedOn: 2, laterBy: 5 }, 13],
    [{ sold: [4, 4, 3, 3, 3], stock: 20, others: 0, arrivedOn: 2, laterBy: 3 }, 0],
    [{ sold: [4, 4, 3, 3, 3], stock: 10, others: 5, arrivedOn: 2, laterBy: 3 }, 2],
    [{ sold: [4, 4, 3, 3, 3], stock: 0, others: 0, arrivedOn: 2, laterBy: 0 }, 0],
    [{ sold: [0, 0, 0, 0], stock: -3, others: 0, arrivedOn: 1, laterBy: 3 }, 0],
  ];
  test('is what was sold meanwhile and would not have been there', () => {
    for (const [days, expected] of table) assert.equal(wonPieces(days), expected, JSON.stringify(days));
  });
});
