import type { Cron, Job } from '../../platform/jobs/index.ts';
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

/** The customers' work for the worker. */
export const customerJobs: readonly Job[] = [forgetExpiredJob];

/** Each hour: ended sessions, old codes, challenges. */
export const customerCrons: readonly Cron[] = [
  { name: 'customers.forget_expired_hourly', schedule: '17 * * * *', job: FORGET_EXPIRED },
];
