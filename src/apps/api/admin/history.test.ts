import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, type SCOPES } from '../../../modules/access/index.ts';
import { historyJobs } from '../../../modules/history/index.ts';
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
const folder = await mkdtemp(join(tmpdir(), 'institor-history-'));
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

async function client(...scopes: (keyof typeof SCOPES)[]) {
  const { secret } = expectOk(
    await db.transaction().execute((tx) => createKey(tx, { name: 'test', scopes, now: NOW })),
  );
  return makeClient(ADMIN_API, { origin, token: secret });
}
const admin = await client('settings:write', 'reports:read');
const reader = await client('reports:read');

const TABLE = `Datum;Bestellnummer;Artikelnummer;Menge;Preis
10.01.2024 10:00;1001;TEE;1200;2,555
10.01.2024 10:00;1001;POST;1;4,95
12.01.2024 10:00;1002;TEE;viele;2,555
`;

test('a table of orders is looked at, tried, brought in with its totals, listed, and taken out', async () => {
  const file = new Blob([TABLE]);
  const upload = await got(admin.uploadHistory({ query: { fileName: 'alt.csv' }, file }));
  assert.deepEqual(
    [upload.kind, upload.format, upload.columns.length, upload.rows.length],
    ['orders', undefined, 5, 3],
  );
  assert.equal(upload.mapping['quantity'], 'Menge');
  const run = async (isDryRun: boolean) => {
    const body = {
      kind: upload.kind,
      isDryRun,
      mapping: upload.mapping,
      currency: 'EUR',
      origin: 'Altladen',
    } as const;
    const { id } = await got(admin.startHistoryRun({ params: { id: upload.id }, body, ...once() }));
    await runDueJobs({ connection, files, jobs: historyJobs(connection) });
    return got(reader.readHistoryRun({ params: { id } }));
  };
  const tried = await run(true);
  assert.deepEqual([tried.state, tried.report?.importId, tried.report?.errors], ['done', undefined, 1]);
  assert.deepEqual([tried.report?.issues[0]?.line, tried.report?.issues[0]?.column], [4, 'Menge']);
  assert.equal((await got(reader.listHistoryImports({}))).items.length, 0);
  const done = await run(false);
  const { orders, importId } = done.report ?? {};
  assert.deepEqual(orders?.netSales, [{ currency: 'EUR', amount: '3070.95' }]);
  assert.deepEqual([orders?.documents, done.report?.refused], [1, 1]);
  const work = await got(admin.readWork({ params: { id: done.workId } }));
  assert.deepEqual([work.state, work.result], ['done', { rows: 3, orders: 1, errors: 1 }]);
  const kept = await (await got(admin.workFile({ params: { id: work.id } }))).text();
  assert.match(kept, /^Line,Column,Severity,Code,Message\r\n4,Menge,error/);
  const [listed] = (await got(reader.listHistoryImports({}))).items;
  assert.deepEqual([listed?.id, listed?.origin, listed?.firstDay], [importId, 'Altladen', '2024-01-10']);
  const id = String(importId);
  assert.equal((await reader.removeHistoryImport({ params: { id } })).status, 403);
  assert.equal((await got(admin.removeHistoryImport({ params: { id } }))).fileName, 'alt.csv');
  assert.equal((await admin.removeHistoryImport({ params: { id } })).status, 404);
  assert.equal((await got(reader.listHistoryImports({}))).items.length, 0);
});

test('who only reads reports brings nothing in; what is no file of rows is refused by name', async () => {
  const file = new Blob([TABLE]);
  assert.equal((await reader.uploadHistory({ query: { fileName: 'alt.csv' }, file })).status, 403);
  const refused = await admin.uploadHistory({
    query: { fileName: 'a.xlsx' },
    file: new Blob(['PK\u0003\u0004?']),
  });
  assert.ok(!refused.ok);
  assert.deepEqual([refused.status, refused.problem.code], [422, 'unreadable']);
});
