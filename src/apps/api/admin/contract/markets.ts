import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
} from '../../../../platform/api/index.ts';

const market = z
  .object({
    code: z.string(),
    name: z.string(),
    countries: z.array(z.string()),
    currency: z.string(),
    pricesIncludeTax: z.boolean(),
    position: z.int(),
  })
  .meta({ id: 'Market' });

const storefront = z
  .object({ prefix: z.string(), market: z.string(), locale: z.string(), position: z.int() })
  .meta({ id: 'MarketStorefront' });

const shared = { group: 'Markets', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;
const page = { query: z.strictObject(pageQuery), refusals: { invalid_cursor: 422 } } as const;
const removed = z.object({ isRemoved: z.boolean() });
const params = z.strictObject({ code: text(40, 1) });
const refusals = {
  ...({ missing: 422, too_long: 422, invalid: 422 } as const),
  ...({ not_found: 422, in_use: 409, country_taken: 409 } as const),
} as const;

export const marketEndpoints = {
  listMarkets: endpoint({
    ...{ ...read, ...page, path: '/markets', summary: 'Countries that are sold to in one currency' },
    output: pageOf(market),
  }),
  saveMarket: endpoint({
    ...{ ...shared, method: 'PUT', path: '/markets/{code}', summary: 'Make a market, or change it', params },
    body: z.strictObject({
      name: text(100, 1),
      countries: list(text(2, 2), 300),
      currency: currencyInput(),
      pricesIncludeTax: z.boolean(),
      position: integer(0, 10_000).default(0),
    }),
    ...{ output: market, refusals },
    changes: { kind: 'market', id: 'code', read: 'listMarkets' },
  }),
  removeMarket: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/markets/{code}', summary: 'Take a market away', params },
    ...{ description: 'One that no storefront shows.', output: removed, refusals },
    changes: { kind: 'market', id: 'code', read: 'listMarkets' },
  }),
  listStorefronts: endpoint({
    ...{ ...read, ...page, path: '/storefronts', summary: 'Which market and language each address shows' },
    output: pageOf(storefront),
  }),
  saveStorefront: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/storefronts',
      summary: 'Put a market and a language at an address',
    },
    body: z.strictObject({
      prefix: text(20).describe('`de`; empty is the front page.'),
      ...{ market: text(40, 1), locale: text(35, 2), position: integer(0, 10_000).default(0) },
    }),
    ...{ output: storefront, refusals },
    changes: { kind: 'storefront', id: 'prefix', read: 'listStorefronts' },
  }),
  removeStorefront: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/storefronts', summary: 'Take an address away' },
    ...{ query: z.strictObject({ prefix: text(20) }), output: removed, refusals },
    changes: { kind: 'storefront', id: 'prefix', read: 'listStorefronts' },
  }),
};
