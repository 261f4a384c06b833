import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { recheckTimeRules } from './recheck.ts';
import { REFRESH_LIMIT, refreshProducts } from './refresh.ts';

/** Whatever rules may ask has changed: the collections follow. */
export const reactions: readonly Reaction[] = [
  {
    name: 'merchandising.follow_products',
    topic: 'catalog.products_changed',
    run: (tx, event) => follow(tx, event),
  },
  {
    name: 'merchandising.forget_products',
    topic: 'catalog.products_removed',
    run: (tx, event) => follow(tx, event),
  },
  {
    name: 'merchandising.follow_prices',
    topic: 'pricing.prices_changed',
    run: (tx, event) => follow(tx, event),
  },
  {
    name: 'merchandising.follow_stock',
    topic: 'inventory.levels_changed',
    run: (tx, event) => follow(tx, event),
  },
];

const recheck: Job<'merchandising.recheck_time_rules', object> = {
  name: 'merchandising.recheck_time_rules',
  parse: z.object({}).parse,
  run: ({ db, now, signal }) => recheckTimeRules(db, { now, signal }),
};

export const jobs: readonly Job[] = [recheck];

export const crons: readonly Cron[] = [
  { name: 'merchandising.recheck_time_rules', schedule: '7 * * * *', job: recheck.name },
];

async function follow(
  tx: Tx,
  event: { readonly payload: { readonly productIds: readonly string[] }; readonly toldAt: Temporal.Instant },
): Promise<void> {
  const { productIds } = event.payload;
  // An event names at most a thousand products; one that names more is followed all the same.
  for (let start = 0; start < productIds.length; start += REFRESH_LIMIT) {
    const part = productIds.slice(start, start + REFRESH_LIMIT);
    await refreshProducts(tx, { productIds: part, now: event.toldAt });
  }
}
