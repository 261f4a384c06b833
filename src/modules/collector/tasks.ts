import type { Cron, Job } from '../../platform/jobs/index.ts';
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

export const collectorJobs: readonly Job[] = [logJob, mergeHours, mergeDays, tidy];

export const collectorCrons: readonly Cron[] = [
  { name: 'collector.log_events', schedule: '* * * * *', job: 'collector.log_events' },
  { name: 'collector.merge_today', schedule: '41 * * * *', job: 'collector.merge_today' },
  { name: 'collector.merge_days', schedule: '11 3 * * *', job: 'collector.merge_days' },
  // Soon after midnight: the salt of the day before yesterday goes first.
  { name: 'collector.tidy', schedule: '3 0 * * *', job: 'collector.tidy' },
];
