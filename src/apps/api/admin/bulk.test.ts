import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { refreshAll } from '../../../modules/merchandising/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';
import { adminJobs } from './long-work.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-bulk-'));
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
await refreshAll(db, { now: NOW, signal: new AbortController().signal });
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

const work = () => runDueJobs({ connection, files, jobs: adminJobs });

async function aProduct(title: string, tags: readonly string[] = []) {
  const variants = [{ optionValues: [], sku: title, prices: [{ price: EUR('20.00') }] }];
  return got(
    admin.createProduct({ body: { title, tags: [...tags], status: 'active', variants }, ...once() }),
  );
}
const tagsOf = async (id: string) => (await got(admin.readProductInEditor({ params: { id } }))).tags;

test('tags are added as work that keeps what was there, and are taken back by another', async () => {
  const full = Array.from({ length: 250 }, (_, index) => `tag-${index}`);
  const made = [
    await aProduct('Mug one', ['old']),
    await aProduct('Mug two'),
    await aProduct('Mug three', ['SALE']),
    await aProduct('Mug four', full),
  ];
  const body = { select: { filter: { q: 'mug' } }, action: { kind: 'add_tags' as const, tags: ['sale'] } };
  const seen = await got(admin.previewProductAction({ body }));
  assert.deepEqual([seen.products, seen.lookedAt, seen.changed, seen.refused], [4, 4, 2, 1]);
  assert.equal(seen.problems[0]?.title, 'Mug four');
  const begun = await got(admin.actOnProducts({ body: { ...body, title: 'Sale' }, ...once() }));
  assert.deepEqual([begun.state, begun.title, begun.total, begun.canUndo], ['waiting', 'Sale', 4, false]);
  await work();
  const done = await got(admin.readWork({ params: { id: begun.id } }));
  assert.deepEqual(
    [done.state, done.canUndo, done.result],
    ['done', true, { changed: 2, unchanged: 1, refused: 1 }],
  );
  const file = await got(admin.workFile({ params: { id: begun.id } }));
  assert.match(await file.text(), /^Name,Reason,Id\r\nMug four,tags: .*\r\n$/);
  const [one, two] = made;
  assert.ok(one && two);
  assert.deepEqual(await tagsOf(one.id), ['old', 'sale']);
  const { items } = await got(admin.listProductRows({ query: { tag: 'sale', q: 'mug' } }));
  assert.equal(items.length, 2, 'the table follows at once');

  // Somebody changes one of them meanwhile: that stays.
  const action = { kind: 'add_tags' as const, tags: ['hers'] };
  await got(admin.actOnProducts({ body: { select: { ids: [two.id] }, action }, ...once() }));
  await work();
  const back = await got(admin.undoWork({ params: { id: begun.id }, body: {}, ...once() }));
  assert.deepEqual([back.title, back.undoes], ['Undo: Sale', begun.id]);
  await work();
  const undone = await got(admin.readWork({ params: { id: back.id } }));
  assert.deepEqual(undone.result, { changed: 1, refused: 1 });
  assert.deepEqual([await tagsOf(one.id), await tagsOf(two.id)], [['old'], ['sale', 'hers']]);
  assert.equal(
    await refusedAs(admin.undoWork({ params: { id: begun.id }, body: {}, ...once() })),
    'not_undoable',
  );
});

test('who began work sees it, and nobody else; who lost the permission does not take it back', async () => {
  const { id: productId } = await aProduct('Bowl');
  const scopes = ['products:read', 'products:write'];
  const theirs = makeClient(ADMIN_API, { origin, token: await keyWith(scopes) });
  const action = { kind: 'status' as const, status: 'draft' as const };
  const { id } = await got(
    theirs.actOnProducts({ body: { select: { ids: [productId] }, action }, ...once() }),
  );
  await work();
  assert.equal((await got(theirs.readWork({ params: { id } }))).canUndo, true);
  assert.equal(await refusedAs(admin.readWork({ params: { id } })), 'not_found');
  assert.equal(await refusedAs(admin.undoWork({ params: { id }, body: {}, ...once() })), 'not_found');
});

test('products go into a collection and out of it, and come back to their places', async () => {
  const ids: string[] = [];
  for (const title of ['Plate a', 'Plate b', 'Plate c', 'Plate d']) ids.push((await aProduct(title)).id);
  const { id } = await got(admin.createCollection({ body: { title: 'Plates' }, ...once() }));
  const inside = async () => {
    const { products } = await got(admin.readCollectionProducts({ params: { id } }));
    return products.map(({ productId }) => ids.indexOf(productId));
  };
  const act = async (kind: 'add_to_collection' | 'remove_from_collection', chosen: readonly string[]) => {
    const action = { kind, collectionId: id };
    const begun = await got(
      admin.actOnProducts({ body: { select: { ids: [...chosen] }, action }, ...once() }),
    );
    await work();
    return begun.id;
  };
  const undo = async (of: string) => {
    await got(admin.undoWork({ params: { id: of }, body: {}, ...once() }));
    await work();
  };
  const adding = await act('add_to_collection', ids);
  assert.deepEqual(await inside(), [0, 1, 2, 3]);
  const [a = '', , c = ''] = ids;
  const removing = await act('remove_from_collection', [c, a]);
  assert.deepEqual(await inside(), [1, 3]);
  await undo(removing);
  assert.deepEqual(await inside(), [0, 1, 2, 3]);
  await undo(adding);
  assert.deepEqual(await inside(), []);
  const unknown = { kind: 'add_to_collection' as const, collectionId: a };
  const refused = admin.actOnProducts({ body: { select: { ids }, action: unknown }, ...once() });
  assert.equal(await refusedAs(refused), 'collection_unknown');
});
