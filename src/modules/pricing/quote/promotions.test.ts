import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Benefit, Conditions, Promotion } from '../promotions/promotion.ts';
import type { Lane } from '../promotions/rulebook.ts';
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
import type { QuoteInput, QuoteLine } from './quote-input.ts';

const tagged = (tag: string) => goods({ tags: [tag] });
const mug = (id: string, price: bigint, quantity = 1) => aLine(id, price, { quantity, tags: ['mug'] });
const shirt = (id: string, price: bigint, quantity = 1) => aLine(id, price, { quantity, tags: ['shirt'] });
const buyGet = (buy: number, get: number, percent = 100, change: object = {}): Benefit => ({
  ...{ kind: 'buy_x_get_y', buyQuantity: buy, buy: goods(), getQuantity: get, get: goods() },
  rateMillionths: percent * 10_000,
  ...change,
});
const lane = (number: number, stacking: Lane['stacking']): Lane => ({
  lane: number,
  name: `${number}`,
  stacking,
});

/** What each promotion took off, or why it did not, by name. */
function outcomes(
  lines: readonly QuoteLine[],
  promotions: readonly Promotion[],
  change: Partial<QuoteInput> = {},
) {
  const { verdicts } = quote(aQuote(lines, { rulebook: rulebook(promotions, [lane(1, 'best')]), ...change }));
  return Object.fromEntries(
    verdicts.map((verdict) => [
      verdict.name ?? verdict.code,
      verdict.isApplied ? verdict.amountMinor : verdict.reason.code,
    ]),
  );
}

test('what each benefit takes off', () => {
  const delivery = { optionId: 'parcel', priceMinor: 490n, taxClass: '' };
  const three = [mug('a', 999n, 3)];
  const tiers: Benefit = {
    ...{ kind: 'tiers', by: 'quantity', goods: tagged('mug') },
    tiers: [
      { from: 2, off: { rateMillionths: 100_000 } },
      { from: 4, off: { amount: { [EUR]: 1_500n } } },
    ],
  };
  const table: [string, readonly QuoteLine[], Benefit, bigint | string][] = [
    ['20 % off each of 3 at 9.99 is 2.00 a piece', three, percentOff(20, 'item'), 600n],
    ['20 % off all of 29.97 is 5.99', three, percentOff(20), 599n],
    [
      'at most 5.00',
      three,
      {
        ...percentOff(20),
        kind: 'percent_off',
        per: 'item',
        rateMillionths: 200_000,
        goods: goods(),
        most: { [EUR]: 500n },
      },
      500n,
    ],
    ['5.00 off the order', three, amountOff(500n), 500n],
    ['never more than the goods', three, amountOff(50_000n), 2_997n],
    ['1.00 off each', three, { kind: 'amount_off_item', amount: { [EUR]: 100n }, goods: goods() }, 300n],
    [
      'never more than each costs',
      three,
      { kind: 'amount_off_item', amount: { [EUR]: 5_000n }, goods: goods() },
      2_997n,
    ],
    ['each for 8.00', three, { kind: 'fixed_price', price: { [EUR]: 800n }, goods: goods() }, 597n],
    [
      'a fixed price above the price changes nothing',
      three,
      { kind: 'fixed_price', price: { [EUR]: 1_200n }, goods: goods() },
      'nothing_left',
    ],
    ['three for two', three, buyGet(2, 1), 999n],
    ['three for two of two', [mug('a', 999n, 2)], buyGet(2, 1), 'minimum_quantity'],
    ['seven pieces are twice three for two', [mug('a', 999n, 7)], buyGet(2, 1), 1_998n],
    ['at most once', [mug('a', 999n, 7)], buyGet(2, 1, 100, { mostTimes: 1 }), 999n],
    ['the cheapest of three is free', [mug('a', 1_000n), mug('b', 300n), mug('c', 700n)], buyGet(2, 1), 300n],
    ['the second at half price', [mug('a', 1_000n), mug('b', 999n)], buyGet(1, 1, 50), 500n],
    ['buy 2 get 2, with three in the cart', three, buyGet(2, 2), 999n],
    [
      'buy a shirt, get a mug',
      [shirt('s', 3_000n), mug('a', 999n, 2)],
      buyGet(1, 1, 100, { buy: tagged('shirt'), get: tagged('mug') }),
      999n,
    ],
    [
      'no mug in the cart',
      [shirt('s', 3_000n)],
      buyGet(1, 1, 100, { buy: tagged('shirt'), get: tagged('mug') }),
      'no_goods',
    ],
    [
      'no shirt in the cart',
      three,
      buyGet(1, 1, 100, { buy: tagged('shirt'), get: tagged('mug') }),
      'minimum_quantity',
    ],
    [
      'a piece that makes it possible before a cheaper one',
      [mug('a', 500n, 3), shirt('s', 1_000n)],
      buyGet(3, 1, 100, { buy: tagged('mug') }),
      1_000n,
    ],
    ['a tier that is not reached', [mug('a', 1_000n)], tiers, 'minimum_quantity'],
    ['the first tier', three, tiers, 300n],
    ['the second tier', [mug('a', 1_000n, 4)], tiers, 1_500n],
    ['delivery for nothing', three, { kind: 'free_delivery' }, 490n],
    ['delivery, up to 3.00', three, { kind: 'free_delivery', upTo: { [EUR]: 300n } }, 300n],
    ['another currency', three, { kind: 'amount_off_order', amount: {}, goods: goods() }, 'not_in_currency'],
    ['other goods', three, percentOff(10, 'order', tagged('shirt')), 'no_goods'],
    [
      'a gift that is not offered',
      three,
      { kind: 'gift', variantId: 'nothing', quantity: 1 },
      'gift_unavailable',
    ],
  ];
  for (const [what, lines, benefit, expected] of table) {
    assert.deepEqual(outcomes(lines, [aPromotion('it', benefit)], { delivery }), { it: expected }, what);
  }
  assert.deepEqual(outcomes(three, [aPromotion('it', { kind: 'free_delivery' })]), { it: 'no_delivery' });
});

