import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { forgetUploads } from './desk/forget-uploads.ts';
import {
  exactText,
  historyJobs,
  type LookedAt,
  listImports,
  listTrafficImports,
  netSales,
  readHistoryLines,
  readHistoryRun,
  startHistoryRun,
  uploadHistory,
} from './index.ts';
import { aWorkbook } from './testing/a-workbook.ts';
import { shopifyExport } from './testing/exports.ts';

const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const connection = await testDatabase(8);
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-desk-'));
after(() => rm(folder, { recursive: true, force: true }));
const files = folderStore(folder);

const upload = async (fileName: string, content: string | Buffer) =>
  uploadHistory({ db, files }, { fileName, stream: Readable.from([Buffer.from(content)]), now: NOW });

async function run(
  file: LookedAt,
  isDryRun: boolean,
  options: Parameters<typeof startHistoryRun>[1]['options'] = {},
) {
  const now = Temporal.Now.instant();
  const input = { uploadId: file.id, kind: file.kind, options, isDryRun, startedBy: 'staff:1', now };
  const { id } = expectOk(await db.transaction().execute((tx) => startHistoryRun(tx, input)));
  await runDueJobs({ connection, files, jobs: historyJobs(connection) });
  const found = await db.transaction().execute((tx) => readHistoryRun(tx, id));
  assert.ok(found);
  return found;
}

const ORDER = {
  ...{
    Name: '#1001',
    Email: 'ada@example.org',
    'Financial Status': 'paid',
    'Created at': '2024-01-10 10:00:00 +0100',
  },
  ...{ Currency: 'EUR', Subtotal: '24.00', Shipping: '4.90', Taxes: '0.00', Total: '28.90' },
  ...{ 'Lineitem quantity': '2', 'Lineitem name': 'Tea', 'Lineitem price': '12.00', 'Lineitem sku': 'TEA' },
};

test('an export of Shopify is recognised, tried without a trace, brought in once, and its file goes', async () => {
  const text = shopifyExport([ORDER, { ...ORDER, Name: '#1002', 'Created at': 'soon' }]);
  const file = expectOk(await upload('orders_export.csv', text));
  assert.deepEqual(
    [file.kind, file.format, file.rows.length, file.importId],
    ['orders', 'shopify', 2, undefined],
  );
  const tried = await run(file, true);
  assert.deepEqual([tried.state, tried.report?.importId, tried.report?.rows], ['done', undefined, 2]);
  const [issue] = tried.report?.issues ?? [];
  assert.deepEqual([issue?.line, issue?.column, issue?.severity], [3, 'Created at', 'error']);
  assert.deepEqual(await listImports(db), []);
  const done = await run(file, false);
  assert.deepEqual(
    [done.state, done.total, done.report?.refused, done.report?.orders?.documents],
    ['done', 2, 1, 1],
  );
  const net = netSales(done.report?.orders?.sums ?? []).get(currencyOf('EUR')) ?? 0n;
  assert.equal(exactText(net), '28.9');
  assert.deepEqual(
    (await listImports(db)).map(({ id }) => id),
    [done.report?.importId],
  );
  assert.equal((await Array.fromAsync(files.list('history/'))).length, 0);
  const started = {
    uploadId: file.id,
    kind: file.kind,
    options: {},
    isDryRun: true,
    startedBy: 'staff:1',
    now: NOW,
  };
  const gone = await db.transaction().execute((tx) => startHistoryRun(tx, started));
  assert.equal(gone.ok ? undefined : gone.refusal.code, 'file_gone');
  const again = expectOk(await upload('orders_export.csv', text));
  assert.equal(again.importId, done.report?.importId);
  const second = await run(again, false);
  assert.deepEqual([second.state, second.failure?.startsWith('this file is import')], ['failed', true]);
});

