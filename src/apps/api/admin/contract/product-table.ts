import { z } from 'zod';
import {
  endpoint,
  handle,
  id,
  instant,
  instantInput,
  list,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

export const STATUSES = ['draft', 'active', 'archived'] as const;
export const KINDS = ['physical', 'digital', 'bundle', 'gift_card'] as const;
const STOCK = ['untracked', 'out', 'low', 'in'] as const;
const SORTS = ['updated', 'created', 'title'] as const;

/** What a screen shows a picture with, before and after it is there. */
export const thumbnail = z
  .object({ assetId: uuid(), width: z.int(), height: z.int(), placeholderColor: z.string() })
  .meta({ id: 'Thumbnail' });

const row = z
  .object({
    id: uuid(),
    title: z.string(),
    handle: z.string(),
    status: z.enum(STATUSES),
    kind: z.enum(KINDS),
    brand: z.object({ id: uuid(), name: z.string() }).optional(),
    productType: z.string(),
    tags: z.array(z.string()),
    thumbnail: thumbnail.optional(),
    prices: z.array(z.object({ least: money, greatest: money })),
    available: z.int().optional().describe('Over all variants and places; missing where it is not counted.'),
    stock: z.enum(STOCK),
    variants: z.int(),
    isPriced: z.boolean().describe('Every variant has a price.'),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'ProductRow' });

/** The same names in a query and in a body that is about all that a filter finds. */
const flat = {
  q: text(200).optional().describe('Words of the title, the handle, a SKU or a barcode.'),
  category: text(1_000).optional().describe('A path of handles; what is below it counts.'),
  collectionId: id<'collection'>().optional(),
  updatedSince: instantInput().optional(),
};
export const productFilter = z.strictObject({
  ...flat,
  status: list(z.enum(STATUSES), 3).optional(),
  kind: list(z.enum(KINDS), 4).optional(),
  brandId: list(id<'brand'>(), 50).optional(),
  tag: list(text(255, 1), 50).optional(),
  productType: list(text(255, 1), 50).optional(),
  stock: list(z.enum(STOCK), 4).optional(),
  hasPicture: z.boolean().optional(),
  hasPrice: z.boolean().optional(),
});
const filterQuery = {
  ...flat,
  status: queryList(z.enum(STATUSES), 3).optional(),
  kind: queryList(z.enum(KINDS), 4).optional(),
  brandId: queryList(id<'brand'>(), 50).optional(),
  tag: queryList(text(255, 1), 50).optional(),
  productType: queryList(text(255, 1), 50).optional(),
  stock: queryList(z.enum(STOCK), 4).optional(),
  hasPicture: queryFlag().optional(),
  hasPrice: queryFlag().optional(),
};

const read = { group: 'Products', audience: 'products:read', rate: 'read', method: 'GET' } as const;

const cellRow = z
  .object({
    productId: uuid(),
    variantId: uuid(),
    isFirst: z.boolean().describe('The product’s own fields are changed by any of its rows.'),
    optionValues: z.array(z.string()),
    ...{ title: z.string(), status: z.enum(STATUSES), productType: z.string(), brand: z.string() },
    ...{ tags: z.array(z.string()), seoTitle: z.string(), seoDescription: z.string() },
    ...{ sku: z.string().optional(), barcode: z.string().optional(), weightGrams: z.number().optional() },
    ...{ hsCode: z.string().optional(), originCountry: z.string().optional(), taxCode: z.string() },
    cost: money.optional().meta({ permission: 'costs:read' }),
    prices: z.array(z.object({ price: money, compareAt: money.optional() })),
    stock: z.array(z.object({ locationId: uuid(), onHand: z.int() })),
  })
  .meta({ id: 'ProductCells' });

export const productTableEndpoints = {
  listProductCells: endpoint({
    ...{ ...read, path: '/product-cells', summary: 'Products as a sheet: a row for each variant' },
    description: 'A page is of so many products, with all their variants.',
    query: z.strictObject({
      ...{ ...pageQuery, ...filterQuery, ids: queryList(id<'product'>(), 500).optional() },
      sort: z.enum(SORTS).default('title'),
      order: z.enum(['ascending', 'descending']).default('ascending'),
    }),
    ...{ output: pageOf(cellRow), refusals: { invalid_cursor: 422 } },
  }),
  listProductRows: endpoint({
    ...{ ...read, path: '/product-rows', summary: 'Products as a table: found, filtered, sorted' },
    description: 'Follows each change within a second. The first page says how many there are, up to 10,000.',
    query: z.strictObject({
      ...{ ...pageQuery, ...filterQuery },
      sort: z.enum(SORTS).default('updated'),
      order: z.enum(['ascending', 'descending']).default('descending'),
    }),
    output: pageOf(row).extend({
      total: z.object({ count: z.int(), isMore: z.boolean() }).optional(),
    }),
    refusals: { invalid_cursor: 422 },
  }),
  listProductChoices: endpoint({
    ...{ ...read, path: '/product-choices', summary: 'What products can be filtered by' },
    ...{ query: z.strictObject({}), refusals: {} },
    output: z.object({
      brands: z.array(z.object({ id: uuid(), name: z.string() })),
      categories: z.array(z.object({ id: uuid(), path: z.string(), names: z.array(z.string()) })),
      collections: z.array(z.object({ id: uuid(), title: z.string(), kind: z.enum(['manual', 'rule']) })),
      tags: z.array(z.string()).describe('The thousand that most products have.'),
      productTypes: z.array(z.string()),
      currencies: z.array(z.string()).describe('Of the markets; the shop’s own first.'),
      locales: z.array(z.string()).describe('The shop’s own first.'),
      locations: z.array(z.object({ id: uuid(), name: z.string() })),
      attributes: z.array(
        z.object({
          ...{ key: z.string(), name: z.string(), type: z.string(), unit: z.string().optional() },
          choices: z.array(z.string()),
        }),
      ),
    }),
  }),
  findProductByHandle: endpoint({
    ...{ ...read, path: '/product-handles/{handle}', summary: 'Whether a handle is free' },
    ...{ params: z.strictObject({ handle: handle() }), refusals: {} },
    output: z.object({ isFree: z.boolean() }),
  }),
};
