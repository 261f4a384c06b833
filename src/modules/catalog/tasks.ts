import type { Cron, Job } from '../../platform/jobs/index.ts';
import { publishSinceLastTime } from './publish-due.ts';
import { PUBLISH_DUE } from './schedule-publication.ts';

const publishDueJob: Job<typeof PUBLISH_DUE, undefined> = {
  name: PUBLISH_DUE,
  parse: () => undefined,
  run: async ({ db, now }) => {
    await db.transaction().execute((tx) => publishSinceLastTime(tx, now));
  },
};

/** The catalogue's work for the worker. */
export const catalogJobs: readonly Job[] = [publishDueJob];

/** Each minute, for what no exact job was made for: a restored backup, a clock that was set. */
export const catalogCrons: readonly Cron[] = [
  { name: 'catalog.publish_each_minute', schedule: '* * * * *', job: PUBLISH_DUE },
];
