import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PriceChange } from '../price.ts';
import type { Promotion } from '../promotions/promotion.ts';
import type { PromotionChange } from '../promotions/promotion-history.ts';
import { aLine, aPromotion, EUR, goods, idOf, percentOff, rulebook } from '../testing/a-quote.ts';
import { day } from '../testing/a-shop.ts';
import { type PromotedInput, promotedPrice } from './promoted-price.ts';

const LANES = [
  { lane: 1, name: 'Goods', stacking: 'best_per_line' as const },
  { lane: 2, name: 'Order', stacking: 'best' as const },
];
const item = (percent: number, change: Partial<Promotion> = {}) =>
  aPromotion('it', percentOff(percent, 'item'), change);
const base = (...changes: [number, bigint][]): PriceChange[] =>
  changes.map(([number, amountMinor]) => ({
    amountMinor,
    compareAtMinor: undefined,
    changedAt: day(number),
  }));
const change = (number: number, promotion: Promotion, isInForce = true): PromotionChange => ({
  promotionId: promotion.id,
  promotion: isInForce ? promotion : undefined,
  changedAt: day(number),
});

/** What may be announced at `now` of a price of 100.00 that applies since day 0 unless `history` says otherwise. */
function announced(
  promotions: readonly Promotion[],
  changes: readonly PromotionChange[],
  now: Temporal.Instant,
  history = base([0, 10_000n]),
) {
  const input: PromotedInput = {
    ...{ currency: EUR, marketCode: 'de', timeZone: 'UTC', now, history },
    rulebook: rulebook(promotions, LANES),
    line: aLine('a', history.at(-1)?.amountMinor ?? 0n),
    promotionHistory: { version: 1n, changes },
  };
  const promoted = promotedPrice(input);
  const { reduction } = promoted ?? {};
  return promoted && [promoted.unitMinor, reduction && [reduction.priorMinor, reduction.percent]];
}

test('only what everybody gets, whatever else is in the cart, is announced', () => {
  const minimum = { minimum: { quantity: 1, goods: goods() } };
  const table: [string, Promotion, boolean][] = [
    ['20 % off each', item(20), true],
    [
      '1.00 off each',
      aPromotion('it', { kind: 'amount_off_item', amount: { [EUR]: 100n }, goods: goods() }),
      true,
    ],
    [
      'each for 50.00',
      aPromotion('it', { kind: 'fixed_price', price: { [EUR]: 5_000n }, goods: goods() }),
      true,
    ],
    ['off the order', aPromotion('it', percentOff(20)), false],
    ['with a code', item(20, { trigger: 'code' }), false],
    ['for a segment', item(20, { conditions: { segments: ['vip'] } }), false],
    ['for a first order', item(20, { conditions: { isFirstOrder: true } }), false],
    ['from a minimum on', item(20, { conditions: minimum }), false],
    ['the first 100', item(20, { limits: { uses: 100 } }), false],
    ['in a lane where another promotion of the cart may win', item(20, { lane: 2 }), false],
    ['exclusive', item(20, { isExclusive: true }), false],
    ['in another market', item(20, { conditions: { markets: ['us'] } }), false],
    ['on other goods', aPromotion('it', percentOff(20, 'item', goods({ tags: ['x'] }))), false],
  ];
  for (const [what, promotion, expected] of table) {
    assert.equal(announced([promotion], [change(40, promotion)], day(41)) !== undefined, expected, what);
  }
});

test('a promotion is announced from the lowest price of the 30 days before it', () => {
  const [twenty, ten] = [item(20), item(10)];
  const spring = item(20, {
    conditions: { schedule: { startsAt: Temporal.PlainDateTime.from('2026-02-10T00:00') } },
  });
  const happyHour = item(30, {
    conditions: {
      schedule: { hours: { from: Temporal.PlainTime.from('17:00'), to: Temporal.PlainTime.from('18:00') } },
    },
  });
  const table: [string, ReturnType<typeof announced>, ReturnType<typeof announced>][] = [
    ['20 % off 100.00', announced([twenty], [change(40, twenty)], day(41)), [8_000n, [10_000n, 20]]],
    [
      'the price was raised ten days before',
      announced([twenty], [change(40, twenty)], day(41), base([0, 9_000n], [30, 10_000n])),
      [8_000n, [9_000n, 11]],
    ],
    [
      '20 % for two weeks, a week without, then 10 %: nothing new is cheap',
      announced([ten], [change(10, twenty), change(24, twenty, false), change(31, ten)], day(32)),
      [9_000n, undefined],
    ],
    [
      '20 % again after 31 days without',
      announced([twenty], [change(10, twenty), change(24, twenty, false), change(55, twenty)], day(56)),
      [8_000n, [10_000n, 20]],
    ],
    [
      '20 % again after 29 days without',
      announced([twenty], [change(10, twenty), change(24, twenty, false), change(53, twenty)], day(54)),
      [8_000n, undefined],
    ],
    [
      'saved on day 10 and begun on day 40',
      announced([spring], [change(10, spring)], day(41)),
      [8_000n, [10_000n, 20]],
    ],
    ['not begun', announced([spring], [change(10, spring)], day(39)), undefined],
    [
      'reduced further: the first step was a price before',
      announced([twenty], [change(30, ten), change(40, twenty)], day(41)),
      [8_000n, [9_000n, 11]],
    ],
    [
      'a happy hour counts as if it were every hour',
      announced([happyHour], [change(40, happyHour)], day(45, 17)),
      [7_000n, [10_000n, 30]],
    ],
    [
      'outside its hours another is not compared at all',
      announced(
        [{ ...happyHour, id: idOf('hour') }, twenty],
        [change(40, { ...happyHour, id: idOf('hour') }), change(40, twenty)],
        day(45),
      ),
      [8_000n, undefined],
    ],
    [
      'and a promotion after it is compared with it',
      announced([twenty], [change(40, happyHour), change(50, twenty)], day(51)),
      [8_000n, undefined],
    ],
  ];
  for (const [what, actual, expected] of table) assert.deepEqual(actual, expected, what);
});

test('what is announced for one is what any number of pieces cost', () => {
  const promotion = item(33.3333);
  const promoted = announced([promotion], [change(40, promotion)], day(41), base([0, 999n]));
  assert.equal(promoted?.[0], 666n);
});
