import type { Readable } from 'node:stream';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import type { ImportOptions, ImportRunId } from './import-run.ts';
import { insertRun, moveRun } from './store.ts';

export type ImportDeps = { readonly db: Db; readonly files: FileStore };

/**
 * Keeps the file and notes the import as waiting: `runImport` does it, in this process or as the job
 * `exchange.import`. The file is kept so that an import that was cut short can be gone on with anywhere.
 */
export async function startImport(
  deps: ImportDeps,
  input: {
    readonly fileName: string;
    readonly stream: Readable;
    readonly options: ImportOptions;
    readonly isDryRun: boolean;
    /** The file is only kept, to be looked at: `runAgain` runs it. */
    readonly isUpload?: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<ImportRunId> {
  const id = newId<'import_run'>();
  const fileKey = `imports/${id}`;
  const { bytes, sha256 } = await deps.files.put(fileKey, input.stream, { mime: 'application/octet-stream' });
  const { fileName, options, isDryRun, now, isUpload = false } = input;
  await deps.db
    .transaction()
    .execute((tx) =>
      insertRun(tx, { id, fileName, fileKey, fileHash: sha256, bytes, options, isDryRun, isUpload, now }),
    );
  return id;
}

/** Stops an import after its present batch, here or in another process. What is in stays in. */
export async function cancelImport(db: Db, id: ImportRunId, now: Temporal.Instant): Promise<boolean> {
  return moveRun(db, id, ['waiting', 'running'], { state: 'cancelled', now });
}

/** Puts a cancelled or failed import in line again: it goes on after the last batch that was committed. */
export async function resumeImport(db: Db, id: ImportRunId, now: Temporal.Instant): Promise<boolean> {
  return moveRun(db, id, ['cancelled', 'failed', 'running', 'waiting'], { state: 'waiting', now });
}
