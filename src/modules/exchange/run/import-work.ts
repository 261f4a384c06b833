import { Readable } from 'node:stream';
import type { WorkContext, WorkKind, WorkOutcome } from '../../../platform/work/index.ts';
import { IMPORT_FILE, type ImportPayload } from './import-payload.ts';
import type { ImportRun } from './import-run.ts';
import { countIssues } from './issues.ts';
import { openPictures } from './open-pictures.ts';
import { reportLines } from './report-lines.ts';
import { runImport } from './run-import.ts';
import { cancelImport } from './start-import.ts';

/**
 * An import as long work: its progress, its end and its report are the work's too, and who stops one stops both. Run
 * again after a crash, it goes on at the cursor.
 */
export const importWork: WorkKind<ImportPayload> = {
  ...IMPORT_FILE,
  run: async (context, { runId }) => {
    const { db, files, now, signal, report } = context;
    const pictures = await openPictures({ db, files }, undefined);
    const run = await runImport({ db, files, pictures }, { runId, now, signal, goesOn: report });
    return outcomeOf(context, run);
  },
  neverBegan: async ({ db, now }, { runId }) => {
    await cancelImport(db, runId, now);
  },
};

async function outcomeOf({ db }: WorkContext, run: ImportRun): Promise<WorkOutcome> {
  const { errors, warnings } = await countIssues(db, run.id);
  const counts = Object.entries({ ...run.counts, errors, warnings }).filter(([, count]) => count > 0);
  const name = `${run.fileName.replace(/\.[^.]*$/, '')}-report.csv`;
  const content = () => Readable.from(reportLines(db, run.id));
  return {
    result: Object.fromEntries(counts),
    ...(errors + warnings > 0 ? { file: { name, mime: 'text/csv; charset=utf-8', content: content() } } : {}),
    ...(run.state === 'failed' ? { failure: run.failure ?? 'the file cannot be read' } : {}),
    ...(run.state === 'cancelled' ? { isCancelled: true } : {}),
  };
}
