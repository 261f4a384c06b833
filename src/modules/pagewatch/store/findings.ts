import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Finding, FindingId, NewFinding } from '../finding.ts';

/** Keeps what was found; what is open already stays as it is. */
export async function insertFindings(
  tx: Tx,
  findings: readonly NewFinding[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = findings.map(({ is, ...finding }) => ({ ...finding, id: newId<'finding'>(), is_now: is }));
  await sql`
    insert into pagewatch.finding (id, change, page, kind, subject, was, is_now, found_at)
    select id, change, page, kind, subject, was, is_now, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, change text, page text, kind text, subject text, was text, is_now text)
    on conflict do nothing`.execute(tx);
}

/** Closes what earlier looks found and this one did not. What browsers refused is no matter of looks. */
export async function closeGone(tx: Tx, still: readonly NewFinding[], now: Temporal.Instant): Promise<void> {
  const rows = still.map(({ is, ...finding }) => ({ ...finding, is_now: is }));
  await sql`
    update pagewatch.finding set closed_at = ${now.toString()}::timestamptz, closed_by = 'gone'
    where closed_at is null and change <> 'refused' and not exists (
      select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (change text, page text, kind text, subject text, was text, is_now text)
      where (given.change, given.page, given.kind, given.subject, given.was, given.is_now)
        = (finding.change, finding.page, finding.kind, finding.subject, finding.was, finding.is_now))`.execute(
    tx,
  );
}

export async function closeAllFindings(tx: Tx, now: Temporal.Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update pagewatch.finding set closed_at = ${now.toString()}::timestamptz, closed_by = 'approved'
    where closed_at is null`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Marks as told what was not, and says which. */
export async function takeUntold(tx: Tx, now: Temporal.Instant): Promise<FindingId[]> {
  const { rows } = await sql<{ id: FindingId }>`
    update pagewatch.finding set told_at = ${now.toString()}::timestamptz
    where told_at is null and closed_at is null
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The latest first, at most `limit`. */
export async function readFindings(
  db: Db,
  {
    ids,
    isOpen,
    limit = 100,
  }: { readonly ids?: readonly string[]; readonly isOpen?: boolean; readonly limit?: number },
): Promise<Finding[]> {
  const { rows } = await sql<FindingRow>`
    select id, change, page, kind, subject, was, is_now as "is", found_at as "foundAt", closed_at as "closedAt",
      closed_by as "closedBy"
    from pagewatch.finding
    where (${ids === undefined} or id = any(${[...(ids ?? [])]}::uuid[]))
      and (${isOpen === undefined} or (closed_at is null) = ${isOpen ?? true})
    order by found_at desc, id desc limit ${limit}`.execute(db);
  return rows.map(({ closedAt, closedBy, ...row }) => {
    return { ...row, closed: closedAt && closedBy ? { at: closedAt, by: closedBy } : undefined };
  });
}

type FindingRow = Omit<Finding, 'closed'> & {
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: 'gone' | 'approved' | null;
};
