import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';

const { db } = await testDatabase(1);
await sql`create table note (number int primary key)`.execute(db);

const numbers = async () => {
  const { rows } = await sql<{ number: number }>`select number from note order by number`.execute(db);
  return rows.map(({ number }) => number);
};

test('a transaction is all or nothing, though its begin is not waited for', async () => {
  await db.transaction().execute((tx) => sql`insert into note values (${1})`.execute(tx));
  const broken = db.transaction().execute(async (tx) => {
    await sql`insert into note values (${2})`.execute(tx);
    await sql`insert into note values (${1})`.execute(tx);
  });
  await assert.rejects(broken, /duplicate key/);
  const thrown = db.transaction().execute(async (tx) => {
    await sql`insert into note values (${3})`.execute(tx);
    throw new Error('changed my mind');
  });
  await assert.rejects(thrown, /changed my mind/);
  await db.transaction().execute(async () => undefined);
  assert.deepEqual(await numbers(), [1]);
});

test('the plan of a statement is kept, whatever its values', async () => {
  for (const number of [10, 11, 12]) await sql`insert into note values (${number})`.execute(db);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_prepared_statements where statement like 'insert into note%'`.execute(
    db,
  );
  assert.equal(rows[0]?.count, 1);
});

test('a connection that is lost at the beginning of a transaction fails it, and the next one is another', async () => {
  const lost = db.transaction().execute(async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  });
  await assert.rejects(lost);
  await db.transaction().execute((tx) => sql`insert into note values (${20})`.execute(tx));
  assert.ok((await numbers()).includes(20));
});
