import { ok } from '../../../../kernel/index.ts';
import {
  keepFirstMarket,
  readMarkets,
  readStorefronts,
  removeMarket,
  removeStorefront,
  type Storefront,
  saveMarket,
  saveStorefront,
} from '../../../../modules/markets/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { marketEndpoints } from '../contract/markets.ts';
import type { AdminDeps } from '../deps.ts';

export function marketHandlers({ db, reads }: AdminDeps): Handlers<typeof marketEndpoints> {
  return {
    listMarkets: async ({ query }) =>
      pageOfAll('markets', query, await readMarkets(reads), {
        keyOf: ({ code }) => code,
        itemOf: (market) => market,
      }),
    saveMarket: async ({ params: { code }, body }) => {
      const market = { code, ...body };
      const saved = await transactOrRefuse(db, async (tx) => {
        await keepFirstMarket(tx);
        return saveMarket(tx, market);
      });
      return saved.ok ? ok(market) : saved;
    },
    removeMarket: async ({ params: { code } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeMarket(tx, code));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    listStorefronts: async ({ query }) =>
      pageOfAll('storefronts', query, await readStorefronts(reads), {
        keyOf: ({ prefix }) => prefix,
        itemOf: storefrontAnswer,
      }),
    saveStorefront: async ({ body }) => {
      const saved = await transactOrRefuse(db, async (tx) => {
        await keepFirstMarket(tx);
        return saveStorefront(tx, body);
      });
      return saved.ok ? ok(body) : saved;
    },
    removeStorefront: async ({ query: { prefix } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeStorefront(tx, prefix));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
  };
}

function storefrontAnswer({ prefix, market, locale, position }: Storefront) {
  return { prefix, market: market.code, locale, position };
}
