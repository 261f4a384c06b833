import type { Job } from '../../../platform/jobs/index.ts';
import { pieceworkJobs, workJob } from '../../../platform/work/index.ts';
import { removeDemo } from '../../../simulator/removal/remove-demo.ts';
import { changeCollection } from './bulk/change-collection.ts';
import { changeFields } from './bulk/change-fields.ts';
import { changePrices } from './bulk/change-prices.ts';
import { listSheetWork } from './exports/list-sheet.ts';
import * as lists from './exports/lists.ts';
import { productFile } from './exports/product-file.ts';

/** What the API begins and a worker does, because it takes long. */
export const adminJobs: readonly Job[] = [
  ...pieceworkJobs(changeFields),
  ...pieceworkJobs(changeCollection),
  ...pieceworkJobs(changePrices),
  ...pieceworkJobs(removeDemo),
  workJob(productFile),
  workJob(listSheetWork(lists.orders)),
  workJob(listSheetWork(lists.customers)),
  workJob(listSheetWork(lists.stockLevels)),
  workJob(listSheetWork(lists.movements)),
  workJob(listSheetWork(lists.giftCards)),
  workJob(listSheetWork(lists.auditEntries)),
  workJob(listSheetWork(lists.prices)),
  workJob(listSheetWork(lists.forecasts)),
];
