import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { FIREFOX, invitationFor, RELYING_PARTY, STAFF_SECRETS, tokenOfLink } from '../../../../test/staff.ts';
import { authenticatorCode } from '../../../../test/totp.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import {
  acceptLink,
  changePassword,
  endOtherStaffSessions,
  endStaffSession,
  firstOwnerLink,
  listStaffSessions,
  makeRecoveryCodes,
  offerFirstAuthenticator,
  readStaffCaller,
  recoveryLink,
  type SignedIn,
  signInWithCode,
  signInWithPassword,
  stepUp,
} from '../index.ts';
import { mayTry } from './limits.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const later = (change: Temporal.DurationLike) => NOW.add(change);
const { db } = await testDatabase(16);
const deps = { db, secrets: STAFF_SECRETS };
const PASSWORD = 'brave otter moves house';
const OTHER = { ip: '198.51.100.9', userAgent: 'Safari/19.0 (iPhone)' };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const callerOf = (token: string, now: Temporal.Instant) =>
  readStaffCaller(db, { cookie: `__Host-institor_staff=${token}`, isSecure: true, now });

type Person = SignedIn & { readonly secret: string; readonly recoveryCodes: readonly string[] };

async function joinByPassword(path: string, email: string, now = NOW): Promise<Person> {
  const token = tokenOfLink(path);
  const offer = expectOk(await offerFirstAuthenticator(deps, { token, email, now }));
  const code = authenticatorCode(offer.secret, now);
  const accepted = await acceptLink(deps, {
    ...{ token, email, name: 'Ada', language: 'en', relyingParty: RELYING_PARTY, browser: FIREFOX, now },
    credential: { kind: 'password', password: PASSWORD, enrolment: offer.enrolment, code },
  });
  const { signedIn, recoveryCodes } = expectOk(accepted);
  return { ...signedIn, secret: offer.secret, recoveryCodes };
}

const ownerPath = await db.transaction().execute((tx) => firstOwnerLink(tx, { now: NOW }));
const owner = await joinByPassword(ownerPath ?? '', 'Owner@Team.example');
let people = 0;
async function person(): Promise<Person> {
  const email = `p${++people}@team.example`;
  const by = owner.member.id;
  return joinByPassword(await invitationFor(db, { email, roles: ['support'], by, now: NOW }), email);
}

const ask = (email: string, password: string, change: object = {}) =>
  signInWithPassword(db, { email, password, browser: FIREFOX, now: later({ minutes: 1 }), ...change });
const answer = (challengeToken: string, code: string, change: object = {}) =>
  signInWithCode(deps, { challengeToken, code, browser: FIREFOX, now: later({ minutes: 1 }), ...change });
const mailsTo = async (email: string) => {
  const { rows } = await sql<{ kind: string; what: string | null }>`
    select kind, model ->> 'what' as what from staff.mail where recipient = ${email} order by created_at, id`.execute(
    db,
  );
  return rows.map(({ kind, what }) => what ?? kind);
};

test('password, then code; a code is good once, also for two at once', async () => {
  const ada = await person();
  const now = later({ minutes: 1 });
  const code = authenticatorCode(ada.secret, now);
  const one = expectOk(await ask(ada.member.email.toUpperCase(), PASSWORD));
  const two = expectOk(await ask(ada.member.email, PASSWORD));
  const both = await Promise.all([answer(one.challengeToken, code), answer(two.challengeToken, code)]);
  assert.deepEqual(both.map(codeOf).toSorted(), ['code_not_accepted', 'ok']);
  const signedIn = both.flatMap((result) => (result.ok ? [result.value] : []))[0];
  const caller = await callerOf(signedIn?.token ?? '', now);
  assert.deepEqual([caller?.id, caller?.name], [ada.member.id, 'Ada']);
  assert.equal(caller?.steppedUpAt?.toString(), now.toString());
  // The same challenge again, with the next code.
  const next = later({ minutes: 2 });
  const again = await answer(one.challengeToken, authenticatorCode(ada.secret, next), { now: next });
  const other = await answer(two.challengeToken, authenticatorCode(ada.secret, next), { now: next });
  assert.deepEqual([again, other].map(codeOf).toSorted(), ['code_not_accepted', 'ok']);
});

test('a challenge waits five minutes and for five codes', async () => {
  const ada = await person();
  const { challengeToken } = expectOk(await ask(ada.member.email, PASSWORD));
  const late = later({ minutes: 6 });
  const code = authenticatorCode(ada.secret, late);
  assert.equal(codeOf(await answer(challengeToken, code, { now: late })), 'code_not_accepted');
  for (let wrong = 0; wrong < 5; wrong += 1) await answer(challengeToken, '000000');
  const right = authenticatorCode(ada.secret, later({ minutes: 1 }));
  assert.equal(codeOf(await answer(challengeToken, right)), 'code_not_accepted');
  assert.equal(codeOf(await answer('', right)), 'code_not_accepted');
});

