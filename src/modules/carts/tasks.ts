import { sql } from 'kysely';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { markAbandoned } from './abandoned.ts';

/** Tells of carts that were left standing. */
const tellAbandoned: Job<'carts.tell_abandoned', undefined> = {
  name: 'carts.tell_abandoned',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    let told = BATCH;
    while (told === BATCH && !signal.aborted) {
      told = await db.transaction().execute((tx) => markAbandoned(tx, { now, limit: BATCH }));
    }
  },
};

/** Carts that nobody comes back to: their addresses and tokens are not kept for ever (GDPR, article 5 (1) (e)). */
const pruneCarts: Job<'carts.prune', undefined> = {
  name: 'carts.prune',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    let removed = BATCH;
    while (removed === BATCH && !signal.aborted) {
      const { numAffectedRows } = await sql`
        delete from carts.cart where id in (
          select id from carts.cart
          where changed_at < ${now.subtract({ hours: 24 * KEPT_DAYS }).toString()}::timestamptz
            and (customer_id is null or completed_at is not null)
          limit ${BATCH} for update skip locked)`.execute(db);
      removed = Number(numAffectedRows ?? 0n);
    }
  },
};

const BATCH = 500;
const KEPT_DAYS = 90;

export const cartsJobs: readonly Job[] = [tellAbandoned, pruneCarts];

export const cartsCrons: readonly Cron[] = [
  { name: 'carts.tell_abandoned', schedule: '*/5 * * * *', job: 'carts.tell_abandoned' },
  { name: 'carts.prune', schedule: '41 3 * * *', job: 'carts.prune' },
];
