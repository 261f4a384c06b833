import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { type Reaction, tell } from '../outbox/index.ts';
import { buryAbandoned } from './dead-letter.ts';
import {
  dismissDeadLetter,
  enqueue,
  type Job,
  readDeadLetters,
  retryDeadLetter,
  runDueJobs,
} from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const put = (name: string, payload: object) => db.transaction().execute((tx) => enqueue(tx, name, payload));

async function makeDue(): Promise<void> {
  const jobs = sql`array(select id from graphile_worker.jobs)`;
  await sql`select graphile_worker.reschedule_jobs(${jobs}, run_at => now())`.execute(db);
}

let isBroken = true;
const fragile: Job<'test.fragile', { word: string }> = {
  name: 'test.fragile',
  maxAttempts: 3,
  parse: z.object({ word: z.string() }).parse,
  run: async (_context, { word }) => {
    if (isBroken) throw new Error(`cannot do ${word}`, { cause: new Error('the disk is full') });
  },
};

test('a job is tried as often as it says, then kept as a dead letter with its error and cause', async () => {
  await put('test.fragile', { word: 'it' });
  const outcomes: string[] = [];
  for (let round = 0; round < 5; round++) {
    await makeDue();
    const attempts = await runDueJobs({ connection, jobs: [fragile], mayFail: true });
    outcomes.push(...attempts.map((attempt) => attempt.outcome));
  }
  assert.deepEqual(outcomes, ['failed', 'failed', 'dead']);
  const [letter, ...others] = await readDeadLetters(db);
  assert.equal(others.length, 0);
  assert.equal(letter?.job, 'test.fragile');
  assert.deepEqual(letter?.payload, { word: 'it' });
  assert.equal(letter?.attempts, 3);
  assert.match(letter?.error ?? '', /cannot do it[\s\S]*the disk is full/);
});

test('a dead letter is retried from its first attempt and is then no longer open', async () => {
  const [letter] = await readDeadLetters(db);
  assert.ok(letter);
  isBroken = false;
  assert.equal(await db.transaction().execute((tx) => retryDeadLetter(tx, letter.id)), true);
  assert.equal(await db.transaction().execute((tx) => retryDeadLetter(tx, letter.id)), false);
  const attempts = await runDueJobs({ connection, jobs: [fragile] });
  assert.deepEqual(
    attempts.map((attempt) => attempt.outcome),
    ['done'],
  );
  assert.deepEqual(await readDeadLetters(db), []);
  isBroken = true;
});

test('a payload that is none of the job is a dead letter at once, and can be dismissed', async () => {
  await put('test.fragile', { number: 7 });
  const attempts = await runDueJobs({ connection, jobs: [fragile], mayFail: true });
  assert.deepEqual(
    attempts.map((attempt) => attempt.outcome),
    ['dead'],
  );
  const [letter] = await readDeadLetters(db);
  assert.ok(letter);
  assert.equal(letter.attempts, 1);
  assert.equal(await db.transaction().execute((tx) => dismissDeadLetter(tx, letter.id)), true);
  assert.deepEqual(await readDeadLetters(db), []);
});

test('a reaction that never succeeds is a dead letter that names it and its event', async () => {
  const reaction: Reaction = {
    name: 'test.never',
    topic: 'platform.test_said',
    run: () => Promise.reject(new Error('never')),
  };
  await db.transaction().execute((tx) => tell(tx, 'platform.test_said', { word: 'lost' }));
  for (let round = 0; round < 9; round++) {
    await makeDue();
    await runDueJobs({ connection, reactions: [reaction], mayFail: true });
  }
  const [letter] = await readDeadLetters(db);
  assert.equal(letter?.reaction, 'test.never');
  assert.equal(letter?.attempts, 8);
  const { rows } = await sql`select 1 from platform.outbox where id = ${letter?.eventId ?? null}`.execute(db);
  assert.equal(rows.length, 1);
});

test('a job whose worker died during the last attempt becomes a dead letter too', async () => {
  await sql`update platform.dead_letter set resolved_at = now()`.execute(db);
  await put('test.fragile', { word: 'orphan' });
  await sql`
    update graphile_worker._private_jobs set attempts = max_attempts where payload ->> 'word' = 'orphan'
  `.execute(db);
  assert.equal(await buryAbandoned(db), 1);
  assert.equal(await buryAbandoned(db), 0);
  const [letter] = await readDeadLetters(db);
  assert.deepEqual(letter?.payload, { word: 'orphan' });
  assert.match(letter?.error ?? '', /died/);
});
