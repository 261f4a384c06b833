import { z } from 'zod';
import { isScope, SCOPES } from '../../../../modules/access/index.ts';
import { endpoint, id, instant, list, text, uuid } from '../../../../platform/api/index.ts';
import { DONE, language } from './staff-fields.ts';

const member = z
  .object({
    ...{ id: uuid(), name: z.string(), email: z.string(), language: language() },
    roles: z.array(z.string()).meta({ description: 'Names of built-in roles, ids of the shop’s own.' }),
    createdAt: instant(),
    lastSeenAt: instant().optional(),
    passkeys: z.int(),
    hasAuthenticator: z.boolean(),
  })
  .meta({ id: 'Member' });

const grant = z
  .object({
    permission: z.string(),
    limit: z.string().optional().meta({ description: 'Of one act, a decimal in the shop’s first currency.' }),
  })
  .meta({ id: 'Grant' });
const role = z
  .object({ id: z.string(), name: z.string(), isBuiltIn: z.boolean(), grants: z.array(grant) })
  .meta({ id: 'Role' });

const invitation = z
  .object({
    ...{ id: uuid(), email: z.string(), roles: z.array(z.string()), language: language() },
    invitedBy: z.string().optional(),
    createdAt: instant(),
    expiresAt: instant(),
  })
  .meta({ id: 'Invitation' });
const sent = z.object({
  invitation,
  link: z.string().meta({ description: 'To hand over where mail does not arrive. In this answer only.' }),
});

const confirmation = z
  .object({
    refundsAbove: z.string().meta({
      description: 'One act that gives more than this back, in the shop’s first currency, by whatever means.',
    }),
  })
  .meta({ id: 'Confirmation' });

const read = { group: 'Team', method: 'GET', audience: 'team:read', rate: 'read' } as const;
const write = { group: 'Team', audience: 'team:write', rate: 'write', stepUp: true } as const;
const roleIds = list(text(40, 1), 20);
const permission = z.enum(Object.keys(SCOPES).filter(isScope));
const grants = list(
  z.strictObject({
    permission,
    limit: text(20).optional(),
  }),
  100,
);
const memberId = z.strictObject({ memberId: id<'member'>() });
const invitationId = z.strictObject({ invitationId: id<'invitation'>() });
const roleId = z.strictObject({ roleId: id<'role'>() });
const not_found = 404;
const roleRefusals = { unknown_role: 422, no_roles: 422, permission_not_held: 403 } as const;
const ownRoleRefusals = {
  invalid_name: 422,
  name_taken: 409,
  unknown_permission: 422,
  invalid_limit: 422,
  no_permissions: 422,
  permission_not_held: 403,
  not_found,
} as const;
const ofMember = { kind: 'member', id: 'memberId', read: 'readMember' } as const;

