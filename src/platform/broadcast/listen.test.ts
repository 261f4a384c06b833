import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { tell } from '../outbox/index.ts';
import { type Heard, listen } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const say = (word: string) => db.transaction().execute((tx) => tell(tx, 'platform.test_said', { word }));

async function aListener() {
  const ears = new EventEmitter();
  const heard: Heard[] = [];
  const standing = await listen(connection, {
    onEvent: (event) => {
      heard.push(event);
      ears.emit('heard');
    },
    onGap: () => ears.emit('gap'),
  });
  return { ears, heard, close: standing.close };
}

test('every listener hears an event within 50 ms of its commit (median of 20)', async () => {
  const [one, two] = await Promise.all([aListener(), aListener()]);
  const latenciesMs: number[] = [];
  for (let index = 0; index < 20; index++) {
    const both = Promise.all([once(one.ears, 'heard'), once(two.ears, 'heard')]);
    await say(`${index}`);
    const start = performance.now();
    await both;
    latenciesMs.push(performance.now() - start);
  }
  const median = latenciesMs.toSorted((a, b) => a - b)[10] ?? Number.POSITIVE_INFINITY;
  assert.ok(median < 50, `${median} ms`);
  assert.equal(one.heard.length, 20);
  assert.equal(one.heard[0]?.topic, 'platform.test_said');
  assert.deepEqual(one.heard, two.heard);
  await Promise.all([one.close(), two.close()]);
});

test('a listener whose connection is cut comes back, says so, and hears again', async () => {
  const listener = await aListener();
  const gap = once(listener.ears, 'gap');
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'
  `.execute(db);
  await gap;
  const next = once(listener.ears, 'heard');
  await say('again');
  await next;
  assert.equal(listener.heard.length, 1);
  await listener.close();
});

test('a rolled back event is not heard', async () => {
  const listener = await aListener();
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await tell(tx, 'platform.test_said', { word: 'no' });
      throw new Error('back');
    }),
  );
  const next = once(listener.ears, 'heard');
  await say('yes');
  await next;
  assert.equal(listener.heard.length, 1);
  await listener.close();
});
