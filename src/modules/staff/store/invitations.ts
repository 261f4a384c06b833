import { sql } from 'kysely';
import { tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Language, MemberId } from '../member.ts';
import type { InvitationId, Link, LinkKind } from '../welcome/link.ts';

export async function insertLink(
  tx: Tx,
  link: {
    readonly id: InvitationId;
    readonly kind: LinkKind;
    readonly token: string;
    readonly email?: string;
    readonly roles?: readonly string[];
    readonly memberId?: MemberId;
    readonly invitedBy?: string | undefined;
    readonly language?: Language;
    readonly now: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into staff.invitation (id, kind, token_hash, email, roles, member_id, invited_by, language, created_at,
      expires_at)
    values (${link.id}, ${link.kind}, ${tokenHash(link.token)}, ${link.email ?? null},
      ${link.roles ?? []}::text[], ${link.memberId ?? null}, ${link.invitedBy ?? null}, ${link.language ?? 'en'},
      ${link.now.toString()}, ${link.expiresAt.toString()})
    on conflict (lower(email)) where kind = 'invited' and used_at is null and revoked_at is null do nothing
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Links of a kind that were not used are worth nothing from now on. */
export async function revokeLinks(
  tx: Tx,
  input: { readonly kind: LinkKind; readonly memberId?: MemberId; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update staff.invitation set revoked_at = ${input.now.toString()}
    where kind = ${input.kind} and used_at is null and revoked_at is null
      and member_id is not distinct from ${input.memberId ?? null}::uuid`.execute(tx);
}

type LinkRow = {
  id: InvitationId;
  kind: LinkKind;
  email: string | null;
  roles: string[];
  member_id: MemberId | null;
  language: Language;
  expires_at: Temporal.Instant;
};

const LINK = sql`id, kind, email, roles, member_id, language, expires_at`;

/** The link of this token, while it is good. */
export async function findLink(db: Db, token: string, now: Temporal.Instant): Promise<Link | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<LinkRow>`
    select ${LINK} from staff.invitation where token_hash = ${hash} and ${isOpen(now)}`.execute(db);
  return rows.map(linkOf)[0];
}

/** Uses the link up: of two at once one does. */
export async function takeLink(tx: Tx, token: string, now: Temporal.Instant): Promise<Link | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<LinkRow>`
    update staff.invitation set used_at = ${now.toString()} where token_hash = ${hash} and ${isOpen(now)}
    returning ${LINK}`.execute(tx);
  return rows.map(linkOf)[0];
}

/** An invitation that nobody has accepted yet. */
export type Invitation = {
  readonly id: InvitationId;
  readonly email: string;
  readonly roles: readonly string[];
  readonly language: Language;
  readonly invitedBy: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
};

export async function selectInvitations(db: Db, id?: InvitationId): Promise<Invitation[]> {
  const { rows } = await sql<{
    id: InvitationId;
    email: string;
    roles: string[];
    language: Language;
    invited_by: string | null;
    created_at: Temporal.Instant;
    expires_at: Temporal.Instant;
  }>`
    select id, email, roles, language, created_at, expires_at,
      (select name from staff.member where member.id = invitation.invited_by) as invited_by
    from staff.invitation
    where kind = 'invited' and used_at is null and revoked_at is null
      and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    order by created_at desc, id desc limit 500`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, email: row.email, roles: row.roles, language: row.language },
    invitedBy: row.invited_by ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

/** What somebody who has gone had invited to, and their own way back. */
export async function revokeLinksOf(
  tx: Tx,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update staff.invitation set revoked_at = ${now.toString()}
    where used_at is null and revoked_at is null and (invited_by = ${memberId} or member_id = ${memberId})`.execute(
    tx,
  );
}

/** Another link in the place of the one that was sent; whether the invitation is still open. */
export async function replaceToken(
  tx: Tx,
  input: { readonly id: InvitationId; readonly token: string; readonly expiresAt: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update staff.invitation set token_hash = ${tokenHash(input.token)}, expires_at = ${input.expiresAt.toString()}
    where id = ${input.id} and kind = 'invited' and used_at is null and revoked_at is null
    returning id`.execute(tx);
  return rows.length > 0;
}

export async function revokeInvitationRow(
  tx: Tx,
  { id, now }: { readonly id: InvitationId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update staff.invitation set revoked_at = ${now.toString()}
    where id = ${id} and kind = 'invited' and used_at is null and revoked_at is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

function isOpen(now: Temporal.Instant) {
  return sql`used_at is null and revoked_at is null and expires_at > ${now.toString()}::timestamptz`;
}

function linkOf(row: LinkRow): Link {
  return {
    ...{ id: row.id, kind: row.kind, roles: row.roles, language: row.language, expiresAt: row.expires_at },
    email: row.email ?? undefined,
    memberId: row.member_id ?? undefined,
  };
}
