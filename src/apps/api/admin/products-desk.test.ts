import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { defaultLocation } from '../../../modules/inventory/index.ts';
import { refreshAll } from '../../../modules/merchandising/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';
import { adminJobs } from './long-work.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-desk-'));
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
const { id: locationId } = await defaultLocation(db);
await refreshAll(db, { now: NOW, signal: new AbortController().signal });
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

async function aShirt(title: string) {
  const sizes = ['S', 'M'];
  const variants = sizes.map((size) => {
    const offer = { prices: [{ price: EUR('20.00') }], onHand: [{ locationId, onHand: 5 }] };
    return { optionValues: [size], sku: `${title}-${size}`, ...offer };
  });
  const body = { title, status: 'active' as const, options: [{ name: 'Size', values: sizes }], variants };
  return got(admin.createProduct({ body, ...once() }));
}

test('a product is made whole, and is in the table at once', async () => {
  const shirt = await aShirt('Linen shirt');
  assert.deepEqual([shirt.handle, shirt.version, shirt.isInStorefront], ['linen-shirt', '1', true]);
  assert.deepEqual(
    shirt.variants.map(({ prices, stock }) => [prices[0]?.price.amount, stock[0]?.onHand]),
    [
      ['20.00', 5],
      ['20.00', 5],
    ],
  );
  const { items, total } = await got(admin.listProductRows({ query: { q: 'linen', stock: 'in' } }));
  assert.deepEqual(total, { count: 1, isMore: false });
  assert.deepEqual(
    [items[0]?.id, items[0]?.available, items[0]?.prices[0]?.least],
    [shirt.id, 10, EUR('20.00')],
  );
  const same = await aShirt('Linen shirt ');
  assert.equal(same.handle, 'linen-shirt-2');
});

test('pages of the table go on by cursor, and a cursor of another order is refused', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await got(admin.listProductRows({ query: { limit: '2', sort: 'title', cursor } }));
    seen.push(...page.items.map(({ handle }) => handle));
    assert.equal(page.total === undefined, cursor !== undefined);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.includes('cup') && seen.includes('linen-shirt'));
  const first = await got(admin.listProductRows({ query: { limit: '2' } }));
  const wrong = await admin.listProductRows({ query: { sort: 'title', cursor: first.nextCursor } });
  assert.equal(wrong.ok ? '' : wrong.problem.code, 'invalid_cursor');
});

test('of two who edit one product the second is told what changed, merges, and saves', async () => {
  const shirt = await aShirt('Merged');
  const params = { id: shirt.id };
  await got(admin.editProduct({ params, body: { version: shirt.version, title: 'Theirs', tags: ['new'] } }));
  const mine = { version: shirt.version, descriptionHtml: '<p>Mine</p>' };
  const late = await admin.editProduct({ params, body: mine });
  assert.ok(!late.ok && late.problem.code === 'version_conflict');
  assert.deepEqual(late.problem.errors?.map(({ field }) => field).toSorted(), ['tags', 'title']);
  const fresh = await got(admin.readProductInEditor({ params }));
  const merged = await got(admin.editProduct({ params, body: { ...mine, version: fresh.version } }));
  assert.deepEqual([merged.title, merged.descriptionHtml, merged.tags], ['Theirs', '<p>Mine</p>', ['new']]);
});

test('product, prices and stock are saved together or not at all', async () => {
  const shirt = await aShirt('Together');
  const [s, m] = shirt.variants;
  assert.ok(s && m);
  const variants = [
    { id: s.id, optionValues: ['S'], prices: [{ price: EUR('25.00') }] },
    { id: m.id, optionValues: ['M'], prices: [{ price: EUR('25.00'), compareAt: EUR('10.00') }] },
  ];
  const sent = { params: { id: shirt.id }, body: { version: shirt.version, title: 'Other', variants } };
  const wrong = await admin.editProduct(sent);
  assert.deepEqual(wrong.ok ? [] : [wrong.problem.code, wrong.problem.field], [
    'compare_at_not_above_amount',
    'variants[1].prices',
  ]);
  const now = await got(admin.readProductInEditor({ params: { id: shirt.id } }));
  assert.deepEqual(
    [now.title, now.version, now.variants[0]?.prices[0]?.price.amount],
    ['Together', '1', '20.00'],
  );
});

