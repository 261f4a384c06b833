import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type pg from 'pg';
import { testDatabase } from '../../../test/database.ts';
import { connectReads } from './reads.ts';

const connection = await testDatabase();
const { db, reads } = connection;

test('what is asked together is answered each to its own asker, in our types', async () => {
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  const answers = await Promise.all(
    numbers.map((number) => sql<{ n: bigint }>`select ${number}::int8 as n`.execute(reads)),
  );
  assert.deepEqual(
    answers.map(({ rows }) => rows),
    numbers.map((number) => [{ n: BigInt(number) }]),
  );
});

test('a statement that fails fails alone', async () => {
  const answers = await Promise.allSettled([
    sql`select 1 as n`.execute(reads),
    sql`select 1 / ${0}::int as n`.execute(reads),
    sql`select 2 as n`.execute(reads),
    sql`select nothing from nowhere`.execute(reads),
    sql`select 1 / ${1}::int as n`.execute(reads),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
  );
});

test('it neither writes nor opens a transaction', async () => {
  await db.schema.createTable('public.kept').addColumn('id', 'integer').execute();
  await assert.rejects(sql`insert into public.kept values (1)`.execute(reads), /read-only transaction/);
  await assert.rejects(
    reads.transaction().execute(() => Promise.resolve()),
    /not a single statement that reads/,
  );
});

test('a plan made while a table was empty is made anew once it is full and analysed', async () => {
  await sql`create table public.grown (id int, word text)`.execute(db);
  await sql`create index on public.grown (id)`.execute(db);
  await sql`analyze public.grown`.execute(db);
  const one = connectReads(configOf(), 1);
  try {
    const read = () => sql<{ word: string }>`select word from public.grown where id = ${7}::int`.execute(one);
    // After five plans of their own PostgreSQL keeps a general one.
    for (let time = 0; time < 10; time += 1) assert.deepEqual((await read()).rows, []);
    const kept = await sql<{ name: string; generic_plans: bigint }>`
      select name, generic_plans from pg_prepared_statements where statement like '%public.grown where id%'`.execute(
      one,
    );
    const name = kept.rows[0]?.name ?? '';
    assert.ok(Number(kept.rows[0]?.generic_plans) > 0, 'the statement has a name and a kept plan');
    const plan = async () => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain execute ${sql.id(name)} (7)`.execute(one);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const before = await plan();
    await sql`insert into public.grown select n, 'word ' || n from generate_series(1, 50000) n`.execute(db);
    await sql`analyze public.grown`.execute(db);
    assert.deepEqual((await read()).rows, [{ word: 'word 7' }]);
    const after = await plan();
    assert.notEqual(after, before);
    assert.match(after, /Index Scan/);
    assert.match(after, /rows=1 /);
  } finally {
    await one.destroy();
  }
});

test('a connection that is lost is opened again', async () => {
  const one = connectReads(configOf(), 1);
  const pidOf = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one)).rows[0]?.pid;
  try {
    const first = await pidOf();
    const slow = assert.rejects(sql`select pg_sleep(30)`.execute(one), /terminat/i);
    const behind = sql`select 1 as n`.execute(one);
    // Ended while it works on the statement, not before it got it.
    const isBusy = sql`select from pg_stat_activity where pid = ${first} and state = 'active'`;
    while ((await isBusy.execute(db)).rows.length === 0);
    await sql`select pg_terminate_backend(${first}::int)`.execute(db);
    await slow;
    assert.deepEqual((await behind).rows, [{ n: 1 }]);
    assert.notEqual(await pidOf(), first);
  } finally {
    await one.destroy();
  }
});

function configOf(): pg.ClientConfig {
  const { host, database, user } = connection.pool.options;
  return { ...(host ? { host } : {}), ...(database ? { database } : {}), ...(user ? { user } : {}) };
}
