import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { apiJobs } from '../index.ts';
import { aShelf, effectsOf, makeEffects } from '../testing/a-shelf-api.ts';
import { onceInTransaction } from './once.ts';
import { claimKey, keepRefusal } from './store.ts';

const connection = await testDatabase(16);
const { db } = connection;
await makeEffects(db);
const app = await aShelf(db);

type Ask = {
  readonly key?: string;
  readonly pages?: number;
  readonly as?: string;
  readonly on?: FastifyInstance;
};

/** `books` commit with their answer, `orders` have two phases. */
const send = (path: 'books' | 'orders', title: string, { key, pages = 1, as = 'writer', on = app }: Ask) =>
  on.inject({
    method: 'POST',
    url: `/api/shelf/v1/${path}`,
    payload: { title, price: { amount: '1.00', currency: 'EUR' }, pages },
    headers: { authorization: `Bearer ${as}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
  });

for (const path of ['books', 'orders'] as const) {
  test(`${path}: the same request again has no second effect and the same answer`, async () => {
    const [key, title] = [randomUUID(), `twice ${path}`];
    const first = await send(path, title, { key });
    const again = await send(path, title, { key });
    assert.deepEqual([first.statusCode, first.headers['idempotent-replayed']], [201, undefined]);
    assert.deepEqual([again.statusCode, again.headers['idempotent-replayed']], [201, 'true']);
    assert.equal(again.body, first.body);
    assert.equal(await effectsOf(db, title), 1);
  });

  test(`${path}: without a key, or with one that is none, nothing happens`, async () => {
    const table: [key: string | undefined, code: string][] = [
      [undefined, 'idempotency_key_missing'],
      ['short', 'idempotency_key_invalid'],
      ['k'.repeat(256), 'idempotency_key_invalid'],
      ['a key with spaces in it', 'idempotency_key_invalid'],
    ];
    for (const [key, code] of table) {
      const answer = await send(path, 'keyless', key === undefined ? {} : { key });
      assert.deepEqual([answer.statusCode, answer.json().code], [400, code]);
    }
    assert.equal(await effectsOf(db, 'keyless'), 0);
  });

  test(`${path}: the key of another request is refused`, async () => {
    const key = randomUUID();
    await send(path, 'first', { key });
    const other = await send(path, 'first', { key, pages: 2 });
    assert.deepEqual([other.statusCode, other.json().code], [422, 'idempotency_key_reused']);
  });

  test(`${path}: a failure of ours is not kept: the same request is tried again`, async () => {
    const key = randomUUID();
    const [first, again] = [await send(path, 'broken', { key }), await send(path, 'broken', { key })];
    assert.deepEqual([first.statusCode, again.statusCode], [500, 500]);
    assert.equal(again.headers['idempotent-replayed'], undefined);
    assert.notEqual(first.json().instance, again.json().instance);
  });

  test(`${path}: a refusal is kept, and what was done before it is not`, async () => {
    const [key, title] = [randomUUID(), path === 'books' ? 'taken' : 'out of print'];
    const [first, again] = [await send(path, title, { key }), await send(path, title, { key })];
    assert.deepEqual([first.statusCode, again.statusCode], [409, 409]);
    assert.equal(again.headers['idempotent-replayed'], 'true');
    assert.match(String(again.headers['content-type']), /^application\/problem\+json/);
    assert.equal(await effectsOf(db, title), 0);
  });

  test(`${path}: fifty at once have one effect; the others get the answer or are told to wait`, async () => {
    const [key, title] = [randomUUID(), `fifty ${path}`];
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(path, title, { key })));
    assert.equal(await effectsOf(db, title), 1);
    const fresh = answers.filter(
      ({ statusCode, headers }) => statusCode === 201 && !headers['idempotent-replayed'],
    );
    assert.equal(fresh.length, 1);
    for (const { statusCode, headers } of answers) {
      assert.ok(
        statusCode === 201 || (statusCode === 409 && headers['retry-after'] === '1'),
        String(statusCode),
      );
    }
  });
}

test('two callers may use the same key, and neither sees the answer of the other', async () => {
  const key = randomUUID();
  const mine = await send('orders', 'mine', { key });
  const [here, there] = ['192.0.2.1', '192.0.2.2'];
  const from = (remoteAddress: string, title: string) =>
    app.inject({
      ...{ method: 'POST', url: '/api/shelf/v1/orders', remoteAddress, headers: { 'idempotency-key': key } },
      payload: { title, price: { amount: '1.00', currency: 'EUR' }, pages: 1 },
    });
  const answers = [await from(here, 'here'), await from(there, 'there')];
  assert.deepEqual(
    answers.map((answer) => answer.json().title),
    ['here', 'there'],
  );
  assert.equal(mine.json().title, 'mine');
});

test('the database alone does not give an answer away, which may hold a token', async () => {
  await send('books', 'a secret title', { key: randomUUID() });
  const { rows } = await sql<{ row: string }>`
    select encode(answer, 'escape') as row from platform.idempotency_key where answer is not null`.execute(
    db,
  );
  assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes('title')));
});

test('two phases: under way is 409, left behind by a crash it is taken over', async () => {
  const [entered, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = await aShelf(db, {
    beforeEffect: async () => {
      entered.resolve();
      await goOn.promise;
    },
  });
  const key = randomUUID();
  const first = send('orders', 'slow', { key, on: slow });
  await entered.promise;
  const second = await send('orders', 'slow', { key });
  assert.deepEqual([second.statusCode, second.headers['retry-after']], [409, '1']);
  goOn.resolve();
  assert.equal((await first).statusCode, 201);
  assert.equal((await send('orders', 'slow', { key })).headers['idempotent-replayed'], 'true');
});

// What commits with its answer is undone by the crash; an order is there, and ordering it again is ordering it once.
for (const [path, effectsOfCrash] of [
  ['books', 0],
  ['orders', 1],
] as const) {
  test(`${path}: killed between the effect and the answer, repeating it leads to one effect`, async () => {
    const [key, title] = [randomUUID(), `killed ${path}`];
    await crash({ path, key, title });
    assert.equal(await effectsOf(db, title), effectsOfCrash);
    if (path === 'orders') {
      assert.equal((await send(path, title, { key })).json().code, 'idempotency_in_flight');
      await sql`update platform.idempotency_key set claimed_at = now() - interval '61 seconds'
        where status is null`.execute(db);
    }
    let again = await send(path, title, { key });
    // PostgreSQL notices a moment later that who held the key is gone; until then it is in flight, as the answer says.
    for (let time = 0; again.statusCode === 409 && time < 400; time += 1) {
      await setTimeout(50);
      again = await send(path, title, { key });
    }
    assert.deepEqual([again.statusCode, again.headers['idempotent-replayed']], [201, undefined]);
    assert.equal(await effectsOf(db, title), 1);
  });
}

test('answers are kept for a day and gone after two', async () => {
  const keys = [randomUUID(), randomUUID()];
  for (const key of keys) await send('books', `old ${key}`, { key });
  await sql`update platform.idempotency_key set claimed_at = now() - interval '49 hours'`.execute(db);
  await send('books', 'young', { key: randomUUID() });
  await sql`update platform.idempotency_key set claimed_at = now() - interval '25 hours'
    where claimed_at > now() - interval '1 hour'`.execute(db);
  const [prune] = apiJobs;
  const { signal } = new AbortController();
  assert.ok(prune);
  await Reflect.apply(prune.run, prune, [{ db, signal }]);
  const { rows } = await sql`select digest from platform.idempotency_key`.execute(db);
  assert.equal(rows.length, 1);
});

/** Sends the request in a process that is killed inside it, between the effect and its answer. */
async function crash({
  path,
  key,
  title,
}: {
  readonly path: string;
  readonly key: string;
  readonly title: string;
}) {
  const { host, database } = connection.pool.options;
  const script = join(import.meta.dirname, '../testing/crashing-shelf.ts');
  const child = spawn(process.execPath, [script, String(host), String(database), path, key, title], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  assert.equal(signal, 'SIGKILL');
}

test('a request that another overtook between its look and its commit is undone and gets the other’s answer', async () => {
  const claim = { digest: randomBytes(32), fingerprint: randomBytes(32), secret: randomBytes(32) };
  let rounds = 0;
  const once = await onceInTransaction(db, claim, async (tx) => {
    rounds += 1;
    await sql`insert into effect (title) values ('overtaken')`.execute(tx);
    // The other has committed by now; its lock was free before this one looked.
    await keepRefusal(db, claim, { status: 201, text: '"first"' });
    return { status: 201, text: '"second"' };
  });
  assert.deepEqual(once, { reply: { status: 201, text: '"first"' }, isReplayed: true });
  // Once more beside the second look, and taken back as well.
  assert.equal(rounds, 2);
  assert.equal(await effectsOf(db, 'overtaken'), 0);
});

test('a claim does not wait for the disk, and what comes after it on the connection does', async () => {
  const claim = { digest: randomBytes(32), fingerprint: randomBytes(32), secret: randomBytes(32) };
  const setting = await db.connection().execute(async (one) => {
    // As a shop has it; tests go without.
    await sql`set synchronous_commit = on`.execute(one);
    assert.equal(await claimKey(one, claim), undefined);
    const { rows } = await sql<{ is: string }>`
      select current_setting('synchronous_commit') as is`.execute(one);
    await sql`reset synchronous_commit`.execute(one);
    return rows[0]?.is;
  });
  assert.equal(setting, 'on');
  assert.ok(await claimKey(db, claim));
});
