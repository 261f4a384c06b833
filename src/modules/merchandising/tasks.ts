import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { mergeLists, type Reaction } from '../../platform/outbox/index.ts';
import { hasUnlisted } from './listing/store.ts';
import { recheckTimeRules } from './recheck.ts';
import { REFRESH_LIMIT, refreshProducts } from './refresh.ts';
import { refreshAll } from './refresh-all.ts';

/** Whatever rules may ask has changed: the collections follow. */
export const merchandisingReactions: readonly Reaction[] = [
  {
    name: 'merchandising.follow_products',
    topic: 'catalog.products_changed',
    run: follow,
    merge: mergeLists,
  },
  {
    name: 'merchandising.forget_products',
    topic: 'catalog.products_removed',
    run: follow,
    merge: mergeLists,
  },
  { name: 'merchandising.follow_prices', topic: 'pricing.prices_changed', run: follow, merge: mergeLists },
  { name: 'merchandising.follow_stock', topic: 'inventory.levels_changed', run: follow, merge: mergeLists },
];

const recheckJob: Job<'merchandising.recheck_time_rules', object> = {
  name: 'merchandising.recheck_time_rules',
  parse: z.object({}).parse,
  run: ({ db, now, signal }) => recheckTimeRules(db, { now, signal }),
};

const refreshAllJob: Job<'merchandising.refresh_all', object> = {
  name: 'merchandising.refresh_all',
  parse: z.object({}).parse,
  run: ({ db, now, signal }) => refreshAll(db, { now, signal }),
};

/** Rows of the table of products for a shop that is older than the table. */
const fillListingJob: Job<'merchandising.fill_listing', object> = {
  name: 'merchandising.fill_listing',
  parse: z.object({}).parse,
  run: async ({ db, now, signal }) => {
    if (await hasUnlisted(db)) await refreshAll(db, { now, signal });
  },
};

export const merchandisingJobs: readonly Job[] = [recheckJob, refreshAllJob, fillListingJob];

export const merchandisingCrons: readonly Cron[] = [
  { name: 'merchandising.recheck_time_rules', schedule: '7 * * * *', job: recheckJob.name },
  { name: 'merchandising.fill_listing', schedule: '*/10 * * * *', job: fillListingJob.name },
];

type ToldOfProducts = {
  readonly payload: { readonly productIds: readonly string[] };
  readonly toldAt: Temporal.Instant;
};

async function follow(tx: Tx, event: ToldOfProducts): Promise<void> {
  const { productIds } = event.payload;
  // Bundles made of the variants can bring an event of stock over what one refresh takes.
  for (let start = 0; start < productIds.length; start += REFRESH_LIMIT) {
    const part = productIds.slice(start, start + REFRESH_LIMIT);
    await refreshProducts(tx, { productIds: part, now: event.toldAt });
  }
}