test('unknown addresses, wrong passwords and members with a passkey only get one answer, in the same time', async () => {
  const ada = await person();
  const times = { known: [] as number[], unknown: [] as number[] };
  const answers = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const browser = { ip: `192.0.2.${round}`, userAgent: 'x' };
    for (const kind of ['known', 'unknown'] as const) {
      const began = performance.now();
      const email = kind === 'known' ? ada.member.email : 'nobody@team.example';
      const result = await ask(email, 'wrong wrong wrong', { browser });
      times[kind].push(performance.now() - began);
      answers.add(JSON.stringify(result));
    }
  }
  assert.equal(answers.size, 1);
  const fastest = (all: number[]) => Math.min(...all);
  const ratio = fastest(times.known) / fastest(times.unknown);
  assert.ok(ratio > 0.5 && ratio < 2, `known ${times.known} unknown ${times.unknown}`);
});

test('a recovery code stands in for the authenticator, once, confirms nothing, and is told by mail', async () => {
  const ada = await person();
  const [code = ''] = ada.recoveryCodes;
  assert.equal(ada.recoveryCodes.length, 10);
  const first = expectOk(await ask(ada.member.email, PASSWORD));
  const signedIn = expectOk(await answer(first.challengeToken, code.toLowerCase()));
  assert.equal(signedIn.session.method, 'recovery_code');
  assert.equal((await callerOf(signedIn.token, later({ minutes: 1 })))?.steppedUpAt, undefined);
  const second = expectOk(await ask(ada.member.email, PASSWORD));
  assert.equal(codeOf(await answer(second.challengeToken, code)), 'code_not_accepted');
  assert.deepEqual(await mailsTo(ada.member.email), ['invitation', 'recovery_code_used']);
  const own = { member: ada.member, sessionId: signedIn.session.id, now: later({ minutes: 2 }) };
  const [fresh = ''] = await db.transaction().execute((tx) => makeRecoveryCodes(tx, own));
  const stale = await answer(second.challengeToken, ada.recoveryCodes[1] ?? '');
  assert.equal(codeOf(stale), 'code_not_accepted');
  assert.equal(codeOf(await answer(second.challengeToken, fresh)), 'ok');
});

test('who may try', () => {
  const none = { byPair: 1, byAccount: 1, byNetwork: 1, isKnownNetwork: false };
  const table: [change: Partial<typeof none>, expected: boolean][] = [
    [{}, true],
    [{ byPair: 10 }, true],
    [{ byPair: 11 }, false],
    [{ byPair: 11, isKnownNetwork: true }, false],
    [{ byAccount: 20 }, true],
    [{ byAccount: 21 }, false],
    [{ byAccount: 10_000, isKnownNetwork: true }, true],
    [{ byNetwork: 60 }, true],
    [{ byNetwork: 61, isKnownNetwork: true }, false],
  ];
  for (const [change, expected] of table) assert.equal(mayTry({ ...none, ...change }), expected);
});

test('strangers who try an address get little, and its owner still signs in from where they did before', async () => {
  const ada = await person();
  const strangers = Array.from({ length: 40 }, (_, index) => ({
    ip: `192.0.2.${100 + index}`,
    userAgent: 'bot',
  }));
  const tried = await Promise.all(
    strangers.map((browser) => ask(ada.member.email, 'wrong wrong wrong', { browser })),
  );
  const looked = tried.filter((result) => codeOf(result) === 'not_accepted').length;
  assert.ok(looked <= 20, `${looked} were looked at`);
  assert.equal(codeOf(await ask(ada.member.email, PASSWORD, { browser: OTHER })), 'too_many_attempts');
  assert.equal(codeOf(await ask(ada.member.email, PASSWORD)), 'ok');
  const tomorrow = { browser: OTHER, now: later({ hours: 25 }) };
  assert.equal(codeOf(await ask(ada.member.email, PASSWORD, tomorrow)), 'ok');
});

test('a session ends after twelve hours without use and after thirty days in any case', async () => {
  const { token } = await person();
  assert.equal(await callerOf(token, later({ hours: 12 })), undefined);
  let now = NOW;
  for (let used = 0; used < 65; used += 1) {
    now = now.add({ hours: 11 });
    await callerOf(token, now);
  }
  assert.ok(await callerOf(token, later({ hours: 24 * 30 }).subtract({ minutes: 5 })));
  assert.equal(await callerOf(token, later({ hours: 24 * 30 })), undefined);
});

