import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { beginWork, type WorkId } from '../../../platform/work/index.ts';
import { IMPORT_FILE } from './import-payload.ts';
import type { ImportCounts, ImportOptions, ImportRunId, ImportState } from './import-run.ts';
import { insertRun } from './store.ts';

/** An import as a person follows it. */
export type ImportReport = {
  readonly id: ImportRunId;
  readonly fileName: string;
  readonly format: string | undefined;
  readonly isDryRun: boolean;
  readonly state: ImportState;
  /** Products, as the file groups its rows. */
  readonly done: number;
  /** Known once the file has been read. */
  readonly total: number | undefined;
  readonly counts: ImportCounts;
  readonly errors: number;
  readonly warnings: number;
  readonly failure: string | undefined;
  readonly workId: WorkId | undefined;
  readonly createdAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | undefined;
};

type Row = {
  id: ImportRunId;
  file_name: string;
  format: string | null;
  is_dry_run: boolean;
  state: ImportState;
  cursor: bigint;
  products_total: number | null;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  errors: number;
  warnings: number;
  failure: string | null;
  work_id: WorkId | null;
  created_at: Temporal.Instant;
  finished_at: Temporal.Instant | null;
};

const COLUMNS = sql`id, file_name, format, is_dry_run, state, cursor, products_total, created, updated, unchanged,
  skipped, errors, warnings, failure, work_id, created_at, finished_at`;

/** Imports that were begun, the latest first; a file that was only looked at is none. */
export async function listImports(
  db: Db,
  page: { readonly limit: number; readonly before?: ImportRunId },
): Promise<ImportReport[]> {
  const { before } = page;
  const beyond = before === undefined ? sql`true` : sql`id < ${before}::uuid`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from exchange.import_run where ${beyond} and is_upload = false
    order by id desc limit ${page.limit}`.execute(db);
  return rows.map(reportOf);
}

export async function findImport(db: Db, id: ImportRunId): Promise<ImportReport | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from exchange.import_run where id = ${id}`.execute(db);
  return rows.map(reportOf)[0];
}

/**
 * Puts a run of an uploaded file in line, as long work: a trial, or the import; the file may be run as often as it is
 * kept.
 */
export async function runAgain(
  tx: Tx,
  input: {
    readonly id: ImportRunId;
    readonly isDryRun: boolean;
    readonly options: ImportOptions;
    /** What the work is called. */
    readonly title?: string;
    /** `staff:…` */
    readonly startedBy: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ImportReport, Refusal<'not_found' | 'file_gone'>>> {
  const { rows } = await sql<{
    file_name: string;
    file_key: string;
    file_hash: string;
    bytes: bigint;
    is_gone: boolean;
  }>`
    select file_name, file_key, file_hash, bytes_total as bytes, file_removed_at is not null as is_gone
    from exchange.import_run where id = ${input.id}`.execute(tx);
  const [file] = rows;
  if (file === undefined) return refuse('not_found', 'there is no such import', 'id');
  if (file.is_gone) return refuse('file_gone', 'the file is not kept any more; upload it again', 'id');
  const runId = newId<'import_run'>();
  const { isDryRun, options, startedBy, now } = input;
  const title = input.title ?? `${isDryRun ? 'Try' : 'Import'} ${file.file_name}`;
  const workId = await beginWork(tx, IMPORT_FILE, { title, startedBy, payload: { runId }, now });
  const about = { fileName: file.file_name, fileKey: file.file_key, fileHash: file.file_hash };
  await insertRun(tx, { id: runId, ...about, bytes: Number(file.bytes), options, isDryRun, workId, now });
  const report = await findImport(tx, runId);
  if (report === undefined) throw new TypeError('an import was noted and is not there');
  return ok(report);
}

function reportOf(row: Row): ImportReport {
  const { id, state, created, updated, unchanged, skipped, errors, warnings } = row;
  return {
    ...{ id, state, errors, warnings, counts: { created, updated, unchanged, skipped } },
    ...{ fileName: row.file_name, format: row.format ?? undefined, isDryRun: row.is_dry_run },
    ...{
      done: Number(row.cursor),
      total: row.products_total ?? undefined,
      failure: row.failure ?? undefined,
      workId: row.work_id ?? undefined,
    },
    ...{ createdAt: row.created_at, finishedAt: row.finished_at ?? undefined },
  };
}
