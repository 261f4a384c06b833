import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  instantInput,
  integer,
  pageOf,
  pageQuery,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { thumbnail } from './product-table.ts';

const REASONS = [
  'import',
  'count',
  'received',
  'sold',
  'returned',
  'damaged',
  'transfer',
  'correction',
] as const;
const KINDS = ['physical', 'digital', 'bundle', 'gift_card'] as const;
const STATUSES = ['draft', 'active', 'archived'] as const;

/** A variant as people who handle goods know it. */
export const stockItem = z
  .object({
    variantId: uuid(),
    productId: uuid(),
    title: z.string(),
    options: z.string().describe('`S / Blue`; empty for a product without options.'),
    sku: z.string().optional(),
    barcode: z.string().optional(),
    thumbnail: thumbnail.optional(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
  })
  .meta({ id: 'StockItem' });

const level = z
  .object({
    item: stockItem,
    locationId: uuid(),
    onHand: z.int(),
    reserved: z.int().describe('Promised to orders.'),
    available: z.int().describe('On hand and not promised.'),
    incoming: z
      .int()
      .describe('Expected there: announced deliveries, and goods in transit from other places.'),
    waiting: z.int().describe('Shoppers who asked to be told when the variant is back, whatever the place.'),
    lowStockAt: z.int().describe('At or below this many it counts as low.'),
    isOwnLowStockAt: z.boolean().describe('The variant’s own figure, not that of its place or the shop.'),
    isTracked: z.boolean(),
    mayBackorder: z.boolean(),
  })
  .meta({ id: 'StockLevel' });

const movement = z
  .object({
    id: z.string(),
    item: stockItem.optional().describe('Missing for goods that are gone from the catalogue.'),
    variantId: uuid(),
    locationId: uuid(),
    quantity: z.int(),
    reason: z.enum(REASONS),
    reference: z.string(),
    actor: z.string().describe('`staff:ID`, `api_key:ID`; empty for what orders do.'),
    movedAt: instant(),
    onHandAfter: z.int().optional().describe('Where one variant at one place is asked for.'),
  })
  .meta({ id: 'StockMovement' });

const rules = z.object({
  shop: z.int().describe('At or below this many any goods count as low.'),
  locations: z.array(z.object({ locationId: uuid(), lowStockAt: z.int() })),
});

const read = { group: 'Stock', audience: 'stock:read', rate: 'read', method: 'GET' } as const;

export const stockDeskEndpoints = {
  listStockLevels: endpoint({
    ...{ ...read, path: '/stock/levels', summary: 'What every place has, found, filtered and sorted' },
    description: 'The first page says how many there are, counted up to 10,000.',
    query: z.strictObject({
      ...pageQuery,
      q: text(200).optional().describe('Beginnings of words of the title and options, an SKU, a barcode.'),
      locationId: queryList(id<'location'>(), 50).optional(),
      state: z.enum(['out', 'low', 'enough']).optional(),
      sells: z.enum(['from_stock', 'beyond_stock', 'untracked']).optional(),
      brandId: queryList(id<'brand'>(), 50).optional(),
      collectionId: id<'collection'>().optional(),
      productId: id<'product'>().optional(),
      variantId: queryList(id<'variant'>(), 100).optional(),
      sort: z.enum(['title', 'scarcest', 'most']).default('title'),
    }),
    output: pageOf(level).extend({
      total: z.object({ count: z.int(), isMore: z.boolean() }).optional(),
    }),
    refusals: { invalid_cursor: 422 },
  }),
  listStockMovements: endpoint({
    ...{ ...read, path: '/stock/movements', summary: 'What moved, the latest first' },
    query: z.strictObject({
      ...pageQuery,
      variantId: id<'variant'>().optional(),
      locationId: id<'location'>().optional(),
      reason: queryList(z.enum(REASONS), 8).optional(),
      ...{ from: instantInput().optional(), to: instantInput().optional() },
    }),
    ...{ output: pageOf(movement), refusals: { invalid_cursor: 422 } },
  }),
  findStockItems: endpoint({
    ...{ ...read, path: '/stock/items', summary: 'Goods by what a scanner reads' },
    description: 'A barcode with or without leading zeros, or an SKU in any case. Usually one, or none.',
    query: z.strictObject({ code: text(200, 1) }),
    ...{ output: z.object({ items: z.array(stockItem) }), refusals: {} },
  }),
  readLowStockRules: endpoint({
    ...{ ...read, path: '/stock/low-stock-rules', summary: 'When goods count as low' },
    ...{ query: z.strictObject({}), output: rules, refusals: {} },
  }),
  saveLowStockRule: endpoint({
    changes: { kind: 'low_stock_rules', read: 'readLowStockRules' },
    ...{ ...read, method: 'PUT', path: '/stock/low-stock-rules', summary: 'Say when goods count as low' },
    ...{ audience: 'stock:write', rate: 'write', output: rules, refusals: { unknown_location: 422 } },
    description:
      'What a variant’s own policy says comes before the rule of its place, and that before the shop’s.',
    body: z.strictObject({
      locationId: id<'location'>().optional().describe('Left out: the shop’s own rule.'),
      lowStockAt: integer(0, 1_000_000).optional().describe('Left out: the rule is taken away.'),
    }),
  }),
};
