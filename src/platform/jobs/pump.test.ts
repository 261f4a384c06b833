import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testDatabase } from '../../../test/database.ts';
import { type Heard, listen } from '../broadcast/index.ts';
import { folderStore } from '../files/index.ts';
import { type Reaction, tell } from '../outbox/index.ts';
import { BATCH, distribute } from './distribute.ts';
import { runDueJobs, startWorker } from './index.ts';
import { react } from './react.ts';

const connection = await testDatabase(12);
const { db } = connection;
await sql`create table effect (word text not null, place int generated always as identity)`.execute(db);

const TOPIC = 'platform.test_said';
const say = (word: string, isQuiet = true) =>
  db.transaction().execute((tx) => tell(tx, TOPIC, { word }, { isQuiet }));

const writes: Reaction = {
  name: 'pump.writes',
  topic: TOPIC,
  run: async (tx, { payload }) => {
    await sql`insert into effect (word) values (${payload.word})`.execute(tx);
  },
};

async function effects(): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from effect order by place`.execute(db);
  await sql`truncate effect`.execute(db);
  return rows.map((row) => row.word);
}

async function jobSizes(): Promise<number[]> {
  const { rows } = await sql<{ size: number }>`
    select coalesce(json_array_length(payload -> 'eventIds'), 1) as size
    from graphile_worker._private_jobs order by run_at`.execute(db);
  return rows.map((row) => row.size);
}

async function aListener() {
  const ears = new EventEmitter();
  const heard: bigint[] = [];
  const { close } = await listen(connection, {
    onEvent: ({ topic, id }: Heard) => {
      assert.equal(topic, TOPIC);
      heard.push(id);
      ears.emit('heard', id);
    },
    onGap: () => undefined,
  });
  return { ears, heard, close };
}

test('listeners hear each of many quiet events once, in the order of telling, and no sooner than the pump', async () => {
  const listener = await aListener();
  await sql`
    with event as (
      insert into platform.outbox (topic, payload)
      select ${TOPIC}, '{"word":"many"}' from generate_series(1, 700) returning id
    ) insert into platform.undistributed select id, true from event`.execute(db);
  const first = once(listener.ears, 'heard');
  await say('loud', false);
  await first;
  assert.equal(listener.heard.length, 1);
  const all = new Promise((resolve) => {
    listener.ears.on('heard', () => listener.heard.length === 701 && resolve(undefined));
  });
  assert.equal(await distribute(db, []), 701);
  await all;
  const [loud = 0n, ...quiet] = listener.heard;
  assert.deepEqual(
    quiet,
    Array.from({ length: 700 }, (_, index) => loud - 700n + BigInt(index)),
  );
  await listener.close();
});

test('a running worker finds what was told quietly by itself', async () => {
  const listener = await aListener();
  const attempts = new EventEmitter();
  const worker = await startWorker({
    connection,
    files: folderStore(tmpdir()),
    log: pino({ level: 'silent' }),
    jobs: [],
    crons: [],
    reactions: [writes],
    onAttempt: ({ name }) => attempts.emit(name),
  });
  const both = Promise.all([once(listener.ears, 'heard'), once(attempts, writes.name)]);
  await say('psst');
  await both;
  assert.deepEqual(await effects(), ['psst']);
  await worker.stop();
  await listener.close();
});

test('an event whose transaction commits after later ones were distributed is distributed all the same', async () => {
  const late = await connection.pool.connect();
  await late.query('begin');
  const insert = `with event as (insert into platform.outbox (topic, payload) values ($1, $2) returning id)
    insert into platform.undistributed select id, true from event`;
  await late.query(insert, [TOPIC, '{"word":"late"}']);
  await say('early');
  await runDueJobs({ connection, reactions: [writes] });
  await late.query('commit');
  late.release();
  await runDueJobs({ connection, reactions: [writes] });
  assert.deepEqual(await effects(), ['early', 'late']);
});

/** Told in this order, and marked in the opposite one. */
async function sayMany(words: readonly string[]): Promise<void> {
  await sql`
    with event as (
      insert into platform.outbox (topic, payload)
      select ${TOPIC}, jsonb_build_object('word', word) from unnest(${words}::text[]) as word returning id
    ) insert into platform.undistributed select id, true from event order by id desc`.execute(db);
}

test('several that distribute at once give each event to a reaction once', async () => {
  const words = Array.from({ length: 300 }, (_, index) => `${index}`);
  await sayMany(words);
  const taken = await Promise.all([1, 2, 3, 4].map(() => distribute(db, [writes])));
  assert.deepEqual(taken.toSorted(), [0, 0, 0, 300]);
  await runDueJobs({ connection, reactions: [writes] });
  assert.deepEqual(await effects(), words);
});

test('who comes while another distributes waits for its turn, so that the order of telling is kept', async () => {
  const words = Array.from({ length: BATCH + 10 }, (_, index) => `${index}`);
  await sayMany(words);
  const merged: string[] = [];
  const merging: Reaction = {
    name: 'pump.ordered',
    topic: TOPIC,
    run: async (_tx, { payload }) => {
      merged.push(...payload.word.split(' '));
    },
    merge: (payloads) => ({ word: payloads.map(({ word }) => word).join(' ') }),
  };
  await db.transaction().execute(async (tx) => {
    assert.equal(await distribute(tx, [merging]), BATCH);
    assert.equal(await distribute(db, [merging]), 0);
  });
  assert.equal(await distribute(db, [merging]), 10);
  await runDueJobs({ connection, reactions: [merging] });
  assert.deepEqual(merged, words);
});

test('a batch is one job of a reaction that merges, and jobs that end soon of one that does not', async () => {
  await sql`
    with event as (
      insert into platform.outbox (topic, payload)
      select ${TOPIC}, '{"word":""}' from generate_series(1, 250) returning id
    ) insert into platform.undistributed select id, true from event`.execute(db);
  const merging: Reaction = {
    name: 'pump.merges',
    topic: TOPIC,
    run: async () => undefined,
    merge: ([first]) => first ?? { word: '' },
  };
  await distribute(db, [writes, merging]);
  assert.deepEqual(
    (await jobSizes()).toSorted((a, b) => a - b),
    [50, 100, 100, 250],
  );
  await runDueJobs({ connection, reactions: [writes, merging] });
  await effects();
});

test('a bad event of a batch keeps back none of the others, and ends as a dead letter of its own', async () => {
  const picky: Reaction = {
    name: 'pump.picky',
    topic: TOPIC,
    run: async (tx, { payload }) => {
      await sql`insert into effect (word) values (${payload.word})`.execute(tx);
      if (payload.word === 'bad') throw new Error('cannot read this');
    },
  };
  for (const word of ['one', 'bad', 'two']) await say(word);
  await runDueJobs({ connection, reactions: [picky], mayFail: true });
  assert.deepEqual(await effects(), ['one', 'two']);
  for (let attempt = 0; attempt < 10; attempt++) {
    await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
      db,
    );
    await runDueJobs({ connection, reactions: [picky], mayFail: true });
  }
  assert.deepEqual(await effects(), []);
  const { rows } = await sql<{ word: string }>`
    select outbox.payload ->> 'word' as word from platform.dead_letter join platform.outbox on outbox.id = event_id
    where reaction = 'pump.picky'`.execute(db);
  assert.deepEqual(rows, [{ word: 'bad' }]);
});

test('a batch whose worker died halfway goes on with the events that are left, each once', async () => {
  for (const word of ['one', 'two', 'three']) await say(word);
  let isFirst = true;
  const stopping = new AbortController();
  const dying: Reaction = {
    name: 'pump.dying',
    topic: TOPIC,
    run: async (tx, { payload }) => {
      await sql`insert into effect (word) values (${payload.word})`.execute(tx);
      if (isFirst) stopping.abort();
      isFirst = false;
    },
  };
  await distribute(db, [dying]);
  const { rows } = await sql<{ ids: string[] }>`
    select payload -> 'eventIds' as ids from graphile_worker._private_jobs`.execute(db);
  const ids = (rows[0]?.ids ?? []).map(BigInt);
  await assert.rejects(react(db, dying, ids, { mayMerge: true, signal: stopping.signal }), {
    name: 'AbortError',
  });
  await sql`update graphile_worker._private_jobs set attempts = 1`.execute(db);
  await runDueJobs({ connection, reactions: [dying] });
  assert.deepEqual(await effects(), ['one', 'two', 'three']);
});
