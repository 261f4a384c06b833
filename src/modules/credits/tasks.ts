import type { Cron, Job } from '../../platform/jobs/index.ts';
import { expireGiftCards } from './expire-gift-cards.ts';
import { forgetProbes } from './may-probe.ts';

const CARDS_AT_ONCE = 500;

const expireJob: Job<'credits.expire', undefined> = {
  name: 'credits.expire',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    let expired = CARDS_AT_ONCE;
    while (expired === CARDS_AT_ONCE && !signal.aborted) {
      expired = await db.transaction().execute((tx) => expireGiftCards(tx, { now, limit: CARDS_AT_ONCE }));
    }
    await forgetProbes(db, now);
  },
};

/** Credit's work for the worker. */
export const creditJobs: readonly Job[] = [expireJob];

export const creditCrons: readonly Cron[] = [
  { name: 'credits.expire', schedule: '7 * * * *', job: 'credits.expire' },
];
