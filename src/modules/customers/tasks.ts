import { transact } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { refreshSegments } from './desk/segments.ts';
import { deleteOldCodes } from './store/codes.ts';
import { deleteOldChallenges } from './store/passkeys.ts';
import { deleteEndedSessions } from './store/sessions.ts';

const FORGET_EXPIRED = 'customers.forget_expired';

const forgetExpiredJob: Job<typeof FORGET_EXPIRED, undefined> = {
  name: FORGET_EXPIRED,
  parse: () => undefined,
  run: async ({ db, now }) => {
    await deleteEndedSessions(db, now);
    await deleteOldCodes(db, now);
    await deleteOldChallenges(db, now);
  },
};

const REFRESH_SEGMENTS = 'customers.refresh_segments';

const refreshSegmentsJob: Job<typeof REFRESH_SEGMENTS, undefined> = {
  name: REFRESH_SEGMENTS,
  parse: () => undefined,
  run: ({ db, now }) => transact(db, (tx) => refreshSegments(tx, { now })),
};

/** The customers' work for the worker. */
export const customerJobs: readonly Job[] = [forgetExpiredJob, refreshSegmentsJob];

/** Each hour: ended sessions, old codes, challenges. Each quarter: who fits the rules of segments now. */
export const customerCrons: readonly Cron[] = [
  { name: 'customers.refresh_segments', schedule: '*/15 * * * *', job: REFRESH_SEGMENTS },
  { name: 'customers.forget_expired_hourly', schedule: '17 * * * *', job: FORGET_EXPIRED },
];
