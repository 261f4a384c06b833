import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import type { Tx } from '../../platform/database/index.ts';
import { addRedirects, findRedirect, readRedirects, removeRedirects } from './index.ts';

const { db } = await testDatabase();

function write<Value>(run: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(run);
}

let heard = 0n;
async function hear(): Promise<string[]> {
  const { rows } = await sql<{ id: bigint; payload: { what: string; handle: string } }>`
    select id, payload from platform.outbox where topic = 'content.changed' and id > ${heard} order by id`.execute(
    db,
  );
  heard = rows.at(-1)?.id ?? heard;
  return rows.map(({ payload }) => `${payload.what} ${payload.handle}`);
}

test('old addresses lead to where they end, whatever their case and in one step', async () => {
  await hear();
  const first = await write((tx) => addRedirects(tx, [{ path: '/Old-Mug/', target: '/products/mug?ref=a' }]));
  assert.deepEqual(first, { changed: 1, refused: [] });
  assert.deepEqual(await hear(), ['redirect /old-mug']);
  assert.equal(await findRedirect(db, '/OLD-mug'), '/products/mug?ref=a');
  await write((tx) => addRedirects(tx, [{ path: '/older', target: '/Old-Mug#top' }]));
  assert.equal(await findRedirect(db, '/older/'), '/products/mug?ref=a');
  const moved = await write((tx) =>
    addRedirects(tx, [{ path: '/products/mug?ref=a', target: '/products/cup' }]),
  );
  assert.equal(moved.changed, 3);
  assert.equal(await findRedirect(db, '/older'), '/products/cup');
  const loop = await write((tx) => addRedirects(tx, [{ path: '/products/cup', target: '/older' }]));
  assert.deepEqual(
    loop.refused.map(({ refusal }) => refusal.code),
    ['loop'],
  );
  assert.deepEqual(
    (await readRedirects(db, { limit: 10 })).map((one) => one.path),
    ['/old-mug', '/older', '/products/mug?ref=a'],
  );
});

test('the same redirects again write and tell nothing; removed, an address leads nowhere', async () => {
  await hear();
  const again = await write((tx) => addRedirects(tx, [{ path: '/older', target: '/products/cup' }]));
  assert.deepEqual(again, { changed: 0, refused: [] });
  assert.deepEqual(await hear(), []);
  assert.equal(await write((tx) => removeRedirects(tx, ['/Older/', '/never'])), 1);
  assert.equal(await findRedirect(db, '/older'), undefined);
  assert.equal(await findRedirect(db, 'no path'), undefined);
});

test('of two who close a loop at one moment only one is accepted', async () => {
  const add = (path: string, target: string) => write((tx) => addRedirects(tx, [{ path, target }]));
  const both = await Promise.all([add('/ping', '/pong'), add('/pong', '/ping')]);
  assert.equal(both.flatMap((one) => one.refused).length, 1);
});
