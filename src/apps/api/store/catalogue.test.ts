import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { archiveProducts } from '../../../modules/catalog/index.ts';
import { saveCollection, setCollectionProducts } from '../../../modules/merchandising/index.ts';
import { setPrices } from '../../../modules/pricing/index.ts';
import { SearchIndex, type SearchQuery } from '../../../modules/search/index.ts';
import { aSearch, documentsOf } from '../../storefront/testing/a-search.ts';
import { aShop, EUR, idIn } from '../../storefront/testing/a-shop.ts';
import { anApi } from '../testing/an-api.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Now.instant();
const shop = await aShop(db, now);
const documents = documentsOf(shop);
const search = aSearch(documents);
const app = await anApi(connection, search);
after(() => app.close());

const ask = async (path: string) => {
  const answer = await app.inject(`/api/store/v1${path}`);
  return { status: answer.statusCode, json: answer.json(), headers: answer.headers };
};

test('a product has its options, variants, prices and stock in the storefront’s language', async () => {
  const { status, json } = await ask('/products/linen-shirt');
  assert.equal(status, 200);
  assert.equal(json.title, 'Linen <Shirt> & Co');
  assert.deepEqual(json.brand, { handle: 'nordlicht-studio', name: 'Nordlicht Studio' });
  assert.deepEqual(json.options[0], { name: 'Size', values: ['S', 'M'] });
  assert.deepEqual(
    json.variants.map(({ sku, price, availability }: Record<string, Record<string, unknown>>) => [
      ...[sku, price?.['amount'], availability?.['state'], availability?.['left']],
    ]),
    [
      ['SHIRT-S-RED', '49.90', 'sold_out', undefined],
      ['SHIRT-S-BLUE', '50.90', 'in_stock', undefined],
      ['SHIRT-M-RED', '51.90', 'low', 2],
      ['SHIRT-M-BLUE', '52.90', 'in_stock', undefined],
    ],
  );
  assert.deepEqual(json.related, [idIn(shop.products, 'blue-mug')]);
  const german = await ask('/products/linen-shirt?storefront=de');
  assert.deepEqual([german.json.title, german.json.options[0].name], ['Leinenhemd', 'Größe']);
});

test('a reduction is announced as the law has it, on the product and in lists', async () => {
  const [variant] = (await ask('/products/blue-mug')).json.variants;
  assert.deepEqual(
    [variant.price.amount, variant.compareAt.amount, variant.discountPercent],
    ['18.00', '24.00', 25],
  );
  const { json } = await ask('/search?q=mug');
  assert.deepEqual([json.total, json.items[0].compareAt.amount], [1, '24.00']);
});

test('what is not sold here is not found, and what is no storefront is named', async () => {
  for (const handle of ['not-ready', 'next-year', 'no-price', 'nothing']) {
    const { status, json } = await ask(`/products/${handle}`);
    assert.deepEqual([status, json.code], [404, 'not_found'], handle);
  }
  for (const path of ['/products/blue-mug', '/products', '/search', '/collections']) {
    const { status, json } = await ask(`${path}?storefront=mars${path === '/search' ? '&q=a' : ''}`);
    assert.deepEqual([status, json.code, json.field], [422, 'unknown_storefront', 'storefront'], path);
  }
});

test('paging by cursor gives every product once, also when others come and go meanwhile', async () => {
  const index = new SearchIndex(['en', 'de']);
  index.apply(documents, []);
  const moving = { ...search, query: (query: SearchQuery) => ({ ...index.search(query), tookMs: 0 }) };
  const server = await anApi(connection, moving, { keptBytes: 0 });
  const titles: string[] = [];
  const path = '/api/store/v1/products?category=clothing/shirts&limit=7&sort=title';
  for (let cursor = ''; ; ) {
    const answer = await server.inject(`${path}${cursor}`);
    const { items, nextCursor } = answer.json();
    titles.push(...items.map(({ title }: { title: string }) => title));
    if (nextCursor === undefined) break;
    cursor = `&cursor=${nextCursor}`;
    const [early] = documents.filter(({ texts }) => texts['en']?.title === titles[0]);
    const [text] = Object.values(early?.texts ?? {});
    assert.ok(early && text);
    // One that stands before all of them comes in for every page, and the first of all goes.
    const added = { ...early, productId: crypto.randomUUID(), texts: { en: { ...text, title: 'Aaa' } } };
    index.apply([added], titles.length === 7 ? [early.productId] : []);
  }
  await server.close();
  const expected = documents.slice(2).map(({ texts }) => texts['en']?.title ?? '');
  assert.deepEqual(titles.toSorted(), [...expected, 'Linen shirt'].toSorted());
  const bad = await ask('/products?cursor=nonsense');
  assert.deepEqual([bad.status, bad.json.code], [422, 'invalid_cursor']);
  const other = await ask(`/search?q=shirt&cursor=${(await ask('/products?limit=2')).json.nextCursor}`);
  assert.deepEqual([other.status, other.json.code], [422, 'invalid_cursor']);
});

