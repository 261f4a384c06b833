import type { FastifyBaseLogger } from 'fastify';
import type { Heard, Listener } from '../../platform/broadcast/index.ts';
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

/**
 * Keeps what this process remembers of the shop right, within a moment of each commit: events that come while one
 * batch is worked on are the next batch. When they cannot be read or are too many, everything is forgotten, which is
 * always right.
 */
export function followChanges(keeper: Keeper): Listener {
  let heard: bigint[] = [];
  let isGap = false;
  let isRunning = false;
  const run = async () => {
    while (heard.length > 0 || isGap) {
      const [ids, isAll] = [heard, isGap];
      [heard, isGap] = [[], false];
      await (isAll || ids.length > MOST_AT_ONCE ? startAnew(keeper) : follow(keeper, ids));
    }
    isRunning = false;
  };
  const wake = () => {
    if (isRunning) return;
    isRunning = true;
    void run();
  };
  return {
    onEvent: ({ topic, id }: Heard) => {
      if (!FOLLOWED.has(topic)) return;
      heard.push(id);
      wake();
    },
    onGap: () => {
      isGap = true;
      wake();
    },
  };
}

const MOST_AT_ONCE = 200;
const RETRY_MS = 1_000;
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

async function follow(keeper: Keeper, ids: readonly bigint[]): Promise<void> {
  try {
    const events = await keeper.readEvents(ids);
    if (events.length < ids.length) throw new Error(`${ids.length - events.length} events are gone`);
    const effects = events.map(effectOf);
    forgetAllOf(
      keeper,
      effects.filter(({ isInSearch }) => !isInSearch),
    );
    // Not waited for: a changed price must not wait on its product's page until the index has caught up.
    const inSearch = effects.filter(({ isInSearch }) => isInSearch);
    if (inSearch.length > 0) void forgetWhenFound(keeper, inSearch);
    if (effects.some(({ isWholeShop }) => isWholeShop)) await startAnew(keeper);
  } catch (error) {
    keeper.log.error({ err: error }, 'could not follow changes; every page is made anew');
    await startAnew(keeper);
  }
}

async function forgetWhenFound(keeper: Keeper, effects: readonly Effect[]): Promise<void> {
  try {
    await keeper.catchUpSearch();
  } catch (error) {
    keeper.log.error({ err: error }, 'search could not catch up; listings are made from what it has');
  }
  forgetAllOf(keeper, effects);
}

function forgetAllOf(keeper: Keeper, effects: readonly Effect[]): void {
  const tags = effects.flatMap((effect) => effect.tags);
  const productIds = effects.flatMap((effect) => effect.productIds);
  if (tags.length > 0) keeper.forget({ tags, productIds });
}

/** Reads the shop again and ends every page; tries until it works, since a wrong shop must not stay. */
async function startAnew(keeper: Keeper): Promise<void> {
  for (;;) {
    // Pages end before and after: what is rendered in between may still show the shop as it was.
    keeper.forgetAll();
    try {
      await keeper.reloadShop();
      keeper.forgetAll();
      return;
    } catch (error) {
      keeper.log.error({ err: error }, 'could not read the shop again; trying in a second');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  }
}
