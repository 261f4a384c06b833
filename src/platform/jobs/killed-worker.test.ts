import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { testDatabase } from '../../../test/database.ts';
import { folderStore } from '../files/index.ts';
import { enqueue, startWorker } from './index.ts';

const connection = await testDatabase();

test('the job of a worker that is killed with -9 is done by the next one as soon as that starts', async () => {
  await connection.db.transaction().execute((tx) => enqueue(tx, 'test.held', {}, { queue: 'held' }));
  const { host, database } = connection.pool.options;
  const script = join(import.meta.dirname, 'fake/held-worker.ts');
  const child = spawn(process.execPath, [script, String(host), String(database)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const done = Promise.withResolvers<number>();
  const start = performance.now();
  const worker = await startWorker({
    connection,
    files: folderStore(tmpdir()),
    log: pino({ level: 'silent' }),
    jobs: [
      {
        name: 'test.held',
        parse: (payload) => payload,
        run: async ({ attempt }) => done.resolve(attempt),
      },
    ],
    reactions: [],
    crons: [],
    sweepMs: 300,
  });
  assert.equal(await done.promise, 2);
  assert.ok(performance.now() - start < 5000);
  await worker.stop();
});