test('a search narrows by facet, price and stock, and says what can be chosen', async () => {
  const all = await ask('/search?q=shirt');
  assert.equal(all.json.total, 30);
  const color = all.json.facets.find(({ key }: { key: string }) => key === 'option.Color');
  const red = color.values.find(({ value }: { value: string }) => value === 'Red').count;
  const chosen = await ask('/search?q=shirt&filter=option.Color:Red&limit=100');
  assert.deepEqual([chosen.json.total, chosen.json.items.length], [red, red]);
  const cheap = await ask('/search?q=shirt&priceMax=20.00');
  assert.equal(cheap.json.total, 1);
  const wrong = await ask('/search?q=shirt&priceMax=20.001');
  assert.deepEqual([wrong.status, wrong.json.code, wrong.json.field], [422, 'invalid_price', 'priceMax']);
});

test('named products come in their order; those that are gone are left out', async () => {
  const ids = [idIn(shop.products, 'blue-mug'), idIn(shop.products, 'linen-shirt')];
  const { json } = await ask(`/products?ids=${[...ids, ids[0], idIn(shop.products, 'not-ready')].join(',')}`);
  assert.deepEqual(
    json.items.map(({ handle }: { handle: string }) => handle),
    ['blue-mug', 'linen-shirt'],
  );
});

test('a kept answer is the same bytes, is told by its tag, and ends within a moment of a change', async () => {
  const url = '/api/store/v1/products/blue-mug';
  const first = await app.inject(url);
  const { etag } = first.headers;
  assert.equal((await app.inject({ url, headers: { 'if-none-match': String(etag) } })).statusCode, 304);
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  const mug = idIn(shop.variants, 'MUG');
  const price = { variantId: mug, currency: EUR, amountMinor: 1_700n, compareAtMinor: undefined };
  await db.transaction().execute((tx) => setPrices(tx, { prices: [price], now, reason: 'test' }));
  await until(async () => (await ask('/products/blue-mug')).json.variants[0].price.amount === '17.00');
  const id = idIn(shop.products, 'blue-mug');
  await db.transaction().execute((tx) => archiveProducts(tx, { ids: [id], now }));
  await until(async () => (await ask('/products/blue-mug')).status === 404);
});

test('collections and markets are listed; a new collection is there within a moment', async () => {
  assert.deepEqual((await ask('/collections')).json, { items: [] });
  await db.transaction().execute(async (tx) => {
    const draft = { handle: 'shirts', title: 'Shirts', isPublished: true } as const;
    const { id } = expectOk(await saveCollection(tx, { draft, now }));
    expectOk(
      await setCollectionProducts(tx, {
        collectionId: id,
        productIds: [idIn(shop.products, 'linen-shirt')],
        now,
      }),
    );
  });
  await until(async () => (await ask('/collections')).json.items[0]?.handle === 'shirts');
  assert.deepEqual((await ask('/markets')).json.items, [
    {
      ...{ code: 'eu', name: 'Europe', countries: ['IE', 'DE'], currency: 'EUR', pricesIncludeTax: true },
      storefronts: [
        { prefix: '', locale: 'en' },
        { prefix: 'de', locale: 'de' },
      ],
    },
  ]);
  const none = await ask('/products?collection=nothing');
  assert.deepEqual([none.status, none.json.field], [404, 'collection']);
});

/** Asks again until it holds; a change is followed within a moment, never in the same one. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, 'it did not become so');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
