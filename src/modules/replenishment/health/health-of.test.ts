import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { steadyForecast } from '../../../statistics/index.ts';
import { aSource } from '../testing/need-facts.ts';
import { daysOf } from './days-of.ts';
import { type HealthFacts, healthOf } from './health-of.ts';
import { lostSales } from './lost-sales.ts';

const steady = (perDay: number, days = 365) => new Array<number>(days).fill(perDay);

function facts(given: Partial<HealthFacts> = {}): HealthFacts {
  return {
    ...{ units: steady(1), onHand: 40, available: 40, valueMinor: 16_000n, marginMinor: 600 },
    year: { marginMinor: 219_000n, costMinor: 146_000n },
    averageValueMinor: 20_000n,
    ...{ forecast: steadyForecast({ perDay: 1, errorVariance: 1 }), reorderPoint: 25, orderUpTo: 50 },
    shelfLifeDays: undefined,
    ...given,
  };
}

describe('how healthy stock is', () => {
  test('is told by cover, sell-through, turnover and GMROI', () => {
    const health = healthOf(facts());
    assert.deepEqual(
      [health.state, health.sold90, health.coverDays, health.turnover, health.gmroi],
      ['healthy', 90, 39, 7.3, 10.95],
    );
    assert.equal(health.sellThrough, 90 / 130);
    // Nobody knows what a year's stock was: nothing is said of how often it turned.
    assert.equal(healthOf(facts({ averageValueMinor: undefined })).turnover, undefined);
  });

  const table: readonly [why: string, given: Partial<HealthFacts>, state: string][] = [
    ['nothing can be sold', { available: 0 }, 'out'],
    ['less than the reorder point', { available: 24 }, 'low'],
    ['more than an order ever brings it to', { available: 90, onHand: 90 }, 'over'],
    ['enough for more than a year', { forecast: steadyForecast({ perDay: 0.1, errorVariance: 1 }) }, 'slow'],
    ['nobody wanted it for half a year', { units: [...steady(1, 100), ...steady(0, 200)] }, 'dead'],
    ['it will not be sold in time', { shelfLifeDays: 30 }, 'expiring'],
  ];
  for (const [why, given, state] of table) {
    test(`is ${state}: ${why}`, () => assert.equal(healthOf(facts(given)).state, state));
  }

  test('has what is too much in pieces and at what it cost', () => {
    const { over } = healthOf(facts({ available: 60, onHand: 80, valueMinor: 32_000n }));
    assert.deepEqual(over, { pieces: 10, valueMinor: 4_000n });
  });

  test('has no pieces that expire where what is there is sold by then', () => {
    assert.equal(healthOf(facts({ shelfLifeDays: 60 })).expiringPieces, 0);
    assert.equal(healthOf(facts({ shelfLifeDays: 30 })).expiringPieces, 10);
  });
});

describe('lost sales', () => {
  const gap = (length: number) => new Array<number>(length).fill(Number.NaN);

  test('are what days with stock near a gap sold, times its days', () => {
    assert.deepEqual(lostSales([...steady(2, 60), ...gap(10), ...steady(2, 60)]), {
      ...{ pieces: 20, low: 20, high: 20 },
    });
  });

  test('of a busy season are judged by that season', () => {
    const lost = lostSales([...steady(1, 200), ...steady(9, 60), ...gap(5), ...steady(9, 60)]);
    assert.equal(lost?.pieces, 45);
  });

  test('have an interval that is wider the less is known', () => {
    const uneven = (days: number) => Array.from({ length: days }, (_, day) => (day % 2 === 0 ? 0 : 4));
    const width = (days: number) => {
      const lost = lostSales([...uneven(days), ...gap(10)]) ?? assert.fail();
      assert.ok(lost.low < lost.pieces && lost.pieces < lost.high);
      return lost.high - lost.low;
    };
    assert.ok(width(8) > width(50));
  });

  test('are not told where there is too little to go by', () => {
    assert.equal(lostSales([...steady(2, 5), ...gap(10)]), undefined);
    assert.deepEqual(lostSales(steady(1)), { pieces: 0, low: 0, high: 0 });
  });
});

test('days begin with the first on which it could be bought, and a day that sold something had stock', () => {
  const item = { days: [3, 6], pieces: [2, 5], outs: [[5, 7]] as [number, number][], since: 2 };
  const days = daysOf(
    { ...item, variantId: aSource().variantId, category: '', brand: undefined, prices: [0, 0] },
    9,
  );
  assert.deepEqual(days, [0, 2, 0, Number.NaN, 5, Number.NaN, 0]);
});
