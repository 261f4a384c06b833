import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { testDatabase } from '../../../test/database.ts';
import { saveProducts } from '../../modules/catalog/index.ts';
import { saveMenu } from '../../modules/content/index.ts';
import { defaultLocation, setOnHand } from '../../modules/inventory/index.ts';
import { storeAsset } from '../../modules/media/index.ts';
import { setPrices } from '../../modules/pricing/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { aFolder } from './testing/a-folder.ts';
import { noSearch } from './testing/a-search.ts';
import { aServer, viewAt } from './testing/a-server.ts';
import { type AShop, aShop, EUR, idIn } from './testing/a-shop.ts';
import { type Seen, seenIn } from './testing/machine-readers.ts';
import { plainRenderer } from './testing/plain-renderer.ts';

const connection = await testDatabase();
const folder = await aFolder();
let shop: AShop;
let server: FastifyInstance;

before(async () => {
  shop = await aShop(connection.db, Temporal.Now.instant());
  await addPictures();
  server = await aServer(connection, noSearch());
});
after(() => server.close());

const now = () => Temporal.Now.instant();

async function addPictures(): Promise<void> {
  const image = sharp({ create: { width: 1_600, height: 2_000, channels: 3, background: '#bd6440' } });
  const files = folderStore(folder);
  const stored = await storeAsset(
    { db: connection.db, files },
    { data: await image.png().toBuffer(), fileName: 'a.png' },
  );
  assert.ok(stored.ok);
  const media = [{ assetId: stored.value.assetId, alt: 'A shirt' }];
  const drafts = ['linen-shirt', 'blue-mug'].map((handle) => ({ handle, title: handle, media }));
  await connection.db.transaction().execute((tx) => saveProducts(tx, { drafts, now: now(), cause: 'test' }));
}

/** Price in cents and pieces in stock of every SKU, straight from the tables. */
async function truth(): Promise<Map<string, { readonly price: string; readonly isInStock: boolean }>> {
  const { rows } = await sql<{ sku: string; amount_minor: bigint; available: number }>`
    select variant.sku, price.amount_minor, sum(level.available)::int as available
    from catalog.variant
    join pricing.price on price.variant_id = variant.id and price.currency = 'EUR'
    join inventory.level on level.variant_id = variant.id
    where variant.sku ~ '^(SHIRT|MUG)' group by 1, 2`.execute(connection.db);
  return new Map(
    rows.map(({ sku, amount_minor, available }) => {
      return [sku, { price: (Number(amount_minor) / 100).toFixed(2), isInStock: available > 0 }];
    }),
  );
}

async function seen(): Promise<Seen> {
  return seenIn(async (url) => (await server.inject(url)).body);
}

test('page, structured data, Open Graph, feed and sitemap say what the database says', async () => {
  const [expected, { page, jsonLd, feed, openGraph, sitemap }] = await Promise.all([truth(), seen()]);
  assert.equal(expected.size, 5);
  for (const [name, found] of Object.entries({ page, jsonLd, feed })) {
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected), name);
  }
  assert.equal(openGraph['product:price:amount'], expected.get('MUG')?.price);
  assert.match(openGraph['og:image'] ?? '', /^https:\/\/shop\.example\/media\/[0-9a-f-]{36}\/1280\.jpeg$/);
  const handles = ['blue-mug', 'linen-shirt'];
  assert.deepEqual(
    sitemap.toSorted(),
    handles.map((handle) => `https://shop.example/products/${handle}`),
  );
});

test('the page as it is drawn says the same', async () => {
  const { renderView } = await import('./view/index.ts');
  const drawn = await aServer(connection, noSearch(), { renderer: { ...plainRenderer, renderView } });
  try {
    const { body } = await drawn.inject('/products/blue-mug');
    assert.match(body, /^<!doctype html>/i);
    assert.match(body, /€18\.00/);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    assert.equal(JSON.parse(json).offers.price, '18.00');
    assert.match(body, /<meta property="product:price:amount" content="18\.00"/);
    const shirt = await drawn.inject('/products/linen-shirt?Size=M&Color=Red');
    assert.match(shirt.body, /Only 2 left/);
  } finally {
    await drawn.close();
  }
});

