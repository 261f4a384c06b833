import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aMember, invitationFor, joinByPasskey, STAFF_SECRETS } from '../../../../test/staff.ts';
import { expectOk, parseId, type Result } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import {
  changeRole,
  changeRoles,
  createRole,
  firstOwnerLink,
  invite,
  inviteAgain,
  listInvitations,
  listMembers,
  type MemberId,
  readMember,
  readStaffCaller,
  removeMember,
  removeRole,
  revokeInvitation,
  signMemberOut,
} from '../index.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const { db } = await testDatabase(16);
const write = <Value>(work: (tx: Tx) => Promise<Result<Value>>) => transactOrRefuse(db, work);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const by = (id: string) => ({ kind: 'member', id }) as const;
const callerOf = (token: string, now = NOW) =>
  readStaffCaller(db, { cookie: `x=1; __Host-institor_staff=${token}`, isSecure: true, now });

const owner = await aMember(db, NOW);
const manager = await aMember(db, NOW, ['manager']);

test('a member may what their roles allow together, up to the higher limit, from the next request on', async () => {
  const support = await aMember(db, NOW, ['support']);
  const before = await callerOf(support.token);
  assert.equal(before?.limits.get('orders:refund'), 10_000n);
  assert.equal(before?.permissions.has('settings:read'), false);
  const role = expectOk(
    await write((tx) =>
      createRole(tx, {
        ...{ name: 'Senior support', by: by(owner.member.id), now: NOW },
        grants: [{ permission: 'orders:refund', limit: '250.00' }, { permission: 'settings:read' }],
      }),
    ),
  );
  const roles = ['support', role.id];
  const change = { id: support.member.id, roles, by: by(manager.member.id), now: NOW };
  expectOk(await write((tx) => changeRoles(tx, change)));
  const after = await callerOf(support.token);
  assert.equal(after?.limits.get('orders:refund'), 25_000n);
  assert.ok(after?.permissions.has('settings:read') && after.permissions.has('mails:read'));
  expectOk(await write((tx) => changeRoles(tx, { ...change, roles: ['support', 'finance'] })));
  assert.equal((await callerOf(support.token))?.limits.size, 0);
});

test('nobody gives or takes what they do not have, and only owners make owners', async () => {
  const other = await aMember(db, NOW, ['manager']);
  const keyholder = await aMember(db, NOW, ['developer']);
  const roles = (id: MemberId, wanted: readonly string[], actor: string) =>
    write((tx) => changeRoles(tx, { id, roles: wanted, by: by(actor), now: NOW }));
  const own = manager.member.id;
  const table: [result: Result<unknown>, expected: string][] = [
    [await roles(other.member.id, ['owner'], own), 'permission_not_held'],
    [await roles(own, ['owner'], own), 'permission_not_held'],
    [await roles(other.member.id, ['developer'], own), 'permission_not_held'],
    [await roles(keyholder.member.id, ['support'], own), 'permission_not_held'],
    [await roles(owner.member.id, ['support'], own), 'permission_not_held'],
    [await roles(other.member.id, ['wizard'], own), 'unknown_role'],
    [await roles(other.member.id, [], own), 'no_roles'],
    [await roles(other.member.id, ['support'], own), 'ok'],
    [await roles(other.member.id, ['owner'], other.member.id), 'permission_not_held'],
    [
      await write((tx) => removeMember(tx, { id: owner.member.id, by: by(own), now: NOW })),
      'permission_not_held',
    ],
    [
      await write((tx) => signMemberOut(tx, { id: owner.member.id, by: by(own), now: NOW })),
      'permission_not_held',
    ],
    [
      await write((tx) =>
        createRole(tx, { name: 'Keys', grants: [{ permission: 'api_keys:write' }], by: by(own), now: NOW }),
      ),
      'permission_not_held',
    ],
  ];
  for (const [index, [result, expected]] of table.entries())
    assert.equal(codeOf(result), expected, `${index}`);
  const key = { kind: 'key', permissions: new Set(['team:write', 'stock:read']) } as const;
  const asKey = (wanted: readonly string[], email: string) =>
    write((tx) => invite(tx, STAFF_SECRETS, { email, roles: wanted, language: 'en', by: key, now: NOW }));
  assert.equal(codeOf(await asKey(['owner'], 'k@team.example')), 'permission_not_held');
  assert.equal(codeOf(await asKey(['support'], 'k@team.example')), 'permission_not_held');
});

