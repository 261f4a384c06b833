import { z } from 'zod';
import { endpoint, handle, instant, money, text, uuid } from '../../../../platform/api/index.ts';

const shared = { method: 'GET', group: 'Catalogue', audience: 'public', rate: 'read' } as const;

/** Which storefront: its path prefix, '' for the first. It decides language, currency and prices. */
export const storefront = text(20).default('').describe("A storefront's prefix as /markets lists it.");
const query = z.strictObject({ storefront });

export const picture = z
  .object({
    id: uuid(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    color: z.string().describe('The mean colour, #rrggbb, to show until it has loaded.'),
    url: z.string().describe('WebP, at most 1280 pixels wide.'),
    srcset: z.string(),
  })
  .meta({ id: 'Picture' });

export const expectedOn = z
  .string()
  .meta({ format: 'date' })
  .optional()
  .describe('Sold out, and about when it is back, where the shop says so.');

export const brand = z.object({ handle: z.string(), name: z.string() }).meta({ id: 'Brand' });

const variant = z
  .object({
    id: uuid(),
    sku: z.string().optional(),
    barcode: z.string().optional(),
    optionValues: z.array(z.string()).describe("One of each of the product's options, in their order."),
    price: money,
    compareAt: money
      .optional()
      .describe('The lowest price of the 30 days before the reduction (Directive 98/6/EC, article 6a).'),
    discountPercent: z.int().optional(),
    unitPriceMeasure: z
      .object({ total: z.number(), totalUnit: z.string(), base: z.number(), baseUnit: z.string() })
      .optional()
      .describe('What the pack holds, and what prices are compared by.'),
    availability: z.object({
      state: z.enum(['in_stock', 'low', 'backorder', 'preorder', 'sold_out']),
      isBuyable: z.boolean(),
      left: z.int().optional().describe('How many are left, told when they are few.'),
      availableFrom: instant().optional(),
      expectedOn,
    }),
    pictureId: uuid().optional(),
    weightGrams: z.number().optional(),
    requiresShipping: z.boolean(),
  })
  .meta({ id: 'Variant' });

const safetyContact = z.object({
  name: z.string(),
  postalAddress: z.string(),
  electronicAddress: z.string(),
});

export const product = z
  .object({
    id: uuid(),
    handle: z.string(),
    title: z.string(),
    descriptionHtml: z.string().describe('Sanitised.'),
    kind: z.enum(['physical', 'digital', 'bundle', 'gift_card']),
    productType: z.string(),
    brand: brand.optional(),
    categories: z.array(z.object({ path: z.string(), name: z.string() })),
    tags: z.array(z.string()),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(variant),
    pictures: z.array(picture),
    attributes: z.array(z.object({ key: z.string(), name: z.string(), value: z.json() })),
    related: z.array(uuid()).describe('Products; read them with /products?ids='),
    crossSell: z.array(uuid()),
    bundle: z.array(z.object({ variantId: uuid(), productId: uuid().optional(), quantity: z.int() })),
    seo: z.object({ title: z.string(), description: z.string() }),
    safety: z.object({
      manufacturer: safetyContact.optional(),
      euResponsiblePerson: safetyContact.optional(),
      warnings: z.string(),
    }),
    publishedAt: instant().optional(),
    updatedAt: instant(),
  })
  .meta({ id: 'Product' });

const collection = z
  .object({
    id: uuid(),
    handle: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    sort: z.string(),
    picture: picture.optional(),
  })
  .meta({ id: 'Collection' });

const market = z.object({
  code: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  currency: z.string(),
  pricesIncludeTax: z.boolean(),
  storefronts: z.array(z.object({ prefix: z.string(), locale: z.string() })),
});

export const catalogueEndpoints = {
  readProduct: endpoint({
    ...{ ...shared, path: '/products/{handle}', summary: 'A product with its variants, prices and stock' },
    ...{ params: z.strictObject({ handle: handle() }), query, output: product },
    refusals: { not_found: 404, unknown_storefront: 422 },
  }),
  listCollections: endpoint({
    ...{ ...shared, path: '/collections', summary: 'All published collections', query },
    ...{ output: z.object({ items: z.array(collection) }), refusals: { unknown_storefront: 422 } },
  }),
  listMarkets: endpoint({
    ...{ ...shared, path: '/markets', summary: 'Where the shop sells, and its storefronts' },
    ...{ output: z.object({ items: z.array(market) }), refusals: {} },
  }),
};
