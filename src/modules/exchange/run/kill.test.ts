import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { listProductIds } from '../../catalog/index.ts';
import { runImport, startImport } from '../index.ts';
import { NOW, openTestShop } from '../test-shop.ts';

const CHILD = join(import.meta.dirname, '../fixtures/import-child.ts');
const COUNT = 1_500;

test('an import that is killed with -9 in the middle goes on, and neither doubles nor loses a product', async () => {
  const connection = await testDatabase();
  const shop = await openTestShop(connection);
  const rows = Array.from({ length: COUNT }, (_, index) => `p-${index},Product ${index},,,S-${index},1.50`);
  const text = [
    'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Body (HTML),Vendor',
    ...rows,
  ];
  const stream = Readable.from([Buffer.from(`${text.join(',,\n')}\n`)]);
  const input = {
    fileName: 'x.csv',
    stream,
    options: { format: 'shopify' as const },
    isDryRun: false,
    now: NOW,
  };
  const runId = await startImport(shop.deps, input);
  const { rows: names } = await connection.pool.query('select current_database() as name');
  const args = [CHILD, process.env['INSTITOR_TEST_SOCKET'] ?? '', names[0].name, shop.folder, runId];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    // Behind the first committed batch the next one is under way.
    if (Number(line) >= 200) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL');
  const before = (await listProductIds(shop.db, { limit: 5_000 })).length;
  assert.ok(before >= 200 && before < COUNT, `${before} products were in when it was killed`);
  const run = await runImport(shop.deps, { runId, now: NOW });
  assert.equal(run.state, 'done');
  assert.deepEqual(run.counts, { created: COUNT, updated: 0, unchanged: 0, skipped: 0 });
  assert.equal((await listProductIds(shop.db, { limit: 5_000 })).length, COUNT);
});