test('the last owner stays; of two owners who remove each other at once one is left', async () => {
  const id = owner.member.id;
  const alone = { id, by: by(id), now: NOW };
  assert.equal(codeOf(await write((tx) => removeMember(tx, alone))), 'last_owner');
  assert.equal(codeOf(await write((tx) => changeRoles(tx, { ...alone, roles: ['manager'] }))), 'last_owner');
  for (let round = 0; round < 5; round += 1) {
    const second = await aMember(db, NOW, ['owner']);
    const pair = [id, second.member.id] as const;
    const results = await Promise.all([
      write((tx) => changeRoles(tx, { id: pair[0], roles: ['manager'], by: by(pair[1]), now: NOW })),
      write((tx) => removeMember(tx, { id: pair[1], by: by(pair[0]), now: NOW })),
    ]);
    const owners = (await listMembers(db)).filter(({ roles }) => roles.includes('owner'));
    assert.equal(owners.length, 1, results.map(codeOf).join());
    // The round begins anew with the first one as owner.
    const [left] = owners;
    if (left?.id !== id) {
      const give = { id, roles: ['owner'], by: by(pair[1]), now: NOW };
      expectOk(await write((tx) => changeRoles(tx, give)));
      expectOk(await write((tx) => removeMember(tx, { id: pair[1], by: by(id), now: NOW })));
    }
  }
});

test('the database itself keeps an owner, whatever the code does', async () => {
  const id = owner.member.id;
  for (const statement of [
    sql`delete from staff.assignment where member_id = ${id}`,
    sql`update staff.assignment set role = 'support' where member_id = ${id} and role = 'owner'`,
    sql`update staff.member set removed_at = now() where id = ${id}`,
    sql`delete from staff.member where id = ${id}`,
  ]) {
    await assert.rejects(statement.execute(db), { constraint: 'last_owner' });
  }
});

test('who is removed is out at once, and their address may be invited again', async () => {
  const { member, token } = await aMember(db, NOW, ['support']);
  assert.equal((await callerOf(token))?.id, member.id);
  expectOk(await write((tx) => removeMember(tx, { id: member.id, by: by(owner.member.id), now: NOW })));
  assert.equal(await callerOf(token), undefined);
  assert.equal(await readMember(db, member.id), undefined);
  const path = await invitationFor(db, {
    ...{ email: member.email, roles: ['buyer'], by: owner.member.id, now: NOW },
  });
  const back = await joinByPasskey(db, { path, email: 'other@team.example', name: 'Back', now: NOW });
  assert.notEqual(back.member.id, member.id);
  // The address is the invitation's, whatever was typed.
  assert.equal(back.member.email, member.email);
});

test('whom somebody invited who is removed does not come by that invitation', async () => {
  const inviter = await aMember(db, NOW, ['manager']);
  const ask = { email: 'late@team.example', roles: ['support'], language: 'en', now: NOW } as const;
  const invited = await write((tx) => invite(tx, STAFF_SECRETS, { ...ask, by: by(inviter.member.id) }));
  const { path } = expectOk(invited);
  const others = await invitationFor(db, { ...ask, email: 'kept@team.example', by: owner.member.id });
  expectOk(
    await write((tx) => removeMember(tx, { id: inviter.member.id, by: by(owner.member.id), now: NOW })),
  );
  const join = (link: string) => joinByPasskey(db, { path: link, email: '', name: 'Late', now: NOW });
  await assert.rejects(join(path), /link_not_valid/);
  assert.ok((await listInvitations(db)).every(({ email }) => email !== ask.email));
  assert.equal((await join(others)).member.email, 'kept@team.example');
});

