import assert from 'node:assert/strict';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { demoDatabase, demoFiles } from '../../../test/demo-database.ts';
import { listProductIds, readProducts, saveProducts } from '../../modules/catalog/index.ts';
import { readSections } from '../../modules/content/index.ts';
import { accountBalance, readCostLevels } from '../../modules/ledger/index.ts';
import { readShop } from '../../modules/markets/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { openWorkFile, pieceworkJobs, readWork } from '../../platform/work/index.ts';
import { isDemoWanted, readDemoData } from '../index.ts';
import { beginRemoval, removeDemo } from './remove-demo.ts';

const connection = await demoDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'demo-out-'));
await cp(demoFiles(), folder, { recursive: true });
const files = folderStore(folder);
const now = Temporal.Now.instant();

test('the demo goes as it came, and what the owner made or changed stays', async () => {
  const demo = await listProductIds(db, { limit: 1_000 });
  const [changed] = await readProducts(db, demo.slice(0, 1));
  assert.ok(changed);
  const draft = { handle: changed.handle, title: 'Mine now' };
  const [own] = await db.transaction().execute(async (tx) => {
    await saveProducts(tx, { drafts: [draft], now, cause: 'edit', actor: 'staff:1' });
    return saveProducts(tx, { drafts: [{ handle: 'own', title: 'My own' }], now, cause: 'edit' });
  });
  assert.ok(own && 'id' in own);
  const before = await readDemoData(db);
  const currency = (await readShop(db)).defaultCurrency;
  const stockMinor = await accountBalance(db, 'inventory', { currency });
  assert.ok(stockMinor > 5_000_000n, 'the demo opens with its stock in the books');
  const products = before.find(({ kind }) => kind === 'product');
  assert.equal(products?.goes.length, demo.length - 1);
  assert.deepEqual(products?.stays, [{ key: changed.id, label: 'Mine now', why: 'changed' }]);
  for (const kind of ['home', 'menu', 'promotion', 'collection', 'page', 'category', 'synonym', 'supplier']) {
    assert.ok(before.find((part) => part.kind === kind)?.goes.length, kind);
  }
  const id = await db
    .transaction()
    .execute((tx) => beginRemoval(tx, { title: 'Demo out', startedBy: 'staff:1', now }));
  await runDueJobs({ connection, files, jobs: pieceworkJobs(removeDemo) });
  const work = await readWork(db, id);
  assert.equal(work?.state, 'done', work?.failure ?? '');
  assert.equal(work?.result['refused'], 1);
  const report = await openWorkFile(files, id);
  assert.match(report !== undefined ? await text(report.stream) : '', /Mine now,somebody changed it/);
  const left = await listProductIds(db, { limit: 1_000 });
  assert.deepEqual(new Set(left), new Set([changed.id, own.id]));
  const kept = await readCostLevels(
    db,
    changed.variants.map(({ id: one }) => one),
    currency,
  );
  const keptMinor = [...kept.values()].reduce((sum, { valueMinor }) => sum + valueMinor, 0n);
  assert.equal(
    await accountBalance(db, 'inventory', { currency }),
    keptMinor,
    'only what stayed is still worth something',
  );
  const { defaultLocale } = await readShop(db);
  assert.deepEqual(await readSections(db, 'home', defaultLocale), []);
  assert.deepEqual(await readDemoData(db), [], 'what stayed is the owner’s');
  assert.equal(await isDemoWanted(db), false, 'the demo does not come back at the next start');
});
