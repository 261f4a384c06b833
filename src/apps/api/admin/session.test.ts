import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { fakeAuthenticator } from '../../../../test/authenticator.ts';
import { testDatabase } from '../../../../test/database.ts';
import { tokenOfLink } from '../../../../test/staff.ts';
import { authenticatorCode } from '../../../../test/totp.ts';
import { firstOwnerLink } from '../../../modules/staff/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(12);
const { db } = connection;
let now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const app = await anApi(connection, aSearch([]), { now: () => now });
const origin = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
after(() => app.close());
const PASSWORD = 'brave otter moves house';
const once = () => ({ idempotencyKey: randomUUID() });

/** A browser: it keeps what Set-Cookie says, and its pages are the shop's own. */
function aBrowser() {
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  const client = makeClient(ADMIN_API, {
    origin,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('sec-fetch-site', 'same-origin');
      headers.set('user-agent', 'Firefox');
      headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
      const answer = await fetch(url, { ...init, headers });
      for (const set of answer.headers.getSetCookie()) {
        cookies.push(set);
        const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    },
  });
  return { ...client, cookies };
}

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };
async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}
const refusal = async (answer: Promise<Received<unknown>>) => {
  const received = await answer;
  return received.ok ? 'ok' : received.problem.code;
};

const owner = aBrowser();
let ownerSecret = '';

test('the first owner comes by the link, with password and authenticator, and is signed in by a cookie', async () => {
  const token = tokenOfLink(await db.transaction().execute((tx) => firstOwnerLink(tx, { now })));
  const led = await got(owner.readWelcome({ body: { token } }));
  assert.deepEqual([led.kind, led.roles.map(({ id }) => id)], ['first_owner', ['owner']]);
  assert.equal((await owner.readSession({})).status, 401);
  const email = 'ada@mill.example';
  const offer = await got(owner.offerFirstAuthenticator({ body: { token, email } }));
  const { secret, enrolment } = offer;
  const credential = {
    ...({ kind: 'password', password: PASSWORD } as const),
    ...{ enrolment, code: authenticatorCode(secret, now) },
  };
  const body = { token, name: 'Ada', email, language: 'en', credential } as const;
  const { recoveryCodes } = await got(owner.acceptWelcome({ body }));
  assert.equal(recoveryCodes.length, 10);
  assert.match(
    owner.cookies.at(-1) ?? '',
    /^institor_staff=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
  );
  const session = await got(owner.readSession({}));
  assert.deepEqual([session.member.name, session.roles[0]?.id], ['Ada', 'owner']);
  assert.ok(session.permissions.includes('team:write'));
  assert.equal(await refusal(owner.acceptWelcome({ body })), 'link_not_valid');
  ownerSecret = secret;
});

test('signing out and in again: password, then code', async () => {
  const other = aBrowser();
  now = now.add({ minutes: 1 });
  const email = 'ada@mill.example';
  const wrong = { email, password: 'wrong wrong wrong' };
  assert.equal(await refusal(other.signInWithPassword({ body: wrong, ...once() })), 'not_accepted');
  const body = { email, password: PASSWORD };
  const { challengeToken } = await got(other.signInWithPassword({ body, ...once() }));
  const code = authenticatorCode(ownerSecret, now);
  await got(other.signInWithCode({ body: { challengeToken, code }, ...once() }));
  assert.equal((await got(other.listSessions({}))).items.length, 2);
  await got(other.signOut({}));
  assert.equal((await other.readSession({})).status, 401);
  assert.equal((await got(owner.listSessions({}))).items.length, 1);
});

test('after ten minutes the team asks for proof; who is invited has a limit, and is out when removed', async () => {
  now = now.add({ minutes: 11 });
  const body = { email: 'nora@mill.example', roles: ['support'], language: 'de' as const };
  assert.equal(await refusal(owner.invite({ body, ...once() })), 'step_up_required');
  const code = authenticatorCode(ownerSecret, now);
  const proof = { kind: 'password', password: PASSWORD, code } as const;
  await got(owner.stepUp({ body: { proof }, ...once() }));
  const { link } = await got(owner.invite({ body, ...once() }));
  assert.ok(link.startsWith(`${origin}/cockpit/welcome#`));
  const token = tokenOfLink(link);
  const nora = aBrowser();
  const asked = { token, name: 'Nora', email: '' };
  const { options, challengeToken } = await got(nora.offerFirstPasskey({ body: asked, ...once() }));
  const { challenge, user } = Object(options);
  const party = { id: 'localhost', name: 'Shop', origin };
  const key = fakeAuthenticator(party, Buffer.from(user.id, 'base64url').toString());
  const credential = {
    ...({ kind: 'passkey', passkeyName: 'Phone', challengeToken } as const),
    response: key.make({ challenge }),
  };
  await got(nora.acceptWelcome({ body: { ...asked, language: 'de', credential }, ...once() }));
  const session = await got(nora.readSession({}));
  assert.deepEqual(session.limits, { 'orders:refund': { amount: '100.00', currency: 'EUR' } });
  assert.equal(await refusal(nora.listMarkets({})), 'forbidden');
  assert.equal(await refusal(nora.listMembers({})), 'forbidden');
  assert.ok((await got(nora.listColleagues({}))).items.some(({ name }) => name === 'Ada'));
  await got(owner.removeMember({ params: { memberId: session.member.id } }));
  assert.equal((await nora.readSession({})).status, 401);
});

test('one’s own profile: name, passkeys, password, recovery codes', async () => {
  await got(owner.changeProfile({ body: { name: 'Ada B.', language: 'fr', theme: 'dark' } }));
  const profile = await got(owner.readProfile({}));
  assert.deepEqual([profile.name, profile.language, profile.theme], ['Ada B.', 'fr', 'dark']);
  assert.deepEqual([profile.passkeys.length, profile.recoveryCodesLeft], [0, 10]);
  const [entry] = (await got(owner.listAuditEntries({ query: { operation: 'changeProfile' } }))).items;
  assert.deepEqual(
    entry?.differences.map(({ field, before, after: now_ }) => [field, before, now_]).toSorted(),
    [
      ['language', 'en', 'fr'],
      ['name', 'Ada', 'Ada B.'],
      ['theme', 'auto', 'dark'],
    ],
  );
  const { options, challengeToken } = await got(owner.offerNewPasskey({ ...once() }));
  const key = fakeAuthenticator({ id: 'localhost', name: 'Shop', origin }, profile.id);
  const response = key.make({ challenge: Object(options).challenge });
  const added = await got(
    owner.addPasskey({ body: { challengeToken, response, name: 'Laptop' }, ...once() }),
  );
  assert.equal(added.name, 'Laptop');
  assert.equal(
    await refusal(owner.changePassword({ body: { password: 'password1234' } })),
    'password_too_common',
  );
  const { recoveryCodes } = await got(owner.makeRecoveryCodes({ ...once() }));
  assert.equal(new Set(recoveryCodes).size, 10);
  const asked = await got(owner.offerPasskey({ ...once() }));
  const browser = aBrowser();
  const used = key.use({ challenge: Object(asked.options).challenge });
  const signIn = { challengeToken: asked.challengeToken, response: used };
  const { member } = await got(browser.signInWithPasskey({ body: signIn, ...once() }));
  assert.equal(member.id, profile.id);
});
