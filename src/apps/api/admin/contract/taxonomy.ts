import { z } from 'zod';
import {
  endpoint,
  handle,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const read = { group: 'Taxonomy', audience: 'products:read', rate: 'read' } as const;
const write = { group: 'Taxonomy', audience: 'products:write', rate: 'write' } as const;

const TYPES = ['text', 'number', 'boolean', 'date', 'choice', 'choices', 'measure', 'color', 'url'] as const;
const attribute = z
  .object({
    ...{ key: z.string(), name: z.string(), type: z.enum(TYPES), unit: z.string().optional() },
    ...{ choices: z.array(z.string()), isFacet: z.boolean(), position: z.int() },
  })
  .meta({ id: 'Attribute' });

const brandBody = z.strictObject({
  ...{ name: text(255, 1), handle: handle().optional(), descriptionHtml: text(200_000).optional() },
  logoAssetId: id<'asset'>().nullable().optional(),
});
const BRAND = {
  ...({ not_found: 404, missing: 422, too_long: 422, invalid: 422, name_taken: 409 } as const),
  handle_taken: 409,
} as const;
const CATEGORY = {
  ...({ not_found: 404, missing: 422, too_long: 422, invalid: 422, handle_taken: 409 } as const),
  ...({ has_children: 409, cycle: 409, too_deep: 422 } as const),
} as const;

export const taxonomyEndpoints = {
  listCategories: endpoint({
    ...{ ...read, method: 'GET', path: '/categories', summary: 'The tree, parents first' },
    ...{ query: z.strictObject({}), refusals: {} },
    output: z.object({
      categories: z.array(
        z.object({
          ...{
            id: uuid(),
            parentId: uuid().optional(),
            handle: z.string(),
            name: z.string(),
            path: z.string(),
          },
          ...{ position: z.int(), descriptionHtml: z.string(), products: z.int() },
        }),
      ),
    }),
  }),
  createCategory: endpoint({
    ...{ ...write, method: 'POST', path: '/categories', summary: 'Make a category' },
    ...{ status: 201, idempotency: 'transaction', output: z.object({ id: uuid() }) },
    body: z.strictObject({
      name: text(255, 1),
      parentId: id<'category'>().optional(),
      handle: handle().optional(),
      descriptionHtml: text(200_000).optional(),
    }),
    refusals: CATEGORY,
    changes: { kind: 'category', id: 'id' },
  }),
  changeCategory: endpoint({
    ...{ ...write, method: 'PATCH', path: '/categories/{id}', summary: 'Rename or move a category' },
    params: z.strictObject({ id: id<'category'>() }),
    body: z.strictObject({
      name: text(255, 1).optional(),
      handle: handle().optional(),
      descriptionHtml: text(200_000).optional(),
      parentId: id<'category'>().nullable().optional().describe('`null`: at the root.'),
      position: integer(0, 1_000_000).optional(),
    }),
    ...{ output: z.object({ id: uuid() }), refusals: CATEGORY },
    changes: { kind: 'category', id: 'id' },
  }),
  removeCategory: endpoint({
    ...{ ...write, method: 'DELETE', path: '/categories/{id}', summary: 'Take a category away' },
    params: z.strictObject({ id: id<'category'>() }),
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: CATEGORY },
    changes: { kind: 'category', id: 'id' },
  }),
  listBrands: endpoint({
    ...{ ...read, method: 'GET', path: '/brands', summary: 'Brands by name' },
    query: z.strictObject({ ...pageQuery, q: text(200).optional() }),
    output: pageOf(
      z.object({
        ...{ id: uuid(), handle: z.string(), name: z.string(), descriptionHtml: z.string() },
        ...{ logoAssetId: uuid().optional(), products: z.int() },
      }),
    ),
    refusals: { invalid_cursor: 422 },
  }),
  createBrand: endpoint({
    ...{ ...write, method: 'POST', path: '/brands', summary: 'Make a brand', status: 201 },
    ...{ idempotency: 'transaction', body: brandBody, output: z.object({ id: uuid() }), refusals: BRAND },
    changes: { kind: 'brand', id: 'id' },
  }),
  changeBrand: endpoint({
    ...{ ...write, method: 'PUT', path: '/brands/{id}', summary: 'Change a brand' },
    ...{ params: z.strictObject({ id: id<'brand'>() }), body: brandBody, output: z.object({ id: uuid() }) },
    refusals: BRAND,
    changes: { kind: 'brand', id: 'id' },
  }),
  listAttributes: endpoint({
    ...{ ...read, method: 'GET', path: '/attributes', summary: 'Attributes in order' },
    ...{ query: z.strictObject({}), output: z.object({ attributes: z.array(attribute) }), refusals: {} },
  }),
  saveAttribute: endpoint({
    ...{ ...write, method: 'PUT', path: '/attributes/{key}', summary: 'Make or change an attribute' },
    params: z.strictObject({ key: text(60, 1) }),
    body: z.strictObject({
      name: text(255, 1),
      type: z.enum(TYPES),
      unit: text(20).optional(),
      choices: list(text(255, 1), 500),
      isFacet: z.boolean(),
      position: integer(0, 1_000_000),
    }),
    output: attribute,
    refusals: {
      ...({ missing: 422, too_long: 422, too_many: 422, invalid: 422, type_in_use: 409 } as const),
      choice_in_use: 409,
    },
    changes: { kind: 'attribute', id: 'key' },
  }),
};
