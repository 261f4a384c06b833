import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { askForCode, later, NOW, signIn, typeCode } from '../../../../test/sign-in.ts';
import { expectOk, localeOf, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  changeEmail,
  findOrCreateByEmail,
  listSessions,
  readCustomer,
  readSession,
  renewSession,
  requestCode,
  revokeOtherSessions,
  revokeSession,
  signOut,
} from '../index.ts';

const { db } = await testDatabase(16);
const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const ask = (email: string, ip: string, now = NOW) =>
  requestCode(db, { email, ip, now, locale: localeOf('en') });
const known = async (token: string, now = NOW) => (await readSession(db, { token, now }))?.customer.email;
const wrong = (code: string) => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;

test('a code signs in, makes the account the first time, and tells', async () => {
  const first = await signIn(db, 'Ada@Example.com');
  assert.deepEqual([first.isNew, first.customer.email], [true, 'Ada@example.com']);
  assert.equal(first.customer.emailProvenAt?.toString(), NOW.toString());
  const second = await signIn(db, 'ada@example.com');
  assert.deepEqual([second.isNew, second.customer.id], [false, first.customer.id]);
  assert.notEqual(second.token, first.token);
  const { rows } = await sql<{ id: string }>`
    select payload ->> 'sessionId' as id from platform.outbox where topic = 'customers.signed_in' order by id`.execute(
    db,
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    [first.session.id, second.session.id],
  );
});

test('a customer who ordered as a guest finds that account', async () => {
  const guest = await write((tx) =>
    findOrCreateByEmail(tx, { email: 'guest@example.com', locale: localeOf('de'), now: NOW }),
  );
  assert.equal((await readCustomer(db, guest.id))?.emailProvenAt, undefined);
  assert.equal((await signIn(db, 'GUEST@example.com')).customer.id, guest.id);
});

test('a code is typed as it was shown, in groups', async () => {
  const asked = await askForCode(db, 'groups@example.com');
  const code = ` ${asked.code.slice(0, 4)} ${asked.code.slice(4)} `;
  assert.equal(codeOf(await typeCode(db, { ...asked, code })), 'ok');
});

test('a code is good once, for ten minutes, for five tries', async () => {
  const once = await askForCode(db, 'once@example.com');
  assert.equal(codeOf(await typeCode(db, once)), 'ok');
  assert.equal(codeOf(await typeCode(db, once)), 'code_not_accepted');
  const late = await askForCode(db, 'once@example.com');
  assert.equal(codeOf(await typeCode(db, late, { now: later({ minutes: 10 }) })), 'code_not_accepted');
  assert.equal(codeOf(await typeCode(db, late, { now: later({ minutes: 9, seconds: 59 }) })), 'ok');
  const tried = await askForCode(db, 'once@example.com');
  for (let guess = 0; guess < 5; guess += 1) {
    assert.equal(codeOf(await typeCode(db, { ...tried, code: wrong(tried.code) })), 'code_not_accepted');
  }
  assert.equal(codeOf(await typeCode(db, tried)), 'code_not_accepted');
});

test('of five sign-ins at once with one code one succeeds; of forty guesses at once five are compared', async () => {
  // They have to meet between reading and using up: ten rounds are enough to see a code used twice.
  for (let round = 0; round < 10; round += 1) {
    const asked = await askForCode(db, `race${round}@example.com`, { ip: `10.6.0.${round}` });
    const five = await Promise.all(Array.from({ length: 5 }, () => typeCode(db, asked)));
    assert.equal(five.filter((result) => result.ok).length, 1);
  }
  const guessed = await askForCode(db, 'race@example.com');
  const guesses = Array.from({ length: 40 }, () => typeCode(db, { ...guessed, code: wrong(guessed.code) }));
  assert.ok((await Promise.all(guesses)).every((result) => !result.ok));
  const { rows } = await sql<{ tries: number }>`
    select tries from customers.sign_in_code where lower(email) = 'race@example.com' order by id desc limit 1`.execute(
    db,
  );
  assert.equal(rows[0]?.tries, 5);
});

test('two first sign-ins at once make one account', async () => {
  const codes = [await askForCode(db, 'twice@example.com'), await askForCode(db, 'TWICE@example.com')];
  const signedIn = await Promise.all(codes.map((asked) => typeCode(db, asked)));
  const ids = signedIn.map((result) => expectOk(result).customer.id);
  assert.equal(new Set(ids).size, 1);
});

