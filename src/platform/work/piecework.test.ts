import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import type { Tx } from '../database/index.ts';
import { folderStore } from '../files/index.ts';
import { runDueJobs } from '../jobs/index.ts';
import {
  beginPieces,
  cancelWork,
  openWorkFile,
  type PieceOutcome,
  type PiecesKind,
  pieceworkJobs,
  readWork,
  undoWork,
  type WorkId,
} from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const files = folderStore(await mkdtemp(join(tmpdir(), 'pieces-')));
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const startedBy = 'staff:0199a000-0000-7000-8000-000000000001';

await sql`create table public.glass (name text primary key, milk int not null, times int not null default 0)`.execute(
  db,
);

type Pour = { readonly add: number };
const parse = z.object({ add: z.int() }).parse;

/** Pours into glasses; a cracked one is refused, a full one left as it is. */
function pouring(perBatch: number, each?: (batch: number) => Promise<void>): PiecesKind<Pour> {
  let batch = 0;
  return {
    ...{ name: 'test.pour', parse, piecesPerBatch: perBatch },
    change: async (tx, { add }, keys) => {
      const outcomes = new Map<string, PieceOutcome>();
      for (const key of keys) outcomes.set(key, await pour(tx, key, add));
      await each?.(++batch);
      return outcomes;
    },
    takeBack: async (tx, pieces) => {
      const outcomes = new Map<string, PieceOutcome>();
      for (const { key, label, before, after } of pieces) {
        const is = z.object({ milk: z.int() });
        const [was, became] = [is.parse(before).milk, is.parse(after).milk];
        const { numAffectedRows } = await sql`
          update public.glass set milk = ${was} where name = ${key} and milk = ${became}`.execute(tx);
        const isBack = numAffectedRows === 1n;
        const back = { outcome: 'changed', label, before: { milk: became }, after: { milk: was } } as const;
        outcomes.set(key, isBack ? back : { outcome: 'refused', label, reason: 'somebody drank of it' });
      }
      return outcomes;
    },
  };
}

async function pour(tx: Tx, key: string, add: number): Promise<PieceOutcome> {
  const label = `Glass "${key}"`;
  if (key.startsWith('cracked')) return { outcome: 'refused', label, reason: '=it leaks' };
  if (key.startsWith('full')) return { outcome: 'unchanged', label };
  const { rows } = await sql<{ milk: number }>`
    update public.glass set milk = milk + ${add}, times = times + 1 where name = ${key} returning milk`.execute(
    tx,
  );
  const milk = rows[0]?.milk ?? 0;
  return { outcome: 'changed', label, before: { milk: milk - add }, after: { milk } };
}

async function begin(kind: PiecesKind<Pour>, keys: readonly string[]): Promise<WorkId> {
  for (const key of keys) {
    await sql`insert into public.glass (name, milk) values (${key}, 10) on conflict (name) do update
      set milk = 10, times = 0`.execute(db);
  }
  const input = { title: 'Pour', startedBy, payload: { add: 5 }, keys, undoPermission: 'milk:write', now };
  return db.transaction().execute((tx) => beginPieces(tx, kind, input));
}

const run = (kind: PiecesKind<Pour>) =>
  runDueJobs({ connection, files, jobs: pieceworkJobs(kind), mayFail: true });
const undo = (id: WorkId) =>
  db.transaction().execute((tx) => undoWork(tx, { id, title: 'Undo: Pour', startedBy, now }));
const glass = async (name: string) => {
  const { rows } = await sql<{ milk: number; times: number }>`
    select milk, times from public.glass where name = ${name}`.execute(db);
  return [rows[0]?.milk, rows[0]?.times];
};

test('each piece is changed, left or refused, and those refused are a file', async () => {
  const id = await begin(pouring(2), ['a', 'full', 'cracked, "old"', 'b', 'c']);
  assert.equal((await readWork(db, id))?.total, 5);
  await run(pouring(2));
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.done], ['done', 5]);
  assert.deepEqual(work?.result, { changed: 3, unchanged: 1, refused: 1 });
  assert.equal(work?.fileName, 'refused.csv');
  const file = await openWorkFile(files, id);
  assert.equal(
    file && (await text(file.stream)),
    'Name,Reason,Id\r\n"Glass ""cracked, ""old""""",\'=it leaks,"cracked, ""old"""\r\n',
  );
  assert.deepEqual(await glass('b'), [15, 1]);
});

test('work that died halfway goes on with what is left, and does nothing twice', async () => {
  const dying = pouring(2, async (batch) => {
    if (batch === 2) throw new Error('the power went out');
  });
  const id = await begin(dying, ['a', 'b', 'c', 'd', 'e']);
  await run(dying);
  assert.deepEqual(
    [await glass('b'), await glass('c')],
    [
      [15, 1],
      [10, 0],
    ],
  );
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
  await run(pouring(2));
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.result], ['done', { changed: 5 }]);
  for (const name of ['a', 'b', 'c', 'd', 'e']) assert.deepEqual(await glass(name), [15, 1], name);
});

test('what was done is taken back once, but not where somebody changed it since', async () => {
  const id = await begin(pouring(2), ['a', 'full', 'b', 'c']);
  assert.equal((await readWork(db, id))?.undoPermission, undefined, 'it has not ended');
  await run(pouring(2));
  assert.equal((await readWork(db, id))?.undoPermission, 'milk:write');
  await sql`update public.glass set milk = 1 where name = 'b'`.execute(db);
  const back = await undo(id);
  assert.ok(back.ok);
  assert.equal((await undo(id)).ok, false, 'it is being taken back');
  await run(pouring(2));
  const work = await readWork(db, back.value);
  assert.deepEqual([work?.state, work?.undoes, work?.result], ['done', id, { changed: 2, refused: 1 }]);
  assert.deepEqual([(await glass('a'))[0], (await glass('b'))[0], (await glass('c'))[0]], [10, 1, 10]);
  assert.equal((await readWork(db, id))?.undoPermission, undefined);
  assert.equal((await undo(id)).ok, false);
});

test('work that is cancelled ends between two batches, says what is left, and can be taken back', async () => {
  const stopping = pouring(1, async () => {
    await db.transaction().execute((tx) => cancelWork(tx, { id, now }));
  });
  // Progress is told every so often: the last batches are told of as they end.
  const id: WorkId = await begin(stopping, ['a']);
  await run(stopping);
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.result], ['cancelled', { changed: 1 }]);
  const back = await undo(id);
  assert.ok(back.ok);
  await run(pouring(1));
  assert.deepEqual((await glass('a'))[0], 10);
});

test('a kind that forgets a piece is a fault, and its batch is undone', async () => {
  const forgetful: PiecesKind<Pour> = {
    ...pouring(2),
    change: async (tx, { add }, [first = '']) => new Map([[first, await pour(tx, first, add)]]),
  };
  await begin(forgetful, ['a', 'b']);
  await run(forgetful);
  assert.deepEqual(await glass('a'), [10, 0]);
});
