import { z } from 'zod';
import {
  documentedAs,
  endpoint,
  id,
  instant,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { thumbnail } from './product-table.ts';

const SORTS = ['manual', 'best_selling', 'newest', 'title', 'price_ascending', 'price_descending'] as const;
const PLACEMENTS = ['pin', 'boost', 'bury'] as const;

const collection = z.object({
  id: uuid(),
  handle: z.string(),
  title: z.string(),
  kind: z.enum(['manual', 'rule']),
  sort: z.enum(SORTS),
  isPublished: z.boolean(),
  products: z.int(),
  updatedAt: instant(),
});

const whole = collection
  .extend({
    descriptionHtml: z.string(),
    rule: z.unknown().optional().describe('As it was stated: see `previewRule`.'),
    inWords: z.string().optional(),
    seoTitle: z.string(),
    seoDescription: z.string(),
    picture: thumbnail.optional(),
    version: z.string(),
  })
  .meta({ id: 'AdminCollection' });

const placed = z.object({
  productId: uuid(),
  title: z.string(),
  status: z.enum(['draft', 'active', 'archived']),
  thumbnail: thumbnail.optional(),
  placement: z.object({ kind: z.enum(PLACEMENTS), place: z.int().optional() }).optional(),
});

/** Parsed by the merchandising module, which names the part that is wrong. */
const rule = documentedAs(z.unknown(), {
  ...{ type: 'object', maxProperties: 3 },
  description: '`all`, `any`, `not`, or a condition of `field`, `is` and `value`',
});

const body = z.strictObject({
  handle: text(255).optional().describe('Made of the title when it is left out.'),
  title: text(255, 1),
  descriptionHtml: text(200_000).optional(),
  rule: rule.optional().describe('`null`, or left out of a new one: products are chosen by hand.'),
  sort: z.enum(SORTS).optional(),
  assetId: id<'asset'>().nullable().optional(),
  seoTitle: text(255).optional(),
  seoDescription: text(1_000).optional(),
  isPublished: z.boolean().optional(),
});

const read = { group: 'Collections', audience: 'products:read', rate: 'read' } as const;
const write = { group: 'Collections', audience: 'products:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'collection'>() });
const DRAFT = {
  ...({ handle_invalid: 422, handle_taken: 409, title_missing: 422, field_invalid: 422 } as const),
  ...({ rule_invalid: 422, collection_unknown: 404, version_conflict: 409 } as const),
} as const;
const ORDER = {
  ...({
    collection_unknown: 404,
    collection_has_a_rule: 409,
    product_unknown: 422,
    product_twice: 422,
  } as const),
  ...({ product_not_in_collection: 422, too_many_products: 422, place_invalid: 422 } as const),
} as const;

export const collectionEndpoints = {
  listCollections: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/collections',
      summary: 'Collections by title',
      output: pageOf(collection),
    },
    query: z.strictObject({
      ...pageQuery,
      q: text(200).optional(),
      kind: z.enum(['manual', 'rule']).optional(),
    }),
    refusals: { invalid_cursor: 422 },
  }),
  readCollection: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/collections/{id}',
      summary: 'One collection',
      params,
      output: whole,
    },
    refusals: { not_found: 404 },
  }),
  createCollection: endpoint({
    ...{ ...write, method: 'POST', path: '/collections', summary: 'Make a collection', status: 201, body },
    ...{ idempotency: 'transaction', output: whole, refusals: DRAFT },
    changes: { kind: 'collection', id: 'id', read: 'readCollection' },
  }),
  changeCollection: endpoint({
    ...{ ...write, method: 'PUT', path: '/collections/{id}', summary: 'Change a collection', params },
    description:
      'What is left out stays. A rule that is new or another is asked about every product at once.',
    body: body.extend({
      version: text(20)
        .regex(/^\d{1,19}$/, 'a whole number')
        .optional(),
    }),
    ...{ output: whole, refusals: DRAFT },
    changes: { kind: 'collection', id: 'id', read: 'readCollection' },
  }),
  removeCollection: endpoint({
    ...{ ...write, method: 'DELETE', path: '/collections/{id}', summary: 'Take a collection away', params },
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: { collection_unknown: 404 } },
    changes: { kind: 'collection', id: 'id', read: 'readCollection' },
  }),
  previewRule: endpoint({
    ...{ ...read, method: 'POST', path: '/collection-previews', summary: 'What a rule would take in now' },
    ...{ idempotency: 'none', body: z.strictObject({ rule }), refusals: { rule_invalid: 422 } },
    description:
      'A rule is `{ "all": […] }`, `{ "any": […] }`, `{ "not": … }` or a condition such as ' +
      '`{ "field": "price:EUR", "is": "less_than", "value": "50.00" }`.',
    output: z.object({ count: z.int(), inWords: z.string(), products: z.array(placed) }),
    changes: { nothing: 'a preview is kept nowhere' },
  }),
  readCollectionProducts: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/collections/{id}/products',
      summary: 'As shoppers meet them, in order',
    },
    ...{ params, refusals: { not_found: 404 } },
    query: z.strictObject({}),
    output: z.object({
      products: z.array(placed),
      isCut: z.boolean().describe('There are more than 1,000.'),
    }),
  }),
  setCollectionProducts: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/collections/{id}/products',
      summary: 'Choose and order by hand',
      params,
    },
    ...{ body: z.strictObject({ productIds: list(id<'product'>(), 10_000) }), refusals: ORDER },
    output: z.object({ products: z.int() }),
    changes: { kind: 'collection', id: 'id', read: 'readCollection' },
  }),
  placeProduct: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/collections/{id}/placements/{productId}',
      summary: 'Pin, boost or bury',
    },
    params: z.strictObject({ id: id<'collection'>(), productId: id<'product'>() }),
    body: z.strictObject({
      kind: z.enum([...PLACEMENTS, 'none']),
      place: integer(1, 10_000).optional().describe('Of a pin: 1 is first.'),
    }),
    ...{ output: z.object({ isPlaced: z.boolean() }), refusals: ORDER },
    changes: { kind: 'collection', id: 'id', read: 'readCollection' },
  }),
};
