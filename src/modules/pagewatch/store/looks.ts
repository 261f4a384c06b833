import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { SeenPage } from '../page.ts';

export type Look = {
  readonly id: Id<'look'>;
  readonly pages: readonly SeenPage[];
  readonly lookedAt: Temporal.Instant;
};

export type Approval = {
  readonly id: Id<'approval'>;
  readonly lookId: Id<'look'>;
  readonly pages: readonly SeenPage[];
  readonly approvedBy: string;
  readonly reason: string;
  readonly approvedAt: Temporal.Instant;
};

export async function insertLook(tx: Tx, look: Look): Promise<void> {
  await sql`
    insert into pagewatch.look (id, pages, looked_at)
    values (${look.id}, ${JSON.stringify(look.pages)}::jsonb, ${look.lookedAt.toString()}::timestamptz)`.execute(
    tx,
  );
}

export async function readLastLook(db: Db): Promise<Look | undefined> {
  const { rows } = await sql<Look>`
    select id, pages, looked_at as "lookedAt" from pagewatch.look order by looked_at desc, id desc limit 1`.execute(
    db,
  );
  return rows[0];
}

/** The approval that holds: the last one. */
export async function readApproval(db: Db): Promise<Approval | undefined> {
  const { rows } = await sql<Approval>`
    select id, look_id as "lookId", pages, approved_by as "approvedBy", reason, approved_at as "approvedAt"
    from pagewatch.approval order by approved_at desc, id desc limit 1`.execute(db);
  return rows[0];
}

export async function insertApproval(tx: Tx, approval: Approval): Promise<void> {
  const { id, lookId, pages, approvedBy, reason, approvedAt } = approval;
  await sql`
    insert into pagewatch.approval (id, look_id, pages, approved_by, reason, approved_at)
    values (${id}, ${lookId}, ${JSON.stringify(pages)}::jsonb, ${approvedBy}, ${reason},
      ${approvedAt.toString()}::timestamptz)`.execute(tx);
}

/** Two checks at once wait for one another: the later one sees what the earlier one found. */
export async function lockWatch(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pagewatch'))`.execute(tx);
}

export async function deleteOldLooks(tx: Tx, before: Temporal.Instant): Promise<void> {
  await sql`delete from pagewatch.look where looked_at < ${before.toString()}::timestamptz`.execute(tx);
}
