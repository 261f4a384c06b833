import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { newToken } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { insertLink, revokeLinks } from '../store/invitations.ts';
import { ownersOf, readMemberByEmail } from '../store/members.ts';
import { linkPath, OWNER_LINK_HOURS } from './link.ts';

/**
 * A link by which somebody at the shop's machine becomes its first owner, for a day; the one before is worth nothing then.
 *
 * @returns `/cockpit/welcome#…`, or `undefined` when the shop has an owner
 */
export async function firstOwnerLink(
  tx: Tx,
  { now }: { readonly now: Temporal.Instant },
): Promise<string | undefined> {
  if ((await ownersOf(tx)).length > 0) return undefined;
  const token = newToken();
  const expiresAt = now.add({ hours: OWNER_LINK_HOURS });
  await revokeLinks(tx, { kind: 'first_owner', now });
  await insertLink(tx, { id: newId(), kind: 'first_owner', token, roles: ['owner'], now, expiresAt });
  return linkPath(token);
}

/** A link by which a member who lost everything makes a new way to sign in; the old ones go when it is used. */
export async function recoveryLink(
  tx: Tx,
  { email, now }: { readonly email: string; readonly now: Temporal.Instant },
): Promise<Result<string, Refusal<'not_found'>>> {
  const member = await readMemberByEmail(tx, email);
  if (member === undefined)
    return refuse('not_found', `nobody of the team has the address ${email}`, 'email');
  const token = newToken();
  const expiresAt = now.add({ hours: OWNER_LINK_HOURS });
  const { id: memberId, language } = member;
  await revokeLinks(tx, { kind: 'recovery', memberId, now });
  await insertLink(tx, { id: newId(), kind: 'recovery', token, memberId, language, now, expiresAt });
  return ok(linkPath(token));
}
