import type { Db } from '../../platform/database/index.ts';
import { type Cron, enqueue, type Job } from '../../platform/jobs/index.ts';
import { mergeLists, type Reaction } from '../../platform/outbox/index.ts';
import { readOffered } from '../catalog/index.ts';
import { readAvailability } from '../inventory/index.ts';
import type { LinkDeps } from '../mails/index.ts';
import { customerReactions } from './follow-customers.ts';
import { serveVariant } from './serve.ts';
import { countWaiting, deleteGone, deleteOld, listAwaited } from './store.ts';

/** Where the shop is reached, for the links of mails. */
export type WaitlistDeps = LinkDeps;

const SERVE = 'waitlist.serve_next';
const VARIANTS_AT_ONCE = 500;

/** Its worker's work: tells whose turn it is, a transaction for each variant, and forgets who waited too long. */
export function waitlistJobs(reached: WaitlistDeps): readonly Job[] {
  const serve: Job<typeof SERVE, undefined> = {
    name: SERVE,
    parse: () => undefined,
    run: async ({ db, now, signal }) => {
      await deleteOld(db, now);
      await serveAll(db, { reached, now, signal });
    },
  };
  return [serve];
}

async function serveAll(
  db: Db,
  { signal, ...how }: { reached: LinkDeps; now: Temporal.Instant; signal: AbortSignal },
): Promise<void> {
  let awaited = await listAwaited(db, { after: undefined, limit: VARIANTS_AT_ONCE });
  while (awaited.length > 0) {
    const [offered, availability] = await Promise.all([
      readOffered(db, awaited),
      readAvailability(db, awaited),
    ]);
    await deleteGone(
      db,
      awaited.filter((id) => !offered.has(id)),
    );
    for (const variantId of awaited) {
      if (signal.aborted) return;
      // Most are still sold out: those are not worth a transaction.
      if (!availability.get(variantId)?.isBuyable) continue;
      await db.transaction().execute((tx) => serveVariant(tx, variantId, how));
    }
    awaited = await listAwaited(db, { after: awaited.at(-1), limit: VARIANTS_AT_ONCE });
  }
}

export const waitlistReactions: readonly Reaction[] = [
  {
    name: 'waitlist.follow_stock',
    topic: 'inventory.levels_changed',
    run: async (tx, { payload }) => {
      const waiting = await countWaiting(tx, payload.variantIds);
      if (waiting.size > 0) await enqueue(tx, SERVE, {}, { key: SERVE });
    },
    merge: mergeLists,
  },
  ...customerReactions,
];

export const waitlistCrons: readonly Cron[] = [{ name: SERVE, schedule: '*/5 * * * *', job: SERVE }];
