import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Language, Member, MemberId, Theme } from '../member.ts';

type Row = {
  id: MemberId;
  name: string;
  email: string;
  language: Language;
  theme: Theme;
  created_at: Temporal.Instant;
  roles: string[];
};

const MEMBER = sql`member.id, member.name, member.email, member.language, member.theme, member.created_at,
  array(select role from staff.assignment where member_id = member.id order by role) as roles`;

/** One who works here now. */
export async function readMember(db: Db, id: string): Promise<Member | undefined> {
  const { rows } = await sql<Row>`
    select ${MEMBER} from staff.member where id = ${id} and removed_at is null`.execute(db);
  return rows.map(memberOf)[0];
}

export async function readMemberByEmail(db: Db, email: string): Promise<Member | undefined> {
  const { rows } = await sql<Row>`
    select ${MEMBER} from staff.member where lower(email) = lower(${email}) and removed_at is null`.execute(
    db,
  );
  return rows.map(memberOf)[0];
}

export type MemberRow = Member & {
  readonly lastSeenAt: Temporal.Instant | undefined;
  readonly passkeys: number;
  readonly hasAuthenticator: boolean;
};

/** Everybody who works here, by name. */
export async function listMembers(db: Db): Promise<MemberRow[]> {
  const { rows } = await sql<
    Row & { last_seen_at: Temporal.Instant | null; passkeys: number; has_totp: boolean }
  >`
    select ${MEMBER},
      (select max(last_seen_at) from staff.session where member_id = member.id) as last_seen_at,
      (select count(*)::int from staff.passkey where member_id = member.id) as passkeys,
      exists (select from staff.totp where member_id = member.id) as has_totp
    from staff.member where removed_at is null order by lower(name), id limit 1000`.execute(db);
  return rows.map((row) => ({
    ...memberOf(row),
    lastSeenAt: row.last_seen_at ?? undefined,
    passkeys: row.passkeys,
    hasAuthenticator: row.has_totp,
  }));
}

/** Who is or was here, by id: for mentions, timelines and the audit log. */
export async function readNames(db: Db): Promise<{ id: string; name: string; isHere: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; isHere: boolean }>`
    select id, name, removed_at is null as "isHere" from staff.member order by lower(name), id limit 2000`.execute(
    db,
  );
  return rows;
}

/** `false`: somebody has the address. */
export async function insertMember(tx: Tx, member: Omit<Member, 'roles'>): Promise<boolean> {
  const { rows } = await sql`
    insert into staff.member (id, name, email, language, theme, created_at)
    values (${member.id}, ${member.name}, ${member.email}, ${member.language}, ${member.theme},
      ${member.createdAt.toString()})
    on conflict (lower(email)) where removed_at is null do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function updateMember(
  tx: Tx,
  { id, name, language, theme }: Pick<Member, 'id' | 'name' | 'language' | 'theme'>,
): Promise<void> {
  await sql`
    update staff.member set name = ${name}, language = ${language}, theme = ${theme} where id = ${id}`.execute(
    tx,
  );
}

/** Locks the member against whoever changes the same one. */
export async function lockMember(tx: Tx, id: MemberId): Promise<Member | undefined> {
  await sql`select from staff.member where id = ${id} for update`.execute(tx);
  return readMember(tx, id);
}

/** Waits for everybody who makes the first owner or takes one away: what is read then holds until the commit. */
export async function waitForOwners(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('staff.owner'))`.execute(tx);
}

export async function isLastOwner(tx: Tx, id: MemberId): Promise<boolean> {
  await waitForOwners(tx);
  const owners = await ownersOf(tx);
  return owners.length === 1 && owners[0] === id;
}

export async function ownersOf(db: Db): Promise<MemberId[]> {
  const { rows } = await sql<{ id: MemberId }>`
    select member.id from staff.assignment join staff.member on member.id = assignment.member_id
    where role = 'owner' and removed_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

export async function replaceRoles(tx: Tx, id: MemberId, roles: readonly string[]): Promise<void> {
  await sql`
    insert into staff.assignment (member_id, role) select ${id}, unnest(${roles}::text[])
    on conflict do nothing`.execute(tx);
  await sql`delete from staff.assignment where member_id = ${id} and role <> all(${roles}::text[])`.execute(
    tx,
  );
}

export async function markRemoved(tx: Tx, id: MemberId, now: Temporal.Instant): Promise<void> {
  await sql`update staff.member set removed_at = ${now.toString()} where id = ${id}`.execute(tx);
}

function memberOf({ created_at: createdAt, ...row }: Row): Member {
  const { id, name, email, language, theme, roles } = row;
  return { id, name, email, language, theme, createdAt, roles };
}
