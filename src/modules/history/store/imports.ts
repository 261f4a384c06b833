import { sql } from 'kysely';
import { z } from 'zod';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { MAPPING_FIELDS } from '../formats/mapping.ts';
import { LINE_CLASSES } from '../history-line.ts';
import type { HistoryImport, Summary } from '../import.ts';

// Any constant does that nobody else locks.
const LOCK = 7_312_033;

/** One at a time writes: lines get their ids in the order in which they commit, and readers skip none. */
export async function lockHistory(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/**
 * Of rows that were copied in a moment ago PostgreSQL has no statistics. It takes it then that a join over several columns
 * finds nearly nothing, and goes through all lines once for each row of the other side: minutes instead of a second.
 */
export async function expectManyRows(tx: Tx): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx);
}

export async function insertImport(tx: Tx, given: Omit<HistoryImport, 'id' | 'summary'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into history.import (kind, file_name, digest, format, origin, mapping, zone, imported_at)
    values ('orders', ${given.fileName}, ${given.digest}, ${given.format}, ${given.origin},
      ${JSON.stringify(given.mapping)}::jsonb, ${given.zone}, ${given.importedAt.toString()})
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new TypeError('an import got no id');
  return row.id;
}

export async function keepSummary(tx: Tx, importId: number, summary: Summary): Promise<void> {
  await sql`
    update history.import set summary = ${JSON.stringify(keptSummary(summary))}::jsonb
    where id = ${importId}`.execute(tx);
}

/** As JSON can have it; `summaryShape` reads it back. */
export function keptSummary(summary: Summary): object {
  const sums = summary.sums.map((sum) => ({ ...sum, amountMillionths: sum.amountMillionths.toString() }));
  return { ...summary, sums };
}

/** Newest first. */
export async function listImports(db: Db): Promise<readonly HistoryImport[]> {
  return readWhere(db, sql`true`);
}

export async function findImport(db: Db, id: number): Promise<HistoryImport | undefined> {
  return (await readWhere(db, sql`id = ${id}`))[0];
}

export async function findImportOf(db: Db, digest: string): Promise<HistoryImport | undefined> {
  return (await readWhere(db, sql`digest = ${digest}`))[0];
}

type Row = {
  id: number;
  file_name: string;
  digest: string;
  format: string;
  origin: string;
  mapping: unknown;
  zone: string;
  imported_at: Temporal.Instant;
  summary: unknown;
};

async function readWhere(db: Db, condition: ReturnType<typeof sql>): Promise<readonly HistoryImport[]> {
  const { rows } = await sql<Row>`
    select id, file_name, digest, format, origin, mapping, zone, imported_at, summary from history.import
    where kind = 'orders' and ${condition} order by id desc`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, fileName: row.file_name, digest: row.digest, origin: row.origin, zone: row.zone },
    format: formatName.parse(row.format),
    mapping: mapping.parse(row.mapping),
    importedAt: row.imported_at,
    summary: summaryShape.parse(row.summary),
  }));
}

const formatName = z.enum(['shopify', 'woocommerce', 'mapped']);
const mapping = z.partialRecord(z.enum(MAPPING_FIELDS), z.string());
const day = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : Temporal.PlainDate.from(text)));
export const summaryShape = z.object({
  ...{ lines: z.number(), documents: z.number(), refunds: z.number(), linkedRefunds: z.number() },
  ...{ skus: z.number(), customers: z.number(), countries: z.number(), firstDay: day, lastDay: day },
  sums: z.array(
    z.object({
      currency: z.string().transform(currencyOf),
      class: z.enum(LINE_CLASSES),
      lines: z.number(),
      amountMillionths: z.string().transform(BigInt),
    }),
  ),
});