test('tiers by value count prices before promotions', () => {
  const tiers: Benefit = {
    ...{ kind: 'tiers', by: 'value', goods: goods() },
    tiers: [
      { from: { [EUR]: 10_000n }, off: { amount: { [EUR]: 1_500n } } },
      { from: { [EUR]: 5_000n }, off: { amount: { [EUR]: 500n } } },
    ],
  };
  const first = aPromotion('half', percentOff(50));
  const second = aPromotion('tiers', tiers, { lane: 2 });
  assert.deepEqual(outcomes([mug('a', 10_000n)], [first, second]), { half: 5_000n, tiers: 1_500n });
  assert.deepEqual(outcomes([mug('a', 4_999n)], [second]), { tiers: 'minimum_value' });
});

test('which goods are meant', () => {
  const line = aLine('a', 1_000n, {
    ...{ tags: ['new'], collectionIds: ['spring'], categoryPaths: ['home/kitchen/mugs'], brandId: 'acme' },
  });
  const reduced = { ...line, compareAt: { priorMinor: 1_500n, percent: 33, since: aQuote([]).now } };
  const meant = (selection: Parameters<typeof goods>[0], change = {}, lines = [line]) =>
    outcomes(lines, [aPromotion('it', percentOff(10, 'order', { ...goods(selection), ...change }))])['it'] ===
    100n;
  const table: [Parameters<typeof goods>[0], boolean][] = [
    [{}, true],
    [{ variants: [line.variantId] }, true],
    [{ products: [line.productId], brands: ['acme'] }, true],
    [{ products: [line.productId], brands: ['other'] }, false],
    [{ tags: ['old', 'new'] }, true],
    [{ collections: ['autumn'] }, false],
    [{ categories: ['home'] }, true],
    [{ categories: ['home/kitchen/mugs'] }, true],
    [{ categories: ['home/kit'] }, false],
    [{ categories: ['a', 'b', 'c', 'd', 'home/kitchen'] }, true],
  ];
  for (const [selection, expected] of table)
    assert.equal(meant(selection), expected, JSON.stringify(selection));
  assert.equal(meant({}, { noneOf: [{ tags: ['new'] }] }), false);
  assert.equal(meant({}, { isFullPriceOnly: true }), true);
  assert.equal(
    meant({}, { isFullPriceOnly: true }, [reduced]),
    false,
    'not on goods that are reduced already',
  );
  assert.equal(meant({}, {}, [{ ...line, isGiftCard: true }]), false, 'never on gift cards');
});

