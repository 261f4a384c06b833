import { z } from 'zod';
import { endpoint, id, list, moneyInput, text, uuid } from '../../../../platform/api/index.ts';
import { productFilter, STATUSES } from './product-table.ts';
import { workAnswer, workTitle } from './work.ts';

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

export const fieldAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal('add_tags'), tags: list(text(255, 1), 50, 1) }),
  z.strictObject({ kind: z.literal('remove_tags'), tags: list(text(255, 1), 50, 1) }),
]);
export const collectionAction = z.strictObject({
  kind: z.enum(['add_to_collection', 'remove_from_collection']),
  collectionId: id<'collection'>(),
});
const asked = { select: selection, action: z.union([fieldAction, collectionAction]) };

/** Most products that one action is about. */
export const MOST_CHOSEN = 100_000;
/** So many are looked at before. */
export const LOOKED_AT = 2_000;
const BULK_REFUSALS = { too_many: 422, collection_unknown: 422, collection_has_a_rule: 422 } as const;

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
  previewProductAction: endpoint({
    ...{ ...shared, method: 'POST', path: '/product-actions/preview', idempotency: 'none' },
    summary: 'What one thing done to many products would come to',
    description: `Looks at the first ${LOOKED_AT.toLocaleString('en')} of them.`,
    body: z.strictObject(asked),
    output: z.object({
      products: z.int().describe('Chosen.'),
      lookedAt: z.int().describe('Of them; the counts are of these.'),
      changed: z.int().describe('Those that would differ afterwards.'),
      refused: z.int(),
      examples: z.array(
        z.object({ productId: uuid(), title: z.string(), before: z.string(), after: z.string() }),
      ),
      problems: z.array(z.object({ productId: uuid(), title: z.string(), reason: z.string() })),
    }),
    ...{ refusals: BULK_REFUSALS, changes: { nothing: 'a preview' } },
  }),
  actOnProducts: endpoint({
    ...{ ...shared, method: 'POST', path: '/product-actions', summary: 'Do one thing to many products' },
    description:
      `As long work (see there): up to ${MOST_CHOSEN.toLocaleString('en')} products, each changed or refused for ` +
      'itself. Those refused are a file of the work; what was changed can be taken back.',
    ...{ idempotency: 'transaction', status: 202 },
    body: z.strictObject({ ...asked, title: workTitle }),
    ...{ output: workAnswer, refusals: BULK_REFUSALS, changes: { kind: 'products' } },
  }),
};
