import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { newToken } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { parseEmail } from '../../../platform/mail/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { readShop } from '../../markets/index.ts';
import { writeToTeam } from '../mail/write-to-team.ts';
import type { Language } from '../member.ts';
import { rolesOf } from '../roles/read-roles.ts';
import {
  type Invitation,
  insertLink,
  replaceToken,
  revokeInvitationRow,
  selectInvitations,
} from '../store/invitations.ts';
import { readMemberByEmail } from '../store/members.ts';
import { INVITATION_DAYS, type InvitationId, linkPath } from '../welcome/link.ts';
import { type By, mayGiveAll, NOT_HELD, readGiver, refuseRoles } from './giver.ts';

export type InvitationRefusal = Refusal<
  | 'invalid_email'
  | 'already_a_member'
  | 'already_invited'
  | 'unknown_role'
  | 'no_roles'
  | 'permission_not_held'
>;

/** `path`: the link that went by mail, to hand over where mail does not arrive; shown in this answer only. */
export type Sent = { readonly invitation: Invitation; readonly path: string };

/** Invites somebody by mail, for a week, with roles that the one who invites has. */
export async function invite(
  tx: Tx,
  secrets: Secrets,
  input: {
    readonly email: string;
    readonly roles: readonly string[];
    readonly language: Language;
    readonly by: By;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Sent, InvitationRefusal>> {
  const { roles, language, by, now } = input;
  const email = parseEmail(input.email);
  if (email === undefined) return refuse('invalid_email', 'this is no e-mail address', 'email');
  if (roles.length === 0) return refuse('no_roles', 'choose a role', 'roles');
  const mayAll = await mayGiveAll(tx, await readGiver(tx, by), roles);
  if (mayAll !== 'yes') return refuseRoles(mayAll);
  if (await readMemberByEmail(tx, email)) {
    return refuse('already_a_member', 'somebody of the team has this address', 'email');
  }
  const [id, token] = [newId<'invitation'>(), newToken()];
  const expiresAt = now.add({ hours: 24 * INVITATION_DAYS });
  const invitedBy = by.kind === 'member' ? by.id : undefined;
  const link = { id, kind: 'invited', token, email, roles, invitedBy, language, now, expiresAt } as const;
  if (!(await insertLink(tx, link))) {
    return refuse('already_invited', 'this address is invited already: send it again, or revoke it', 'email');
  }
  return send(tx, secrets, { id, token, now });
}

/** Sends an invitation again, for another week, with another link: the former is worth nothing then. */
export async function inviteAgain(
  tx: Tx,
  secrets: Secrets,
  input: { readonly id: InvitationId; readonly by: By; readonly now: Temporal.Instant },
): Promise<Result<Sent, Refusal<'not_found' | 'unknown_role' | 'permission_not_held'>>> {
  const { id, by, now } = input;
  const [open] = await selectInvitations(tx, id);
  if (open === undefined) return NOT_FOUND;
  const mayAll = await mayGiveAll(tx, await readGiver(tx, by), open.roles);
  if (mayAll !== 'yes') return refuseRoles(mayAll);
  const token = newToken();
  const expiresAt = now.add({ hours: 24 * INVITATION_DAYS });
  return (await replaceToken(tx, { id, token, expiresAt }))
    ? send(tx, secrets, { id, token, now })
    : NOT_FOUND;
}

/** The link is worth nothing from the commit on. */
export async function revokeInvitation(
  tx: Tx,
  input: { readonly id: InvitationId; readonly by: By; readonly now: Temporal.Instant },
): Promise<Result<Invitation, Refusal<'not_found' | 'permission_not_held'>>> {
  const [open] = await selectInvitations(tx, input.id);
  if (open === undefined) return NOT_FOUND;
  if ((await mayGiveAll(tx, await readGiver(tx, input.by), open.roles)) === 'permission_not_held')
    return NOT_HELD;
  if (!(await revokeInvitationRow(tx, input))) return NOT_FOUND;
  await tell(tx, 'staff.changed', {});
  return ok(open);
}

/** Those that nobody has accepted yet, the newest first. */
export function listInvitations(db: Db): Promise<Invitation[]> {
  return selectInvitations(db);
}

const NOT_FOUND = refuse('not_found', 'there is no open invitation with this id', 'id');

async function send(
  tx: Tx,
  secrets: Secrets,
  { id, token, now }: { readonly id: InvitationId; readonly token: string; readonly now: Temporal.Instant },
): Promise<{ readonly ok: true; readonly value: Sent }> {
  const [invitation] = await selectInvitations(tx, id);
  if (invitation === undefined) throw new RangeError('an invitation was written and is not there');
  const { email, language, expiresAt } = invitation;
  const roles = (await rolesOf(tx, invitation.roles)).map(({ name }) => name);
  const { name: shop } = await readShop(tx);
  await writeToTeam(tx, {
    ...{ to: email, language, now },
    model: {
      ...{ kind: 'invitation', invitedBy: invitation.invitedBy ?? shop, roles },
      ...{ sealedToken: secrets.seal(token), expiresAt: expiresAt.toString() },
    },
  });
  await tell(tx, 'staff.changed', {});
  return ok({ invitation, path: linkPath(token) });
}
