import type { Job } from '../../../platform/jobs/index.ts';
import { pieceworkJobs } from '../../../platform/work/index.ts';
import { changeCollection } from './bulk/change-collection.ts';
import { changeFields } from './bulk/change-fields.ts';
import { changePrices } from './bulk/change-prices.ts';

/** What the API begins and a worker does, because it takes long. */
export const adminJobs: readonly Job[] = [
  ...pieceworkJobs(changeFields),
  ...pieceworkJobs(changeCollection),
  ...pieceworkJobs(changePrices),
];
