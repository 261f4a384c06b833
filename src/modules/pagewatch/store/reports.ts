import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';

/** What browsers refused to load or run, alike: how often since when. */
export type RefusedGroup = {
  readonly page: string;
  readonly directive: string;
  /** An origin, or `inline`, `eval`. */
  readonly blocked: string;
  readonly count: number;
};

export type RefusedReport = Omit<RefusedGroup, 'count'> & {
  readonly count: bigint;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
};

/** Adds to the groups that are there, and keeps new ones while there is room; those are returned. */
export async function addToReports(
  tx: Tx,
  groups: readonly RefusedGroup[],
  { now, mostGroups }: { readonly now: Temporal.Instant; readonly mostGroups: number },
): Promise<Omit<RefusedGroup, 'count'>[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
    as given (page text, directive text, blocked text, count bigint)`;
  await sql`
    update pagewatch.report set count = report.count + given.count, last_at = ${now.toString()}::timestamptz
    from ${given}
    where (report.page, report.directive, report.blocked) = (given.page, given.directive, given.blocked)`.execute(
    tx,
  );
  const { rows } = await sql<Omit<RefusedGroup, 'count'>>`
    insert into pagewatch.report (page, directive, blocked, count, first_at, last_at)
    select page, directive, blocked, count, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
    from ${given}
    where not exists (
      select from pagewatch.report known
      where (known.page, known.directive, known.blocked) = (given.page, given.directive, given.blocked))
    limit greatest(0, ${mostGroups} - (select count(*) from pagewatch.report))
    on conflict do nothing
    returning page, directive, blocked`.execute(tx);
  return rows;
}

export async function readReports(db: Db, limit = 100): Promise<RefusedReport[]> {
  const { rows } = await sql<RefusedReport>`
    select page, directive, blocked, count, first_at as "firstAt", last_at as "lastAt"
    from pagewatch.report order by last_at desc, count desc limit ${limit}`.execute(db);
  return rows;
}

export async function deleteOldReports(tx: Tx, before: Temporal.Instant): Promise<void> {
  await sql`delete from pagewatch.report where last_at < ${before.toString()}::timestamptz`.execute(tx);
}