test('an invitation: one an address, sent again with another link, revoked', async () => {
  const ask = { email: 'Nora@Team.example', roles: ['support'], language: 'de', now: NOW } as const;
  const invited = () => write((tx) => invite(tx, STAFF_SECRETS, { ...ask, by: by(manager.member.id) }));
  const first = expectOk(await invited());
  assert.equal(codeOf(await invited()), 'already_invited');
  const again = { id: first.invitation.id, by: by(manager.member.id), now: NOW };
  const second = expectOk(await write((tx) => inviteAgain(tx, STAFF_SECRETS, again)));
  assert.notEqual(second.path, first.path);
  const join = (path: string) => joinByPasskey(db, { path, email: '', name: 'Nora', now: NOW });
  await assert.rejects(join(first.path), /link_not_valid/);
  expectOk(await write((tx) => revokeInvitation(tx, again)));
  await assert.rejects(join(second.path), /link_not_valid/);
  assert.equal(codeOf(await write((tx) => inviteAgain(tx, STAFF_SECRETS, again))), 'not_found');
  const third = expectOk(await invited());
  assert.equal((await join(third.path)).member.language, 'en');
  assert.equal(codeOf(await invited()), 'already_a_member');
  assert.ok((await listInvitations(db)).every(({ email }) => email !== 'Nora@team.example'));
  for (const [change, expected] of [
    [{ email: 'no address' }, 'invalid_email'],
    [{ email: 'x@team.example', roles: [] }, 'no_roles'],
    [{ email: 'x@team.example', roles: ['wizard'] }, 'unknown_role'],
  ] as const) {
    const made = await write((tx) =>
      invite(tx, STAFF_SECRETS, { ...ask, by: by(manager.member.id), ...change }),
    );
    assert.equal(codeOf(made), expected);
  }
  assert.equal(await db.transaction().execute((tx) => firstOwnerLink(tx, { now: NOW })), undefined);
});

test('roles of the shop’s own: by what their maker has, one of a name, away when nobody has them', async () => {
  const make = (change: object = {}, actor = owner.member.id) =>
    write((tx) =>
      createRole(tx, {
        ...{
          name: 'Night shift',
          grants: [{ permission: 'stock:read' }],
          by: by(actor),
          now: NOW,
          ...change,
        },
      }),
    );
  const role = expectOk(await make());
  assert.equal(codeOf(await make({ name: 'night SHIFT' })), 'name_taken');
  assert.equal(codeOf(await make({ name: ' ' })), 'invalid_name');
  assert.equal(codeOf(await make({ name: 'A', grants: [] })), 'no_permissions');
  assert.equal(
    codeOf(await make({ name: 'A', grants: [{ permission: 'stock:eat' }] })),
    'unknown_permission',
  );
  for (const limit of ['-1', '1e9', 'x']) {
    const grants = [{ permission: 'orders:refund', limit }];
    assert.equal(codeOf(await make({ name: 'A', grants })), 'invalid_limit');
  }
  const onNoAmount = { name: 'A', grants: [{ permission: 'stock:read', limit: '1' }] };
  assert.equal(codeOf(await make(onNoAmount)), 'invalid_limit');
  const holder = await aMember(db, NOW, [role.id]);
  assert.deepEqual([...((await callerOf(holder.token))?.permissions ?? [])], ['stock:read']);
  const id = parseId<'role'>(role.id) ?? assert.fail();
  const drop = () => write((tx) => removeRole(tx, { id, by: by(owner.member.id) }));
  assert.equal(codeOf(await drop()), 'in_use');
  const grants = [{ permission: 'stock:read' }, { permission: 'stock:write' }];
  const change = { id, name: 'Night', grants, by: by(owner.member.id), now: NOW };
  expectOk(await write((tx) => changeRole(tx, change)));
  assert.equal((await callerOf(holder.token))?.permissions.size, 2);
  const give = { id: holder.member.id, roles: ['buyer'], by: by(owner.member.id), now: NOW };
  expectOk(await write((tx) => changeRoles(tx, give)));
  expectOk(await drop());
  assert.equal(codeOf(await drop()), 'not_found');
});
