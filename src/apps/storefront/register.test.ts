import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../test/database.ts';
import { addRedirects, savePage } from '../../modules/content/index.ts';
import type { Page } from './model/index.ts';
import { aSearch, documentsOf, noSearch } from './testing/a-search.ts';
import { aServer, viewAt } from './testing/a-server.ts';
import { type AShop, aShop } from './testing/a-shop.ts';

const connection = await testDatabase();
let shop: AShop;
let search: ReturnType<typeof aSearch>;
let server: FastifyInstance;

before(async () => {
  const now = Temporal.Now.instant();
  shop = await aShop(connection.db, now);
  await connection.db.transaction().execute(async (tx) => {
    const page = { handle: 'imprint', title: 'Imprint', bodyHtml: '<p>Who we are.</p>' };
    assert.ok((await savePage(tx, { page, now })).ok);
    const old = { path: '/index.php?id=5', target: '/products/blue-mug' };
    await addRedirects(tx, [old, { path: '/old-mug', target: '/products/blue-mug' }]);
  });
  search = aSearch(documentsOf(shop));
  server = await aServer(connection, search);
});
after(() => server.close());

function pageOf<Kind extends Page['kind']>(page: Page, kind: Kind): Page & { kind: Kind } {
  if (isKind(page, kind)) return page;
  throw new Error(`the page is of kind ${page.kind}, not ${kind}`);
}

function isKind<Kind extends Page['kind']>(page: Page, kind: Kind): page is Page & { kind: Kind } {
  return page.kind === kind;
}

test('a product page shows the chosen variant in the storefront’s language', async () => {
  const { status, view } = await viewAt(server, '/de/products/linen-shirt?Gr%C3%B6%C3%9Fe=M&Farbe=Blue');
  const page = pageOf(view.page, 'product');
  assert.equal(status, 200);
  assert.equal(page.title, 'Leinenhemd');
  assert.deepEqual(page.chosen.optionValues, ['M', 'Blue']);
  assert.equal(page.chosen.price.text, '52,90\u00a0€');
  assert.equal(page.variants.length, 4);
  assert.equal(view.head.canonical, 'https://shop.example/de/products/linen-shirt');
  assert.deepEqual(
    page.options.map(({ name, kind }) => [name, kind]),
    [
      ['Größe', 'choice'],
      ['Farbe', 'color'],
    ],
  );
});

test('stock is told in words, the number only when few are left', async () => {
  const stockAt = async (query: string) => {
    const { view } = await viewAt(server, `/products/linen-shirt${query}`);
    return pageOf(view.page, 'product').chosen.stock;
  };
  assert.deepEqual(await stockAt('?Size=S&Color=Red'), { state: 'sold_out', text: 'Sold out' });
  assert.deepEqual(await stockAt('?Size=M&Color=Red'), { state: 'low', text: 'Only 2 left' });
  assert.deepEqual(await stockAt('?Size=M&Color=Blue'), { state: 'in_stock', text: 'In stock' });
});

test('only a lawful reduction is announced', async () => {
  const { view } = await viewAt(server, '/products/blue-mug');
  const { chosen } = pageOf(view.page, 'product');
  assert.equal(chosen.price.decimal, '18.00');
  assert.equal(chosen.compareAt?.decimal, '24.00');
});

test('a listing announces no more than the product page', async () => {
  const { view } = await viewAt(server, '/search?q=mug');
  const card = pageOf(view.page, 'search').listing?.cards.find(({ href }) => href === '/products/blue-mug');
  assert.equal(card?.price.decimal, '18.00');
  assert.equal(card?.compareAt?.decimal, '24.00');
  assert.equal(card?.discountPercent, 25);
});

test('related products are shown as cards, and a product page needs no search', async () => {
  const withoutSearch = await aServer(connection, noSearch());
  try {
    const { status, view } = await viewAt(withoutSearch, '/products/linen-shirt');
    assert.equal(status, 200);
    const [card] = pageOf(view.page, 'product').related;
    assert.equal(card?.href, '/products/blue-mug');
    assert.equal(card?.price.decimal, '18.00');
    assert.equal((await viewAt(withoutSearch, '/products/gone')).status, 404);
  } finally {
    await withoutSearch.close();
  }
});

