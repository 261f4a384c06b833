import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { signIn } from '../../../../test/sign-in.ts';
import { aMember } from '../../../../test/staff.ts';
import { SCOPES } from '../../../modules/access/index.ts';
import { BUILT_IN_ROLES, readRoles } from '../../../modules/staff/index.ts';
import type { Endpoint } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const connection = await testDatabase(12);
const { db } = connection;
let now = NOW;
const app = await anApi(connection, aSearch([]), { now: () => now });
after(() => app.close());
const ENDPOINTS: readonly (readonly [string, Endpoint])[] = Object.entries(ADMIN_API.endpoints);

/** A request that gets as far as the handler, or nearly: ids of nothing, and a body that is none. */
function ask({ method, path }: Endpoint, headers: Readonly<Record<string, string>>) {
  const url = ADMIN_API.prefix + path.replaceAll(/\{(\w+)\}/g, () => randomUUID());
  const withBody = method !== 'GET' && method !== 'DELETE';
  const own = { 'idempotency-key': randomUUID(), 'sec-fetch-site': 'same-origin', ...headers };
  return app.inject({
    ...{ method, url },
    headers: withBody ? { 'content-type': 'application/json', ...own } : own,
    ...(withBody ? { payload: '[]' } : {}),
  });
}

/** What an answer of 403 says beside that it is one. */
function codeOf(body: string): string {
  return JSON.parse(body).code;
}

test('every route says who may call it: a permission that exists, staff, or anybody who signs in', () => {
  for (const [name, { audience, group }] of ENDPOINTS) {
    const isSignIn = audience === 'public' && group === 'Session';
    const isInside = audience === 'staff' || audience === 'insider';
    assert.ok(Object.hasOwn(SCOPES, audience) || isInside || isSignIn, `${name}: ${audience}`);
  }
});

test('each built-in role may call what the table says and nothing else', async () => {
  const roles = await readRoles(db);
  let asked = 0;
  for (const id of BUILT_IN_ROLES) {
    const may = new Set<string>(
      roles.find((role) => role.id === id)?.grants.map(({ permission }) => permission),
    );
    const { token } = await aMember(db, NOW, [id]);
    for (const [name, endpoint] of ENDPOINTS) {
      // It would be the last thing that this session asks.
      if (name === 'signOut') continue;
      const { audience } = endpoint;
      const { statusCode, body } = await ask(endpoint, { cookie: `institor_staff=${token}` });
      const isAllowed = ['public', 'staff', 'insider'].includes(audience) || may.has(audience);
      const isForbidden = statusCode === 403 && codeOf(body) === 'forbidden';
      assert.equal(!isForbidden, isAllowed, `${id} ${name}: ${statusCode} ${body.slice(0, 120)}`);
      assert.notEqual(statusCode, 401, `${id} ${name}`);
      asked += 1;
    }
  }
  assert.ok(asked > 1_000, `${asked} were asked`);
});

test('who is not signed in, a shopper, and one who was removed get 401 everywhere', async () => {
  const shopper = await signIn(db, 'shopper@example.com');
  const table: [who: string, headers: Record<string, string>][] = [
    ['nobody', {}],
    ['a shopper’s token', { authorization: `Bearer ${shopper.token}` }],
    ['a shopper’s token as a cookie', { cookie: `institor_staff=${shopper.token}` }],
    ['a shopper’s cookie', { cookie: `__Host-session=${shopper.token}` }],
    ['a made-up token', { cookie: `institor_staff=${'A'.repeat(43)}` }],
  ];
  for (const [who, headers] of table) {
    for (const [name, endpoint] of ENDPOINTS) {
      if (endpoint.audience === 'public') continue;
      assert.equal((await ask(endpoint, headers)).statusCode, 401, `${who}: ${name}`);
    }
  }
});

test('a cookie of another site’s page opens nothing', async () => {
  const { token } = await aMember(db, NOW, ['manager']);
  const cookie = { cookie: `institor_staff=${token}` };
  const { listMembers, changeProfile } = ADMIN_API.endpoints;
  assert.equal((await ask(listMembers, cookie)).statusCode, 200);
  for (const site of ['cross-site', 'same-site']) {
    const headers = { ...cookie, 'sec-fetch-site': site };
    assert.equal((await ask(listMembers, headers)).statusCode, 401);
    assert.equal((await ask(changeProfile, headers)).statusCode, 401);
  }
});

test('what asks for proof asks members of staff, who confirmed more than ten minutes ago', async () => {
  const { token } = await aMember(db, NOW, ['owner']);
  const cookie = { cookie: `institor_staff=${token}` };
  const sensitive = ENDPOINTS.filter(([, { stepUp }]) => stepUp);
  const names = sensitive.map(([name]) => name);
  for (const name of ['createApiKey', 'invite', 'changeRoles', 'createRole', 'changePassword']) {
    assert.ok(names.includes(name), name);
  }
  now = NOW.add({ minutes: 10 });
  for (const [name, endpoint] of sensitive) {
    const answer = await ask(endpoint, cookie);
    assert.deepEqual([answer.statusCode, codeOf(answer.body)], [403, 'step_up_required'], name);
  }
  now = NOW;
});
