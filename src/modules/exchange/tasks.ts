import type { Cron, Job } from '../../platform/jobs/index.ts';
import { workJob } from '../../platform/work/index.ts';
import { forgetFiles } from './run/forget-files.ts';
import { IMPORT_FILE, type ImportPayload } from './run/import-payload.ts';
import { importWork } from './run/import-work.ts';
import { openPictures } from './run/open-pictures.ts';
import { runImport } from './run/run-import.ts';

/** Imports that were put in line before they were long work. */
const importProducts: Job<'exchange.import', ImportPayload> = {
  name: 'exchange.import',
  parse: IMPORT_FILE.parse,
  run: async ({ db, files, now, signal }, { runId }) => {
    const pictures = await openPictures({ db, files }, undefined);
    await runImport({ db, files, pictures }, { runId, now, signal });
  },
};

const FORGET_FILES = 'exchange.forget_files';

const forgetOldFiles: Job<typeof FORGET_FILES, undefined> = {
  name: FORGET_FILES,
  parse: () => undefined,
  run: async (context) => {
    await forgetFiles(context, context);
  },
};

export const exchangeJobs: readonly Job[] = [workJob(importWork), importProducts, forgetOldFiles];

export const exchangeCrons: readonly Cron[] = [
  { name: 'exchange.forget_files_each_night', schedule: '40 3 * * *', job: FORGET_FILES },
];
