import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { BrokenFile, headerOf, type Issue } from '../../exchange/index.ts';
import { readShop } from '../../markets/index.ts';
import { digestOf } from '../read/digest.ts';
import { type DateOrder, momentReader } from '../read/moment.ts';
import { openTable } from '../read/open-table.ts';
import type { Table } from '../read/table.ts';
import { lockHistory } from '../store/imports.ts';
import { toolOf, trafficProblem, trafficReader } from './read-traffic.ts';
import { dropKnownDays, findTrafficOf, insertTraffic, insertTrafficImport } from './store.ts';
import type { TrafficRow, TrafficTool } from './traffic.ts';

const BATCH = 5_000;
const MOST_ISSUES = 1_000;

export type TrafficInput = {
  readonly path: string;
  readonly fileName: string;
  readonly dates?: DateOrder | undefined;
  readonly origin?: string | undefined;
  /** Does it all and takes it back. */
  readonly isDryRun?: boolean;
  readonly now: Temporal.Instant;
};

export type TrafficReport = {
  /** `undefined` of a dry run. */
  readonly importId: number | undefined;
  readonly tool: TrafficTool;
  readonly origin: string;
  readonly breakdown: string;
  readonly rows: number;
  /** Rows left out because an earlier import of the origin has their day in this breakdown. */
  readonly knownRows: number;
  readonly errors: number;
  /** The first thousand. */
  readonly issues: readonly Issue[];
};

/**
 * Brings in what another tool counted by day, in one transaction. A row that cannot be read is left out by itself, named by
 * line and column.
 */
export async function importTraffic(
  db: Db,
  input: TrafficInput,
): Promise<Result<TrafficReport, Refusal<'already_imported' | 'nothing_new' | 'unreadable'>>> {
  const digest = await digestOf(input.path);
  try {
    const table = await openTable(input.path);
    try {
      return await transactOrRefuse(db, async (tx) => {
        const imported = await importTable(tx, input, { table, digest });
        if (imported.ok && input.isDryRun) throw new TakenBack(imported.value);
        return imported;
      });
    } finally {
      await table.close();
    }
  } catch (error) {
    if (error instanceof TakenBack) return ok({ ...error.report, importId: undefined });
    if (!(error instanceof BrokenFile)) throw error;
    return refuse('unreadable', error.line > 0 ? `line ${error.line}: ${error.message}` : error.message);
  }
}

class TakenBack extends Error {
  readonly report: TrafficReport;

  constructor(report: TrafficReport) {
    super('it was tried');
    this.report = report;
  }
}

async function importTable(
  tx: Tx,
  input: TrafficInput,
  { table, digest }: { readonly table: Table; readonly digest: string },
): Promise<Result<TrafficReport, Refusal<'already_imported' | 'nothing_new'>>> {
  const header = headerOf(table.names);
  const problem = trafficProblem(header);
  if (problem !== undefined) throw new BrokenFile('not_traffic', problem, 1);
  await lockHistory(tx);
  const before = await findTrafficOf(tx, digest);
  if (before !== undefined) return refuse('already_imported', `this file is import ${before}`);
  const { timeZone, defaultCurrency: currency } = await readShop(tx);
  const tool = toolOf(header);
  const origin = input.origin ?? tool;
  const about = { ...input, digest, tool, origin, zone: timeZone };
  const importId = await insertTrafficImport(tx, about);
  const momentOf = momentReader(timeZone, input.dates);
  const { breakdown, read } = trafficReader(header, { markOf: table.markOf, momentOf, currency });
  const counts = { rows: 0, errors: 0, kept: 0 };
  const issues: Issue[] = [];
  for await (const batch of table.batches) {
    const lines: TrafficRow[] = [];
    for (const row of batch) {
      const reading = read(row);
      counts.rows += 1;
      counts.errors += reading.issues.length;
      issues.push(...reading.issues.slice(0, Math.max(0, MOST_ISSUES - issues.length)));
      if (reading.row !== undefined) lines.push(reading.row);
    }
    for (let at = 0; at < lines.length; at += BATCH) {
      await insertTraffic(tx, importId, lines.slice(at, at + BATCH));
    }
    counts.kept += lines.length;
  }
  const knownRows = await dropKnownDays(tx, { importId, origin, breakdown });
  if (counts.kept === knownRows) return refuse('nothing_new', nothingNew(counts, origin, issues));
  await sql`
    update history.import set summary = ${JSON.stringify({ ...counts, knownRows, breakdown })}::jsonb
    where id = ${importId}`.execute(tx);
  const { rows, errors } = counts;
  return ok({ importId, tool, origin, breakdown, rows, knownRows, errors, issues });
}

function nothingNew(
  { rows, kept, errors }: Readonly<Record<'rows' | 'kept' | 'errors', number>>,
  origin: string,
  [first]: readonly Issue[],
): string {
  if (kept > 0) return `all days of this file are in earlier imports of "${origin}"`;
  const example = first === undefined ? '' : `; line ${first.line}: ${first.message}`;
  return `of ${rows} rows none can be read, ${errors} are wrong${example}`;
}
