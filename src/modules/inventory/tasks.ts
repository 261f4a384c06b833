import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { mergeLists, type Reaction, tell } from '../../platform/outbox/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { fillItems, followProducts } from './items/follow-products.ts';
import { releaseExpired } from './release.ts';
import { endPreorders } from './store/policies.ts';
import { tellLevelsChanged } from './tell-changed.ts';

/** Owners of one transaction: few, because all their levels are locked at once. */
const OWNERS_AT_ONCE = 20;

const releaseExpiredJob: Job<'inventory.release_expired', undefined> = {
  name: 'inventory.release_expired',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    let released = OWNERS_AT_ONCE;
    while (released === OWNERS_AT_ONCE && !signal.aborted) {
      released = await db.transaction().execute(async (tx) => {
        const owners = await releaseExpired(tx, { now, limit: OWNERS_AT_ONCE });
        if (owners.length > 0)
          await tell(tx, 'inventory.reservations_expired', { owners }, { isQuiet: true });
        return owners.length;
      });
    }
    await db.transaction().execute(async (tx) => tellLevelsChanged(tx, await endPreorders(tx, now)));
  },
};

const tellDriftJob: Job<'inventory.tell_drift', undefined> = {
  name: 'inventory.tell_drift',
  parse: () => undefined,
  run: async ({ db }) => {
    await db.transaction().execute(tellDrift);
  },
};

/**
 * Tells of the levels whose figure has changed since it was last told; those locked at this moment are left.
 */
export async function tellDrift(tx: Tx): Promise<void> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    with drifted as (
      select variant_id, location_id from inventory.level
      where told_available is distinct from available for update skip locked
    )
    update inventory.level set told_available = available from drifted
    where level.variant_id = drifted.variant_id and level.location_id = drifted.location_id
    returning level.variant_id`.execute(tx);
  const changed = [...new Set(rows.map((row) => row.variant_id))];
  await tellLevelsChanged(tx, changed, { isQuiet: true });
}

const fillItemsJob: Job<'inventory.fill_items', undefined> = {
  name: 'inventory.fill_items',
  parse: () => undefined,
  run: ({ db, signal }) => fillItems(db, { signal }),
};

/** Stock's work for the worker. */
export const inventoryJobs: readonly Job[] = [releaseExpiredJob, tellDriftJob, fillItemsJob];

const follow = (tx: Tx, { payload }: { readonly payload: { readonly productIds: readonly string[] } }) =>
  followProducts(tx, payload.productIds);

/** What the catalogue says of goods, the desk's lists say too. */
export const inventoryReactions: readonly Reaction[] = [
  { name: 'inventory.follow_products', topic: 'catalog.products_changed', run: follow, merge: mergeLists },
  { name: 'inventory.forget_products', topic: 'catalog.products_removed', run: follow, merge: mergeLists },
];

export const inventoryCrons: readonly Cron[] = [
  { name: 'inventory.release_expired', schedule: '* * * * *', job: 'inventory.release_expired' },
  { name: 'inventory.tell_drift', schedule: '*/10 * * * *', job: 'inventory.tell_drift' },
];
