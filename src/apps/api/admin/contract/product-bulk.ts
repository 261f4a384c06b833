import { z } from 'zod';
import { endpoint, id, list, moneyInput, text, uuid } from '../../../../platform/api/index.ts';
import { productFilter, STATUSES } from './product-table.ts';

// Beyond what a cell may hold: what is wrong in one is told by its row, not as a malformed request.
const LARGEST = 1_000_000_000;

const cells = z.strictObject({
  title: text(255).optional(),
  status: z.enum(STATUSES).optional(),
  productType: text(255).optional(),
  brand: text(255).optional(),
  tags: list(text(255, 1), 250).optional(),
  seoTitle: text(255).optional(),
  seoDescription: text(1_000).optional(),
  sku: text(255).optional(),
  barcode: text(64).optional(),
  weightGrams: z.number().min(-LARGEST).max(LARGEST).nullable().optional(),
  hsCode: text(20).optional(),
  originCountry: text(10).optional(),
  taxCode: text(64).optional(),
  cost: moneyInput().nullable().optional(),
  prices: list(z.strictObject({ price: moneyInput(), compareAt: moneyInput().optional() }), 20).optional(),
  onHand: list(
    z.strictObject({ locationId: id<'location'>(), onHand: z.number().min(-LARGEST).max(LARGEST) }),
    50,
  ).optional(),
});

const selection = z
  .strictObject({ ids: list(id<'product'>(), 10_000, 1).optional(), filter: productFilter.optional() })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), 'either ids or a filter');

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal('add_tags'), tags: list(text(255, 1), 50, 1) }),
  z.strictObject({ kind: z.literal('remove_tags'), tags: list(text(255, 1), 50, 1) }),
  z.strictObject({ kind: z.literal('add_to_collection'), collectionId: id<'collection'>() }),
  z.strictObject({ kind: z.literal('remove_from_collection'), collectionId: id<'collection'>() }),
]);

const shared = { group: 'Products', audience: 'products:write', rate: 'write' } as const;

export const productBulkEndpoints = {
  changeCells: endpoint({
    ...{
      ...shared,
      method: 'PATCH',
      path: '/product-cells',
      summary: 'Change up to 10,000 cells of products and variants',
    },
    description:
      'All of them, or, where anything is wrong, none: then `problems` names each cell. A row without `variantId` is ' +
      'about the product itself. Prices need the scope `prices:write`, stock `stock:write`.',
    body: z.strictObject({
      rows: list(
        z.strictObject({ productId: id<'product'>(), variantId: id<'variant'>().optional(), cells }),
        10_000,
        1,
      ),
      isTrial: z.boolean().default(false).describe('Say what would be, and keep nothing.'),
    }),
    output: z.object({
      changedProducts: z.int(),
      problems: z.array(z.object({ row: z.int(), field: z.string(), code: z.string(), message: z.string() })),
    }),
    refusals: { too_many_cells: 422, not_allowed: 403 },
    changes: { kind: 'products' },
  }),
  actOnProducts: endpoint({
    ...{ ...shared, method: 'POST', path: '/product-actions', summary: 'Do one thing to many products' },
    description: 'With `isTrial`, what it would come to. At most 10,000 products.',
    ...{ idempotency: 'transaction' },
    body: z.strictObject({ select: selection, action, isTrial: z.boolean().default(false) }),
    output: z.object({
      products: z.int().describe('Chosen.'),
      changed: z.int().describe('Of them, those that differ afterwards.'),
      examples: z.array(
        z.object({ productId: uuid(), title: z.string(), before: z.string(), after: z.string() }),
      ),
    }),
    refusals: {
      ...({ too_many: 422, not_allowed: 403, collection_unknown: 422, collection_has_a_rule: 422 } as const),
      ...({ invalid: 422, too_many_products: 422, product_unknown: 422 } as const),
    },
    changes: { kind: 'products' },
  }),
};
