import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { transactInBulk } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
await sql`create table public.sheet (n int primary key)`.execute(db);
const copied = 'copy sheet from stdin';
const numbers = () => Readable.from([Buffer.from('1\n2\n3\n')]);

test('rows that are copied in and statements around them are one transaction', async () => {
  const seen = await transactInBulk(connection, async (tx, copy) => {
    await sql`insert into sheet values (9)`.execute(tx);
    await copy(copied, numbers());
    const { rows } = await sql<{ n: number }>`update sheet set n = n * 10 returning n`.execute(tx);
    assert.equal((await sql`select from sheet`.execute(db)).rows.length, 0);
    return rows.map(({ n }) => n);
  });
  assert.deepEqual(seen.toSorted(), [10, 20, 30, 90]);
  assert.equal((await sql`select from sheet`.execute(db)).rows.length, 4);
});

test('what throws leaves nothing, nor does a row that is refused', async () => {
  const thrown = transactInBulk(connection, async (_tx, copy) => {
    await copy(copied, numbers());
    throw new Error('enough');
  });
  await assert.rejects(thrown, /enough/);
  await assert.rejects(
    transactInBulk(connection, async (_tx, copy) => copy(copied, Readable.from([Buffer.from('1\n10\n')]))),
    /sheet_pkey/,
  );
  assert.equal((await sql`select from sheet`.execute(db)).rows.length, 4);
});