test('the history says who changed what, and brings a state back', async () => {
  const shirt = await aShirt('Restored');
  const params = { id: shirt.id };
  const edited = await got(
    admin.editProduct({ params, body: { version: '1', title: 'Worse', seoTitle: 'x' } }),
  );
  const { items } = await got(admin.listProductRevisions({ params }));
  assert.deepEqual(items[0]?.changes[0], { field: 'title', before: 'Restored', after: 'Worse' });
  assert.match(items[0]?.actor ?? '', /^api_key:/);
  const body = { toVersion: '1', version: edited.version };
  const back = await got(admin.restoreProduct({ params, body, ...once() }));
  assert.deepEqual([back.title, back.seoTitle, back.version], ['Restored', '', '3']);
});

test('another address leads from the one before', async () => {
  const shirt = await aShirt('Moved');
  const body = { version: '1', handle: 'moved-away' };
  await got(admin.editProduct({ params: { id: shirt.id }, body }));
  const { items } = await got(admin.listRedirects({ query: { q: '/products/moved' } }));
  assert.deepEqual(items, [{ path: '/products/moved', target: '/products/moved-away' }]);
});

test('cells are changed all or none, each wrong one named; what the key may not is refused', async () => {
  const shirt = await aShirt('Cells');
  const [s, m] = shirt.variants;
  assert.ok(s && m);
  const row = (variantId: string, cells: object) => ({ productId: shirt.id, variantId, cells });
  const wrong = [
    row(s.id, { prices: [{ price: EUR('30.00') }], weightGrams: 1.5 }),
    row(m.id, { sku: 'cup', prices: [{ price: EUR('9.00'), compareAt: EUR('8.00') }] }),
    { productId: shirt.id, cells: { title: '' } },
  ];
  const refused = await got(admin.changeCells({ body: { rows: wrong } }));
  assert.deepEqual(
    refused.problems.map(({ row: at, field }) => [at, field]),
    [
      [0, 'weightGrams'],
      [1, 'price:EUR'],
    ],
  );
  assert.equal((await read(shirt.id)).variants[0]?.prices[0]?.price.amount, '20.00');
  const right = [row(s.id, { prices: [{ price: EUR('30.00') }], onHand: [{ locationId, onHand: 7 }] })];
  const trial = await got(admin.changeCells({ body: { rows: right, isTrial: true } }));
  assert.deepEqual(trial, { changedProducts: 1, problems: [] });
  assert.equal((await read(shirt.id)).variants[0]?.stock[0]?.onHand, 5);
  await got(admin.changeCells({ body: { rows: right } }));
  const { variants } = await read(shirt.id);
  assert.deepEqual([variants[0]?.prices[0]?.price.amount, variants[0]?.stock[0]?.onHand], ['30.00', 7]);
  const token = await keyWith(['products:write']);
  const narrow = await makeClient(ADMIN_API, { origin, token }).changeCells({ body: { rows: right } });
  assert.deepEqual([narrow.status, narrow.ok ? '' : narrow.problem.code], [403, 'not_allowed']);
});

const read = (id: string) => got(admin.readProductInEditor({ params: { id } }));

test('one thing is done to all that a filter finds, after it was shown', async () => {
  const shirts = [await aShirt('Bulk one'), await aShirt('Bulk two')];
  const select = { filter: { q: 'bulk-' } };
  const action = { kind: 'add_tags' as const, tags: ['sale'] };
  const shown = await got(admin.previewProductAction({ body: { select, action } }));
  assert.deepEqual([shown.products, shown.changed, shown.examples[0]?.after], [2, 2, 'sale']);
  assert.deepEqual((await read(shirts[0]?.id ?? '')).tags, []);
  await got(admin.actOnProducts({ body: { select, action }, ...once() }));
  await runDueJobs({ connection, files, jobs: adminJobs });
  const { items } = await got(admin.listProductRows({ query: { tag: 'sale' } }));
  assert.equal(items.length, 2);
});

