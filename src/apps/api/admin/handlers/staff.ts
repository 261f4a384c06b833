import { ok, refuse } from '../../../../kernel/index.ts';
import { isScope, SCOPES } from '../../../../modules/access/index.ts';
import {
  changeConfirmation,
  changeRole,
  changeRoles,
  createRole,
  type Invitation,
  invite,
  inviteAgain,
  isLimit,
  LIMITED,
  listInvitations,
  listMembers,
  type MemberRow,
  type Role,
  readConfirmation,
  readNames,
  readRoles,
  removeMember,
  removeRole,
  revokeInvitation,
  signMemberOut,
  whoMay,
} from '../../../../modules/staff/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import type { staffEndpoints } from '../contract/staff.ts';
import type { AdminDeps } from '../deps.ts';
import { byOf } from '../staff-of.ts';

const DONE = ok({ isDone: true });

/** Members, invitations and roles. */
export function staffHandlers({ db, secrets }: AdminDeps): Handlers<typeof staffEndpoints> {
  return {
    listColleagues: async () => ok({ items: await readNames(db) }),
    listWhoMay: async ({ query: { permission, amount } }) => {
      if (amount !== undefined && !isLimit(amount)) {
        return refuse('invalid_limit', 'an amount such as 100.00', 'amount');
      }
      return ok({ items: await whoMay(db, { permission, ...(amount === undefined ? {} : { amount }) }) });
    },
    readConfirmation: async () => ok(await readConfirmation(db)),
    changeConfirmation: ({ body }) => transactOrRefuse(db, (tx) => changeConfirmation(tx, body)),
    listMembers: async () => ok({ items: (await listMembers(db)).map(memberAnswer) }),
    readMember: async ({ params: { memberId } }) => {
      const found = (await listMembers(db)).find(({ id }) => id === memberId);
      return found
        ? ok(memberAnswer(found))
        : refuse('not_found', 'nobody of the team has this id', 'memberId');
    },
    changeRoles: async ({ params: { memberId: id }, body: { roles }, caller, now }) => {
      const change = { id, roles, by: byOf(caller), now };
      const changed = await transactOrRefuse(db, (tx) => changeRoles(tx, change));
      return changed.ok ? DONE : changed;
    },
    removeMember: async ({ params: { memberId: id }, caller, now }) => {
      const removed = await transactOrRefuse(db, (tx) => removeMember(tx, { id, by: byOf(caller), now }));
      return removed.ok ? DONE : removed;
    },
    signMemberOut: async ({ params: { memberId: id }, caller, now }) => {
      const done = await transactOrRefuse(db, (tx) => signMemberOut(tx, { id, by: byOf(caller), now }));
      return done.ok ? DONE : done;
    },
    listInvitations: async () => ok({ items: (await listInvitations(db)).map(invitationAnswer) }),
    invite: async ({ body, caller, origin, now, tx }) => {
      const sent = await invite(tx, secrets, { ...body, by: byOf(caller), now });
      if (!sent.ok) return sent;
      const { invitation, path } = sent.value;
      return ok({ invitation: invitationAnswer(invitation), link: origin + path });
    },
    inviteAgain: async ({ params: { invitationId: id }, caller, origin, now, tx }) => {
      const sent = await inviteAgain(tx, secrets, { id, by: byOf(caller), now });
      if (!sent.ok) return sent;
      const { invitation, path } = sent.value;
      return ok({ invitation: invitationAnswer(invitation), link: origin + path });
    },
    revokeInvitation: async ({ params: { invitationId: id }, caller, now }) => {
      const revoked = await transactOrRefuse(db, (tx) => revokeInvitation(tx, { id, by: byOf(caller), now }));
      return revoked.ok ? DONE : revoked;
    },
    listRoles: async () => {
      const permissions = Object.keys(SCOPES)
        .filter(isScope)
        .map((id) => ({ id, about: SCOPES[id], hasLimit: LIMITED.includes(id) }));
      return ok({ items: (await readRoles(db)).map(roleAnswer), permissions });
    },
    createRole: async ({ body, caller, now, tx }) => {
      const made = await createRole(tx, { ...body, by: byOf(caller), now });
      return made.ok ? ok(roleAnswer(made.value)) : made;
    },
    changeRole: async ({ params: { roleId: id }, body, caller, now }) => {
      const change = { id, ...body, by: byOf(caller), now };
      const changed = await transactOrRefuse(db, (tx) => changeRole(tx, change));
      return changed.ok ? ok(roleAnswer(changed.value)) : changed;
    },
    removeRole: async ({ params: { roleId: id }, caller }) => {
      const removed = await transactOrRefuse(db, (tx) => removeRole(tx, { id, by: byOf(caller) }));
      return removed.ok ? DONE : removed;
    },
  };
}

function memberAnswer({ createdAt, lastSeenAt, theme: _theme, ...member }: MemberRow) {
  return { ...member, createdAt: createdAt.toString(), lastSeenAt: lastSeenAt?.toString() };
}

function invitationAnswer({ createdAt, expiresAt, ...invitation }: Invitation) {
  return { ...invitation, createdAt: createdAt.toString(), expiresAt: expiresAt.toString() };
}

function roleAnswer({ id, name, isBuiltIn, grants }: Role) {
  return { id, name, isBuiltIn, grants };
}
