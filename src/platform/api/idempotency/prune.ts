import { sql } from 'kysely';
import type { Cron, Job } from '../../jobs/index.ts';

const KEPT = '48 hours';

const pruneKeys: Job<'platform.prune_idempotency_keys', undefined> = {
  name: 'platform.prune_idempotency_keys',
  parse: () => undefined,
  run: async ({ db }) => {
    await sql`delete from platform.idempotency_key where claimed_at < now() - ${KEPT}::interval`.execute(db);
  },
};

/** Answers are kept for at least a day; they go after two. */
export const apiJobs: readonly Job[] = [pruneKeys];
export const apiCrons: readonly Cron[] = [
  { name: pruneKeys.name, schedule: '41 * * * *', job: pruneKeys.name },
];