test('what is not published or not priced is not there', async () => {
  for (const handle of ['not-ready', 'next-year', 'no-price', 'nothing', '%00', 'x'.repeat(990)]) {
    const { status, view } = await viewAt(server, `/products/${handle}`);
    assert.equal(status, 404, handle);
    assert.equal(pageOf(view.page, 'error').status, 404);
    assert.equal(view.head.robots, 'noindex');
  }
});

test('every form of an address leads to its one form', async () => {
  const rows: readonly [string, string][] = [
    ['/Products/Blue-Mug', '/products/blue-mug'],
    ['/de/products/blue-mug/?utm_source=mail', '/de/products/blue-mug?utm_source=mail'],
    ['/DE', '/de'],
    ['/old-mug', '/products/blue-mug'],
    ['/index.php?id=5', '/products/blue-mug?id=5'],
    ['/de/old-mug', '/de/products/blue-mug'],
  ];
  for (const [from, to] of rows) {
    const { statusCode, headers } = await server.inject(from);
    assert.deepEqual([statusCode, headers.location], [301, to], from);
  }
});

test('a listing keeps all its state in the address', async () => {
  const path = '/categories/clothing/shirts';
  const { view } = await viewAt(server, `${path}?f.option.Color=Red&price_min=20&price_max=40&page=1`);
  const { listing } = pageOf(view.page, 'category');
  assert.ok(listing.total > 0 && listing.total < 29);
  assert.deepEqual(
    listing.chosen.map(({ title, href }) => [title, href]),
    [
      ['Red', `${path}?price=20-40`],
      ['€20.00 – €40.00', `${path}?f.option.Color=Red`],
    ],
  );
  assert.equal(listing.clearHref, path);
  assert.equal(view.head.robots, 'noindex, follow');
  assert.equal(view.head.canonical, `https://shop.example${path}`);
  const color = listing.facets.find(({ key }) => key === 'option.Color');
  assert.deepEqual(
    color?.values.filter(({ isChosen }) => isChosen).map(({ value }) => value),
    ['Red'],
  );
});

test('a page too far shows the last, and unknown filters are ignored', async () => {
  const { view } = await viewAt(server, '/categories/clothing/shirts?page=99&f.bogus=x&sort=nonsense');
  const { listing } = pageOf(view.page, 'category');
  assert.deepEqual([listing.total, listing.page, listing.pages, listing.cards.length], [30, 2, 2, 6]);
  assert.deepEqual(listing.chosen, []);
  assert.equal(view.head.canonical, 'https://shop.example/categories/clothing/shirts?page=2');
  assert.equal(listing.pageHrefs.previous, '/categories/clothing/shirts');
  assert.equal(view.head.robots, undefined);
});

test('a filter that exists and finds nothing stays chosen', async () => {
  const { view } = await viewAt(server, '/categories/clothing/shirts?f.option.Color=Green&f.bogus=x');
  const { listing } = pageOf(view.page, 'category');
  assert.equal(listing.total, 0);
  assert.deepEqual(
    listing.chosen.map(({ title }) => title),
    ['Green'],
  );
});

test('a search is answered, kept out of indexes, and recorded each time, from the cache too', async () => {
  search.asked.length = 0;
  const { view } = await viewAt(server, '/search?q=linen');
  const page = pageOf(view.page, 'search');
  assert.equal(page.listing?.cards[0]?.title, 'Linen shirt');
  assert.equal(view.head.robots, 'noindex, follow');
  await viewAt(server, '/search?q=%20linen&utm_campaign=x');
  await viewAt(server, '/search?q=zzzzqqqq');
  assert.deepEqual(
    search.asked.map(({ text, hits }) => [text, hits > 0]),
    [
      ['linen', true],
      ['linen', true],
      ['zzzzqqqq', false],
    ],
  );
});

