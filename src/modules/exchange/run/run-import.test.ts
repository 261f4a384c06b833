import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { listProductIds, readProductByHandle } from '../../catalog/index.ts';
import { findRedirect } from '../../content/index.ts';
import { cancelImport, resumeImport, runImport, startImport } from '../index.ts';
import { NOW, openTestShop } from '../test-shop.ts';

const HEAD =
  'Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,' +
  'Variant Inventory Tracker,Image Src,Body (HTML)';
const row = (index: number): string => `p-${index},Product ${index},V,,,S-${index},1.50,3,shopify,,<p>x</p>`;
const file = (count: number): string =>
  [HEAD, ...Array.from({ length: count }, (_, index) => row(index))].join('\n');

test('a bad row keeps its whole product out, with line, column and reason; the others go in', async () => {
  const shop = await openTestShop(await testDatabase());
  const text = [
    HEAD,
    'a,A,V,Size,S,A-S,10,1,shopify,,<p>1</p>',
    'b,B,V,Size,S,B-S,10,1,shopify,,"two\nlines"',
    'b,,,,M,B-M,10.999,1,shopify,,',
    'c,C,V,Size,S,C-S,10,1,shopify,,x"y',
    'd,D,V,,,D,10,1,shopify,,',
    'e,E,V,,,A-S,10,1,shopify,,',
    'f,F,V,,,F,abc,1,shopify,,',
    'a,,,,M,A-M,11,2,shopify,,',
  ].join('\n');
  const { run, issues } = await shop.bring(text);
  assert.deepEqual(run.counts, { created: 2, updated: 0, unchanged: 0, skipped: 4 });
  assert.deepEqual(
    issues.map(({ line, column, code }) => [line, column, code]).toSorted(),
    [
      [5, 'Variant Price', 'price_has_too_many_digits'],
      [6, undefined, 'misplaced_quote'],
      [8, 'SKU', 'sku_twice'],
      [9, 'Variant Price', 'not_a_number'],
    ].toSorted(),
  );
  assert.equal((await readProductByHandle(shop.db, 'a'))?.variants.length, 2);
  assert.equal(await readProductByHandle(shop.db, 'b'), undefined);
});

test('a file that breaks off changes nothing, however many good rows it begins with', async () => {
  const shop = await openTestShop(await testDatabase());
  for (const [text, failure] of [
    [`${file(700)}\np-x,"Product`, /never closed/],
    [`${file(700)}\np-x,Product`, /ends inside a row/],
    [HEAD, /no rows/],
    ['', /empty/],
    [Buffer.concat([Buffer.from(`${file(1500)}\n`), Buffer.from([0xff, 0xfe, 0x41])]), /UTF-8/],
  ] as const) {
    const { run } = await shop.bring(text);
    assert.equal(run.state, 'failed');
    assert.match(run.failure ?? '', failure);
  }
  assert.deepEqual(await listProductIds(shop.db, { limit: 10 }), []);
});

test('a dry run says what the import then does, and writes nothing', async () => {
  const shop = await openTestShop(await testDatabase());
  await shop.bring(file(3));
  const edited = file(5).replace('Product 1', 'Product one').replace('S-2,1.50', 'S-2,1.60');
  const changed = `${edited}\nbad,Bad,V,,,S-bad,-1,1,shopify,,`;
  const planned = await shop.bring(changed, { isDryRun: true });
  assert.deepEqual(planned.run.counts, { created: 2, updated: 2, unchanged: 1, skipped: 1 });
  assert.equal((await readProductByHandle(shop.db, 'p-1'))?.title, 'Product 1');
  assert.equal(await readProductByHandle(shop.db, 'p-4'), undefined);
  const done = await shop.bring(changed);
  assert.deepEqual(done.run.counts, planned.run.counts);
  assert.deepEqual(done.issues, planned.issues);
});

test('a stopped import goes on after its last batch, and neither doubles nor loses a product', async () => {
  const shop = await openTestShop(await testDatabase());
  const stream = Readable.from([Buffer.from(file(900))]);
  const runId = await startImport(shop.deps, {
    fileName: 'x.csv',
    stream,
    options: {},
    isDryRun: false,
    now: NOW,
  });
  const stop = new AbortController();
  const half = runImport(shop.deps, {
    runId,
    now: NOW,
    signal: stop.signal,
    onProgress: ({ products }) => void (products >= 400 && stop.abort()),
  });
  await assert.rejects(half, { name: 'AbortError' });
  assert.equal((await listProductIds(shop.db, { limit: 2_000 })).length, 400);
  const run = await runImport(shop.deps, { runId, now: NOW });
  assert.equal(run.state, 'done');
  assert.deepEqual(run.counts, { created: 900, updated: 0, unchanged: 0, skipped: 0 });
  assert.equal((await listProductIds(shop.db, { limit: 2_000 })).length, 900);
  assert.equal((await runImport(shop.deps, { runId, now: NOW })).counts.created, 900);
});

test('two processes that do the same import at once do each batch once', async () => {
  const shop = await openTestShop(await testDatabase());
  const stream = Readable.from([Buffer.from(file(900))]);
  const runId = await startImport(shop.deps, {
    fileName: 'x.csv',
    stream,
    options: {},
    isDryRun: false,
    now: NOW,
  });
  await Promise.allSettled([
    runImport(shop.deps, { runId, now: NOW }),
    runImport(shop.deps, { runId, now: NOW }),
  ]);
  const run = await runImport(shop.deps, { runId, now: NOW });
  assert.deepEqual([run.state, run.counts.created + run.counts.unchanged], ['done', 900]);
  assert.equal((await listProductIds(shop.db, { limit: 2_000 })).length, 900);
});

test('cancelling from elsewhere stops after the present batch; resuming finishes', async () => {
  const shop = await openTestShop(await testDatabase());
  const stream = Readable.from([Buffer.from(file(900))]);
  const runId = await startImport(shop.deps, {
    fileName: 'x.csv',
    stream,
    options: {},
    isDryRun: false,
    now: NOW,
  });
  let asked: Promise<boolean> | undefined;
  const run = await runImport(shop.deps, {
    runId,
    now: NOW,
    onProgress: () => {
      asked ??= cancelImport(shop.db, runId, NOW);
    },
  });
  assert.equal(await asked, true);
  assert.equal(run.state, 'cancelled');
  assert.ok(run.counts.created < 900);
  assert.equal(await resumeImport(shop.db, runId, NOW), true);
  assert.equal((await runImport(shop.deps, { runId, now: NOW })).counts.created, 900);
});

test('a product found by its SKU keeps its address; a title alone never takes over a product', async () => {
  const shop = await openTestShop(await testDatabase());
  await shop.bring(file(1));
  const { run } = await shop.bring(`${HEAD}\nnew-name,Product 0,V,,,S-0,1.50,3,shopify,,<p>x</p>`);
  assert.deepEqual(run.counts, { created: 0, updated: 0, unchanged: 1, skipped: 0 });
  assert.equal(await findRedirect(shop.db, '/products/new-name'), '/products/p-0');
  const woo =
    'Type,SKU,Name,Published,Visibility in catalog,Regular price,Categories,Parent,Images\n' +
    'simple,OTHER,p 0,1,visible,5,,,\n';
  const taken = await shop.bring(woo);
  assert.deepEqual(
    taken.issues.map((issue) => issue.code),
    ['handle_taken'],
  );
});
