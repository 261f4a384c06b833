import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { certainLeadTime, poissonDemand } from '../../../statistics/index.ts';
import { AT_95, aSource, needFacts, TODAY } from '../testing/need-facts.ts';
import { needOf } from './need-of.ts';

const kinds = (need: ReturnType<typeof needOf>) => need.reasons.map(({ kind }) => kind);
const arrival = (quantity: number, days = 5) => ({ expectedOn: TODAY.add({ days }), quantity });

describe('what is to be ordered', () => {
  test('is what is missing, never the level itself', () => {
    const none = needOf(needFacts());
    const some = needOf(needFacts({ available: 30 }));
    assert.ok(none.quantity > 0 && some.quantity > 0);
    assert.ok(Math.abs(none.quantity - some.quantity - 30) <= 1, `${none.quantity} and ${some.quantity}`);
    assert.ok(some.available + some.quantity <= some.orderUpTo + 1);
  });

  test('counts what is on order, drafts too, and what travels, so that nothing is ordered twice', () => {
    const { quantity, reorderPoint } = needOf(needFacts({ available: 5 }));
    const again = needOf(needFacts({ available: 5, onOrder: [arrival(quantity)] }));
    assert.deepEqual([again.quantity, kinds(again)], [0, ['enough', 'served']]);
    const travelling = needOf(needFacts({ available: 0, inTransit: reorderPoint }));
    assert.equal(travelling.quantity, 0);
  });

  test('is more by those who wait already', () => {
    const waiting = needOf(needFacts({ available: -9 }));
    assert.equal(waiting.quantity - needOf(needFacts()).quantity, 9);
  });

  test('lasts no longer than the policy says, however little is known of how much is wanted', () => {
    // Four a month or fifty: what is enough 95 times of 100 would be two years of what is expected.
    const facts = { perDay: 0.13, errorVariance: 6 };
    const policy = (maxCoverDays: number) => ({ ...AT_95, maxCoverDays });
    const few = needOf(needFacts({ ...facts, policy: policy(180) }));
    const many = needOf(needFacts({ ...facts, policy: policy(730) }));
    assert.ok(few.quantity > 0 && few.orderUpTo <= 0.13 * (180 + 21) * 1.5 + 1, `${few.orderUpTo}`);
    assert.ok(many.reorderPoint > few.reorderPoint, `${many.reorderPoint} and ${few.reorderPoint}`);
    const rare = needOf(needFacts({ perDay: 0.002, errorVariance: 0.002, policy: policy(30) }));
    assert.ok(rare.reorderPoint >= 1, 'what is hardly ever wanted is had');
  });

  test('is nothing where nothing is wanted, whatever minimum and packs say', () => {
    const source = aSource({ minimumQuantity: 2, packSize: 2 });
    const need = needOf(needFacts({ perDay: 0, errorVariance: 0, source }));
    assert.deepEqual([need.quantity, kinds(need), need.stockOutChance], [0, ['no_demand'], 0]);
  });

  test('is what somebody waits for, though nothing more is wanted', () => {
    assert.equal(needOf(needFacts({ perDay: 0, errorVariance: 0, available: -3 })).quantity, 3);
  });

  test('is nothing where it is switched off', () => {
    const need = needOf(needFacts({ policy: { ...AT_95, isOff: true } }));
    assert.deepEqual([need.quantity, need.reorderPoint, kinds(need)], [0, 0, ['switched_off']]);
  });

  test('covers lead time and review, whatever the vendor’s minimum is', () => {
    const least = (minimumQuantity: number) => needOf(needFacts({ source: aSource({ minimumQuantity }) }));
    assert.equal(least(1).reorderPoint, least(500).reorderPoint);
    const { reorderPoint } = least(1);
    // 14 days of 2 and half a review of it, as orders begin a little below: about 28 + 7.5 + 1.645 · 8; 21 days would be 55.
    assert.ok(reorderPoint >= 48 && reorderPoint <= 52, `${reorderPoint}`);
    const longer = needOf(needFacts({ leadTimes: certainLeadTime(28) }));
    assert.ok(longer.reorderPoint > reorderPoint + 27);
  });

  test('is a multiple of the pack and at least the minimum, and says so', () => {
    const need = needOf(needFacts({ source: aSource({ packSize: 12, minimumQuantity: 100 }) }));
    assert.equal(need.quantity % 12, 0);
    assert.ok(need.quantity >= 100);
    assert.ok(kinds(need).includes('rounded_to_packs'));
  });

  test('reaches for a price break that pays, and says from how many on and what it saves', () => {
    const prices = [
      { from: 1, unitCost: 400 },
      { from: 150, unitCost: 300 },
    ];
    assert.ok(needOf(needFacts()).quantity < 150);
    const need = needOf(needFacts({ prices }));
    assert.ok(need.quantity >= 150 && need.quantity < 200, `${need.quantity}`);
    const why = need.reasons.find(({ kind }) => kind === 'price_break');
    assert.deepEqual(why?.numbers, { from: 150, share: 0.25 });
    // Of what is wanted twice a month it would lie for years.
    const slow = needOf(needFacts({ prices, perDay: 0.07, errorVariance: 0.1 }));
    assert.ok(slow.quantity > 0 && slow.quantity < 30, `${slow.quantity}`);
  });

  test('goes from least to most where somebody says so', () => {
    const policy = { ...AT_95, minMax: { min: 10, max: 40 } };
    assert.equal(needOf(needFacts({ policy, available: 10 })).quantity, 0);
    assert.equal(needOf(needFacts({ policy, available: 9 })).quantity, 31);
  });

  test('says what its level is reckoned to serve: what is aimed at, or what levels set by hand come to', () => {
    const servedBy = (facts: Parameters<typeof needFacts>[0]) => {
      const { reasons } = needOf(needFacts(facts));
      return reasons.find(({ kind }) => kind === 'served')?.numbers ?? assert.fail(reasons.join());
    };
    for (const available of [0, 4_000]) {
      const { cycle = 0, fill = 0 } = servedBy({ available });
      assert.ok(cycle >= 0.95 && cycle < 0.97 && fill > 0.97 && fill < 1, `${cycle} ${fill}`);
    }
    const byHand = (min: number) => servedBy({ policy: { ...AT_95, minMax: { min, max: min + 60 } } });
    const [little, much] = [byHand(20), byHand(200)];
    assert.ok((little['cycle'] ?? 1) < 0.3 && (much['cycle'] ?? 0) > 0.9, JSON.stringify([little, much]));
  });

  test('is more where more service is aimed at, in every way of saying it', () => {
    const pointOf = (kind: 'cycle' | 'fill', share: number) =>
      needOf(needFacts({ policy: { ...AT_95, service: { kind, share } } })).reorderPoint;
    assert.ok(pointOf('cycle', 0.99) > pointOf('cycle', 0.9));
    assert.ok(pointOf('fill', 0.999) > pointOf('fill', 0.95));
    const cheapest = (marginMinor: number) =>
      needOf(needFacts({ marginMinor, policy: { ...AT_95, service: { kind: 'cost' } } })).reorderPoint;
    assert.ok(cheapest(3_000) > cheapest(5));
  });
});

