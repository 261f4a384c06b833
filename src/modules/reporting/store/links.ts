import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Link, LinkId, LinkSource } from '../link/link.ts';
import type { ScheduleId } from '../schedule/schedule.ts';
import { LANGUAGES } from '../words/words.ts';
import { blocksWire } from './documents.ts';

type Row = {
  id: LinkId;
  title: string;
  language: string;
  schedule_id: ScheduleId | null;
  blocks: unknown;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  last_opened_on: Temporal.PlainDate | null;
  opened_count: number;
};

const COLUMNS = sql`id, title, language, schedule_id, blocks, may_see_costs, created_by, created_at, expires_at, revoked_at,
  last_opened_on, opened_count`;

/** The latest first. */
export async function selectLinks(db: Db): Promise<readonly Link[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.link order by created_at desc, id desc limit 500`.execute(db);
  return rows.map(linkOf);
}

export async function selectLink(db: Db, digest: Buffer): Promise<Link | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.link where digest = ${digest}`.execute(db);
  return rows.map(linkOf)[0];
}

export async function insertLink(tx: Tx, link: Link, digest: Buffer): Promise<void> {
  const { source } = link;
  await sql`
    insert into reporting.link (id, digest, title, language, schedule_id, blocks, may_see_costs, created_by, created_at,
      expires_at)
    values (${link.id}, ${digest}, ${link.title}, ${link.language},
      ${source.kind === 'schedule' ? source.scheduleId : null},
      ${source.kind === 'blocks' ? JSON.stringify(source.blocks) : null}::jsonb, ${link.maySeeCosts},
      ${link.createdBy}, ${link.createdAt.toString()}::timestamptz, ${link.expiresAt.toString()}::timestamptz)`.execute(
    tx,
  );
}

/** `false`: there is none. Taken back twice is taken back once. */
export async function markRevoked(tx: Tx, id: LinkId, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    update reporting.link set revoked_at = coalesce(revoked_at, ${now.toString()}::timestamptz)
    where id = ${id} returning 1`.execute(tx);
  return rows.length > 0;
}

export async function noteOpened(db: Db, id: LinkId, day: Temporal.PlainDate): Promise<void> {
  await sql`
    update reporting.link set opened_count = opened_count + 1, last_opened_on = ${day.toString()}::date
    where id = ${id}`.execute(db);
}

export async function countLinks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reporting.link`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Those that have been of no use since before then. */
export async function deleteLinks(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from reporting.link where least(revoked_at, expires_at) < ${before.toString()}::timestamptz`.execute(
    db,
  );
}

function linkOf(row: Row): Link {
  const { id, title } = row;
  const language = LANGUAGES.find((one) => one === row.language);
  if (language === undefined) throw new TypeError(`${row.language} is no language of reports`);
  return {
    ...{ id, title, language, source: sourceOf(row), maySeeCosts: row.may_see_costs },
    ...{ createdBy: row.created_by, createdAt: row.created_at, expiresAt: row.expires_at },
    ...{ revokedAt: row.revoked_at ?? undefined, lastOpenedOn: row.last_opened_on ?? undefined },
    openedCount: row.opened_count,
  };
}

function sourceOf({ schedule_id: scheduleId, blocks }: Row): LinkSource {
  return scheduleId === null
    ? { kind: 'blocks', blocks: blocksWire.parse(blocks) }
    : { kind: 'schedule', scheduleId };
}
