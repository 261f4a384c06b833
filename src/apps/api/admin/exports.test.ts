import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { followProducts } from '../../../modules/inventory/index.ts';
import { refreshAll } from '../../../modules/merchandising/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { cancelWork, workId, workJob } from '../../../platform/work/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';
import { listSheetWork } from './exports/list-sheet.ts';
import { orders } from './exports/lists.ts';
import { adminJobs } from './long-work.ts';

const connection = await testDatabase(16);
const { db } = connection;
// More goods than a page has.
const selling = await openSellingShop(connection, { others: 120 });
const [, , spoon] = selling.variants;
const folder = await mkdtemp(join(tmpdir(), 'institor-exports-'));
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
const keyWith = async (scopes: readonly string[]) =>
  expectOk(await db.transaction().execute((tx) => createKey(tx, { name: 'test', scopes, now: NOW }))).secret;
const admin = makeClient(ADMIN_API, { origin, token: await keyWith(Object.keys(SCOPES)) });
const all = Object.keys(SCOPES).filter((scope) => scope !== 'contacts:read' && scope !== 'costs:read');
const discreet = makeClient(ADMIN_API, { origin, token: await keyWith(all) });
const products = await readProductIdsOfVariants(db, [...selling.variants, ...selling.others]);
await db.transaction().execute((tx) => followProducts(tx, [...products.values()]));
await refreshAll(db, { now: NOW, signal: new AbortController().signal });
const sale = await aSale(selling);
for (let count = 0; count < 2; count++) {
  expectOk(await order(selling, await aReadyCart(selling, { variantId: spoon, quantity: 1 })));
}

type Client = typeof admin;
type Begun = ReturnType<Client['beginOrderExport']>;

/** The file of an export, as rows by their columns' names. */
async function rowsOf(client: Client, begun: Begun) {
  const { id } = await got(begun);
  await runDueJobs({ connection, files, jobs: adminJobs });
  const work = await got(client.readWork({ params: { id } }));
  assert.equal(work.state, 'done', work.failure);
  const file = await got(client.workFile({ params: { id } }));
  const text = Buffer.from(await file.arrayBuffer()).toString();
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return { work, rows, text };
}

test('a list of orders is exported whole, with its filters', async () => {
  const { items } = await got(admin.listOrders({ query: { limit: '1' } }));
  assert.equal(items.length, 1);
  const { work, rows, text } = await rowsOf(admin, admin.beginOrderExport({ body: {}, ...once() }));
  assert.deepEqual([rows.length, work.result, work.fileName], [4, { rows: 4 }, work.fileName]);
  assert.match(work.fileName ?? '', /^orders-\d{4}-\d\d-\d\d\.csv$/);
  assert.ok(text.startsWith('\ufeffnumber,placed at,'));
  assert.equal(new Set(rows.map(({ id }) => id)).size, 4);
  assert.ok(rows.every(({ email }) => email?.includes('@')));
  await got(admin.tagOrders({ body: { orderIds: [sale.orderId], add: ['=VIP'] }, ...once() }));
  const few = await rowsOf(admin, admin.beginOrderExport({ query: { tag: '=VIP' }, body: {}, ...once() }));
  assert.deepEqual(
    few.rows.map(({ number, tags }) => [number, tags]),
    [[sale.number, "'=VIP"]],
  );
  const refused = admin.beginOrderExport({ query: { totalFrom: 'much' }, body: {}, ...once() });
  assert.equal(await refusedAs(refused), 'not_an_amount');
});

test('what somebody may not see is not in the file, and the log says who took what', async () => {
  const { rows, text } = await rowsOf(
    discreet,
    discreet.beginOrderExport({ query: { q: 'ada@example.com' }, body: {}, ...once() }),
  );
  assert.ok(rows.every((row) => !('email' in row)));
  assert.doesNotMatch(text, /@/);
  const prices = await rowsOf(discreet, discreet.beginPriceExport({ body: {}, ...once() }));
  assert.ok(prices.rows.length >= 3 && prices.rows.every((row) => !('cost' in row) && !('margin' in row)));
  const dear = await rowsOf(admin, admin.beginPriceExport({ body: {}, ...once() }));
  assert.ok(dear.rows.every((row) => 'margin' in row));
  const { items } = await got(admin.listAuditEntries({ query: { operation: 'beginOrderExport' } }));
  const entry = items.find(({ differences }) => JSON.stringify(differences).includes('…'));
  assert.ok(entry, 'the filter is in the log, and what was typed is not');
  assert.doesNotMatch(JSON.stringify(items), /ada@example/);
});

test('every list has its export, over the ends of pages', async () => {
  const counts = {
    customers: await rowsOf(admin, admin.beginCustomerExport({ body: {}, ...once() })),
    levels: await rowsOf(admin, admin.beginStockLevelExport({ body: {}, ...once() })),
    movements: await rowsOf(
      admin,
      admin.beginMovementExport({ query: { reason: ['count', 'import'] }, body: {}, ...once() }),
    ),
    cards: await rowsOf(admin, admin.beginGiftCardExport({ body: {}, ...once() })),
    audit: await rowsOf(
      admin,
      admin.beginAuditExport({ query: { from: '2026-01-01T00:00:00Z' }, body: {}, ...once() }),
    ),
  };
  assert.equal(new Set(counts.levels.rows.map((row) => row['variant id'])).size, 123);
  assert.equal(counts.levels.rows.length, 123);
  assert.ok(counts.audit.rows.length > 3);
  assert.ok(counts.movements.rows.every(({ reason }) => reason === 'count' || reason === 'import'));
});

test('products are exported as they are filtered, in a file that comes back in', async () => {
  const begin = (format: 'institor' | 'shopify', q?: string) =>
    admin.beginProductExport({ body: { format, filter: q === undefined ? {} : { q } }, ...once() });
  const whole = await got(begin('institor'));
  await runDueJobs({ connection, files, jobs: adminJobs });
  const file = await got(admin.workFile({ params: { id: whole.id } }));
  assert.equal(await file.text(), await (await got(admin.exportProducts({}))).text());
  const { rows, work } = await rowsOf(admin, begin('shopify', 'cup'));
  assert.deepEqual([rows.length, rows[0]?.['Handle'], work.result], [1, 'cup', { products: 1 }]);
});

test('an export that is stopped leaves no part of a file', async () => {
  const { id } = await got(admin.beginOrderExport({ body: {}, ...once() }));
  const before = (await readdir(join(folder, 'work'))).length;
  const work = workId.parse(id);
  // Stopped as soon as its first page is read.
  const job = workJob({
    ...listSheetWork(orders),
    run: (context, asked) => {
      const report = async (progress: { readonly done: number; readonly total: number }) => {
        if (progress.done > 0) await db.transaction().execute((tx) => cancelWork(tx, { id: work, now: NOW }));
        return progress.done === 0;
      };
      return listSheetWork(orders).run({ ...context, report }, asked);
    },
  });
  await runDueJobs({ connection, files, jobs: [job] });
  const ended = await got(admin.readWork({ params: { id } }));
  assert.deepEqual([ended.state, ended.fileName], ['cancelled', undefined]);
  assert.equal((await readdir(join(folder, 'work'))).length, before);
});
