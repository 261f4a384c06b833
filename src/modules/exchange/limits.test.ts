import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { readProductByHandle } from '../catalog/index.ts';
import { readLevels } from '../inventory/index.ts';
import {
  countIssues,
  forgetFiles,
  MOST_ISSUES,
  openPictures,
  readIssues,
  runImport,
  startImport,
} from './index.ts';
import { NOW, openTestShop } from './test-shop.ts';

const shop = await openTestShop(await testDatabase());
const { db, deps } = shop;
const HEAD = 'Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Body (HTML)';

async function start(text: string, isDryRun = false) {
  const stream = Readable.from([Buffer.from(text)]);
  return startImport(deps, { fileName: 'x.csv', stream, options: {}, isDryRun, now: NOW });
}

test('a run counts all its issues and lists the first of them, with a line that says so', async () => {
  const bad = Array.from({ length: MOST_ISSUES + 500 }, (_, index) => `p-${index},P,V,,,S-${index},x,,`);
  const runId = await start([HEAD, ...bad].join('\n'), true);
  const run = await runImport(deps, { runId, now: NOW });
  assert.equal(run.counts.skipped, bad.length);
  assert.deepEqual(await countIssues(db, runId), { errors: bad.length, warnings: 0 });
  const listed = await readIssues(db, runId, { limit: MOST_ISSUES * 2 });
  assert.equal(listed.length, MOST_ISSUES + 1);
  assert.deepEqual([listed.at(-2)?.issue.code, listed.at(-1)?.issue.code], ['not_a_number', 'more_issues']);
});

test('a file goes thirty days after its import; that of a cancelled one stays', async () => {
  const keys = async () => (await Array.fromAsync(deps.files.list('imports/'))).length;
  await forgetFiles(deps, { now: NOW.add({ hours: 24 * 3_650 }) });
  assert.equal(await keys(), 0);
  const done = await start(`${HEAD}\na,A,V,,,A,1,,`);
  const waiting = await start(`${HEAD}\nb,B,V,,,B,1,,`);
  await runImport(deps, { runId: done, now: NOW });
  const ended = Temporal.Now.instant();
  assert.equal(await forgetFiles(deps, { now: ended.add({ hours: 24 * 29 }) }), 0);
  assert.equal(await forgetFiles(deps, { now: ended.add({ hours: 24 * 31 }) }), 1);
  assert.equal(await forgetFiles(deps, { now: ended.add({ hours: 24 * 31 }) }), 0);
  assert.equal(await keys(), 1);
  assert.equal((await runImport(deps, { runId: waiting, now: NOW })).state, 'done');
});

const MAGENTO =
  'sku,store_view_code,attribute_set_code,product_type,name,price,url_key,additional_attributes,weight,qty\n';

test('weights without a unit are taken as pounds, which is said, or as the import says', async () => {
  const first = await shop.bring(`${MAGENTO}KG-1,,Default,simple,Kilo,5,kilo,,2,-3`);
  assert.deepEqual(
    first.issues.map(({ line, severity, code }) => [line, severity, code]),
    [
      [0, 'warning', 'unit_assumed'],
      [2, 'warning', 'negative_stock'],
    ],
  );
  const pounds = await readProductByHandle(db, 'kilo');
  const [variant] = pounds?.variants ?? [];
  assert.ok(variant);
  assert.equal(variant.weightGrams, 907);
  assert.deepEqual(
    (await readLevels(db, [variant.id])).get(variant.id)?.map((level) => level.onHand) ?? [0],
    [0],
  );
  const second = await shop.bring(`${MAGENTO}KG-1,,Default,simple,Kilo,5,kilo,,2,1`, { weightUnit: 'kg' });
  assert.deepEqual([second.issues, second.run.counts.updated], [[], 1]);
  assert.equal((await readProductByHandle(db, 'kilo'))?.variants[0]?.weightGrams, 2_000);
});

test('a dry run takes no picture in, and says what the import then does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'institor-pictures-'));
  const svg = (color: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9H0z"/></svg>`;
  await writeFile(join(folder, 'one.svg'), svg('#123456'));
  const text = `${HEAD}\npic,Pic,V,,,PIC,1,sub/one.svg,\nnone,None,V,,,NONE,1,two.svg,`;
  const go = async (isDryRun: boolean) => {
    const pictures = await openPictures(deps, folder, { isDryRun });
    const runId = await start(text, isDryRun);
    const run = await runImport({ ...deps, pictures }, { runId, now: NOW });
    const issues = await readIssues(db, runId, { limit: 10 });
    return { counts: run.counts, issues: issues.map(({ issue }) => [issue.line, issue.code]) };
  };
  const count = async () => (await Array.fromAsync(deps.files.list('media/'))).length;
  const planned = await go(true);
  assert.equal(await count(), 0);
  assert.deepEqual(await go(false), planned);
  assert.deepEqual(planned.issues, [[3, 'picture_missing']]);
  assert.equal(await count(), 1);
  assert.deepEqual((await go(true)).counts, { created: 0, updated: 0, unchanged: 2, skipped: 0 });
  // The shop knows the picture by its name now.
  const again = await shop.bring(text);
  assert.deepEqual(again.run.counts, { created: 0, updated: 0, unchanged: 2, skipped: 0 });
  await rm(folder, { recursive: true });
});