test('a code opens nothing but what it was sent for', async () => {
  const [a, b] = [await signIn(db, 'a@replay.example'), await signIn(db, 'b@replay.example')];
  const [idA, idB] = [a.customer.id, b.customer.id];
  const forA = await askForCode(db, 'a@replay.example');
  const forB = await askForCode(db, 'b@replay.example');
  const changeA = await askForCode(db, 'new@replay.example', { changeFor: idA });
  const change = (customerId: typeof idA, { challenge, code }: { challenge: string; code: string }) =>
    changeEmail(db, { customerId, challenge, code, now: NOW });
  const table: [what: string, result: Promise<Result<unknown>>][] = [
    ["B's code in A's browser", typeCode(db, { challenge: forA.challenge, code: forB.code })],
    ["A's code in B's browser", typeCode(db, { challenge: forB.challenge, code: forA.code })],
    ['a change of address to sign in', typeCode(db, changeA)],
    ['a sign-in to change the address', change(idA, forA)],
    ["A's change by B", change(idB, changeA)],
    ["A's change with a code for B", change(idA, { challenge: changeA.challenge, code: forB.code })],
    ['no challenge', typeCode(db, { challenge: '', code: forA.code })],
    ['a made-up challenge', typeCode(db, { challenge: 'A'.repeat(43), code: forA.code })],
    ['no code', typeCode(db, { ...forA, code: '' })],
  ];
  for (const [what, result] of table) assert.equal(codeOf(await result), 'code_not_accepted', what);
  assert.equal(codeOf(await change(idA, changeA)), 'ok');
  assert.equal((await readCustomer(db, idA))?.email, 'new@replay.example');
  assert.equal(codeOf(await change(idA, changeA)), 'code_not_accepted');
  assert.equal(codeOf(await typeCode(db, forB)), 'ok');
});

test("an address that another has is told to who has proven it, and the former owner's mail is warned", async () => {
  const { customer } = await signIn(db, 'mover@example.com');
  await signIn(db, 'holder@example.com');
  const taken = await askForCode(db, 'Holder@example.com', { changeFor: customer.id });
  const { challenge, code } = taken;
  const refused = await changeEmail(db, { customerId: customer.id, challenge, code, now: NOW });
  assert.equal(codeOf(refused), 'email_taken');
  const free = await askForCode(db, 'moved@example.com', { changeFor: customer.id });
  expectOk(await changeEmail(db, { ...free, customerId: customer.id, now: NOW }));
  const { rows } = await sql<{ payload: object }>`
    select payload from platform.outbox where topic = 'customers.email_changed' order by id desc limit 1`.execute(
    db,
  );
  assert.deepEqual(rows[0]?.payload, {
    ...{
      customerId: customer.id,
      formerEmail: 'mover@example.com',
      email: 'moved@example.com',
      locale: 'en',
    },
  });
});

test('known and unknown addresses get the same answer in the same time', async () => {
  await signIn(db, 'known@timing.example');
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 100; round += 1) {
    const kinds = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of kinds) {
      // Each from a network of its own an hour later, so that no limit is met.
      const [ip, now] = [`10.${round % 256}.0.${kind === 'known' ? 1 : 2}`, later({ hours: 2 * round + 2 })];
      const began = performance.now();
      const result = await ask(
        kind === 'known' ? 'known@timing.example' : `u${round}@timing.example`,
        ip,
        now,
      );
      times[kind].push(performance.now() - began);
      assert.deepEqual(Object.keys(expectOk(result)).toSorted(), ['challenge', 'expiresAt']);
    }
  }
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length / 2] ?? 0;
  const [known_, unknown] = [median(times.known), median(times.unknown)];
  assert.ok(Math.abs(known_ - unknown) < Math.max(known_, unknown) / 2, `${known_} ms and ${unknown} ms`);
});

test('a flood of requests for an address from everywhere is served little, and its owner still gets in', async () => {
  await signIn(db, 'victim@example.com', { ip: '198.51.100.9', now: NOW.subtract({ hours: 48 }) });
  const flood = Array.from({ length: 200 }, (_, index) => ask('Victim@example.com', `10.9.${index}.1`));
  const served = (await Promise.all(flood)).filter((result) => result.ok).length;
  assert.equal(served, 10);
  assert.equal(codeOf(await ask('victim@example.com', '198.51.100.10')), 'too_many_requests');
  assert.equal(
    (await signIn(db, 'victim@example.com', { ip: '198.51.100.9' })).customer.email,
    'victim@example.com',
  );
});

