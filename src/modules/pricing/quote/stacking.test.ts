import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Promotion } from '../promotions/promotion.ts';
import { type Lane, NO_USAGE, type PromotionUsage } from '../promotions/rulebook.ts';
import {
  aLine,
  amountOff,
  aPromotion,
  aQuote,
  EUR,
  goods,
  percentOff,
  rulebook,
} from '../testing/a-quote.ts';
import { quote } from './quote.ts';

// The numbers of the module's README.

const lane = (number: number, stacking: Lane['stacking']): Lane => ({
  lane: number,
  name: `${number}`,
  stacking,
});
const hat = aLine('hat', 4_000n, { tags: ['hat'] });
const shoes = aLine('shoes', 6_000n, { tags: ['shoes'] });

/** What each promotion takes off a hat at 40.00 and shoes at 60.00, or why nothing; and what is paid. */
function stacked(promotions: readonly Promotion[], lanes: readonly Lane[], usage: PromotionUsage = NO_USAGE) {
  const codes = [...usage.codes.keys()];
  const { verdicts, totals } = quote(
    aQuote([hat, shoes], { rulebook: rulebook(promotions, lanes), usage, codes }),
  );
  const outcomes = verdicts.map((verdict) => [
    verdict.name ?? verdict.code,
    verdict.isApplied ? verdict.amountMinor : verdict.reason.code,
  ]);
  return { ...Object.fromEntries(outcomes), total: totals.totalMinor };
}

const ten = aPromotion('10 %', percentOff(10));
const five = aPromotion('5 %', percentOff(5));
const eight = aPromotion('8 off', amountOff(800n));
const hats = aPromotion('30 % off hats', percentOff(30, 'item', goods({ tags: ['hat'] })));
const all = aPromotion('10 % off each', percentOff(10, 'item'));

test('in a lane of the best, one applies', () => {
  assert.deepEqual(stacked([ten, five, eight], [lane(1, 'best')]), {
    ...{ '10 %': 1_000n, '5 %': 'better_promotion', '8 off': 'better_promotion', total: 9_000n },
  });
});

test('in a lane of all, each is worked out on what the lane began with', () => {
  assert.deepEqual(stacked([ten, five, eight], [lane(1, 'all')]), {
    ...{ '10 %': 1_000n, '5 %': 500n, '8 off': 800n, total: 7_700n },
  });
});

test('in a lane of the best per line, each line chooses', () => {
  assert.deepEqual(stacked([hats, all], [lane(1, 'best_per_line')]), {
    ...{ '30 % off hats': 1_200n, '10 % off each': 600n, total: 8_200n },
  });
  const more = aPromotion('40 % off each', percentOff(40, 'item'));
  assert.deepEqual(stacked([hats, more], [lane(1, 'best_per_line')]), {
    ...{ '40 % off each': 4_000n, '30 % off hats': 'better_promotion', total: 6_000n },
  });
});

test('of two that take the same off a line the first has it', () => {
  const twins = [1, 2].map((priority) =>
    aPromotion(`twin ${priority}`, percentOff(10, 'item'), { priority }),
  );
  assert.deepEqual(stacked(twins.toReversed(), [lane(1, 'best_per_line')]), {
    ...{ 'twin 1': 1_000n, 'twin 2': 'better_promotion', total: 9_000n },
  });
});

test('lanes apply one after the other, to what is left', () => {
  const second = { ...five, lane: 2 };
  assert.deepEqual(stacked([second, ten, eight], [lane(1, 'best'), lane(2, 'best')]), {
    ...{ '10 %': 1_000n, '5 %': 450n, '8 off': 'better_promotion', total: 8_550n },
  });
});

test('in a lane of all nothing goes below what is left', () => {
  const most = aPromotion('90 off', amountOff(9_000n), { priority: 1 });
  const rest = aPromotion('20 off', amountOff(2_000n), { priority: 2 });
  const none = aPromotion('1 off', amountOff(100n), { priority: 3 });
  assert.deepEqual(stacked([none, rest, most], [lane(1, 'all')]), {
    ...{ '90 off': 9_000n, '20 off': 1_000n, '1 off': 'nothing_left', total: 0n },
  });
});

test('of two that are worth the same the lower priority number applies, then the lower id', () => {
  const twin = aPromotion('twin', percentOff(10), { priority: 1 });
  assert.equal(stacked([twin, { ...ten, priority: 2 }], [])['twin'], 1_000n);
  assert.equal(stacked([{ ...twin, priority: 2 }, ten], [])['10 %'], 1_000n);
  const [low, high] = [{ ...twin, priority: 0 }, ten].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  assert.equal(stacked([high ?? ten, low ?? ten], [])[low?.name ?? ''], 1_000n);
});

test('an exclusive promotion applies alone, and only where that is worth more', () => {
  const lanes = [lane(1, 'best'), lane(2, 'best')];
  const others = [ten, { ...five, lane: 2 }];
  const alone = (percent: number) => aPromotion('alone', percentOff(percent), { isExclusive: true });
  assert.deepEqual(stacked([...others, alone(20)], lanes), {
    ...{ alone: 2_000n, '10 %': 'exclusive_promotion', '5 %': 'exclusive_promotion', total: 8_000n },
  });
  assert.deepEqual(stacked([...others, alone(14)], lanes), {
    ...{ '10 %': 1_000n, '5 %': 450n, alone: 'better_promotion', total: 8_550n },
  });
  assert.deepEqual(stacked([alone(1)], lanes), { alone: 100n, total: 9_900n });
});

test('what limits leave decides who may be best', () => {
  const usageOf = (spent: bigint, used: number): PromotionUsage => ({
    codes: new Map(),
    promotions: new Map([[ten.id, { used, usedByCustomer: 0, spentMinor: new Map([[EUR, spent]]) }]]),
  });
  const limited = { ...ten, limits: { uses: 3, budget: { [EUR]: 5_000n } } };
  const outcome = (spent: bigint, used: number) => stacked([limited, five], [], usageOf(spent, used));
  assert.deepEqual(outcome(4_000n, 2), { '10 %': 1_000n, '5 %': 'better_promotion', total: 9_000n });
  assert.deepEqual(outcome(4_001n, 2), { '10 %': 'budget_spent', '5 %': 500n, total: 9_500n });
  assert.deepEqual(outcome(0n, 3), { '10 %': 'used_up', '5 %': 500n, total: 9_500n });
});

test('codes say what became of them', () => {
  const coded = { ...ten, trigger: 'code' as const };
  const usage: PromotionUsage = {
    codes: new Map([
      ['TEN', { promotionId: ten.id, used: 0, limit: undefined }],
      ['ALSO10', { promotionId: ten.id, used: 9, limit: 10 }],
      ['USED', { promotionId: ten.id, used: 1, limit: 1 }],
    ]),
    promotions: new Map(),
  };
  const input = aQuote([hat], { rulebook: rulebook([coded, five]), usage });
  const codes = (given: readonly string[]) =>
    quote({ ...input, codes: given })
      .verdicts.filter(({ code }) => code !== undefined)
      .map((verdict) => [verdict.code, verdict.isApplied ? verdict.amountMinor : verdict.reason.code]);
  assert.deepEqual(codes([]), []);
  assert.deepEqual(codes(['t-e n', 'ten']), [['TEN', 400n]]);
  assert.deepEqual(codes(['ten', 'also10']).toSorted(), [
    ['ALSO10', 400n],
    ['TEN', 'other_code_used'],
  ]);
  assert.deepEqual(codes(['used', 'what?']), [
    ['USED', 'code_used_up'],
    ['WHAT?', 'unknown_code'],
  ]);
});