test('levels make up for what came of aims: more stock where more was short than was reckoned with, less where less', () => {
  const pointOf = (experience: number) =>
    needOf(needFacts({ policy: { ...AT_95, experience } })).reorderPoint;
  assert.ok(pointOf(2) > pointOf(1) && pointOf(1) > pointOf(0.5), `${[2, 1, 0.5].map(pointOf)}`);
  const cheapest = (experience: number) =>
    needOf(needFacts({ policy: { ...AT_95, service: { kind: 'cost' }, experience } })).reorderPoint;
  assert.equal(
    cheapest(2),
    cheapest(0.5),
    'nobody was promised anything: what a piece costs and earns is as it was',
  );
});

describe('what ordering is worth', () => {
  test('is the margin of what would not have been there, less what it costs to have it', () => {
    const { predicted, quantity } = needOf(needFacts({ leadTimes: certainLeadTime(0) }));
    assert.ok(predicted.lowMinor <= predicted.valueMinor && predicted.valueMinor <= predicted.highMinor);
    // Nothing is there and goods come at once: nearly every piece is served that would not have been.
    const most = quantity * 600 * 0.7;
    assert.ok(predicted.valueMinor > 0.8 * most && predicted.valueMinor < most, `${predicted.valueMinor}`);
  });

  test('is worth more to do soon where the shelf is nearly empty, and nothing hurries where it is full', () => {
    const [empty, full] = [needOf(needFacts()), needOf(needFacts({ available: 400 }))];
    assert.ok(empty.stockOutChance > 0.99 && full.stockOutChance < 0.01);
    assert.ok(empty.waitCostMinorPerDay > 500 && full.waitCostMinorPerDay < 1);
  });

  test('does not count what comes too late as there', () => {
    const chance = (days: number) =>
      needOf(needFacts({ available: 20, onOrder: [arrival(40, days)] })).stockOutChance;
    assert.ok(chance(3) < 0.01 && chance(40) > 0.8);
    const unknown = { expectedOn: undefined, quantity: 40 };
    assert.ok(needOf(needFacts({ available: 20, onOrder: [unknown] })).stockOutChance > 0.8);
  });

  test('no stock, price or demand makes a number that is none, or an order of nothing that is worth something', () => {
    fc.assert(
      fc.property(
        fc.record({
          perDay: fc.double({ min: 0, max: 50, noNaN: true }),
          available: fc.integer({ min: -50, max: 2_000 }),
          marginMinor: fc.integer({ min: -500, max: 10_000 }),
          packSize: fc.integer({ min: 1, max: 48 }),
          leadDays: fc.integer({ min: 0, max: 90 }),
        }),
        ({ perDay, available, marginMinor, packSize, leadDays }) => {
          const need = needOf(
            needFacts({
              ...{ perDay, errorVariance: perDay * 1.5, available, marginMinor },
              ...{ source: aSource({ packSize }), leadTimes: certainLeadTime(leadDays) },
            }),
          );
          const { valueMinor, lowMinor, highMinor } = need.predicted;
          const numbers = [need.quantity, need.reorderPoint, need.orderUpTo, valueMinor, lowMinor, highMinor];
          assert.ok([...numbers, need.stockOutChance, need.waitCostMinorPerDay].every(Number.isFinite));
          assert.ok(Number.isInteger(need.quantity) && need.quantity >= 0 && need.quantity % packSize === 0);
          assert.ok(need.quantity > 0 || valueMinor === 0);
          assert.ok(need.stockOutChance >= 0 && need.stockOutChance <= 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the interval of the prediction holds what comes of Poisson demand as often as it says', () => {
    const facts = needFacts({ leadTimes: certainLeadTime(7), errorVariance: 2 });
    const { predicted, quantity } = needOf(facts);
    const demand = poissonDemand(2 * predicted.horizonDays);
    const worth = (wanted: number) => {
      const served = Math.min(Math.max(wanted, 0), quantity);
      const missed = 14;
      return (served - missed) * 420 - 500 - (400 * 0.25 * quantity * (predicted.horizonDays - 7)) / 730;
    };
    const outcomes = Array.from({ length: 1_000 }, (_, index) =>
      worth(demand.quantile((index + 0.5) / 1_000)),
    );
    const held = outcomes.filter(
      (of) => of >= predicted.lowMinor - 1 && of <= predicted.highMinor + 1,
    ).length;
    assert.ok(held >= 780, `${held} of 1,000`);
  });
});
