import fc from 'fast-check';
import { currencyOf } from '../../../kernel/index.ts';
import type { ListPrice } from '../price-lists/price-list.ts';
import { normaliseCode } from '../promotions/code.ts';
import type { Benefit, Conditions, Goods, Promotion } from '../promotions/promotion.ts';
import type { Lane, Stacking } from '../promotions/rulebook.ts';
import type { QuoteInput, QuoteLine } from '../quote/quote-input.ts';
import { aLine, aPromotion, aQuote, idOf, rulebook, taxesOf } from './a-quote.ts';

/** Two, none and three decimals. */
export const CURRENCIES = ['EUR', 'JPY', 'KWD'].map(currencyOf);

const minor = fc.bigInt({ min: 0n, max: 20_000n });
const amounts = fc.bigInt({ min: 1n, max: 9_000n }).map((amount) => ({
  ...Object.fromEntries(CURRENCIES.map((currency) => [currency, amount])),
}));
const rateMillionths = fc.oneof(
  fc.constantFrom(1, 100_000, 333_333, 500_000, 1_000_000),
  fc.integer({ min: 1, max: 1_000_000 }),
);
const TAGS = ['red', 'blue'] as const;

const anyGoods: fc.Arbitrary<Goods> = fc.record({
  anyOf: fc.constantFrom([], [], [{ tags: ['red'] }], [{ collections: ['sale'] }, { tags: ['blue'] }]),
  noneOf: fc.constantFrom([], [], [{ categories: ['home'] }]),
  isFullPriceOnly: fc.boolean(),
});

const pieces = fc.integer({ min: 1, max: 4 });

/** What is worked out for each piece. */
export const itemBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent_off' as const),
    per: fc.constant('item' as const),
    rateMillionths,
    goods: anyGoods,
  }),
  fc.record({ kind: fc.constant('amount_off_item' as const), amount: amounts, goods: anyGoods }),
  fc.record({ kind: fc.constant('fixed_price' as const), price: amounts, goods: anyGoods }),
);

/** What is worked out for the goods together. */
export const orderBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent_off' as const),
    per: fc.constant('order' as const),
    rateMillionths,
    goods: anyGoods,
  }),
  fc.record({ kind: fc.constant('amount_off_order' as const), amount: amounts, goods: anyGoods }),
  fc.record({
    kind: fc.constant('tiers' as const),
    by: fc.constant('quantity' as const),
    goods: anyGoods,
    tiers: fc.array(
      fc.record({
        from: pieces,
        off: fc.oneof(fc.record({ rateMillionths }), fc.record({ amount: amounts })),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
);

export const anyBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  itemBenefit,
  orderBenefit,
  fc.record({
    kind: fc.constant('buy_x_get_y' as const),
    ...{ buyQuantity: pieces, buy: anyGoods, getQuantity: pieces, get: anyGoods, rateMillionths },
    mostTimes: fc.option(pieces, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('free_delivery' as const), upTo: fc.option(amounts, { nil: undefined }) }),
  fc.constant({ kind: 'gift' as const, variantId: idOf('variant gift'), quantity: 1 }),
);

const anyConditions: fc.Arbitrary<Conditions> = fc.record({
  minimum: fc.option(fc.record({ value: amounts, goods: anyGoods }), { nil: undefined, freq: 3 }),
});

export const anyLine: fc.Arbitrary<Omit<QuoteLine, 'id' | 'variantId' | 'productId'>> = fc
  .record({
    basePriceMinor: minor,
    quantity: fc.integer({ min: 1, max: 9 }),
    taxClass: fc.constantFrom('', '', 'reduced', 'two', 'none'),
    isTaxable: fc.constantFrom(true, true, true, false),
    isGiftCard: fc.constantFrom(false, false, false, false, true),
    tags: fc.subarray([...TAGS]),
    collectionIds: fc.subarray(['sale']),
    categoryPaths: fc.subarray(['home/kitchen']),
    listPrice: fc.option(minor, { nil: undefined }),
  })
  .map(({ listPrice, ...change }) => {
    const { id: _id, variantId: _variant, productId: _product, ...line } = aLine('', 0n, change);
    return { ...line, listPrices: listPrice === undefined ? [] : [aListPrice(listPrice)] };
  });

function aListPrice(amountMinor: bigint): ListPrice {
  const about = { priceListId: idOf<'price_list'>('sale'), name: 'Sale', kind: 'sale', priority: 0 } as const;
  return { ...about, fromQuantity: 1, amountMinor };
}

const gift = aLine('gift', 700n, { variantId: idOf('variant gift'), isGift: true, quantity: 2 });

export const RATES = { '': 19, reduced: 7, two: [4, 4.5] };

/** Promotions of these benefits in three lanes, each stacked in any way. */
export function anyRulebook(benefit = anyBenefit): fc.Arbitrary<QuoteInput['rulebook']> {
  const promotion = fc.record({
    benefits: fc.array(benefit, { minLength: 1, maxLength: 2 }),
    lane: fc.integer({ min: 1, max: 3 }),
    priority: fc.integer({ min: 0, max: 2 }),
    isExclusive: fc.constantFrom(false, false, false, false, true),
    trigger: fc.constantFrom('automatic' as const, 'automatic' as const, 'code' as const),
    conditions: anyConditions,
  });
  const lanes = fc.array(fc.constantFrom<Stacking>('best', 'best_per_line', 'all'), {
    minLength: 3,
    maxLength: 3,
  });
  return fc
    .record({ promotions: fc.array(promotion, { maxLength: 6 }), lanes })
    .map(({ promotions, lanes: stackings }) =>
      rulebook(
        promotions.map(({ benefits: [first = never(), ...others], ...change }, index): Promotion => {
          const named = aPromotion(`promotion ${index}`, first, change);
          return { ...named, benefits: [first, ...others] };
        }),
        stackings.map((stacking, index): Lane => ({ lane: index + 1, name: `lane ${index + 1}`, stacking })),
      ),
    );
}

function never(): never {
  throw new RangeError('a promotion without a benefit');
}

/** Any cart that the database allows, with codes given for every promotion that asks for one. */
export function anyQuote(
  promotions: fc.Arbitrary<QuoteInput['rulebook']> = anyRulebook(),
): fc.Arbitrary<QuoteInput> {
  return fc
    .record({
      currency: fc.constantFrom(...CURRENCIES),
      pricesIncludeTax: fc.boolean(),
      lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      book: promotions,
      delivery: fc.option(
        fc.record({
          priceMinor: minor,
          taxClass: fc.constantFrom('', 'reduced', 'two'),
          isTaxedLikeGoods: fc.boolean(),
        }),
        { nil: undefined },
      ),
    })
    .map(({ lines, book, delivery, ...rest }) => {
      const codes = book.promotions.filter(({ trigger }) => trigger === 'code').map(({ id }) => id);
      const usageOfCodes = new Map(
        codes.map((id) => [normaliseCode(id), { promotionId: id, used: 0, limit: undefined }]),
      );
      return aQuote([...lines.map((line, index) => ({ ...line, ...identityOf(`line ${index}`) })), gift], {
        ...rest,
        rulebook: book,
        codes,
        usage: { codes: usageOfCodes, promotions: new Map() },
        delivery: delivery && { optionId: 'parcel', ...delivery },
        taxes: taxesOf(RATES),
      });
    });
}

function identityOf(id: string): Pick<QuoteLine, 'id' | 'variantId' | 'productId'> {
  const { variantId, productId } = aLine(id, 0n);
  return { id, variantId, productId };
}
