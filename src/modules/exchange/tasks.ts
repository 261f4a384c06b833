import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { forgetFiles } from './run/forget-files.ts';
import type { ImportRunId } from './run/import-run.ts';
import { openPictures } from './run/open-pictures.ts';
import { runImport } from './run/run-import.ts';

type Payload = { readonly runId: ImportRunId };

const payload = z.object({
  runId: z.string().transform((text, context): ImportRunId => {
    const id = parseId<'import_run'>(text);
    if (id !== undefined) return id;
    context.addIssue('no id of an import');
    return z.NEVER;
  }),
});

/** Does an import that was started with `startImport`. Run again after a crash, it goes on at the cursor. */
const importProducts: Job<'exchange.import', Payload> = {
  name: 'exchange.import',
  parse: (given) => payload.parse(given),
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

export const exchangeJobs: readonly Job[] = [importProducts, forgetOldFiles];

export const exchangeCrons: readonly Cron[] = [
  { name: 'exchange.forget_files_each_night', schedule: '40 3 * * *', job: FORGET_FILES },
];
