import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { ok, refuse } from '../../kernel/index.ts';
import { transact, transactOrRefuse } from './index.ts';

const { db } = await testDatabase(4);

test('two transactions that lock each other out both get through', async () => {
  await sql`create table pair (name text primary key, number int not null default 0)`.execute(db);
  await sql`insert into pair (name) values ('a'), ('b')`.execute(db);
  const both = Promise.withResolvers<void>();
  let inside = 0;
  let attempts = 0;
  const raise = (first: string, second: string) =>
    transact(db, async (tx) => {
      attempts += 1;
      await sql`update pair set number = number + 1 where name = ${first}`.execute(tx);
      inside += 1;
      if (inside === 2) both.resolve();
      await both.promise;
      await sql`update pair set number = number + 1 where name = ${second}`.execute(tx);
    });
  await Promise.all([raise('a', 'b'), raise('b', 'a')]);
  const { rows } = await sql<{ number: number }>`select number from pair`.execute(db);
  assert.deepEqual([rows.map(({ number }) => number), attempts], [[2, 2], 3]);
});

test('a mistake is thrown the first time', async () => {
  let attempts = 0;
  const mistake = transact(db, async (tx) => {
    attempts += 1;
    await sql`select 1 / 0`.execute(tx);
  });
  await assert.rejects(mistake, /division by zero/);
  assert.equal(attempts, 1);
});

test('a refusal leaves nothing of what was written before it', async () => {
  await sql`create table note (text text)`.execute(db);
  const write = (text: string, isRefused: boolean) =>
    transactOrRefuse(db, async (tx) => {
      await sql`insert into note values (${text})`.execute(tx);
      return isRefused ? refuse('too_late', 'not any more') : ok(text);
    });
  const [refused, kept] = [await write('a', true), await write('b', false)];
  assert.deepEqual([refused.ok || refused.refusal.code, kept], ['too_late', ok('b')]);
  const { rows } = await sql<{ text: string }>`select text from note`.execute(db);
  assert.deepEqual(rows, [{ text: 'b' }]);
});
