import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { beginWork } from '../../../platform/work/index.ts';
import { HISTORY_WORK } from './import-work.ts';
import type { HistoryRun, RunId, RunOptions, UploadId, UploadKind } from './run.ts';
import { findRun, findUpload, insertRun } from './store.ts';

export type StartInput = {
  readonly uploadId: UploadId;
  readonly kind: UploadKind;
  readonly options: RunOptions;
  readonly isDryRun: boolean;
  /** What the work is called. */
  readonly title?: string;
  /** `staff:…` */
  readonly startedBy: string;
  readonly now: Temporal.Instant;
};

/** Puts a trial of an uploaded file in line, or its import. */
export async function startHistoryRun(
  tx: Tx,
  input: StartInput,
): Promise<Result<HistoryRun, Refusal<'not_found' | 'file_gone' | 'unknown_zone'>>> {
  const { uploadId, kind, options, isDryRun, startedBy, now } = input;
  if (options.zone !== undefined && !isZone(options.zone)) {
    return refuse('unknown_zone', `"${options.zone}" is no time zone`, 'zone');
  }
  const upload = await findUpload(tx, uploadId);
  if (upload === undefined) return refuse('not_found', 'there is no such upload', 'id');
  if (upload.isGone) return refuse('file_gone', 'the file is not kept any more; upload it again', 'id');
  const id = newId<'history_run'>();
  const title = input.title ?? `${isDryRun ? 'Try' : 'Import'} ${upload.fileName}`;
  const workId = await beginWork(tx, HISTORY_WORK, { title, startedBy, payload: { runId: id }, now });
  await insertRun(tx, { id, uploadId, kind, options, isDryRun, workId, now });
  const found = await readHistoryRun(tx, id);
  if (found === undefined) throw new TypeError('a run was noted and is not there');
  return ok(found);
}

export async function readHistoryRun(db: Db, id: RunId): Promise<HistoryRun | undefined> {
  return (await findRun(db, id))?.run;
}

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
