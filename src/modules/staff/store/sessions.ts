import { sql } from 'kysely';
import { tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MemberId } from '../member.ts';
import type { Grant } from '../roles/role.ts';
import {
  FORMER_SECONDS,
  IDLE_HOURS,
  SESSION_DAYS,
  type SessionId,
  type SignInMethod,
  type StaffSession,
} from '../sessions/session.ts';
import { grantOf } from './roles.ts';

type Row = {
  id: SessionId;
  method: SignInMethod;
  ip: string;
  user_agent: string;
  created_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
};

const SESSION = sql`session.id, session.method, session.ip, session.user_agent, session.created_at,
  session.last_seen_at`;

export async function insertSession(
  tx: Tx,
  input: {
    readonly memberId: MemberId;
    readonly session: StaffSession;
    readonly token: string;
    readonly steppedUpAt: Temporal.Instant | undefined;
  },
): Promise<void> {
  const { session } = input;
  await sql`
    insert into staff.session (id, member_id, token_hash, method, ip, user_agent, created_at, last_seen_at,
      stepped_up_at)
    values (${session.id}, ${input.memberId}, ${tokenHash(input.token)}, ${session.method}, ${session.ip},
      ${session.userAgent}, ${session.createdAt.toString()}, ${session.lastSeenAt.toString()},
      ${input.steppedUpAt?.toString() ?? null})`.execute(tx);
}

export type Known = {
  readonly session: StaffSession;
  readonly memberId: MemberId;
  readonly name: string;
  readonly steppedUpAt: Temporal.Instant | undefined;
  readonly roles: readonly string[];
  /** What roles of the shop's own allow. */
  readonly ownGrants: readonly Grant[];
};

/** Whom a token is known as: one statement, asked at each request. */
export async function findByToken(db: Db, token: string, now: Temporal.Instant): Promise<Known | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<
    Row & {
      member_id: MemberId;
      name: string;
      stepped_up_at: Temporal.Instant | null;
      roles: string[];
      own_grants: { permission: string; limit: string | null }[];
    }
  >`
    select ${SESSION}, member.id as member_id, member.name,
      case when token_hash = ${hash} then stepped_up_at end as stepped_up_at,
      array(select role from staff.assignment where member_id = member.id order by role) as roles,
      coalesce((
        select json_agg(json_build_object('permission', permission, 'limit', trim_scale(limit_amount)::text))
        from staff.assignment join staff.role_grant on role_grant.role_id::text = assignment.role
        where assignment.member_id = member.id), '[]') as own_grants
    from staff.session join staff.member on member.id = session.member_id
    where (token_hash = ${hash} or former_hash = ${hash} and former_until > ${now.toString()}::timestamptz)
      and ${isAlive(now)} and removed_at is null`.execute(db);
  return rows.map((row) => ({
    session: sessionOf(row),
    memberId: row.member_id,
    name: row.name,
    steppedUpAt: row.stepped_up_at ?? undefined,
    roles: row.roles,
    ownGrants: row.own_grants.flatMap(grantOf),
  }))[0];
}

export async function noteSeen(db: Db, id: SessionId, now: Temporal.Instant): Promise<void> {
  await sql`
    update staff.session set last_seen_at = greatest(last_seen_at, ${now.toString()}::timestamptz)
    where id = ${id}`.execute(db);
}

/** Another token for a session that has confirmed who it is; whether it still lives. */
export async function confirmSession(
  tx: Tx,
  input: { readonly id: SessionId; readonly token: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const now = input.now.toString();
  const { rows } = await sql`
    update staff.session set token_hash = ${tokenHash(input.token)}, former_hash = token_hash,
      former_until = ${input.now.add({ seconds: FORMER_SECONDS }).toString()}, stepped_up_at = ${now},
      last_seen_at = ${now}
    where id = ${input.id} and ${isAlive(input.now)} returning id`.execute(tx);
  return rows.length > 0;
}

/** The browsers in which a member is signed in, the latest first. */
export async function selectSessions(
  db: Db,
  memberId: MemberId,
  now: Temporal.Instant,
): Promise<StaffSession[]> {
  const { rows } = await sql<Row>`
    select ${SESSION} from staff.session where member_id = ${memberId} and ${isAlive(now)}
    order by last_seen_at desc, id desc limit 200`.execute(db);
  return rows.map(sessionOf);
}

/** Ends sessions of this member: this one, or all but one, or all. */
export async function endSessions(
  tx: Tx,
  input: {
    readonly memberId: MemberId;
    readonly only?: SessionId | undefined;
    readonly except?: SessionId | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  const { only, except } = input;
  const { rows } = await sql`
    update staff.session set revoked_at = ${input.now.toString()}
    where member_id = ${input.memberId} and revoked_at is null
      and (${only ?? null}::uuid is null or id = ${only ?? null}::uuid)
      and (${except ?? null}::uuid is null or id <> ${except ?? null}::uuid)
    returning id`.execute(tx);
  return rows.length;
}

export async function deleteEndedSessions(db: Db, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 24 * SESSION_DAYS }).toString();
  await sql`delete from staff.session where created_at < ${before}::timestamptz`.execute(db);
}

function isAlive(now: Temporal.Instant) {
  const opened = now.subtract({ hours: 24 * SESSION_DAYS }).toString();
  const seen = now.subtract({ hours: IDLE_HOURS }).toString();
  return sql`revoked_at is null and session.created_at > ${opened}::timestamptz
    and last_seen_at > ${seen}::timestamptz`;
}

function sessionOf(row: Row): StaffSession {
  return {
    id: row.id,
    method: row.method,
    ip: row.ip,
    userAgent: row.user_agent,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}