test('a changed price and stock are everywhere within a second of the commit', async () => {
  await seen();
  const location = await defaultLocation(connection.db);
  await connection.db.transaction().execute(async (tx) => {
    const price = { currency: EUR, amountMinor: 12_345n, compareAtMinor: undefined };
    const prices = ['MUG', 'SHIRT-S-BLUE'].map((sku) => ({ ...price, variantId: idIn(shop.variants, sku) }));
    await setPrices(tx, { prices, now: now(), reason: 'test' });
    const sold = { variantId: idIn(shop.variants, 'SHIRT-M-BLUE'), locationId: location.id, onHand: 0 };
    await setOnHand(tx, { counts: [sold], now: now(), reason: 'count', reference: 'test' });
  });
  const committed = performance.now();
  const expected = await truth();
  assert.equal(expected.get('MUG')?.price, '123.45');
  const isRight = async () => {
    const { page, jsonLd } = await seen();
    return (
      JSON.stringify([...page].sort()) === JSON.stringify([...expected].sort()) &&
      JSON.stringify([...jsonLd].sort()) === JSON.stringify([...expected].sort())
    );
  };
  while (!(await isRight())) {
    assert.ok(performance.now() - committed < 1_000, 'the old page is still shown after a second');
    await pause(5);
  }
  assert.ok(performance.now() - committed < 1_000);
});

test('the card of a product on another’s page changes with it', async () => {
  const relatedPrice = async () => {
    const { view } = await viewAt(server, '/products/linen-shirt');
    return view.page.kind === 'product' ? view.page.related[0]?.price.decimal : undefined;
  };
  await relatedPrice();
  await connection.db.transaction().execute(async (tx) => {
    const price = { currency: EUR, amountMinor: 777n, compareAtMinor: undefined };
    await setPrices(tx, {
      prices: [{ ...price, variantId: idIn(shop.variants, 'MUG') }],
      now: now(),
      reason: 'test',
    });
  });
  await until(async () => (await relatedPrice()) === '7.77');
});

test('a new menu is on every page soon', async () => {
  await viewAt(server, '/products/blue-mug');
  await connection.db.transaction().execute(async (tx) => {
    const items = [{ title: { text: 'New in' }, path: '/collections/new' }];
    assert.ok((await saveMenu(tx, { handle: 'main', items, now: now() })).ok);
  });
  await until(async () => {
    const { view } = await viewAt(server, '/de/products/blue-mug');
    return view.frame.mainMenu[0]?.href === '/de/collections/new';
  });
});

test('a page ends with its product’s publication, to the moment', async () => {
  const ends = now().add({ hours: 1 });
  await connection.db.transaction().execute(async (tx) => {
    const drafts = [{ handle: 'blue-mug', title: 'Blue mug', unpublishAt: ends }];
    await saveProducts(tx, { drafts, now: now(), cause: 'test' });
  });
  let clock = ends.subtract({ milliseconds: 1 });
  const later = await aServer(connection, noSearch(), { now: () => clock });
  try {
    assert.equal((await viewAt(later, '/products/blue-mug')).status, 200);
    clock = ends;
    assert.equal((await viewAt(later, '/products/blue-mug')).status, 404);
  } finally {
    await later.close();
  }
});

test('of more than a hundred variants only the chosen one is sent', async () => {
  const sizes = Array.from({ length: 51 }, (_, index) => String(index + 1));
  const colors = ['Red', 'Blue'];
  const variants = sizes.flatMap((size) => colors.map((color) => ({ optionValues: [size, color] })));
  await connection.db.transaction().execute(async (tx) => {
    const options = [
      { name: 'Size', values: sizes },
      { name: 'Color', values: colors },
    ];
    const drafts = [{ handle: 'many', title: 'Many', status: 'active' as const, options, variants }];
    const [saved] = await saveProducts(tx, { drafts, now: now(), cause: 'test' });
    assert.ok(saved && 'variants' in saved);
    const price = { currency: EUR, amountMinor: 100n, compareAtMinor: undefined };
    const prices = saved.variants.map(({ id }) => ({ ...price, variantId: id }));
    await setPrices(tx, { prices, now: now(), reason: 'test' });
  });
  const { view } = await viewAt(server, '/products/many?Size=33&Color=Blue');
  assert.ok(view.page.kind === 'product');
  assert.equal(view.page.variants.length, 1);
  assert.deepEqual(view.page.chosen.optionValues, ['33', 'Blue']);
  assert.equal(view.page.options[0]?.values.length, 51);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    assert.ok(performance.now() - began < 1_000, 'it is not so after a second');
    await pause(5);
  }
}
