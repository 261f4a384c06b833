import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { type Cron, enqueue, type Job } from '../../platform/jobs/index.ts';
import { mergeLists, type Reaction } from '../../platform/outbox/index.ts';
import { projectProducts } from './project/project-products.ts';
import { rebuildDocuments } from './project/rebuild.ts';
import { readLocales } from './project/references.ts';
import { noteLocales, productsWithAssets, pruneRemovals } from './store/documents.ts';
import { pruneQueries } from './store/queries.ts';

type AboutProducts = { readonly payload: { readonly productIds: readonly string[] } };
const project = (tx: Tx, { payload }: AboutProducts): Promise<void> =>
  projectProducts(tx, { productIds: payload.productIds });

/** Whatever a document is made of has changed: the document follows. */
export const searchReactions: readonly Reaction[] = [
  { name: 'search.project_products', topic: 'catalog.products_changed', run: project, merge: mergeLists },
  { name: 'search.remove_products', topic: 'catalog.products_removed', run: project, merge: mergeLists },
  { name: 'search.project_prices', topic: 'pricing.prices_changed', run: project, merge: mergeLists },
  { name: 'search.project_stock', topic: 'inventory.levels_changed', run: project, merge: mergeLists },
  {
    name: 'search.project_collections',
    topic: 'merchandising.collections_changed',
    run: project,
    merge: mergeLists,
  },
  { name: 'search.project_sales', topic: 'merchandising.sales_changed', run: project, merge: mergeLists },
  {
    name: 'search.project_pictures',
    topic: 'media.assets_ready',
    run: async (tx, { payload }) =>
      projectProducts(tx, { productIds: await productsWithAssets(tx, payload.assetIds) }),
  },
  {
    // Names of categories and attributes stand in the text of all their products.
    name: 'search.rebuild_for_taxonomy',
    topic: 'catalog.taxonomy_changed',
    run: async (tx, { payload }) => {
      if (payload.what !== 'brand') await enqueueRebuild(tx);
    },
  },
  {
    name: 'search.rebuild_for_languages',
    topic: 'markets.changed',
    run: async (tx) => {
      if (await noteLocales(tx, await readLocales(tx))) await enqueueRebuild(tx);
    },
  },
];

const rebuild: Job<'search.rebuild', object> = {
  name: 'search.rebuild',
  parse: z.object({}).parse,
  run: async ({ db, signal }) => {
    await rebuildDocuments({ db }, { signal });
  },
};

/** Tombstones and asked queries are kept this long; a snapshot must be younger than the first. */
export const REMOVAL_DAYS = 30;
const QUERY_DAYS = 400;

const prune: Job<'search.prune', object> = {
  name: 'search.prune',
  parse: z.object({}).parse,
  run: async ({ db, now }) => {
    await pruneRemovals(db, now.subtract({ hours: REMOVAL_DAYS * 24 }));
    await pruneQueries(db, now.subtract({ hours: QUERY_DAYS * 24 }));
  },
};

export const searchJobs: readonly Job[] = [rebuild, prune];
export const searchCrons: readonly Cron[] = [
  { name: 'search.prune', schedule: '23 3 * * *', job: prune.name },
];

// Many categories are made at once by an import: one rebuild, a little later, does for all of them.
function enqueueRebuild(tx: Tx): Promise<void> {
  const runAt = Temporal.Now.instant().add({ seconds: 10 });
  return enqueue(tx, rebuild.name, {}, { key: rebuild.name, runAt });
}