test('a workbook is read as somebody sees it: days, decimals, texts in pieces, the sheet that stands first', async () => {
  const book = aWorkbook([
    ['Orders of 2024'],
    ['Date', 'Order', 'Quantity', 'Price', 'SKU', 'Customer'],
    [{ day: 45301.4166666667 }, '2001', 3, 2.5549999999999997, { rich: ['T', 'EA'] }, 'bo@example.org'],
    [{ day: 45302 }, '2002', 1, 1234.5, 'POT', 'bo@example.org'],
  ]);
  const file = expectOk(await upload('orders.xlsx', book));
  assert.deepEqual(file.columns, ['Date', 'Order', 'Quantity', 'Price', 'SKU', 'Customer']);
  assert.deepEqual(file.rows[0], ['2024-01-10 10:00:00', '2001', '3', '2.555', 'TEA', 'bo@example.org']);
  assert.deepEqual([file.format, file.mapping.price, file.mapping.sku], [undefined, 'Price', 'SKU']);
  const options = {
    mapping: file.mapping,
    currency: currencyOf('GBP'),
    zone: 'Europe/London',
    origin: 'old shop',
  };
  const done = await run(file, false, options);
  assert.deepEqual([done.state, done.report?.errors, done.report?.origin], ['done', 0, 'old shop']);
  const lines = (await Array.fromAsync(readHistoryLines(db, {})))
    .flat()
    .filter(({ origin }) => origin === 'old shop');
  assert.deepEqual(
    lines.map(({ line, day, sku, amountMillionths }) => [line, `${day}`, sku, exactText(amountMillionths)]),
    [
      [3, '2024-01-10', 'TEA', '7.665'],
      [4, '2024-01-11', 'POT', '1234.5'],
    ],
  );
});

test('visits of Google Analytics come by the same door: a trial leaves nothing', async () => {
  const text =
    '# ----\n# Sessions\nDate,Session source / medium,Sessions\n20240101,google / organic,120\n20240132,x / y,1\n';
  const file = expectOk(await upload('ga4.csv', text));
  assert.deepEqual(
    [file.kind, file.format, file.breakdown],
    ['traffic', 'google_analytics', 'source+medium'],
  );
  const tried = await run(file, true);
  assert.deepEqual([tried.report?.importId, tried.report?.rows, tried.report?.errors], [undefined, 2, 1]);
  assert.deepEqual(await listTrafficImports(db), []);
  const done = await run(file, false);
  assert.deepEqual([done.report?.breakdown, done.report?.issues[0]?.line], ['source+medium', 5]);
  assert.equal((await listTrafficImports(db)).length, 1);
});

test('what cannot be read is named, and nothing of it is kept', async () => {
  for (const [name, content, why] of [
    ['a.xlsx', 'PK\u0003\u0004 no zip at all', /not read: this is no zip archive/],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.xlsx/],
    ['a.parquet', 'PAR1 and no more', /begins as Parquet and cannot be read/],
  ] as const) {
    const refused = await upload(name, content);
    assert.ok(!refused.ok && why.test(refused.refusal.message), name);
  }
  const before = await Array.fromAsync(files.list('history/'));
  const file = expectOk(await upload('x.csv', 'Date;Order;Price\n2024-01-10;1;2\n'));
  const failed = await run(file, true, { mapping: file.mapping });
  assert.match(failed.failure ?? '', /A mapping needs quantity as well/);
  const zone = { uploadId: file.id, kind: 'orders', isDryRun: true, startedBy: 'staff:1', now: NOW } as const;
  const refused = await db
    .transaction()
    .execute((tx) => startHistoryRun(tx, { ...zone, options: { zone: 'Europe/Nowhere' } }));
  assert.deepEqual(refused.ok ? undefined : refused.refusal.field, 'zone');
  await forgetUploads({ db, files }, { now: NOW.add({ hours: 23 }) });
  assert.equal((await Array.fromAsync(files.list('history/'))).length, before.length + 1);
  await forgetUploads({ db, files }, { now: NOW.add({ hours: 25 }) });
  assert.equal((await Array.fromAsync(files.list('history/'))).length, 0);
});
