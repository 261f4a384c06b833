import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { exchangeJobs } from '../../../modules/exchange/index.ts';
import { refreshAll } from '../../../modules/merchandising/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-imports-'));
const files = folderStore(folder);
const app = await anApi(connection, aSearch([]), {
  ...{ now: () => NOW, files },
  shopping: shoppingWith(selling.deps),
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
await refreshAll(db, { now: NOW, signal: new AbortController().signal });

test('a file of products is recognised, tried, imported and reported', async () => {
  const csv = 'Artikelname;Artikelnummer;Preis\nTasse;T-1;4,50\nTeller;T-2;sieben\n';
  const file = new Blob([csv]);
  const upload = await got(admin.uploadImport({ query: { fileName: 'waren.csv' }, file }));
  assert.deepEqual([upload.format, upload.columns.length, upload.rows.length], [undefined, 3, 2]);
  assert.deepEqual(upload.mapping, { title: 'Artikelname', sku: 'Artikelnummer', price: 'Preis' });
  const run = async (isDryRun: boolean) => {
    const body = { isDryRun, options: { mapping: upload.mapping } };
    const { id } = await got(admin.startImport({ params: { id: upload.id }, body, ...once() }));
    await runDueJobs({ connection, files, jobs: exchangeJobs });
    return got(admin.readImport({ params: { id } }));
  };
  const tried = await run(true);
  assert.deepEqual([tried.state, tried.counts.created, tried.counts.skipped, tried.total], ['done', 1, 1, 2]);
  assert.equal((await got(admin.listProductRows({ query: { q: 'T-1' } }))).items.length, 0);
  const done = await run(false);
  assert.deepEqual([done.isDryRun, done.counts.created, done.errors], [false, 1, 1]);
  const report = await got(admin.readImportReport({ params: { id: done.id } }));
  assert.match(await report.text(), /^Line,Column,Severity,Code,Message\r\n3,/);
  const work = await got(admin.readWork({ params: { id: done.workId ?? '' } }));
  assert.deepEqual(
    [work.title, work.state, work.done, work.result],
    ['Import waren.csv', 'done', 2, { created: 1, skipped: 1, errors: 1 }],
  );
  const kept = await got(admin.workFile({ params: { id: work.id } }));
  assert.match(await kept.text(), /^Line,Column,Severity,Code,Message\r\n3,/);
  assert.equal((await got(admin.listImports({}))).items.length, 2);
  const exported = await got(admin.exportProducts({}));
  assert.match(await exported.text(), /Tasse/);
});

test('an import that is stopped in the drawer is stopped on its own screen, and the other way round', async () => {
  const rows = Array.from({ length: 3 }, (_, index) => `Krug ${index};K-${index};5,00`);
  const file = new Blob([['Artikelname;Artikelnummer;Preis', ...rows, ''].join('\n')]);
  const upload = await got(admin.uploadImport({ query: { fileName: 'kruege.csv' }, file }));
  const begin = async () => {
    const body = { isDryRun: false, options: { mapping: upload.mapping } };
    const { id, workId = '' } = await got(admin.startImport({ params: { id: upload.id }, body, ...once() }));
    return { id, workId };
  };
  const states = async ({ id, workId }: { readonly id: string; readonly workId: string }) => [
    (await got(admin.readImport({ params: { id } }))).state,
    (await got(admin.readWork({ params: { id: workId } }))).state,
  ];
  const first = await begin();
  await got(admin.cancelWork({ params: { id: first.workId }, ...once() }));
  const second = await begin();
  await got(admin.cancelImport({ params: { id: second.id }, ...once() }));
  await runDueJobs({ connection, files, jobs: exchangeJobs });
  assert.deepEqual(
    [await states(first), await states(second)],
    [
      ['cancelled', 'cancelled'],
      ['cancelled', 'cancelled'],
    ],
  );
  assert.equal((await got(admin.listProductRows({ query: { q: 'K-1' } }))).items.length, 0);
  const broken = new Blob(['what;is;this\n1;2;3\n']);
  const other = await got(admin.uploadImport({ query: { fileName: 'broken.csv' }, file: broken }));
  const { id, workId = '' } = await got(
    admin.startImport({ params: { id: other.id }, body: { isDryRun: true, options: {} }, ...once() }),
  );
  await runDueJobs({ connection, files, jobs: exchangeJobs });
  assert.deepEqual(await states({ id, workId }), ['failed', 'failed']);
  assert.match((await got(admin.readWork({ params: { id: workId } }))).failure, /no known format/);
});
