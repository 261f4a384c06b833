import type { FastifyBaseLogger } from 'fastify';
import type { Search } from '../../../modules/search/index.ts';
import type { Listener } from '../../../platform/broadcast/index.ts';
import { type Effect, followChanges } from '../../../platform/cache/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type AnyEvent, readEvents, type Topic } from '../../../platform/outbox/index.ts';
import { readShopfronts, type Shopfronts } from './shopfronts.ts';

export const LISTINGS_TAG = 'listings';
export const productTag = (id: string) => `product:${id}`;
export const assetTag = (id: string) => `asset:${id}`;

export type ShopDeps = {
  readonly db: Db;
  readonly search: Search;
  readonly listen: (listener: Listener) => Promise<{ readonly close: () => Promise<void> }>;
  readonly log: FastifyBaseLogger;
};

export type LiveShop = { readonly fronts: () => Shopfronts; readonly close: () => Promise<void> };

/**
 * The storefronts as they now are. Listens before it reads, so that no change falls in between, and has `kept` forget
 * what is not right any more.
 */
export async function followShop(
  { db, search, listen, log }: ShopDeps,
  kept: readonly { readonly forget: (tags: readonly string[]) => void; readonly clear: () => void }[],
): Promise<LiveShop> {
  let fronts: Shopfronts = new Map();
  const reload = async () => {
    fronts = await readShopfronts(db);
  };
  const listener = followChanges({
    topics: FOLLOWED,
    effectOf,
    readEvents: (ids) => readEvents(db, ids),
    catchUp: () => search.catchUp(),
    forget: (effects) => {
      const tags = effects.flatMap((effect) => effect.tags);
      for (const one of kept) one.forget(tags);
    },
    reload,
    forgetAll: () => {
      for (const one of kept) one.clear();
    },
    log,
  });
  const listening = await listen(listener);
  await reload();
  return { fronts: () => fronts, close: listening.close };
}

const FOLLOWED: ReadonlySet<string> = new Set<Topic>([
  ...(['catalog.products_changed', 'catalog.products_removed', 'catalog.taxonomy_changed'] as const),
  ...(['pricing.prices_changed', 'inventory.levels_changed', 'merchandising.collections_changed'] as const),
  ...([
    'search.documents_changed',
    'search.settings_changed',
    'media.assets_ready',
    'markets.changed',
  ] as const),
]);

const NOTHING: Effect = { tags: [], isEverything: false, isAfterCatchUp: false };

export function effectOf(event: AnyEvent): Effect {
  switch (event.topic) {
    case 'catalog.products_changed':
    case 'catalog.products_removed':
    case 'pricing.prices_changed':
    case 'inventory.levels_changed':
      return { ...NOTHING, tags: event.payload.productIds.map(productTag) };
    case 'search.documents_changed':
    case 'search.settings_changed':
      return { ...NOTHING, tags: [LISTINGS_TAG], isAfterCatchUp: true };
    case 'merchandising.collections_changed':
      // Who entered or left a collection is told again once search knows of it.
      return { ...NOTHING, isEverything: event.payload.productIds.length === 0 };
    case 'media.assets_ready':
      return { ...NOTHING, tags: event.payload.assetIds.map(assetTag) };
    case 'catalog.taxonomy_changed':
    case 'markets.changed':
      return { ...NOTHING, isEverything: true };
    default:
      return NOTHING;
  }
}