test('suggestions come as HTML and as JSON', async () => {
  const json = await server.inject({
    url: '/search/suggest?q=blue',
    headers: { accept: 'application/json' },
  });
  assert.match(String(json.headers['content-type']), /^application\/json/);
  assert.equal(json.json().products[0].href, '/products/blue-mug');
  const html = await server.inject('/search/suggest?q=blue');
  assert.match(String(html.headers['content-type']), /^text\/html/);
});

test('cards of products seen lately come in the order asked for', async () => {
  const { body } = await server.inject('/fragments/cards?handles=blue-mug,nothing,not-ready,linen-shirt');
  assert.deepEqual(
    [...body.matchAll(/<li>([^<]*)/g)].map(([, title]) => title),
    ['Blue mug', 'Linen &lt;Shirt&gt; &amp; Co'],
  );
  assert.equal((await server.inject('/fragments/cards')).body, '');
});

test('home, collections, content, brand pages and HEAD answer', async () => {
  for (const url of ['/', '/de', '/collections', '/pages/imprint', '/brands/nordlicht-studio', '/search']) {
    assert.equal((await server.inject(url)).statusCode, 200, url);
    const head = await server.inject({ method: 'HEAD', url });
    assert.deepEqual([head.statusCode, head.body], [200, ''], url);
  }
});

test('a page comes compressed, without cookies, and not at all to who has it', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  const first = await server.inject({ url: '/products/blue-mug', headers });
  assert.equal(first.headers['content-encoding'], 'br');
  assert.match(brotliDecompressSync(first.rawPayload).toString(), /Blue mug/);
  assert.equal(first.headers['set-cookie'], undefined);
  assert.equal(first.headers['cache-control'], 'public, max-age=0, must-revalidate');
  const etag = String(first.headers.etag);
  for (const tag of [etag.slice(2), `"other", ${etag}`, '*']) {
    const known = await server.inject({ url: '/products/blue-mug', headers: { 'if-none-match': tag } });
    assert.equal(known.statusCode, 304, tag);
  }
  const other = await server.inject({ url: '/products/blue-mug', headers: { 'if-none-match': '"other"' } });
  assert.equal(other.statusCode, 200);
  const again = await server.inject({
    url: '/products/blue-mug',
    headers: { ...headers, 'if-none-match': etag },
  });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
});

test('a failure says nothing but a reference', async () => {
  const broken = await aServer(connection, noSearch());
  try {
    const { status, view } = await viewAt(broken, '/search?q=mug');
    const page = pageOf(view.page, 'error');
    assert.deepEqual([status, page.status], [500, 500]);
    assert.notEqual(page.requestId, '');
    assert.doesNotMatch(JSON.stringify(view), /search is away/);
  } finally {
    await broken.close();
  }
});

test('the product page asks the database at most five times, six where texts are translated', async () => {
  const uncached = await aServer(connection, search, { db: connection.db, cache: { isOn: false } });
  try {
    for (const [url, most] of [
      ['/products/linen-shirt', 5],
      ['/de/products/linen-shirt', 6],
    ] as const) {
      await uncached.inject(url);
      const statements = await statementsOf(() => uncached.inject(url));
      assert.ok(statements > 3 && statements <= most, `${url}: ${statements}`);
    }
  } finally {
    await uncached.close();
  }
});

/** How many statements the pool's clients send while `act` runs. */
async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const counted = new Map<object, unknown>();
  const onAcquire = (client: { query: (...input: never[]) => unknown }) => {
    if (counted.has(client)) return;
    const original = client.query;
    counted.set(client, original);
    client.query = (...input) => {
      count += 1;
      return original.apply(client, input);
    };
  };
  connection.pool.on('acquire', onAcquire);
  try {
    await act();
  } finally {
    connection.pool.off('acquire', onAcquire);
    for (const client of counted.keys()) Reflect.deleteProperty(client, 'query');
  }
  return count;
}
