import { z } from 'zod';
import type { DraftRefusal } from '../../../../modules/catalog/index.ts';
import { endpoint, id, instant, list, pageOf, pageQuery, text } from '../../../../platform/api/index.ts';
import { productFields, productInEditor } from './product-fields.ts';

export const DRAFT_REFUSALS = {
  ...({ missing: 422, too_long: 422, too_many: 422, invalid: 422, wrong_check_digit: 422 } as const),
  ...({ duplicate: 422, unknown_attribute: 422, options_mismatch: 422 } as const),
  ...({ sku_taken: 409, variant_in_bundle: 409 } as const),
} as const satisfies Readonly<Record<DraftRefusal['code'], number>>;

const REFUSALS = {
  ...DRAFT_REFUSALS,
  ...({ amount_below_zero: 422, amount_too_large: 422, compare_at_not_above_amount: 422 } as const),
  ...({
    would_go_below_zero: 409,
    not_a_quantity: 422,
    unknown_location: 422,
    unknown_variant: 422,
  } as const),
  handle_taken: 409,
} as const;

const shared = { group: 'Products', audience: 'products:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'product'>() });
const version = text(20).regex(/^[1-9]\d{0,18}$/, 'a whole number');

const change = z.object({
  field: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

export const productEditorEndpoints = {
  readProductInEditor: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/products/{id}/editor',
      summary: 'A product with all that belongs to it',
    },
    ...{
      audience: 'products:read',
      rate: 'read',
      params,
      output: productInEditor,
      refusals: { not_found: 404 },
    },
  }),
  createProduct: endpoint({
    ...{ ...shared, method: 'POST', path: '/products', summary: 'Make a product, its handle from its title' },
    ...{ status: 201, idempotency: 'transaction', output: productInEditor, refusals: REFUSALS },
    body: z.strictObject({ ...productFields, title: text(255, 1) }),
    changes: { kind: 'product', id: 'id', read: 'readProductInEditor' },
  }),
  editProduct: endpoint({
    ...{
      ...shared,
      method: 'PATCH',
      path: '/products/{id}',
      summary: 'Change a product that is still as it was seen',
    },
    description:
      'Product, prices and stock together or not at all. When somebody else has changed it meanwhile, `errors` names ' +
      'the fields that they changed: read it anew, merge, and send it with the new version.',
    ...{ params, body: z.strictObject({ ...productFields, version }), output: productInEditor },
    refusals: { ...REFUSALS, not_found: 404, version_conflict: 409 },
    changes: { kind: 'product', id: 'id', read: 'readProductInEditor' },
  }),
  listProductRevisions: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/products/{id}/revisions',
      summary: 'What a product was, the latest first',
    },
    ...{ audience: 'products:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    output: pageOf(
      z.object({
        version: z.string(),
        madeAt: instant(),
        actor: z.string(),
        cause: z.string(),
        changes: z.array(change),
      }),
    ),
    refusals: { invalid_cursor: 422 },
  }),
  restoreProduct: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/products/{id}/restore',
      summary: 'Bring back what a product was',
    },
    ...{ params, idempotency: 'transaction', output: productInEditor },
    body: z.strictObject({ toVersion: version, version: version.describe('The present one.') }),
    refusals: { ...REFUSALS, not_found: 404, version_conflict: 409, unknown_version: 422 },
    changes: { kind: 'product', id: 'id', read: 'readProductInEditor' },
  }),
  translateProduct: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/products/{id}/translations',
      summary: 'Put a product into other words',
    },
    params,
    body: z.strictObject({
      locale: text(35, 2),
      fields: list(z.strictObject({ field: text(300, 1), value: text(200_000) }), 500).describe(
        '`title`, `description_html`, `seo_title`, `option:0:value:Red`, …; an empty text takes it away.',
      ),
    }),
    output: z.object({ isChanged: z.boolean() }),
    refusals: { unknown_field: 422, too_long: 422, too_many: 422, invalid_locale: 422, not_found: 404 },
    changes: { kind: 'product', id: 'id', read: 'readProductInEditor' },
  }),
};