test('a network asks for so many addresses and no more; others are not held up by it', async () => {
  const results: string[] = [];
  for (let index = 0; index < 32; index += 1)
    results.push(codeOf(await ask(`n${index}@example.com`, '192.0.2.1')));
  assert.deepEqual(results.slice(29), ['ok', 'too_many_requests', 'too_many_requests']);
  assert.equal(codeOf(await ask('n1@example.com', '192.0.2.2')), 'ok');
  assert.equal(codeOf(await ask('n99@example.com', '192.0.2.1', later({ minutes: 61 }))), 'ok');
});

test('what is no address is refused before anything is counted', async () => {
  assert.equal(codeOf(await ask('nonsense', '192.0.2.3')), 'invalid');
});

test('nothing in the database signs in', async () => {
  const asked = await askForCode(db, 'secret@example.com');
  const { token } = expectOk(await typeCode(db, asked));
  for (const table of ['sign_in_code', 'session'] as const) {
    const { rows } = await sql<{ text: string }>`
      select kept::text as text from ${sql.table(`customers.${table}`)} as kept`.execute(db);
    for (const secret of [token, asked.challenge, asked.code]) {
      const forms = [
        secret,
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret, 'base64url').toString('hex'),
      ];
      assert.ok(
        rows.every(({ text }) => forms.every((form) => !text.includes(form))),
        table,
      );
    }
  }
});

test('a session ends after ninety days, or thirty without use', async () => {
  const { token } = await signIn(db, 'days@example.com');
  assert.equal(await known(token, later({ hours: 24 * 30 - 1 })), 'days@example.com');
  assert.equal(await known(token, later({ hours: 24 * 30 })), undefined);
  let current = token;
  for (let day = 20; day <= 80; day += 20) {
    const now = later({ hours: 24 * day });
    assert.equal((await readSession(db, { token: current, now }))?.isDue, true);
    current = (await write((tx) => renewSession(tx, { token: current, now }))) ?? '';
  }
  assert.equal(await known(current, later({ hours: 24 * 90 - 1 })), 'days@example.com');
  assert.equal(await known(current, later({ hours: 24 * 90 })), undefined);
});

test('a token is changed daily; two tabs at once change it once, and the former is good for a minute', async () => {
  const { token } = await signIn(db, 'tabs@example.com');
  const now = later({ hours: 24 });
  assert.equal((await readSession(db, { token, now: later({ hours: 23 }) }))?.isDue, false);
  const renew = () => write((tx) => renewSession(tx, { token, now }));
  const renewed = (await Promise.all([renew(), renew()])).filter((next) => next !== undefined);
  assert.equal(renewed.length, 1);
  const former = await readSession(db, { token, now: now.add({ seconds: 59 }) });
  assert.deepEqual([former?.customer.email, former?.isDue], ['tabs@example.com', false]);
  assert.equal(await known(token, now.add({ seconds: 60 })), undefined);
  assert.equal(await known(renewed[0] ?? '', now.add({ seconds: 60 })), 'tabs@example.com');
});

test('signing out ends the session of that browser, by its former token too', async () => {
  const [one, two] = [await signIn(db, 'out@example.com'), await signIn(db, 'out@example.com')];
  await write((tx) => signOut(tx, one.token));
  assert.deepEqual([await known(one.token), await known(two.token)], [undefined, 'out@example.com']);
  const next = await write((tx) => renewSession(tx, { token: two.token, now: NOW }));
  await write((tx) => signOut(tx, two.token));
  assert.equal(await known(next ?? ''), undefined);
  await write((tx) => signOut(tx, 'nonsense'));
});

test("sessions are listed and ended by their customer, and nobody else's are", async () => {
  const mine = [await signIn(db, 'mine@example.com'), await signIn(db, 'mine@example.com')];
  const other = await signIn(db, 'other@example.com');
  const [{ customer, session }, second] = [mine[0] ?? other, mine[1] ?? other];
  const list = async () =>
    (await listSessions(db, { customerId: customer.id, now: NOW })).map(({ id }) => id);
  assert.deepEqual((await list()).toSorted(), mine.map((one) => one.session.id).toSorted());
  await write((tx) => revokeSession(tx, { customerId: customer.id, sessionId: other.session.id }));
  assert.equal(await known(other.token), 'other@example.com');
  await write((tx) => revokeSession(tx, { customerId: customer.id, sessionId: second.session.id }));
  assert.deepEqual(await list(), [session.id]);
  await signIn(db, 'mine@example.com');
  await write((tx) => revokeOtherSessions(tx, { customerId: customer.id, sessionId: session.id }));
  assert.deepEqual(await list(), [session.id]);
});
