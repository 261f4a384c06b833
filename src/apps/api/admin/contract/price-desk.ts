import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  instantInput,
  integer,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';
import { workAnswer, workTitle } from './work.ts';

const signedMoney = z.object({
  amount: z.string().describe('A decimal, which may be below zero.'),
  currency: z.string(),
});
const ROUNDINGS = ['none', '99', '95', '90', '00'] as const;
const RATE = 10_000_000;

const price = z.object({
  currency: z.string(),
  price: money,
  compareAt: money.optional(),
  lowest30Days: money
    .optional()
    .describe(
      'The lowest price of the 30 days until now (Directive 98/6/EC, article 6a), the present one among them.',
    ),
  taxRateMillionths: z.int().describe('The tax that the price contains; 0 where prices are net.'),
  net: money,
  margin: signedMoney.optional().meta({ permission: 'costs:read' }).describe('Net price less cost.'),
  marginMillionths: z.int().optional().meta({ permission: 'costs:read' }).describe('Of the net price.'),
});

const row = z
  .object({
    item: stockItem,
    cost: money.optional().meta({ permission: 'costs:read' }),
    isAverageCost: z
      .boolean()
      .optional()
      .meta({ permission: 'costs:read' })
      .describe('The moving average of what came in; otherwise what the catalogue says.'),
    prices: z.array(price),
  })
  .meta({ id: 'PriceRow' });

const found = {
  q: text(200).optional().describe('Beginnings of words of the title and options, an SKU, a barcode.'),
  collectionId: id<'collection'>().optional(),
  productId: id<'product'>().optional(),
};

const selection = z.strictObject({
  ...found,
  brandId: list(id<'brand'>(), 50).optional(),
  variantId: list(id<'variant'>(), 10_000, 1).optional(),
});
const howPricesChange = {
  currency: currencyInput(),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), rateMillionths: integer(-1_000_000, RATE) }),
    z.strictObject({ kind: z.literal('raise'), amount: moneyInput() }),
    z.strictObject({ kind: z.literal('lower'), amount: moneyInput() }),
    z.strictObject({ kind: z.literal('set'), amount: moneyInput() }),
    z.strictObject({ kind: z.literal('margin'), rateMillionths: integer(0, 990_000) }),
  ]),
  rounding: z.enum(ROUNDINGS).default('none').describe('What prices end with, the nearest way.'),
  compareAt: z.enum(['keep', 'remove', 'price_before']).default('keep'),
};

/** A rule for prices, and when it begins: what the work of changing them is given. */
export const priceChange = z.strictObject({
  ...howPricesChange,
  startsAt: instantInput().optional().describe('Left out: now.'),
});

const changed = z.object({
  item: stockItem,
  before: money,
  compareAtBefore: money.optional(),
  after: money.optional().describe('Missing where it stays as it is.'),
  compareAtAfter: money.optional(),
  why: z.enum(['same', 'no_cost', 'below_zero']).optional(),
  isBelowCost: z.boolean().optional().meta({ permission: 'costs:read' }),
});
const counts = {
  changed: z.int(),
  unchanged: z.int(),
  withoutPrice: z.int(),
  belowCost: z.int().optional().meta({ permission: 'costs:read' }),
};
const REFUSALS = { too_many: 409, other_currency: 422 } as const;
const shared = { group: 'Prices', audience: 'prices:write', rate: 'write', method: 'POST' } as const;
const read = { group: 'Prices', audience: 'products:read', rate: 'read', method: 'GET' } as const;

export const priceDeskEndpoints = {
  listPriceRows: endpoint({
    ...{ ...read, path: '/price-rows', summary: 'Variants with prices, costs and margins, by title' },
    query: z.strictObject({
      ...{ ...pageQuery, ...found, brandId: queryList(id<'brand'>(), 50).optional() },
      variantId: queryList(id<'variant'>(), 100).optional(),
      currency: queryList(currencyInput(), 20).optional(),
    }),
    output: pageOf(row).extend({ total: z.object({ count: z.int(), isMore: z.boolean() }).optional() }),
    refusals: { invalid_cursor: 422 },
  }),
  previewPriceChange: endpoint({
    changes: { nothing: 'a preview' },
    ...{
      ...shared,
      path: '/price-changes/preview',
      summary: 'What a price change would do, variant by variant',
    },
    body: z.strictObject({
      ...howPricesChange,
      selection,
      from: integer(0, 10_000).default(0),
      limit: integer(1, 500).default(100),
    }),
    output: z.object({
      ...counts,
      items: z.array(changed).describe('From `from` on; those that change first.'),
    }),
    ...{ idempotency: 'none', refusals: REFUSALS },
  }),
  changePrices: endpoint({
    changes: { kind: 'prices' },
    ...{ ...shared, path: '/price-changes', summary: 'Change many prices by a rule, now or at a moment' },
    description:
      'As long work (see there): each price is changed or refused for itself, and can be put back as long as nobody ' +
      'has changed it since.',
    body: priceChange.extend({
      selection,
      leavesOut: list(id<'variant'>(), 1_000).default([]),
      expectedChanges: integer(0, 10_000).describe('How many the preview said; another number is refused.'),
      title: workTitle,
    }),
    ...{ output: workAnswer, status: 202, idempotency: 'transaction' },
    refusals: { ...REFUSALS, changed_meanwhile: 409 },
  }),
  listScheduledPrices: endpoint({
    ...{ ...read, path: '/scheduled-price-rows', summary: 'All prices that are to come, the soonest first' },
    query: z.strictObject(pageQuery),
    output: pageOf(
      z.object({
        ...{ variantId: uuid(), item: stockItem.optional(), startsAt: instant() },
        ...{ price: money, compareAt: money.optional(), current: money.optional() },
      }),
    ),
    refusals: { invalid_cursor: 422 },
  }),
  listPricesOfList: endpoint({
    ...{ ...read, path: '/price-lists/{id}/prices', summary: 'What a list says of each variant' },
    ...{ params: z.strictObject({ id: id<'price_list'>() }), query: z.strictObject(pageQuery) },
    output: pageOf(
      z.object({
        ...{ variantId: uuid(), item: stockItem.optional(), fromQuantity: z.int() },
        ...{ price: money, base: money.optional().describe('The variant’s own price.') },
      }),
    ),
    refusals: { invalid_cursor: 422 },
  }),
};
