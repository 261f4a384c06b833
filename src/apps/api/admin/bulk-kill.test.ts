import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { followProducts } from '../../../modules/inventory/index.ts';
import { readPrices } from '../../../modules/pricing/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import { beginPieces, readWork } from '../../../platform/work/index.ts';
import { changePrices } from './bulk/change-prices.ts';
import { adminJobs } from './long-work.ts';

const CHILD = join(import.meta.dirname, '../testing/worker-child.ts');
const COUNT = 490;
const connection = await testDatabase();
const { db } = connection;
const { others: variants } = await openSellingShop(connection, { others: COUNT });
const products = await readProductIdsOfVariants(db, variants);
await db.transaction().execute((tx) => followProducts(tx, [...products.values()]));
const folder = await mkdtemp(join(tmpdir(), 'institor-kill-'));
after(() => rm(folder, { recursive: true }));

/** Asks again and again, for a minute. */
async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 6_000; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(10);
  }
  throw new Error('it did not come about in a minute');
}

test('prices raised by ten percent are raised once, though the worker was killed with -9 in the middle', async () => {
  const id = await db.transaction().execute((tx) =>
    beginPieces(tx, changePrices, {
      ...{ title: 'Raise', startedBy: 'staff:1', undoPermission: 'prices:write', now: NOW },
      payload: {
        ...{ currency: 'EUR', rounding: 'none', compareAt: 'keep' },
        change: { kind: 'percent', rateMillionths: 100_000 },
      },
      keys: variants,
    }),
  );
  const decided = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from platform.work_piece where outcome is not null`.execute(db);
    return rows[0]?.count ?? 0;
  };
  const { host, database } = connection.pool.options;
  const child = spawn(process.execPath, [CHILD, String(host), String(database), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  await until(async () => ((await decided()) > 0 ? true : undefined));
  child.kill('SIGKILL');
  assert.equal((await exit)[1], 'SIGKILL');
  const before = await decided();
  assert.ok(before > 0 && before < COUNT, `${before} were decided when it was killed`);
  const worker = await startWorker({
    ...{ connection, files: folderStore(folder), log: pino({ level: 'silent' }) },
    ...{ jobs: adminJobs, reactions: [], crons: [], sweepMs: 300 },
  });
  const work = await until(async () => {
    const now = await readWork(db, id);
    return now?.endedAt === undefined ? undefined : now;
  });
  await worker.stop();
  assert.deepEqual([work.state, work.result], ['done', { changed: COUNT }]);
  const prices = await readPrices(db, variants);
  const amounts = new Set([...prices.values()].map((all) => all[0]?.amountMinor));
  assert.deepEqual([...amounts], [1_100n]);
});
