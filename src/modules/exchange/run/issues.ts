import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Issue } from '../issue.ts';
import type { ImportRunId } from './import-run.ts';

/** How many a run lists; all are counted. */
export const MOST_ISSUES = 10_000;

/** Adds to a run's report: those beyond the most a run lists are only counted, behind one line that says so. */
export async function insertIssues(tx: Tx, id: ImportRunId, issues: readonly Issue[]): Promise<void> {
  if (issues.length === 0) return;
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const { rows } = await sql<{ total: number }>`
    update exchange.import_run set errors = errors + ${errors}, warnings = warnings + ${issues.length - errors}
    where id = ${id} returning errors + warnings as total
  `.execute(tx);
  const total = rows[0]?.total ?? issues.length;
  const before = total - issues.length;
  const listed = issues.slice(0, Math.max(0, MOST_ISSUES - before));
  const isCrossed = before <= MOST_ISSUES && total > MOST_ISSUES;
  await insertRows(tx, id, isCrossed ? [...listed, FULL] : listed);
}

const FULL: Issue = {
  line: 0,
  column: undefined,
  severity: 'warning',
  code: 'more_issues',
  message: `There are more than ${MOST_ISSUES.toLocaleString('en')} issues; the others are counted and not listed.`,
};

async function insertRows(tx: Tx, id: ImportRunId, issues: readonly Issue[]): Promise<void> {
  if (issues.length === 0) return;
  const rows = issues.map((issue, place) => ({
    ...issue,
    place,
    column: issue.column?.slice(0, 200) ?? null,
  }));
  await sql`
    insert into exchange.import_issue (run_id, line, "column", severity, code, message)
    select ${id}, issue.line, issue."column", issue.severity, issue.code, issue.message
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as issue (line bigint, "column" text, severity text, code text, message text, place bigint)
    order by issue.place
  `.execute(tx);
}

/** In the order in which they were found; `after` is the number of the last one of the page before. */
export async function readIssues(
  db: Db,
  id: ImportRunId,
  page: { readonly after?: bigint; readonly limit: number },
): Promise<{ readonly number: bigint; readonly issue: Issue }[]> {
  type Row = Omit<Issue, 'column' | 'line'> & { number: bigint; line: bigint; column: string | null };
  const { rows } = await sql<Row>`
    select number, line, "column", severity, code, message from exchange.import_issue
    where run_id = ${id} and number > ${page.after ?? 0n} order by number limit ${page.limit}
  `.execute(db);
  return rows.map(({ number, line, column, ...rest }) => ({
    number,
    issue: { ...rest, line: Number(line), column: column ?? undefined },
  }));
}

/** All that were found, listed or not. */
export async function countIssues(db: Db, id: ImportRunId): Promise<{ errors: number; warnings: number }> {
  const { rows } = await sql<{ errors: number; warnings: number }>`
    select errors, warnings from exchange.import_run where id = ${id}
  `.execute(db);
  return rows[0] ?? { errors: 0, warnings: 0 };
}
