import { z } from 'zod';
import type { DraftRefusal, PlannedSave } from '../../../../modules/catalog/index.ts';
import {
  endpoint,
  handle,
  id,
  instant,
  instantInput,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const STATUSES = ['draft', 'active', 'archived'] as const;
const KINDS = ['physical', 'digital', 'bundle', 'gift_card'] as const;
const safetyContact = z.object({
  name: z.string(),
  postalAddress: z.string(),
  electronicAddress: z.string(),
});
const option = z.object({ name: z.string(), values: z.array(z.string()) });

const variant = z.object({
  id: uuid(),
  sku: z.string().optional(),
  barcode: z.string().optional(),
  optionValues: z.array(z.string()),
  weightGrams: z.number().optional(),
  hsCode: z.string().optional(),
  originCountry: z.string().optional(),
  requiresShipping: z.boolean(),
  isTaxable: z.boolean(),
  taxCode: z.string(),
});

export const adminProduct = z
  .object({
    id: uuid(),
    handle: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
    productType: z.string(),
    brandId: uuid().optional(),
    categoryIds: z.array(uuid()),
    tags: z.array(z.string()),
    options: z.array(option),
    variants: z.array(variant),
    media: z.array(z.object({ assetId: uuid(), alt: z.string() })),
    seoTitle: z.string(),
    seoDescription: z.string(),
    manufacturer: safetyContact.optional(),
    euResponsiblePerson: safetyContact.optional(),
    safetyWarnings: z.string(),
    publishAt: instant().optional(),
    unpublishAt: instant().optional(),
    publishedAt: instant().optional(),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'AdminProduct' });

const safetyInput = z.strictObject({
  name: text(255),
  postalAddress: text(500),
  electronicAddress: text(500),
});

const draft = z.strictObject({
  title: text(255, 1).optional(),
  descriptionHtml: text(500_000).optional(),
  kind: z.enum(KINDS).optional(),
  status: z.enum(STATUSES).optional(),
  productType: text(255).optional(),
  brand: text(255).optional().describe('Its name; made when there is none.'),
  categories: list(list(text(255, 1), 10, 1), 50)
    .optional()
    .describe('Paths of names; made where missing.'),
  tags: list(text(255, 1), 250).optional(),
  options: list(z.strictObject({ name: text(255, 1), values: list(text(255, 1), 500) }), 3).optional(),
  media: list(z.strictObject({ assetId: id<'asset'>(), alt: text(500) }), 250).optional(),
  seoTitle: text(255).optional(),
  seoDescription: text(1_000).optional(),
  manufacturer: safetyInput.optional(),
  euResponsiblePerson: safetyInput.optional(),
  safetyWarnings: text(5_000).optional(),
  publishAt: instantInput().optional(),
  unpublishAt: instantInput().optional(),
  variants: list(
    z.strictObject({
      optionValues: list(text(255, 1), 3),
      sku: text(255).optional(),
      barcode: text(64).optional(),
      weightGrams: z.number().min(0).max(100_000_000).optional(),
      hsCode: text(10).optional(),
      originCountry: text(2).optional(),
      requiresShipping: z.boolean().optional(),
      isTaxable: z.boolean().optional(),
      taxCode: text(255).optional(),
    }),
    2_048,
  )
    .optional()
    .describe('Replaces the variants: matched by SKU, else by option values; what is not listed is removed.'),
});

const DRAFT_REFUSALS = {
  ...({ missing: 422, too_long: 422, too_many: 422, invalid: 422, wrong_check_digit: 422 } as const),
  ...({ duplicate: 422, unknown_attribute: 422, options_mismatch: 422 } as const),
  ...({ sku_taken: 409, variant_in_bundle: 409 } as const),
} as const satisfies Readonly<Record<DraftRefusal['code'], number>>;

const OUTCOMES = ['created', 'updated', 'unchanged'] as const satisfies readonly Extract<
  PlannedSave,
  { outcome: string }
>['outcome'][];

const shared = { group: 'Products' } as const;

export const productEndpoints = {
  listProducts: endpoint({
    ...{ ...shared, method: 'GET', path: '/products', summary: 'All products, the oldest first' },
    ...{ audience: 'products:read', rate: 'read', query: z.strictObject(pageQuery) },
    ...{ output: pageOf(adminProduct), refusals: { invalid_cursor: 422 } },
  }),
  readProduct: endpoint({
    ...{ ...shared, method: 'GET', path: '/products/{id}', summary: 'A product as the catalogue keeps it' },
    ...{ audience: 'products:read', rate: 'read', params: z.strictObject({ id: id<'product'>() }) },
    ...{ output: adminProduct, refusals: { not_found: 404 } },
  }),
  saveProduct: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/products/handles/{handle}',
      summary: 'Create or change a product',
    },
    description:
      'What is left out keeps what is there; a list replaces the whole list. The same again writes nothing.',
    ...{
      audience: 'products:write',
      rate: 'write',
      params: z.strictObject({ handle: handle() }),
      body: draft,
    },
    output: z.object({
      id: uuid(),
      handle: z.string(),
      outcome: z.enum(OUTCOMES),
      variants: z.array(
        z.object({ id: uuid(), sku: z.string().optional(), optionValues: z.array(z.string()) }),
      ),
    }),
    refusals: DRAFT_REFUSALS,
    changes: { kind: 'product', id: 'handle', read: 'findProductByHandle' },
  }),
  archiveProduct: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/products/{id}', summary: 'Archive a product' },
    description: 'It is no longer sold; orders keep it.',
    ...{ audience: 'products:write', rate: 'write', params: z.strictObject({ id: id<'product'>() }) },
    ...{ output: z.object({ isArchived: z.boolean() }), refusals: {} },
    changes: { kind: 'product', id: 'id', read: 'readProductInEditor' },
  }),
};
