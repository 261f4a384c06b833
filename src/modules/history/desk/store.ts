import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { readWork, type WorkId } from '../../../platform/work/index.ts';
import { keptSummary, summaryShape } from '../store/imports.ts';
import {
  type HistoryRun,
  type RunId,
  type RunOptions,
  type RunReport,
  runOptions,
  type UploadId,
  type UploadKind,
} from './run.ts';

export type Upload = {
  readonly id: UploadId;
  readonly fileName: string;
  readonly fileKey: string;
  readonly digest: string;
  readonly isGone: boolean;
};

export async function insertUpload(
  db: Db,
  given: Omit<Upload, 'isGone'> & { readonly bytes: number; readonly now: Temporal.Instant },
): Promise<void> {
  const { id, fileName, fileKey, digest, bytes, now } = given;
  await sql`
    insert into history.upload (id, file_name, file_key, digest, bytes, created_at)
    values (${id}, ${fileName}, ${fileKey}, ${digest}, ${bytes}, ${now.toString()})`.execute(db);
}

export async function findUpload(db: Db, id: UploadId): Promise<Upload | undefined> {
  const { rows } = await sql<Upload>`
    select id, file_name as "fileName", file_key as "fileKey", digest, is_gone as "isGone"
    from history.upload where id = ${id}`.execute(db);
  return rows[0];
}

/** Uploads from before, whose files are still there. */
export async function oldUploads(db: Db, before: Temporal.Instant): Promise<readonly Upload[]> {
  const { rows } = await sql<Upload>`
    select id, file_name as "fileName", file_key as "fileKey", digest, is_gone as "isGone"
    from history.upload where not is_gone and created_at < ${before.toString()}
    order by created_at limit 1000`.execute(db);
  return rows;
}

export async function noteGone(db: Db, ids: readonly UploadId[]): Promise<void> {
  await sql`update history.upload set is_gone = true where id = any(${ids}::uuid[])`.execute(db);
}

type Started = {
  readonly id: RunId;
  readonly uploadId: UploadId;
  readonly kind: UploadKind;
  readonly options: RunOptions;
  readonly isDryRun: boolean;
  readonly workId: WorkId;
};

export async function insertRun(tx: Tx, run: Started & { readonly now: Temporal.Instant }): Promise<void> {
  await sql`
    insert into history.run (id, upload_id, kind, options, is_dry_run, work_id, created_at)
    values (${run.id}, ${run.uploadId}, ${run.kind}, ${JSON.stringify(run.options)}::jsonb, ${run.isDryRun},
      ${run.workId}, ${run.now.toString()})`.execute(tx);
}

export async function keepReport(db: Db, id: RunId, report: RunReport): Promise<void> {
  const kept = { ...report, orders: report.orders && keptSummary(report.orders) };
  await sql`update history.run set report = ${JSON.stringify(kept)}::jsonb where id = ${id}`.execute(db);
}

type Row = Omit<Started, 'options'> & {
  readonly fileName: string;
  readonly options: unknown;
  readonly report: unknown;
  readonly tried: number | null;
  readonly createdAt: Temporal.Instant;
};

/** @returns what was asked for, and how it stands */
export async function findRun(
  db: Db,
  id: RunId,
): Promise<{ readonly run: HistoryRun; readonly options: RunOptions } | undefined> {
  const { rows } = await sql<Row>`
    select run.id, upload_id as "uploadId", file_name as "fileName", kind, options, is_dry_run as "isDryRun",
      work_id as "workId", report, run.created_at as "createdAt", (
        select max((other.report ->> 'rows')::int) from history.run other where other.upload_id = run.upload_id
      ) as tried
    from history.run join history.upload on upload.id = upload_id where run.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { options, report, tried, ...about } = row;
  const work = await readWork(db, about.workId);
  const kept = report === null ? undefined : reportShape.parse(report);
  // Long work is forgotten after a week: what it came to is not.
  const state = work?.state ?? (kept === undefined ? 'failed' : 'done');
  const done = kept?.rows ?? work?.done ?? 0;
  return {
    run: {
      ...about,
      state,
      done,
      total: tried ?? undefined,
      failure: work?.failure || undefined,
      report: kept,
    },
    options: runOptions.parse(options),
  };
}

const reportShape = z
  .object({
    importId: z.number().optional(),
    ...{ origin: z.string(), rows: z.number(), errors: z.number(), warnings: z.number() },
    ...{ refused: z.number(), known: z.number() },
    issues: z.array(
      z.object({
        ...{ line: z.number(), column: z.string(), severity: z.enum(['error', 'warning']) },
        ...{ code: z.string(), message: z.string() },
      }),
    ),
    orders: summaryShape.optional(),
    breakdown: z.string().optional(),
  })
  .transform(
    (report): RunReport => ({
      ...report,
      ...{ importId: report.importId, orders: report.orders, breakdown: report.breakdown },
    }),
  );
