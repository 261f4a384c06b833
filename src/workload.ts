import { catalogCrons, catalogJobs } from './modules/catalog/index.ts';
import { creditCrons, creditJobs } from './modules/credits/index.ts';
import { exchangeCrons, exchangeJobs } from './modules/exchange/index.ts';
import { inventoryCrons, inventoryJobs } from './modules/inventory/index.ts';
import { mediaJobs } from './modules/media/index.ts';
import {
  merchandisingCrons,
  merchandisingJobs,
  merchandisingReactions,
} from './modules/merchandising/index.ts';
import { searchCrons, searchJobs, searchReactions } from './modules/search/index.ts';
import type { Cron, Job } from './platform/jobs/index.ts';
import type { Reaction } from './platform/outbox/index.ts';

/** Everything a worker may be asked to do, from all modules. */
export const WORKLOAD: {
  readonly jobs: readonly Job[];
  readonly reactions: readonly Reaction[];
  readonly crons: readonly Cron[];
} = {
  jobs: [
    ...catalogJobs,
    ...creditJobs,
    ...exchangeJobs,
    ...inventoryJobs,
    ...mediaJobs,
    ...merchandisingJobs,
    ...searchJobs,
  ],
  reactions: [...merchandisingReactions, ...searchReactions],
  crons: [
    ...catalogCrons,
    ...creditCrons,
    ...exchangeCrons,
    ...inventoryCrons,
    ...merchandisingCrons,
    ...searchCrons,
  ],
};
