import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../../../test/database.ts';
import { copyIn, copyOut, ownerClient } from './index.ts';

const client = ownerClient(await testDatabase(2));
await client.connect();
after(() => client.end());
await client.query('create table public.sheet (n int primary key, word text)');

test('what is copied out goes in again, and the connection goes on afterwards', async () => {
  // Much more than a stream holds, so that the server has to wait.
  await client.query(
    `insert into sheet select n, repeat('word ', 40) || n from generate_series(1, 30000) as n`,
  );
  const lines = await buffer(copyOut(client, 'copy sheet to stdout'));
  assert.ok(lines.length > 5_000_000);
  await client.query('truncate sheet');
  await copyIn(client, 'copy sheet from stdin', Readable.from(chunksOf(lines)));
  const { rows } = await client.query('select count(*)::int as count, max(word) as last from sheet');
  assert.deepEqual(rows, [{ count: 30_000, last: `${'word '.repeat(40)}9999` }]);
});

test('a row that is refused fails the copy, and the connection goes on afterwards', async () => {
  await client.query('truncate sheet');
  const doubled = Readable.from([Buffer.from('1\ta\n'), Buffer.from('1\tb\n')]);
  await assert.rejects(
    copyIn(client, 'copy sheet from stdin', doubled),
    (error) => error instanceof pg.DatabaseError && error.constraint === 'sheet_pkey',
  );
  await assert.rejects(
    buffer(copyOut(client, 'copy nothing to stdout')),
    /relation "nothing" does not exist/,
  );
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('1\ta\n');
      throw new Error('the disk is gone');
    })(),
  );
  await assert.rejects(copyIn(client, 'copy sheet from stdin', broken), /the disk is gone/);
  assert.equal((await client.query('select from sheet')).rowCount, 0);
});

function* chunksOf(data: Buffer): Iterable<Buffer> {
  for (let at = 0; at < data.length; at += 65_000) yield data.subarray(at, at + 65_000);
}
