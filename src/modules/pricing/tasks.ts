import type { Cron, Job } from '../../platform/jobs/index.ts';
import { applyDuePrices } from './scheduled/apply-due-prices.ts';
import { APPLY_DUE_PRICES } from './scheduled/schedule-prices.ts';

const applyDueJob: Job<typeof APPLY_DUE_PRICES, undefined> = {
  name: APPLY_DUE_PRICES,
  parse: () => undefined,
  run: async ({ db, now }) => {
    await applyDuePrices(db, now);
  },
};

/** Pricing's work for the worker. */
export const pricingJobs: readonly Job[] = [applyDueJob];

/** Each minute, for what no exact job was made for: a restored backup, a clock that was set. */
export const pricingCrons: readonly Cron[] = [
  { name: 'pricing.apply_each_minute', schedule: '* * * * *', job: APPLY_DUE_PRICES },
];
