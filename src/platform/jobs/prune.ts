import { sql } from 'kysely';
import type { Cron, Job } from './job.ts';

/** Events older than this were heard by all long ago: the last retry of a reaction is within the hour. */
const KEPT = '30 days';
const BATCH = 10_000;

/** Removes old events with the notes of who has seen them. One that is in an open dead letter stays. */
export const pruneOutbox: Job<'platform.prune_outbox', undefined> = {
  name: 'platform.prune_outbox',
  parse: () => undefined,
  run: async ({ db, signal }) => {
    let removed = BATCH;
    while (removed === BATCH && !signal.aborted) {
      const result = await sql`
        delete from platform.outbox where id in (
          select id from platform.outbox event where told_at < now() - ${KEPT}::interval and not exists (
            select from platform.dead_letter letter where letter.event_id = event.id
              and letter.resolved_at is null)
          order by id limit ${BATCH})
      `.execute(db);
      removed = Number(result.numAffectedRows ?? 0n);
    }
  },
};

export const pruneOutboxDaily: Cron = {
  name: 'platform.prune_outbox',
  schedule: '17 3 * * *',
  job: 'platform.prune_outbox',
};
