import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { folderStore } from '../files/index.ts';
import { runDueJobs } from '../jobs/index.ts';
import { beginWork, readWork, type SheetKind, sheetWork, workJob } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
after(() => rm(folder, { recursive: true }));
const files = folderStore(folder);
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');

const BATCHES = 1_000;
const ROWS = 100;
const MEGABYTE = 1_000_000;

test('a sheet of 100 MB is written with the memory of a few batches', async () => {
  let most = 0;
  const kind: SheetKind<object> = {
    name: 'test.sheet',
    parse: (payload) => Object(payload),
    fileName: () => 'sheet.csv',
    batches: async function* () {
      yield [['name']];
      for (let batch = 0; batch < BATCHES; batch++) {
        yield Array.from({ length: ROWS }, (_, row) => [`${batch} ${row} `.padEnd(1_000, 'x')]);
        most = Math.max(most, process.memoryUsage().heapUsed);
      }
    },
  };
  const before = process.memoryUsage().heapUsed;
  const id = await db
    .transaction()
    .execute((tx) => beginWork(tx, kind, { title: 'Sheet', startedBy: 'staff:1', payload: {}, now }));
  await runDueJobs({ connection, files, jobs: [workJob(sheetWork(kind))] });
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.result], ['done', { rows: BATCHES * ROWS }]);
  assert.ok((await stat(join(folder, 'work', id))).size > 100 * MEGABYTE);
  assert.ok(most - before < 60 * MEGABYTE, `${Math.round((most - before) / MEGABYTE)} MB more at the most`);
});
