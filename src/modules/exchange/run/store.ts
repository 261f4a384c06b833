import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { WorkId } from '../../../platform/work/index.ts';
import type { Issue } from '../issue.ts';
import type { ImportCounts, ImportOptions, ImportRun, ImportRunId, ImportState } from './import-run.ts';
import { insertIssues } from './issues.ts';

const FORMAT_NAMES = [
  'institor',
  'shopify',
  'woocommerce',
  'magento',
  'bigcommerce',
  'google',
  'mapped',
] as const;

/** The options as they are kept; also the parser of a job's or a client's input. */
export const importOptions = z
  .strictObject({
    format: z.enum(FORMAT_NAMES).optional(),
    currency: z.string().max(3).optional(),
    location: z.string().max(100).optional(),
    mapping: z
      .record(z.string().max(200), z.string().max(500))
      .refine((all) => Object.keys(all).length <= 200, 'at most 200 columns are mapped')
      .optional(),
    weightUnit: z.enum(['kg', 'lb', 'g']).optional(),
    lengthUnit: z.enum(['cm', 'in', 'mm']).optional(),
  })
  .transform(
    ({ format, currency, location, mapping, weightUnit, lengthUnit }): ImportOptions => ({
      ...(format === undefined ? {} : { format }),
      ...(currency === undefined ? {} : { currency }),
      ...(location === undefined ? {} : { location }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(weightUnit === undefined ? {} : { weightUnit }),
      ...(lengthUnit === undefined ? {} : { lengthUnit }),
    }),
  );

export type NewRun = {
  readonly id: ImportRunId;
  readonly fileName: string;
  readonly fileKey: string;
  readonly fileHash: string;
  readonly bytes: number;
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
  readonly isUpload?: boolean;
  readonly workId?: WorkId;
  readonly now: Temporal.Instant;
};

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await sql`
    insert into exchange.import_run
      (id, kind, file_name, file_key, file_hash, bytes_total, options, is_dry_run, is_upload, work_id,
        state, created_at)
    values (${run.id}, 'products', ${run.fileName}, ${run.fileKey}, ${run.fileHash}, ${run.bytes},
      ${JSON.stringify(run.options)}::jsonb, ${run.isDryRun}, ${run.isUpload ?? false},
      ${run.workId ?? null}, 'waiting', ${run.now.toString()})
  `.execute(tx);
}

type RunRow = {
  id: ImportRunId;
  fileName: string;
  fileKey: string;
  fileHash: string;
  format: string | null;
  options: unknown;
  isDryRun: boolean;
  state: ImportState;
  cursor: bigint;
  bytesTotal: bigint;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  failure: string | null;
};

export async function readRun(db: Db, id: ImportRunId): Promise<ImportRun | undefined> {
  const { rows } = await sql<RunRow>`
    select id, file_name as "fileName", file_key as "fileKey", file_hash as "fileHash", format, options,
      is_dry_run as "isDryRun", state, cursor, bytes_total as "bytesTotal",
      created, updated, unchanged, skipped, failure
    from exchange.import_run where id = ${id}
  `.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { created, updated, unchanged, skipped, ...rest } = row;
  return {
    ...rest,
    format: row.format ?? undefined,
    options: importOptions.parse(row.options),
    counts: { created, updated, unchanged, skipped },
    failure: row.failure ?? undefined,
  };
}

/** Moves the run from one of `from` to `to`; false when it is in none of them. */
export async function moveRun(
  tx: Tx | Db,
  id: ImportRunId,
  from: readonly ImportState[],
  to: { readonly state: ImportState; readonly now: Temporal.Instant; readonly failure?: string },
): Promise<boolean> {
  const isEnd = to.state === 'done' || to.state === 'cancelled' || to.state === 'failed';
  const { rows } = await sql`
    update exchange.import_run set state = ${to.state}, failure = ${to.failure ?? null},
      started_at = case when ${to.state} = 'running' then coalesce(started_at, ${to.now.toString()})
        else started_at end,
      finished_at = ${isEnd ? to.now.toString() : null}
    where id = ${id} and state = any(${from}::text[]) returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** Keeps what the first pass found, once: a resumed run has it already. */
export async function keepSurvey(
  tx: Tx,
  id: ImportRunId,
  found: {
    readonly format: string;
    readonly products: number;
    readonly badRows: readonly Issue[];
    readonly remarks: readonly Issue[];
  },
): Promise<void> {
  const { rows } = await sql`
    update exchange.import_run set format = ${found.format}, products_total = ${found.products},
      skipped = skipped + ${found.badRows.length}
    where id = ${id} and format is null returning 1
  `.execute(tx);
  if (rows.length === 1) await insertIssues(tx, id, [...found.badRows, ...found.remarks]);
}

/**
 * Moves the cursor on with a batch's counts, in the batch's own transaction. False when the run is not
 * running any more or another process has moved the cursor: the batch must then be rolled back.
 */
export async function advance(
  tx: Tx | Db,
  id: ImportRunId,
  step: { readonly from: number; readonly to: number; readonly counts: ImportCounts },
): Promise<boolean> {
  const { created, updated, unchanged, skipped } = step.counts;
  const { rows } = await sql`
    update exchange.import_run set cursor = ${step.to}, created = created + ${created},
      updated = updated + ${updated}, unchanged = unchanged + ${unchanged}, skipped = skipped + ${skipped}
    where id = ${id} and state = 'running' and cursor = ${step.from} returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** The work that does an import, where it was put in line as some. */
export async function readWorkOf(db: Db, id: ImportRunId): Promise<WorkId | undefined> {
  const { rows } = await sql<{ work_id: WorkId | null }>`
    select work_id from exchange.import_run where id = ${id}`.execute(db);
  return rows[0]?.work_id ?? undefined;
}