test('conditions, and why each does not hold', () => {
  const customer = { id: 'anna', segments: ['vip'], orderCount: 0 };
  const minimum = (change: object) => ({ minimum: { goods: tagged('mug'), ...change } });
  const table: [Conditions, Partial<QuoteInput>, bigint | string][] = [
    [{ markets: ['de', 'at'] }, {}, 400n],
    [{ markets: ['us'] }, {}, 'other_market'],
    [{ segments: ['vip'] }, { customer }, 400n],
    [{ segments: ['trade'] }, { customer }, 'not_in_segment'],
    [{ segments: ['vip'] }, {}, 'sign_in_needed'],
    [{ isFirstOrder: true }, { customer }, 400n],
    [{ isFirstOrder: true }, { customer: { ...customer, orderCount: 1 } }, 'not_first_order'],
    [{ isFirstOrder: true }, {}, 'sign_in_needed'],
    [minimum({ quantity: 2 }), {}, 400n],
    [minimum({ quantity: 3 }), {}, 'minimum_quantity'],
    [minimum({ value: { [EUR]: 2_000n } }), {}, 400n],
    [minimum({ value: { [EUR]: 2_001n } }), {}, 'minimum_value'],
    [minimum({ value: {} }), {}, 'not_in_currency'],
    [{ schedule: { startsAt: Temporal.PlainDateTime.from('2026-11-24T00:00') } }, {}, 'not_started'],
    [{ schedule: { endsAt: Temporal.PlainDateTime.from('2026-11-23T12:00') } }, {}, 'ended'],
    [{ schedule: { weekdays: [1] } }, {}, 400n],
    [{ schedule: { weekdays: [2, 3] } }, {}, 'not_at_this_time'],
  ];
  const lines = [mug('a', 1_000n, 2), shirt('s', 2_000n)];
  for (const [conditions, change, expected] of table) {
    assert.deepEqual(outcomes(lines, [aPromotion('it', percentOff(10), { conditions })], change), {
      it: expected,
    });
  }
  const value = { [EUR]: 2_500n };
  const missing = aPromotion('it', percentOff(10), { conditions: { minimum: { goods: goods(), value } } });
  const [verdict] = quote(aQuote([mug('a', 2_000n)], { rulebook: rulebook([missing]) })).verdicts;
  assert.ok(verdict?.isApplied === false);
  assert.deepEqual(verdict.reason, { code: 'minimum_value', missingMinor: 500n });
});

test('gifts come beside what was bought, each piece once, and say what they are worth', () => {
  const offer = aLine('gift', 700n, { isGift: true, quantity: 1 });
  const gift: Benefit = { kind: 'gift', variantId: offer.variantId, quantity: 1 };
  const promotions = [
    aPromotion('first', gift, { priority: 1 }),
    aPromotion('second', gift, { priority: 2 }),
  ];
  const input = aQuote([mug('a', 2_000n), offer], { rulebook: rulebook(promotions, [lane(1, 'all')]) });
  const { lines, totals } = quote(input);
  assert.deepEqual(
    lines.map((line) => [line.id, line.isGift, line.quantity, line.subtotalMinor, line.totalMinor]),
    [
      ['a', false, 1, 2_000n, 2_000n],
      ['gift', true, 1, 700n, 0n],
    ],
  );
  assert.deepEqual([totals.totalMinor, totals.discountMinor], [2_000n, 700n]);
  assert.deepEqual(outcomes([mug('a', 2_000n), offer], promotions, { rulebook: input.rulebook }), {
    ...{ first: 700n, second: 'gift_unavailable' },
  });
  const without = quote(aQuote([mug('a', 2_000n), offer]));
  assert.deepEqual(
    without.lines.map(({ id }) => id),
    ['a'],
    'an offer that nobody gives is no line',
  );
});

test('a discount of another promotion does not keep a benefit of the same one from it', () => {
  const both = { benefits: [percentOff(10), { kind: 'free_delivery' as const }] };
  assert.deepEqual(outcomes([mug('a', 1_000n)], [aPromotion('it', percentOff(10), both)]), { it: 100n });
});
