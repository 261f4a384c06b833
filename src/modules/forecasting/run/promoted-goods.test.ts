import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import type { Benefit, Goods } from '../../pricing/index.ts';
import { promotionsOf, type Shelves } from './promoted-goods.ts';

const euro = currencyOf('EUR');
const mug: Shelves = {
  ...{ variantId: 'v', productId: 'p', brand: 'b' },
  ...{ categories: ['home/kitchen/mugs', 'gifts'], collections: ['c1', 'c2'], tags: ['blue'] },
  price: { minor: 2_000n, currency: euro, isReduced: false },
};
const goods = (given: Partial<Goods> = {}): Goods => ({
  ...{ anyOf: [], noneOf: [], isFullPriceOnly: false, ...given },
});
const percent = (rateMillionths: number, of = goods()): Benefit => ({
  ...{ kind: 'percent_off', per: 'item', rateMillionths, goods: of },
});
const depthOf = (benefits: readonly Benefit[], shelves = mug, minimum?: bigint) => {
  const about = {
    from: 0,
    to: 7,
    name: 'Spring',
    minimum: minimum === undefined ? undefined : { [euro]: minimum },
  };
  const [promoted] = promotionsOf([{ ...about, benefits }], shelves);
  return promoted && Number(promoted.depth.toFixed(6));
};

test('promotions are of the goods that they choose, by whatever they choose them', () => {
  const chosen: readonly (readonly [Partial<Goods>, boolean])[] = [
    [{}, true],
    [{ anyOf: [{ products: ['p'] }] }, true],
    [{ anyOf: [{ variants: ['w'] }] }, false],
    [{ anyOf: [{ collections: ['c2'] }] }, true],
    [{ anyOf: [{ collections: ['c9'] }] }, false],
    [{ anyOf: [{ tags: ['red', 'blue'] }] }, true],
    [{ anyOf: [{ categories: ['home'] }] }, true],
    [{ anyOf: [{ categories: ['gifts'] }] }, true],
    [{ anyOf: [{ categories: ['home/kit'] }] }, false],
    [{ anyOf: [{ brands: ['b'], tags: ['red'] }] }, false],
    [{ anyOf: [{ brands: ['x'] }, { tags: ['blue'] }] }, true],
    [{ noneOf: [{ collections: ['c1'] }] }, false],
    [{ isFullPriceOnly: true }, true],
  ];
  for (const [given, isIn] of chosen)
    assert.equal(depthOf([percent(200_000, goods(given))]), isIn ? 0.2 : undefined, JSON.stringify(given));
  const reduced: Shelves = { ...mug, price: { minor: 2_000n, currency: euro, isReduced: true } };
  assert.equal(depthOf([percent(200_000, goods({ isFullPriceOnly: true }))], reduced), undefined);
});

test('what is taken off is the share of the good’s own price', () => {
  const amount = { [euro]: 500n };
  const table: readonly (readonly [readonly Benefit[], number | undefined])[] = [
    [[{ kind: 'amount_off_item', amount, goods: goods() }], 0.25],
    [[{ kind: 'amount_off_order', amount, goods: goods() }], 0.25],
    [[{ kind: 'amount_off_item', amount: { [currencyOf('USD')]: 500n }, goods: goods() }], 0.15],
    [[{ kind: 'amount_off_item', amount: { [euro]: 5_000n }, goods: goods() }], 0.6],
    [[{ kind: 'fixed_price', price: { [euro]: 1_500n }, goods: goods() }], 0.25],
    [[{ kind: 'fixed_price', price: { [euro]: 2_500n }, goods: goods() }], undefined],
    [[{ ...percent(500_000), most: amount } as Benefit], 0.25],
    [[{ kind: 'free_delivery' }], undefined],
    [
      [
        {
          ...{ kind: 'buy_x_get_y', buyQuantity: 2, buy: goods(), getQuantity: 1, get: goods() },
          rateMillionths: 1_000_000,
        },
      ],
      0.333333,
    ],
    [
      [
        {
          kind: 'tiers',
          goods: goods(),
          by: 'quantity',
          tiers: [{ from: 5, off: { amount: { [euro]: 1_000n } } }],
        },
      ],
      0.1,
    ],
    [[percent(100_000), percent(200_000)], 0.28],
    [[percent(900_000)], 0.6],
  ];
  for (const [benefits, depth] of table)
    assert.equal(depthOf(benefits), depth, `${benefits[0]?.kind} ${depth}`);
  // Who must buy for 50 has a tenth off with 5.
  assert.equal(depthOf([{ kind: 'amount_off_order', amount, goods: goods() }], mug, 5_000n), 0.1);
});
