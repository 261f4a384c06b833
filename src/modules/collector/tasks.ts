import { z } from 'zod';
import { type Cron, enqueueMany, type Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { forgetCustomer } from './log/forget-customer.ts';
import { logEvents } from './log/log-events.ts';
import { mergeParts } from './log/merge-parts.ts';
import { tidyLog } from './log/tidy-log.ts';
import { emptyQuarantine } from './quarantine.ts';
import { deleteSalts } from './store/salts.ts';
import { dayOf } from './store/take-in.ts';

const nothing = () => undefined;

const logJob: Job<'collector.log_events', undefined> = {
  name: 'collector.log_events',
  parse: nothing,
  run: async ({ db, files, now, signal }) => {
    await logEvents({ db, files }, { now, signal });
  },
};

const mergeHours: Job<'collector.merge_today', undefined> = {
  name: 'collector.merge_today',
  parse: nothing,
  run: async ({ db, files, now, signal }) => {
    await mergeParts({ db, files }, { of: 'today', now, signal });
  },
};

const mergeDays: Job<'collector.merge_days', undefined> = {
  name: 'collector.merge_days',
  parse: nothing,
  run: async ({ db, files, now, signal }) => {
    await mergeParts({ db, files }, { of: 'days_over', now, signal });
  },
};

const tidy: Job<'collector.tidy', undefined> = {
  name: 'collector.tidy',
  parse: nothing,
  run: async ({ db, files, now }) => {
    await deleteSalts(db, dayOf(now));
    await emptyQuarantine(db, now);
    await tidyLog({ db, files }, now);
  },
};

const forget: Job<'collector.forget_customer', { customerId: string }> = {
  name: 'collector.forget_customer',
  parse: z.object({ customerId: z.uuid() }).parse,
  run: async ({ db, files, now, signal }, { customerId }) => {
    await forgetCustomer({ db, files }, { customerId, now, signal });
  },
};

export const collectorJobs: readonly Job[] = [logJob, mergeHours, mergeDays, tidy, forget];

export const collectorReactions: readonly Reaction[] = [
  {
    name: 'collector.forget_erased',
    topic: 'customers.erased',
    // Reading the whole log takes its time: a job of its own, behind what somebody waits for. And once more a little later:
    // processes know for a minute whose a session is.
    run: (tx, { payload: { customerId }, toldAt }) =>
      enqueueMany(
        tx,
        'collector.forget_customer',
        [toldAt, toldAt.add({ minutes: 5 })].map((runAt) => ({
          payload: { customerId },
          runAt,
          priority: 10,
        })),
      ),
  },
];

export const collectorCrons: readonly Cron[] = [
  { name: 'collector.log_events', schedule: '* * * * *', job: 'collector.log_events' },
  { name: 'collector.merge_today', schedule: '41 * * * *', job: 'collector.merge_today' },
  { name: 'collector.merge_days', schedule: '11 3 * * *', job: 'collector.merge_days' },
  // Soon after midnight: the salt of the day before yesterday goes first.
  { name: 'collector.tidy', schedule: '3 0 * * *', job: 'collector.tidy' },
];
