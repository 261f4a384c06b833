import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Member, MemberId } from '../member.ts';
import { mayGive } from '../roles/granted.ts';
import { rolesOf } from '../roles/read-roles.ts';
import { revokeLinksOf } from '../store/invitations.ts';
import { isLastOwner, lockMember, markRemoved, readMember, replaceRoles } from '../store/members.ts';
import { endSessions } from '../store/sessions.ts';
import { type By, mayGiveAll, NOT_HELD, readGiver, refuseRoles } from './giver.ts';

export type TeamRefusal = Refusal<
  'not_found' | 'unknown_role' | 'no_roles' | 'permission_not_held' | 'last_owner'
>;

const NOT_FOUND = refuse('not_found', 'nobody of the team has this id', 'id');
const LAST_OWNER = refuse(
  'last_owner',
  'a shop has an owner: make somebody else one before this one goes',
  'roles',
);

type Change = { readonly id: MemberId; readonly by: By; readonly now: Temporal.Instant };

/** Gives a member these roles and no others, from the next request on. */
export async function changeRoles(
  tx: Tx,
  input: Change & { readonly roles: readonly string[] },
): Promise<Result<Member, TeamRefusal>> {
  const { id, by, roles } = input;
  if (roles.length === 0) {
    return refuse('no_roles', 'a member has a role; who may do nothing any more is removed', 'roles');
  }
  const found = await lockForChange(tx, id, by);
  if (!found.ok) return found;
  const mayAll = await mayGiveAll(tx, await readGiver(tx, by), roles);
  if (mayAll !== 'yes') return refuseRoles(mayAll);
  if (!roles.includes('owner') && (await isLastOwner(tx, id))) return LAST_OWNER;
  await replaceRoles(tx, id, roles);
  await tell(tx, 'staff.changed', { memberId: id });
  const changed = await readMember(tx, id);
  return changed === undefined ? NOT_FOUND : ok(changed);
}

/**
 * Takes a member out of the team: signed out everywhere from the commit on, and whom they invited and who has not come
 * yet does not come by that invitation. The name stays with what they did.
 */
export async function removeMember(tx: Tx, input: Change): Promise<Result<Member, TeamRefusal>> {
  const { id, by, now } = input;
  const found = await lockForChange(tx, id, by);
  if (!found.ok) return found;
  if (await isLastOwner(tx, id)) return LAST_OWNER;
  await markRemoved(tx, id, now);
  await endSessions(tx, { memberId: id, now });
  await revokeLinksOf(tx, { memberId: id, now });
  await tell(tx, 'staff.changed', { memberId: id });
  return found;
}

/** Signs a member out of every browser; the way to sign in stays. */
export async function signMemberOut(tx: Tx, input: Change): Promise<Result<number, TeamRefusal>> {
  const { id, by, now } = input;
  const found = await lockForChange(tx, id, by);
  return found.ok ? ok(await endSessions(tx, { memberId: id, now })) : found;
}

/** Who may more than the one who asks is not theirs to change. */
async function lockForChange(tx: Tx, id: MemberId, by: By): Promise<Result<Member, TeamRefusal>> {
  const member = await lockMember(tx, id);
  if (member === undefined) return NOT_FOUND;
  const [giver, roles] = [await readGiver(tx, by), await rolesOf(tx, member.roles)];
  return roles.every((role) => mayGive(giver, role)) ? ok(member) : NOT_HELD;
}
