import { z } from 'zod';
import { SORTS } from '../../../../modules/search/index.ts';
import {
  endpoint,
  handle,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { brand, expectedOn, picture, storefront } from './catalogue.ts';

export const card = z
  .object({
    id: uuid(),
    handle: z.string(),
    title: z.string(),
    brand: brand.optional(),
    price: money.describe("The least of its variants' prices."),
    isFrom: z.boolean().describe('Its variants cost differently.'),
    compareAt: money.optional(),
    isBuyable: z.boolean(),
    expectedOn,
    variantCount: z.int(),
    picture: picture.optional(),
    secondPicture: picture.optional(),
    swatches: z.array(z.object({ label: z.string(), color: z.string() })),
  })
  .meta({ id: 'Card' });

const facet = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['choice', 'color']),
  values: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      count: z.int(),
      isSelected: z.boolean(),
      color: z.string().optional(),
    }),
  ),
});

const decimal = () => text(20).regex(/^\d{1,12}(\.\d{1,4})?$/, 'a decimal such as 19.99');

/** What narrows a list, alike for products and search. */
const narrowing = {
  storefront,
  filter: queryList(
    text(200).regex(/^[^:]{1,80}:.+$/u, 'a facet and its value, such as option.Color:Red'),
    20,
  )
    .optional()
    .describe('`FACET:VALUE`, may be given several times; values of one facet are alternatives.'),
  priceMin: decimal().optional(),
  priceMax: decimal().optional(),
  inStock: queryFlag().optional(),
  sort: z.enum(SORTS).optional(),
};

const shared = { method: 'GET', group: 'Catalogue', audience: 'public', rate: 'read' } as const;

const LISTING_REFUSALS = { unknown_storefront: 422, invalid_cursor: 422, invalid_price: 422 } as const;

export const listingEndpoints = {
  listProducts: endpoint({
    ...{ ...shared, path: '/products', summary: 'Products of a collection, a category or a brand, or by id' },
    query: z.strictObject({
      ...narrowing,
      ...pageQuery,
      collection: handle().optional(),
      category: text(1_000).optional().describe('A path, with all below it: `home/kitchen`.'),
      brand: handle().optional(),
      ids: text(3_700)
        .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/, 'up to 100 ids with commas between')
        .optional(),
    }),
    output: pageOf(card).extend({ total: z.int().optional() }),
    refusals: { not_found: 404, ...LISTING_REFUSALS },
  }),
  search: endpoint({
    ...{ ...shared, path: '/search', summary: 'Find products, with facets' },
    query: z.strictObject({ ...narrowing, ...pageQuery, q: text(200, 1) }),
    output: pageOf(card).extend({
      total: z.int(),
      facets: z.array(facet),
      priceRange: z.object({ min: money, max: money }).optional(),
      inStockCount: z.int(),
      correctedTo: z.string().optional().describe('What was searched instead, when a word was misspelt.'),
      isPartial: z.boolean().describe('No product has all the words: these have the most of them.'),
      redirectTo: z.string().optional(),
    }),
    refusals: LISTING_REFUSALS,
  }),
};