test('a collection by rule shows what it would take in, and one by hand keeps its order', async () => {
  const rule = { all: [{ field: 'title', is: 'starting_with', value: 'cup' }] };
  const preview = await got(admin.previewRule({ body: { rule } }));
  assert.deepEqual([preview.count, preview.products[0]?.title], [1, 'Cup']);
  const wrong = await admin.previewRule({ body: { rule: { all: [{ field: 'shoe', is: 'set' }] } } });
  assert.deepEqual(wrong.ok ? '' : wrong.problem.field, 'rule.all[0].field');
  const made = await got(admin.createCollection({ body: { title: 'By hand' }, ...once() }));
  const { items } = await got(admin.listProductRows({ query: { sort: 'title', order: 'ascending' } }));
  const productIds = items
    .slice(0, 3)
    .map(({ id }) => id)
    .toReversed();
  await got(admin.setCollectionProducts({ params: { id: made.id }, body: { productIds } }));
  const order = async () => {
    const { products } = await got(admin.readCollectionProducts({ params: { id: made.id } }));
    return products.map(({ productId }) => productId);
  };
  assert.deepEqual(await order(), productIds);
  const [first, second, third] = productIds;
  assert.ok(first && second && third);
  await got(
    admin.placeProduct({ params: { id: made.id, productId: third }, body: { kind: 'pin', place: 1 } }),
  );
  assert.deepEqual(await order(), [third, first, second]);
});

test('a picture is taken in, edited without loss, and brought back', async () => {
  const disc = Buffer.from(
    '<svg width="200" height="100"><circle cx="100" cy="50" r="30" fill="#c00"/></svg>',
  );
  const data = await sharp(disc).flatten({ background: '#fff' }).png().toBuffer();
  const picture = await got(admin.uploadPicture({ query: { fileName: 'disc.png' }, file: new Blob([data]) }));
  assert.deepEqual([picture.width, picture.height], [200, 100]);
  const params = { id: picture.assetId };
  const preview = await got(admin.previewEdit({ params, body: { background: 'transparent' } }));
  const [corner] = await sharp(Buffer.from(await preview.arrayBuffer()))
    .ensureAlpha()
    .raw()
    .toBuffer()
    .then((raw) => [raw[3]]);
  assert.equal(corner, 0);
  const edited = await got(admin.editPicture({ params, body: { rotate: 90 }, ...once() }));
  assert.deepEqual([edited.width, edited.height], [100, 200]);
  const known = await got(admin.readPicture({ params: { id: edited.assetId } }));
  assert.equal(known.originalId, picture.assetId);
  const back = await got(admin.editPicture({ params: { id: edited.assetId }, body: {}, ...once() }));
  assert.equal(back.assetId, picture.assetId);
  const none = await admin.uploadPicture({ query: { fileName: 'a.png' }, file: new Blob(['no picture']) });
  assert.equal(none.ok ? '' : none.problem.code, 'not_an_image');
});

test('words that stand for each other, decisions for a search and categories are kept', async () => {
  const synonym = await got(
    admin.createSynonym({ body: { locale: 'en', words: ['sofa', 'couch'] }, ...once() }),
  );
  assert.deepEqual((await got(admin.listSynonyms({}))).items, [synonym]);
  const [cup] = (await got(admin.listProductRows({ query: { q: 'cup' } }))).items;
  const body = { locale: 'en', query: 'Mug', pinned: [cup?.id ?? ''], boosted: [], buried: [] };
  const rule = await got(admin.createSearchRule({ body, ...once() }));
  assert.deepEqual([rule.query, rule.pinned[0]?.title], ['mug', 'Cup']);
  const home = await got(admin.createCategory({ body: { name: 'Home' }, ...once() }));
  const kitchen = await got(admin.createCategory({ body: { name: 'Kitchen' }, ...once() }));
  await got(admin.changeCategory({ params: { id: kitchen.id }, body: { parentId: home.id } }));
  const { categories } = await got(admin.listCategories({}));
  assert.ok(categories.some(({ path }) => path === 'home/kitchen'));
  const unknown = await admin.removeSynonym({ params: { id: randomUUID() } });
  assert.equal(unknown.status, 404);
});