test('sessions are listed and ended by their member; another password ends the others', async () => {
  const ada = await person();
  const eve = await person();
  const signIn = async (minutes: number, browser = FIREFOX) => {
    const now = later({ minutes });
    const { challengeToken } = expectOk(await ask(ada.member.email, PASSWORD, { browser, now }));
    return expectOk(await answer(challengeToken, authenticatorCode(ada.secret, now), { browser, now }));
  };
  const second = await signIn(10);
  const third = await signIn(20, OTHER);
  const now = later({ minutes: 30 });
  const memberId = ada.member.id;
  assert.equal((await listStaffSessions(db, { memberId, now })).length, 3);
  await db
    .transaction()
    .execute((tx) => endStaffSession(tx, { memberId: eve.member.id, sessionId: second.session.id, now }));
  assert.ok(await callerOf(second.token, now));
  await db
    .transaction()
    .execute((tx) => endStaffSession(tx, { memberId, sessionId: second.session.id, now }));
  assert.equal(await callerOf(second.token, now), undefined);
  expectOk(
    await changePassword(db, {
      ...{ member: ada.member, sessionId: third.session.id, now, password: 'quiet heron counts boats' },
    }),
  );
  assert.equal(await callerOf(ada.token, now), undefined);
  assert.ok(await callerOf(third.token, now));
  assert.ok(await callerOf(eve.token, now));
  assert.equal(codeOf(await ask(ada.member.email, PASSWORD)), 'not_accepted');
  assert.equal(codeOf(await ask(ada.member.email, 'quiet heron counts boats')), 'ok');
  const ended = await db
    .transaction()
    .execute((tx) => endOtherStaffSessions(tx, { memberId, except: third.session.id, now }));
  assert.equal(ended, 0);
  // Only the browser and network that were new are told of.
  assert.deepEqual(await mailsTo(ada.member.email), ['invitation', 'new_browser', 'password_changed']);
});

test('a step-up holds the proof, changes the token, and the former one confirms nothing', async () => {
  const ada = await person();
  const now = later({ minutes: 40 });
  const { id: sessionId } = ada.session;
  const proof = { kind: 'password', password: PASSWORD, code: authenticatorCode(ada.secret, now) } as const;
  const up = (change: object = {}) =>
    stepUp(deps, { memberId: ada.member.id, sessionId, browser: FIREFOX, now, proof, ...change });
  assert.equal(codeOf(await up({ proof: { ...proof, password: 'wrong wrong wrong' } })), 'not_accepted');
  assert.equal(codeOf(await up({ proof: { ...proof, code: '000000' } })), 'code_not_accepted');
  const [recovery = ''] = ada.recoveryCodes;
  assert.equal(codeOf(await up({ proof: { ...proof, code: recovery } })), 'code_not_accepted');
  const { token } = expectOk(await up());
  assert.equal((await callerOf(token, now))?.steppedUpAt?.toString(), now.toString());
  assert.equal(codeOf(await up()), 'code_not_accepted');
  const former = await callerOf(ada.token, now);
  assert.deepEqual([former?.id, former?.steppedUpAt], [ada.member.id, undefined]);
  assert.equal(await callerOf(ada.token, now.add({ seconds: 30 })), undefined);
});

test('who lost everything comes back by a link, and what was before is worth nothing', async () => {
  const ada = await person();
  const link = () =>
    db.transaction().execute((tx) => recoveryLink(tx, { email: ada.member.email, now: NOW }));
  const former = expectOk(await link());
  const path = expectOk(await link());
  await assert.rejects(joinByPassword(former, ''), /link_not_valid/);
  const back = await joinByPassword(path, '');
  assert.equal(back.member.id, ada.member.id);
  assert.equal(await callerOf(ada.token, NOW), undefined);
  assert.ok(await callerOf(back.token, NOW));
  await assert.rejects(joinByPassword(path, ''), /link_not_valid/);
  const { challengeToken } = expectOk(await ask(ada.member.email, PASSWORD));
  const old = authenticatorCode(ada.secret, later({ minutes: 1 }));
  assert.equal(codeOf(await answer(challengeToken, old)), 'code_not_accepted');
  assert.equal(codeOf(await answer(challengeToken, ada.recoveryCodes[0] ?? '')), 'code_not_accepted');
  const nobody = await db.transaction().execute((tx) => recoveryLink(tx, { email: 'x@y.example', now: NOW }));
  assert.equal(codeOf(nobody), 'not_found');
});

test('nothing in the database signs in', async () => {
  const ada = await person();
  const path = await invitationFor(db, {
    ...{ email: 'secret@team.example', roles: ['support'], by: owner.member.id, now: NOW },
  });
  const secrets = [ada.token, ada.secret, PASSWORD, tokenOfLink(path), ...ada.recoveryCodes];
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('staff', 'platform')`.execute(
    db,
  );
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(db);
    for (const { text } of rows) {
      for (const secret of secrets) assert.ok(!text.includes(secret), name);
    }
  }
});
