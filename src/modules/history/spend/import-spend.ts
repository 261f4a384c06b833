import { sql } from 'kysely';
import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { BrokenFile, headerOf, type Issue } from '../../exchange/index.ts';
import { readShop } from '../../markets/index.ts';
import { digestOf } from '../read/digest.ts';
import { type DateOrder, momentReader } from '../read/moment.ts';
import { openTable } from '../read/open-table.ts';
import type { Table } from '../read/table.ts';
import { lockHistory } from '../store/imports.ts';
import { findTrafficOf } from '../traffic/store.ts';
import { spendProblem, spendReader, spendToolOf } from './read-spend.ts';
import type { SpendMapping, SpendRow, SpendTool } from './spend.ts';
import { dropKnownSpend, insertSpend, insertSpendImport, type SpendSum, sumSpend } from './store.ts';

const BATCH = 5_000;
const MOST_ISSUES = 1_000;

export type SpendInput = {
  readonly path: string;
  readonly fileName: string;
  /** Of columns whose names say nothing. */
  readonly mapping?: SpendMapping | undefined;
  /** For amounts without one of their own; else the shop's. */
  readonly currency?: CurrencyCode | undefined;
  readonly dates?: DateOrder | undefined;
  /** Which account it is of; else whose format it has. */
  readonly origin?: string | undefined;
  /** What links of the campaigns say, where the file does not. */
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  /** Does it all and takes it back. */
  readonly isDryRun: boolean;
  readonly now: Temporal.Instant;
};

export type SpendReport = {
  /** `undefined` of a dry run. */
  readonly importId: number | undefined;
  readonly tool: SpendTool;
  readonly origin: string;
  readonly rows: number;
  /** Rows left out because an earlier import of the origin has the campaign's day. */
  readonly knownRows: number;
  readonly errors: number;
  /** The first thousand. */
  readonly issues: readonly Issue[];
  readonly sums: readonly SpendSum[];
};

type SpendRefusal = Refusal<'already_imported' | 'nothing_new' | 'unreadable'>;

/**
 * Brings in what advertising cost by day and campaign, in one transaction. A row that cannot be read is left out by itself,
 * named by line and column; one that sums others up is none.
 */
export async function importSpend(db: Db, input: SpendInput): Promise<Result<SpendReport, SpendRefusal>> {
  const digest = await digestOf(input.path);
  let dryRun: SpendReport | undefined;
  try {
    const table = await openTable(input.path);
    try {
      return await transactOrRefuse(db, async (tx) => {
        const imported = await importTable(tx, input, { table, digest });
        if (!imported.ok || !input.isDryRun) return imported;
        dryRun = { ...imported.value, importId: undefined };
        throw new TakenBack();
      });
    } finally {
      await table.close();
    }
  } catch (error) {
    if (error instanceof TakenBack && dryRun !== undefined) return ok(dryRun);
    if (!(error instanceof BrokenFile)) throw error;
    return refuse('unreadable', error.line > 0 ? `line ${error.line}: ${error.message}` : error.message);
  }
}

class TakenBack extends Error {}

async function importTable(
  tx: Tx,
  input: SpendInput,
  { table, digest }: { readonly table: Table; readonly digest: string },
): Promise<Result<SpendReport, SpendRefusal>> {
  const header = headerOf(table.names);
  const { mapping = {} } = input;
  const problem = spendProblem(header, mapping);
  if (problem !== undefined) throw new BrokenFile('not_spend', problem, 1);
  await lockHistory(tx);
  const before = await findTrafficOf(tx, digest);
  if (before !== undefined) return refuse('already_imported', `this file is import ${before}`);
  const shop = await readShop(tx);
  const tool = spendToolOf(header);
  const origin = input.origin ?? tool;
  const about = { ...input, digest, tool, origin, zone: shop.timeZone, mapping };
  const importId = await insertSpendImport(tx, about);
  const { source, medium, currency = shop.defaultCurrency } = input;
  const read = spendReader(header, mapping, {
    ...{ markOf: table.markOf, momentOf: momentReader(shop.timeZone, input.dates), currency },
    ...(source === undefined ? {} : { source }),
    ...(medium === undefined ? {} : { medium }),
  });
  const counts = { rows: 0, errors: 0, kept: 0 };
  const issues: Issue[] = [];
  for await (const batch of table.batches) {
    const found: SpendRow[] = [];
    for (const row of batch) {
      const reading = read(row);
      counts.rows += 1;
      counts.errors += reading.issues.length;
      issues.push(...reading.issues.slice(0, Math.max(0, MOST_ISSUES - issues.length)));
      if (reading.row !== undefined) found.push(reading.row);
    }
    for (let at = 0; at < found.length; at += BATCH) {
      await insertSpend(tx, importId, found.slice(at, at + BATCH));
    }
    counts.kept += found.length;
  }
  const knownRows = await dropKnownSpend(tx, importId, origin);
  if (counts.kept === knownRows) return refuse('nothing_new', nothingNew(counts, origin, issues));
  await sql`
    update history.import set summary = ${JSON.stringify({ ...counts, knownRows })}::jsonb
    where id = ${importId}`.execute(tx);
  const { rows, errors } = counts;
  return ok({ importId, tool, origin, rows, knownRows, errors, issues, sums: await sumSpend(tx, importId) });
}

function nothingNew(
  { rows, kept, errors }: Readonly<Record<'rows' | 'kept' | 'errors', number>>,
  origin: string,
  [first]: readonly Issue[],
): string {
  if (kept > 0) return `all days of these campaigns are in earlier imports of "${origin}"`;
  const example = first === undefined ? '' : `; line ${first.line}: ${first.message}`;
  return `of ${rows} rows none can be read, ${errors} are wrong${example}`;
}
