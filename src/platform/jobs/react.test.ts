import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type Reaction, tell } from '../outbox/index.ts';
import { runDueJobs } from './index.ts';
import { react } from './react.ts';

declare module '../outbox/events.ts' {
  interface Events {
    'platform.test_said': { word: string };
  }
}

const connection = await testDatabase();
const { db } = connection;
await sql`create table effect (word text not null)`.execute(db);

const say = (word: string) => db.transaction().execute((tx) => tell(tx, 'platform.test_said', { word }));

async function effects(): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from effect`.execute(db);
  await sql`truncate effect`.execute(db);
  return rows.map((row) => row.word);
}

async function makeDue(): Promise<void> {
  const jobs = sql`array(select id from graphile_worker.jobs)`;
  await sql`select graphile_worker.reschedule_jobs(${jobs}, run_at => now())`.execute(db);
}

const writes = (name: string, after?: () => void): Reaction => ({
  name,
  topic: 'platform.test_said',
  run: async (tx, { payload }) => {
    await sql`insert into effect (word) values (${payload.word})`.execute(tx);
    after?.();
  },
});

test('an event reaches every reaction of its topic with its payload', async () => {
  await say('hello');
  const attempts = await runDueJobs({ connection, reactions: [writes('a.one'), writes('a.two')] });
  assert.deepEqual(attempts.map(({ name, outcome }) => `${name} ${outcome}`).toSorted(), [
    'a.one done',
    'a.two done',
  ]);
  assert.deepEqual(await effects(), ['hello', 'hello']);
});

test('an event of a transaction that is rolled back is never told', async () => {
  const rolledBack = db.transaction().execute(async (tx) => {
    await tell(tx, 'platform.test_said', { word: 'unsaid' });
    throw new Error('changed my mind');
  });
  await assert.rejects(rolledBack, /changed my mind/);
  assert.deepEqual(await runDueJobs({ connection, reactions: [writes('b')] }), []);
  assert.deepEqual(await effects(), []);
});

test('a reaction that fails after its write leaves nothing; its effect happens once', async () => {
  let failures = 2;
  const reaction = writes('c', () => {
    if (failures-- > 0) throw new Error('crash after the write');
  });
  await say('once');
  const outcomes: string[] = [];
  for (let round = 0; round < 3; round++) {
    await makeDue();
    const attempts = await runDueJobs({ connection, reactions: [reaction], mayFail: true });
    outcomes.push(...attempts.map((attempt) => attempt.outcome));
  }
  assert.deepEqual(outcomes, ['failed', 'failed', 'done']);
  assert.deepEqual(await effects(), ['once']);
});

test('an event that is delivered again, even at the same moment, has its effect once', async () => {
  await say('twice');
  await runDueJobs({ connection, reactions: [writes('d')] });
  const { rows } = await sql<{ id: bigint }>`select max(id) as id from platform.outbox`.execute(db);
  const id = rows[0]?.id ?? 0n;
  await react(db, writes('d'), [id]);
  await Promise.all([
    react(db, writes('e'), [id]),
    react(db, writes('e'), [id]),
    react(db, writes('e'), [id]),
  ]);
  assert.deepEqual(await effects(), ['twice', 'twice']);
});

test('a reaction gets its events in the order in which they were told', async () => {
  const words = Array.from({ length: 20 }, (_, index) => `word ${index}`);
  for (const word of words) await say(word);
  await runDueJobs({ connection, reactions: [writes('f')] });
  assert.deepEqual(await effects(), words);
});

test('what a reaction tells is told once and reaches the next reaction', async () => {
  const first: Reaction = {
    name: 'g.first',
    topic: 'platform.test_said',
    run: async (tx, { payload }) => {
      if (payload.word === 'ping') await tell(tx, 'platform.test_said', { word: 'pong' });
    },
  };
  await say('ping');
  await runDueJobs({ connection, reactions: [first, writes('g.second')] });
  assert.deepEqual((await effects()).toSorted(), ['ping', 'pong']);
});

test('events that wait together are one run of a reaction that can merge them, each noted as done', async () => {
  const runs: string[] = [];
  const merging: Reaction = {
    name: 'm.merging',
    topic: 'platform.test_said',
    run: async (_tx, { payload }) => {
      runs.push(payload.word);
    },
    merge: (payloads) => ({ word: payloads.map(({ word }) => word).join('') }),
  };
  for (const word of 'abcde') await say(word);
  await runDueJobs({ connection, reactions: [merging] });
  assert.deepEqual(runs, ['abcde']);
  const { rows } = await sql`select 1 from platform.reaction_done where reaction = 'm.merging'`.execute(db);
  assert.equal(rows.length, 5);
});

test('a bad event among good ones takes none of them with it when it is tried again', async () => {
  const runs: string[] = [];
  const picky: Reaction = {
    name: 'm.picky',
    topic: 'platform.test_said',
    run: async (_tx, { payload }) => {
      if (payload.word.includes('!')) throw new Error('cannot read this');
      runs.push(payload.word);
    },
    merge: (payloads) => ({ word: payloads.map(({ word }) => word).join('') }),
  };
  for (const word of ['a', '!', 'b']) await say(word);
  await runDueJobs({ connection, reactions: [picky], mayFail: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    await makeDue();
    await runDueJobs({ connection, reactions: [picky], mayFail: true });
  }
  assert.deepEqual(runs.toSorted(), ['a', 'b']);
});

test('a merged run takes no more events than its payload has room for', async () => {
  const sizes: number[] = [];
  const counting: Reaction = {
    name: 'm.counting',
    topic: 'platform.test_said',
    run: async (_tx, { payload }) => {
      sizes.push(payload.word.length);
    },
    merge: (payloads) => ({ word: payloads.map(({ word }) => word).join('') }),
  };
  for (let count = 0; count < 5; count++) await say('x'.repeat(15_000));
  await runDueJobs({ connection, reactions: [counting] });
  assert.deepEqual(sizes, [30_000, 30_000, 15_000]);
});
