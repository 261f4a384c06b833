import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { marketRefusal, shopProblems, storefrontRefusal } from './check.ts';
import { firstMarket, type Market, type MarketsRefusal, type Shop } from './market.ts';
import {
  countStorefronts,
  deleteMarket,
  deleteStorefront,
  findTakenCountry,
  hasMarket,
  hasMarkets,
  readShop,
  upsertMarket,
  upsertShop,
  upsertStorefront,
} from './store.ts';

type Saved = Result<undefined, MarketsRefusal>;

/** Describes the shop; the same again writes and tells nothing. */
export async function saveShop(tx: Tx, shop: Shop): Promise<Saved> {
  const [refusal] = shopProblems(shop);
  if (refusal !== undefined) return { ok: false, refusal };
  return told(tx, await upsertShop(tx, shop));
}

/** Makes the market with this code, or changes it. A country that is in another market is refused. */
export async function saveMarket(tx: Tx, market: Market): Promise<Saved> {
  const refusal = marketRefusal(market);
  if (refusal !== undefined) return { ok: false, refusal };
  const taken = await findTakenCountry(tx, market);
  if (taken !== undefined) {
    return refuse('country_taken', `${taken.country} is in the market "${taken.market}"`, 'countries');
  }
  return told(tx, await upsertMarket(tx, market));
}

/**
 * Keeps the market and the front page that a new shop is said to have, before another stands beside them: what was read
 * as there would be gone otherwise.
 */
export async function keepFirstMarket(tx: Tx): Promise<void> {
  if (await hasMarkets(tx)) return;
  const shop = await readShop(tx);
  const market = firstMarket(shop);
  await upsertMarket(tx, market);
  await upsertStorefront(tx, { prefix: '', market: market.code, locale: shop.defaultLocale, position: 0 });
}

/** Puts a market and a language behind a path prefix; '' is the shop's front page. */
export async function saveStorefront(
  tx: Tx,
  input: {
    readonly prefix: string;
    readonly market: string;
    readonly locale: string;
    readonly position?: number;
  },
): Promise<Saved> {
  const refusal = storefrontRefusal(input);
  if (refusal !== undefined) return { ok: false, refusal };
  if (!(await hasMarket(tx, input.market))) {
    return refuse('not_found', `no market has the code "${input.market}"`, 'market');
  }
  return told(tx, await upsertStorefront(tx, { ...input, position: input.position ?? 0 }));
}

/** Takes a market away that no storefront shows. */
export async function removeMarket(tx: Tx, code: string): Promise<Saved> {
  const storefronts = await countStorefronts(tx, code);
  if (storefronts > 0n) return refuse('in_use', `${storefronts} storefronts show this market`, 'code');
  return told(tx, await deleteMarket(tx, code));
}

export async function removeStorefront(tx: Tx, prefix: string): Promise<Saved> {
  return told(tx, await deleteStorefront(tx, prefix));
}

async function told(tx: Tx, isChanged: boolean): Promise<Saved> {
  if (isChanged) await tell(tx, 'markets.changed', {});
  return ok(undefined);
}
