import type { FastifyBaseLogger } from 'fastify';
import type { Listener } from '../../platform/broadcast/index.ts';
import { followChanges as followAll } from '../../platform/cache/index.ts';
import type { AnyEvent, Topic } from '../../platform/outbox/index.ts';
import { assetTag, LISTINGS_TAG, productTag } from './answer.ts';

/** What a change does to what this process keeps of the shop. */
export type Effect = {
  /** Pages that show one of these end. */
  readonly tags: readonly string[];
  readonly productIds: readonly string[];
  /** Menus, names or storefronts are others: everything is read again and every page ends. */
  readonly isWholeShop: boolean;
  /** What lists products is right only when the search index has caught up with this. */
  readonly isInSearch: boolean;
};

export function effectOf(event: AnyEvent): Effect {
  switch (event.topic) {
    case 'catalog.products_changed':
    case 'catalog.products_removed':
    case 'pricing.prices_changed':
    case 'inventory.levels_changed':
      return { ...NOTHING, ...ofProducts(event.payload.productIds) };
    case 'search.documents_changed':
    case 'search.settings_changed':
      return { ...NOTHING, tags: [LISTINGS_TAG], isInSearch: true };
    case 'merchandising.collections_changed':
      // Who entered or left is told again once search knows of it.
      return { ...NOTHING, isWholeShop: event.payload.productIds.length === 0 };
    case 'media.assets_ready':
      return { ...NOTHING, tags: event.payload.assetIds.map(assetTag) };
    case 'content.changed':
      // Redirects are looked up when a page is missing, and that is never kept.
      return { ...NOTHING, isWholeShop: event.payload.what !== 'redirect' };
    case 'catalog.taxonomy_changed':
    case 'markets.changed':
      return { ...NOTHING, isWholeShop: true };
    default:
      return NOTHING;
  }
}

/** What this process does about it. Each is done before the next event is looked at. */
export type Keeper = {
  readonly readEvents: (ids: readonly bigint[]) => Promise<readonly AnyEvent[]>;
  readonly catchUpSearch: () => Promise<void>;
  readonly forget: (effect: Pick<Effect, 'tags' | 'productIds'>) => void;
  readonly reloadShop: () => Promise<void>;
  readonly forgetAll: () => void;
  readonly log: FastifyBaseLogger;
};

/** Keeps what this process remembers of the shop right, within a moment of each commit: see platform/cache. */
export function followChanges(keeper: Keeper): Listener {
  return followAll({
    ...keeper,
    topics: FOLLOWED,
    effectOf: (event) => {
      const effect = effectOf(event);
      return { ...effect, isEverything: effect.isWholeShop, isAfterCatchUp: effect.isInSearch };
    },
    catchUp: keeper.catchUpSearch,
    reload: keeper.reloadShop,
    forget: (effects) => {
      const tags = effects.flatMap((effect) => effect.tags);
      const productIds = effects.flatMap((effect) => effect.productIds);
      keeper.forget({ tags, productIds });
    },
  });
}

const NOTHING: Effect = { tags: [], productIds: [], isWholeShop: false, isInSearch: false };
const FOLLOWED: ReadonlySet<string> = new Set<Topic>([
  'catalog.products_changed',
  'catalog.products_removed',
  'catalog.taxonomy_changed',
  'pricing.prices_changed',
  'inventory.levels_changed',
  'merchandising.collections_changed',
  'search.documents_changed',
  'search.settings_changed',
  'media.assets_ready',
  'content.changed',
  'markets.changed',
]);

function ofProducts(productIds: readonly string[]): Pick<Effect, 'tags' | 'productIds'> {
  return { productIds, tags: productIds.map(productTag) };
}
