import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, fakeAuthenticator } from '../../../../test/authenticator.ts';
import { testDatabase } from '../../../../test/database.ts';
import { later, NOW, signIn } from '../../../../test/sign-in.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  type CustomerId,
  eraseCustomer,
  mergeCustomers,
  passkeyAuthentication,
  passkeyRegistration,
  type RelyingParty,
  readPasskeys,
  readSession,
  removePasskey,
  savePasskey,
  signInWithPasskey,
} from '../index.ts';

const SHOP: RelyingParty = { id: 'shop.example', name: 'Shop', origin: 'https://shop.example' };
const { db } = await testDatabase(12);
const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
let people = 0;
const person = async () =>
  (await signIn(db, `p${++people}@keys.example`, { ip: `10.0.0.${people}` })).customer.id;

const offer = async (customerId: CustomerId) =>
  expectOk(await passkeyRegistration(db, { customerId, relyingParty: SHOP, now: NOW }));
const keep = (customerId: CustomerId, challengeToken: string, response: unknown, now = NOW) =>
  write((tx) =>
    savePasskey(tx, { ...{ customerId, challengeToken, response, name: 'Phone' }, relyingParty: SHOP, now }),
  );
const invite = () => passkeyAuthentication(db, { relyingParty: SHOP, now: NOW });
const answer = (challengeToken: string, response: unknown, now = NOW) =>
  write((tx) =>
    signInWithPasskey(tx, {
      ...{ challengeToken, response, relyingParty: SHOP, now },
      ...{ ip: '203.0.113.7', userAgent: 'Firefox' },
    }),
  );

async function withKey() {
  const customerId = await person();
  const key = fakeAuthenticator(SHOP, customerId);
  const { options, challengeToken } = await offer(customerId);
  const passkey = expectOk(await keep(customerId, challengeToken, key.make(options)));
  return { customerId, key, passkey };
}

test('a key is made, listed, and signs in without a code', async () => {
  const { customerId, key } = await withKey();
  const { options, challengeToken } = await invite();
  assert.equal(options.allowCredentials, undefined);
  const signedIn = expectOk(await answer(challengeToken, key.use(options)));
  assert.deepEqual([signedIn.customer.id, signedIn.session.method], [customerId, 'passkey']);
  assert.equal((await readSession(db, { token: signedIn.token, now: NOW }))?.customer.id, customerId);
  const [listed] = await readPasskeys(db, customerId);
  assert.deepEqual([listed?.name, listed?.lastUsedAt?.toString()], ['Phone', NOW.toString()]);
});

test('an answer that differs in anything from what was asked is refused', async () => {
  const { customerId, key } = await withKey();
  const other = await person();
  const table: [what: string, change: Change][] = [
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['another site', { origin: 'https://shop.example.evil.test' }],
    ['plain http', { origin: 'http://shop.example' }],
    ['another relying party', { relyingPartyId: 'evil.test' }],
    ['nobody was verified', { isVerified: false }],
    ['another owner', { userHandle: other }],
    ['a wrong signature', { spoilSignature: true }],
  ];
  for (const [what, change] of table) {
    const { options, challengeToken } = await invite();
    assert.equal(
      codeOf(await answer(challengeToken, key.use(options, change))),
      'passkey_not_accepted',
      what,
    );
    if (what === 'another owner' || what === 'a wrong signature') continue;
    const made = await offer(customerId);
    const second = fakeAuthenticator(SHOP, customerId).make(made.options, change);
    assert.equal(codeOf(await keep(customerId, made.challengeToken, second)), 'passkey_not_accepted', what);
  }
});

test('a challenge is answered once, within five minutes, by whom and for what it was made', async () => {
  const { customerId, key } = await withKey();
  const other = await person();
  const once = await invite();
  const response = key.use(once.options);
  const twice = await Promise.all([
    answer(once.challengeToken, response),
    answer(once.challengeToken, response),
  ]);
  assert.deepEqual(twice.map(codeOf).toSorted(), ['ok', 'passkey_not_accepted']);
  const late = await invite();
  const table: [what: string, result: () => Promise<Result<unknown>>][] = [
    ['late', () => answer(late.challengeToken, key.use(late.options), later({ minutes: 5 }))],
    ['no challenge', () => answer('', key.use(late.options))],
    [
      'a challenge for signing in to make a key',
      async () => {
        const { options, challengeToken } = await invite();
        return keep(customerId, challengeToken, fakeAuthenticator(SHOP, customerId).make(options));
      },
    ],
    [
      'a challenge for making a key to sign in',
      async () => {
        const { options, challengeToken } = await offer(customerId);
        return answer(challengeToken, key.use(options));
      },
    ],
    [
      "another customer's challenge",
      async () => {
        const { options, challengeToken } = await offer(other);
        return keep(customerId, challengeToken, fakeAuthenticator(SHOP, customerId).make(options));
      },
    ],
  ];
  for (const [what, result] of table) assert.equal(codeOf(await result()), 'passkey_not_accepted', what);
});

test('what is no answer at all is refused', async () => {
  const { customerId } = await withKey();
  const rubbish = [undefined, null, 'x', [], {}, { id: 'a', rawId: 'a', type: 'public-key', response: {} }];
  for (const response of rubbish) {
    const [made, asked] = [await offer(customerId), await invite()];
    assert.equal(codeOf(await keep(customerId, made.challengeToken, response)), 'passkey_not_accepted');
    assert.equal(codeOf(await answer(asked.challengeToken, response)), 'passkey_not_accepted');
  }
});

test('a copy of a key that counts behind is refused', async () => {
  const { key } = await withKey();
  const use = async () => {
    const { options, challengeToken } = await invite();
    return codeOf(await answer(challengeToken, key.use(options)));
  };
  assert.deepEqual([await use(), await use()], ['ok', 'ok']);
  key.rewind(1);
  assert.equal(await use(), 'passkey_not_accepted');
  assert.equal(await use(), 'ok');
});

test("a key is one customer's, and only that customer removes it", async () => {
  const { customerId, key, passkey } = await withKey();
  const other = await person();
  const { options, challengeToken } = await offer(other);
  assert.equal(codeOf(await keep(other, challengeToken, key.make(options))), 'passkey_not_accepted');
  await write((tx) => removePasskey(tx, { customerId: other, passkeyId: passkey.id }));
  assert.equal((await readPasskeys(db, customerId)).length, 1);
  await write((tx) => removePasskey(tx, { customerId, passkeyId: passkey.id }));
  const asked = await invite();
  assert.equal(codeOf(await answer(asked.challengeToken, key.use(asked.options))), 'passkey_not_accepted');
});

test('after a merge a key signs in the one that is left; after an erasure it signs in nobody', async () => {
  const { customerId: fromId, key } = await withKey();
  const intoId = await person();
  expectOk(await write((tx) => mergeCustomers(tx, { fromId, intoId, now: NOW })));
  const asked = await invite();
  assert.equal(expectOk(await answer(asked.challengeToken, key.use(asked.options))).customer.id, intoId);
  expectOk(await write((tx) => eraseCustomer(tx, { id: intoId, now: NOW })));
  const again = await invite();
  assert.equal(codeOf(await answer(again.challengeToken, key.use(again.options))), 'passkey_not_accepted');
});