export const staffEndpoints = {
  listColleagues: endpoint({
    ...{ ...read, audience: 'staff', path: '/team/names', summary: 'Who works here or did, by name' },
    output: z.object({
      items: z.array(z.object({ id: uuid(), name: z.string(), isHere: z.boolean() })),
    }),
    refusals: {},
  }),
  listWhoMay: endpoint({
    ...{ ...read, audience: 'staff', path: '/team/who-may', summary: 'Who may do what you may not, by name' },
    query: z.strictObject({
      permission,
      amount: text(20).optional().meta({
        description: 'Of one act, in the shop’s first currency; left out, only who has no limit.',
      }),
    }),
    output: z.object({ items: z.array(z.object({ id: uuid(), name: z.string() })) }),
    refusals: { invalid_limit: 422 },
  }),
  readConfirmation: endpoint({
    ...{ ...read, path: '/team/confirmation', summary: 'When members confirm once more that it is they' },
    ...{ output: confirmation, refusals: {} },
  }),
  changeConfirmation: endpoint({
    ...{ ...write, audience: 'settings:write', method: 'PUT', path: '/team/confirmation' },
    summary: 'Say above which amount a refund is confirmed',
    body: z.strictObject({ refundsAbove: text(20, 1) }),
    ...{ output: confirmation, refusals: { invalid_limit: 422 } },
    changes: { kind: 'confirmation', read: 'readConfirmation' },
  }),
  listMembers: endpoint({
    ...{ ...read, path: '/team/members', summary: 'Everybody who works here, by name' },
    ...{ output: z.object({ items: z.array(member) }), refusals: {} },
  }),
  readMember: endpoint({
    ...{ ...read, path: '/team/members/{memberId}', summary: 'One member of staff', params: memberId },
    ...{ output: member, refusals: { not_found } },
  }),
  changeRoles: endpoint({
    ...{ ...write, method: 'PUT', path: '/team/members/{memberId}/roles', params: memberId },
    summary: 'Give a member these roles and no others',
    description: 'Nobody gives or takes what they do not have themselves. The last owner stays one.',
    body: z.strictObject({ roles: roleIds }),
    ...{ output: DONE, refusals: { ...roleRefusals, not_found, last_owner: 409 }, changes: ofMember },
  }),
  removeMember: endpoint({
    ...{ ...write, method: 'DELETE', path: '/team/members/{memberId}', params: memberId },
    summary: 'Take a member out of the team: out at once, everywhere',
    output: DONE,
    ...{ refusals: { ...roleRefusals, not_found, last_owner: 409 }, changes: ofMember },
  }),
  signMemberOut: endpoint({
    ...{ ...write, method: 'DELETE', path: '/team/members/{memberId}/sessions', params: memberId },
    ...{ summary: 'Sign a member out everywhere', output: DONE, changes: ofMember },
    refusals: { ...roleRefusals, not_found, last_owner: 409 },
  }),
  listInvitations: endpoint({
    ...{ ...read, path: '/team/invitations', summary: 'Invitations that nobody has accepted yet' },
    ...{ output: z.object({ items: z.array(invitation) }), refusals: {} },
  }),
  invite: endpoint({
    ...{ ...write, method: 'POST', path: '/team/invitations', summary: 'Invite somebody by mail' },
    ...{ idempotency: 'transaction', status: 201 },
    body: z.strictObject({ email: text(254), roles: roleIds, language: language() }),
    output: sent,
    refusals: { ...roleRefusals, invalid_email: 422, already_a_member: 409, already_invited: 409 },
    changes: { kind: 'invitation' },
  }),
  inviteAgain: endpoint({
    ...{ ...write, method: 'POST', path: '/team/invitations/{invitationId}/send', params: invitationId },
    ...{ summary: 'Send an invitation again, with another link', idempotency: 'transaction', output: sent },
    refusals: { not_found, unknown_role: 422, permission_not_held: 403 },
    changes: { kind: 'invitation', id: 'invitationId' },
  }),
  revokeInvitation: endpoint({
    ...{ ...write, method: 'DELETE', path: '/team/invitations/{invitationId}', params: invitationId },
    ...{ summary: 'Revoke an invitation', output: DONE },
    refusals: { not_found, permission_not_held: 403 },
    changes: { kind: 'invitation', id: 'invitationId' },
  }),
  listRoles: endpoint({
    ...{ ...read, path: '/team/roles', summary: 'Every role and what it allows' },
    output: z.object({
      items: z.array(role),
      permissions: z.array(z.object({ id: permission, about: z.string(), hasLimit: z.boolean() })),
    }),
    refusals: {},
  }),
  createRole: endpoint({
    ...{ ...write, method: 'POST', path: '/team/roles', summary: 'Make a role of your own' },
    ...{ idempotency: 'transaction', status: 201, body: z.strictObject({ name: text(60), grants }) },
    ...{ output: role, refusals: ownRoleRefusals, changes: { kind: 'role', id: 'id' } },
  }),
  changeRole: endpoint({
    ...{ ...write, method: 'PUT', path: '/team/roles/{roleId}', params: roleId },
    ...{ summary: 'Change a role of your own', body: z.strictObject({ name: text(60), grants }) },
    ...{ output: role, refusals: ownRoleRefusals, changes: { kind: 'role', id: 'roleId' } },
  }),
  removeRole: endpoint({
    ...{ ...write, method: 'DELETE', path: '/team/roles/{roleId}', params: roleId },
    ...{ summary: 'Remove a role that nobody has', output: DONE },
    refusals: { not_found, in_use: 409, permission_not_held: 403 },
    changes: { kind: 'role', id: 'roleId' },
  }),
};
