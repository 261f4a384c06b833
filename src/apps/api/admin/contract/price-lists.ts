import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  instantInput,
  integer,
  list,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const priceList = z
  .object({
    id: uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(['override', 'sale']),
    priority: z.int(),
    isActive: z.boolean(),
    segment: z.string().optional(),
    marketCode: z.string().optional(),
    startsAt: instant().optional(),
    endsAt: instant().optional(),
  })
  .meta({ id: 'PriceList' });

const body = z.strictObject({
  code: text(40, 1),
  name: text(200, 1),
  kind: z
    .enum(['override', 'sale'])
    .describe(
      '`override`: in place of the own price, less or more. `sale`: only where less, and reduced goods.',
    ),
  priority: integer(-1_000, 1_000).default(0).describe('Lower comes first.'),
  isActive: z.boolean().default(true),
  segment: text(100, 1).optional(),
  marketCode: text(100, 1).optional(),
  startsAt: instantInput().optional(),
  endsAt: instantInput().optional(),
});

const shared = { group: 'Price lists', audience: 'prices:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'price_list'>() });
const refusals = { invalid: 422, code_taken: 409, not_found: 404 } as const;

export const priceListEndpoints = {
  listPriceLists: endpoint({
    ...{ ...shared, method: 'GET', path: '/price-lists', summary: 'Price lists', audience: 'products:read' },
    ...{ rate: 'read', query: z.strictObject(pageQuery), output: pageOf(priceList) },
    refusals: { invalid_cursor: 422 },
  }),
  savePriceList: endpoint({
    ...{ ...shared, method: 'POST', path: '/price-lists', summary: 'Make a price list', body },
    ...{ output: priceList, status: 201, idempotency: 'transaction', refusals },
    changes: { kind: 'price_list', id: 'id', read: 'listPriceLists' },
  }),
  changePriceList: endpoint({
    ...{ ...shared, method: 'PUT', path: '/price-lists/{id}', summary: 'Change a price list, all of it' },
    ...{ params, body, output: priceList, refusals },
    changes: { kind: 'price_list', id: 'id', read: 'listPriceLists' },
  }),
  removePriceList: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/price-lists/{id}', summary: 'Take a list and its prices away' },
    description: 'The history keeps that they ended.',
    ...{ params, output: z.object({ isRemoved: z.boolean() }), refusals: {} },
    changes: { kind: 'price_list', id: 'id', read: 'listPriceLists' },
  }),
  setListPrices: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/price-lists/{id}/prices',
      summary: 'Set prices of a list',
      params,
    },
    body: z.strictObject({
      prices: list(
        z.strictObject({
          variantId: id<'variant'>(),
          price: moneyInput(),
          fromQuantity: integer(1, 1_000_000).default(1),
        }),
        1_000,
        1,
      ),
    }),
    output: z.object({
      changed: z.array(uuid()),
      refused: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
    }),
    refusals: {},
    changes: { kind: 'price_list', id: 'id', read: 'listPricesOfList' },
  }),
};
