import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { FIREFOX, joinByPasskey, RELYING_PARTY, STAFF_SECRETS, tokenOfLink } from '../../../../test/staff.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import {
  acceptLink,
  addPasskey,
  dropPasskey,
  firstOwnerLink,
  listMembers,
  offerFirstAuthenticator,
  offerNewPasskey,
  offerPasskey,
  readProfile,
  readStaffCaller,
  readWelcome,
  signInWithPasskey,
  stepUp,
} from '../index.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const later = (change: Temporal.DurationLike) => NOW.add(change);
const { db } = await testDatabase(16);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const newLink = (now = NOW) => db.transaction().execute((tx) => firstOwnerLink(tx, { now }));

test('the first owner’s link: the newest, for a day, once, and none when there is an owner', async () => {
  const former = await newLink();
  const path = await newLink();
  assert.match(path ?? '', /^\/cockpit\/welcome#[\w-]{43}$/);
  const look = (link: string | undefined, now = NOW) => readWelcome(db, { token: tokenOfLink(link), now });
  assert.equal(codeOf(await look(former)), 'link_not_valid');
  assert.equal(expectOk(await look(path)).link.kind, 'first_owner');
  assert.equal(codeOf(await look(path, later({ hours: 24 }))), 'link_not_valid');
  const join = (email: string) => joinByPasskey(db, { path, email, name: 'Ada', now: NOW });
  await assert.rejects(join('no address'), /invalid_email/);
  const joined = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => join(`o${n}@team.example`)));
  assert.equal(joined.filter(({ status }) => status === 'fulfilled').length, 1);
  const members = await listMembers(db);
  assert.deepEqual(
    members.map(({ name, roles, passkeys }) => [name, roles, passkeys]),
    [['Ada', ['owner'], 1]],
  );
  assert.equal(await newLink(), undefined);
});

test('a refusal leaves the link as it was; what is asked is refused by name', async () => {
  const { db: empty } = await testDatabase(4);
  const path = await empty.transaction().execute((tx) => firstOwnerLink(tx, { now: NOW }));
  const own = { db: empty, secrets: STAFF_SECRETS };
  const token = tokenOfLink(path);
  const { enrolment } = expectOk(
    await offerFirstAuthenticator(own, { token, email: 'a@b.example', now: NOW }),
  );
  const accept = (password: string, name = 'Ada') =>
    acceptLink(own, {
      ...{ token, name, email: 'a@b.example', language: 'en', relyingParty: RELYING_PARTY },
      ...{
        browser: FIREFOX,
        now: NOW,
        credential: { kind: 'password', password, enrolment, code: '000000' },
      },
    });
  assert.equal(codeOf(await accept('short')), 'password_too_short');
  assert.equal(codeOf(await accept('password1234')), 'password_too_common');
  assert.equal(codeOf(await accept('brave otter moves house')), 'code_not_accepted');
  assert.equal((await listMembers(empty)).length, 0);
  await joinByPasskey(empty, { path, email: 'a@b.example', name: 'Ada', now: NOW });
});

test('a passkey signs in and steps up; one more is added, and the last way in stays', async () => {
  const { db: own } = await testDatabase(4);
  const path = await own.transaction().execute((tx) => firstOwnerLink(tx, { now: NOW }));
  const { member, session, key } = await joinByPasskey(own, {
    path,
    email: 'a@b.example',
    name: 'A',
    now: NOW,
  });
  const now = later({ hours: 1 });
  const relyingParty = RELYING_PARTY;
  const asked = await offerPasskey(own, { relyingParty, now });
  const come = (response: unknown, challengeToken = asked.challengeToken) =>
    signInWithPasskey(own, { challengeToken, response, relyingParty, browser: FIREFOX, now });
  assert.equal(codeOf(await come(key.use(asked.options, { isVerified: false }))), 'passkey_not_accepted');
  assert.equal(codeOf(await come({})), 'passkey_not_accepted');
  const response = key.use(asked.options);
  const signedIn = expectOk(await come(response));
  assert.equal(signedIn.member.id, member.id);
  assert.equal(codeOf(await come(response)), 'passkey_not_accepted');
  const up = await offerPasskey(own, { relyingParty, stepUpOf: member.id, now });
  const { challengeToken } = up;
  // What was asked to confirm does not sign in.
  assert.equal(codeOf(await come(key.use(up.options), challengeToken)), 'passkey_not_accepted');
  const proof = { kind: 'passkey', challengeToken, response: key.use(up.options), relyingParty } as const;
  const of = { memberId: member.id, sessionId: session.id, browser: FIREFOX, proof, now };
  const { token } = expectOk(await stepUp({ db: own, secrets: STAFF_SECRETS }, of));
  const cookie = `__Host-institor_staff=${token}`;
  const caller = await readStaffCaller(own, { cookie, isSecure: true, now });
  assert.equal(caller?.steppedUpAt?.toString(), now.toString());
  assert.equal(
    await readStaffCaller(own, { cookie: cookie.replace('__Host-', ''), isSecure: true, now }),
    undefined,
  );
  const me = { member, sessionId: session.id, now };
  const [only] = (await readProfile(own, member.id))?.passkeys ?? [];
  const drop = (passkeyId = only?.id ?? assert.fail()) =>
    transactOrRefuse(own, (tx) => dropPasskey(tx, { ...me, passkeyId }));
  assert.equal(codeOf(await drop()), 'last_way_in');
  const offer = await offerNewPasskey(own, { member, relyingParty, now });
  const { fakeAuthenticator } = await import('../../../../test/authenticator.ts');
  const second = fakeAuthenticator(relyingParty, member.id);
  const bring = { ...me, relyingParty, name: 'Phone', challengeToken: offer.challengeToken };
  expectOk(
    await transactOrRefuse(own, (tx) => addPasskey(tx, { ...bring, response: second.make(offer.options) })),
  );
  expectOk(await drop());
  assert.equal(codeOf(await drop()), 'not_found');
  const again = await offerPasskey(own, { relyingParty, now });
  assert.equal(codeOf(await come(key.use(again.options), again.challengeToken)), 'passkey_not_accepted');
});
