import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  integer,
  list,
  money,
  moneyInput,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

/** In a query. */
export const variantIds = text(3_700).regex(
  /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/,
  'up to 100 ids with commas between',
);
/** What of a list was not taken, and why. */
export const refusedItem = z.object({ index: z.int(), code: z.string(), message: z.string() });
const written = z.object({
  changed: z.array(uuid()).describe('Variants of which something changed.'),
  refused: z.array(refusedItem).describe('The others went in.'),
});
const PIECES = 2_147_483_647;

export const priceEndpoints = {
  readPrices: endpoint({
    ...{ method: 'GET', path: '/prices', group: 'Prices', summary: 'Prices of variants, in every currency' },
    ...{ audience: 'products:read', rate: 'read', query: z.strictObject({ variantIds }), refusals: {} },
    output: z.object({
      items: z.array(z.object({ variantId: uuid(), price: money, compareAt: money.optional() })),
    }),
  }),
  setPrices: endpoint({
    ...{ method: 'PUT', path: '/prices', group: 'Prices', summary: 'Set prices' },
    ...{ audience: 'prices:write', rate: 'write', output: written, refusals: {} },
    body: z.strictObject({
      prices: list(
        z.strictObject({
          variantId: id<'variant'>(),
          price: moneyInput(),
          compareAt: moneyInput().optional(),
        }),
        1_000,
        1,
      ),
    }),
    changes: { kind: 'prices', id: 'prices.variantId', read: 'readPrices' },
  }),
  removePrices: endpoint({
    ...{
      method: 'DELETE',
      path: '/prices/{variantId}/{currency}',
      group: 'Prices',
      summary: 'Take a price away',
    },
    ...{ audience: 'prices:write', rate: 'write', refusals: {} },
    params: z.strictObject({ variantId: id<'variant'>(), currency: currencyInput() }),
    output: z.object({ changed: z.array(uuid()) }),
    changes: { kind: 'prices', id: 'variantId', read: 'readPrices' },
  }),
};

export const stockEndpoints = {
  readStock: endpoint({
    ...{ method: 'GET', path: '/stock', group: 'Stock', summary: 'Levels of variants, by location' },
    ...{ audience: 'stock:read', rate: 'read', query: z.strictObject({ variantIds }), refusals: {} },
    output: z.object({
      items: z.array(
        z.object({
          variantId: uuid(),
          locationId: uuid(),
          onHand: z.int(),
          reserved: z.int(),
          available: z.int(),
        }),
      ),
    }),
  }),
  countStock: endpoint({
    ...{ method: 'PUT', path: '/stock', group: 'Stock', summary: 'Say what was counted' },
    ...{ audience: 'stock:write', rate: 'write', output: written, refusals: { unknown_location: 422 } },
    body: z.strictObject({
      reference: text(200).describe('What the movements refer to: a stocktake, a shelf.'),
      counts: list(
        z.strictObject({
          variantId: id<'variant'>(),
          locationId: id<'location'>(),
          onHand: integer(0, PIECES),
        }),
        1_000,
        1,
      ),
    }),
    changes: { kind: 'stock', id: 'counts.variantId', read: 'readStock' },
  }),
  moveStock: endpoint({
    ...{ method: 'POST', path: '/stock/movements', group: 'Stock', summary: 'Move stock in or out' },
    description: 'All of it or, when one level would go below what is promised, nothing.',
    ...{ audience: 'stock:write', rate: 'write', status: 201, idempotency: 'transaction' },
    body: z.strictObject({
      reason: z.enum(['received', 'damaged', 'transfer', 'correction', 'returned']),
      reference: text(200),
      moves: list(
        z.strictObject({
          variantId: id<'variant'>(),
          locationId: id<'location'>(),
          quantity: integer(-PIECES, PIECES),
        }),
        1_000,
        1,
      ),
    }),
    output: z.object({ changed: z.array(uuid()) }),
    refusals: { would_go_below_zero: 409, not_a_quantity: 422, unknown_variant: 422, unknown_location: 422 },
    changes: { kind: 'stock', id: 'moves.variantId', read: 'readStock' },
  }),
};
