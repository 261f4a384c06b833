import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import {
  readDigitalFiles,
  readProductByHandle,
  readProductsByHandle,
  removeProducts,
  streamProducts,
} from '../../modules/catalog/index.ts';
import { readLevels } from '../../modules/inventory/index.ts';
import { openOriginal } from '../../modules/media/index.ts';
import { readCollections } from '../../modules/merchandising/index.ts';
import { readMethods } from '../../modules/payments/index.ts';
import { readPrices, readPromotionRulebook } from '../../modules/pricing/index.ts';
import { readSynonyms } from '../../modules/search/index.ts';
import { deliveryOptions, readShippingRulebook } from '../../modules/shipping/index.ts';
import { taxContext } from '../../modules/taxes/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { demoWorld, seedDemo } from '../index.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');

describe('seedDemo', async () => {
  const connection = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'institor-seed-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const input = { connection, files: folderStore(folder), now: NOW, seed: 1 };

  test('opens a shop of 150 products whose prices, stock and collections are there', async () => {
    await seedDemo(input);
    const mug = await readProductByHandle(connection.db, 'manha-morning-mug');
    assert.equal(mug?.title, 'Manhã Morning Mug');
    const prices = await readPrices(connection.db, mug?.variants.map((variant) => variant.id) ?? []);
    assert.equal(prices.size, mug?.variants.length);
    assert.equal((await counts()).products, 150);
    const pattern = await readProductByHandle(connection.db, 'orto-apron-sewing-pattern');
    const variantId = pattern?.variants[0]?.id;
    assert.ok(pattern?.kind === 'digital' && variantId);
    const [file] = (await readDigitalFiles(connection.db, [variantId])).get(variantId) ?? [];
    const original = file && (await openOriginal({ db: connection.db, files: input.files }, file.assetId));
    assert.equal(original?.fileName, 'orto-apron-sewing-pattern.pdf');
    original?.stream.destroy();
  });

  test('can be bought from: every market delivers, is taxed and has a way to pay', async () => {
    const rulebook = await readShippingRulebook(connection.db);
    const places = [
      { country: 'DE', postalCode: '20457', currency: 'EUR', market: 'eu', price: 490n, rate: 190_000 },
      { country: 'FR', postalCode: '75001', currency: 'EUR', market: 'eu', price: 890n, rate: 200_000 },
      { country: 'GB', postalCode: 'SW1A 2AA', currency: 'GBP', market: 'uk', price: 1_490n, rate: 200_000 },
      { country: 'US', region: 'CA', currency: 'USD', market: 'us', price: 1_490n, rate: 72_500 },
    ];
    for (const { currency: code, market, price, rate, ...destination } of places) {
      const currency = currencyOf(code);
      const goods = { weightGrams: 900, valueMinor: 3_000n, quantity: 1, requiresShipping: true };
      const options = deliveryOptions(rulebook, { destination, currency, goods, locale: localeOf('de') });
      assert.equal(options[0]?.priceMinor, price, destination.country);
      const input = { destination, sellerCountry: 'DE', now: NOW };
      const [tax] = (await taxContext(connection.db, input)).rateFor('');
      assert.equal(tax?.rateMillionths, rate, destination.country);
      const methods = await readMethods(connection.db, { marketCode: market, currency, amountMinor: 3_490n });
      assert.equal(methods[0]?.provider, 'test');
    }
    const { promotions } = await readPromotionRulebook(connection.db);
    assert.ok(promotions.length >= 4);
  });

  test('tells each kind of change once a transaction, not once a product', async () => {
    const { rows } = await sql<{ cause: string; events: number }>`
      select payload ->> 'cause' as cause, count(*)::int as events from platform.outbox
      where topic = 'catalog.products_changed' group by 1`.execute(connection.db);
    const events = new Map(rows.map((row) => [row.cause, row.events]));
    assert.equal(events.get('relations'), 1);
    assert.ok((events.get('translation') ?? 0) <= (events.get('seed') ?? 0));
  });

  test('a second run changes nothing', async () => {
    const before = await counts();
    await seedDemo({ ...input, now: NOW.add({ hours: 24 }) });
    assert.deepEqual(await counts(), before);
  });

  test('goes on where it was cut short: the missing products come, and no picture is kept twice', async () => {
    const before = await counts();
    const lost = demoWorld(1).products.filter(({ family }) => family === 'lamp' || family === 'shirt');
    const saved = await readProductsByHandle(
      connection.db,
      lost.map((product) => product.handle),
    );
    const ids = [...saved.values()].map((product) => product.id);
    await connection.db.transaction().execute((tx) => removeProducts(tx, ids));
    assert.equal((await counts()).products, 150 - lost.length);
    await seedDemo(input);
    const after = await counts();
    assert.equal(after.products, 150);
    assert.equal(after.assets, before.assets);
  });

  async function counts() {
    const { db } = connection;
    const files = await Array.fromAsync(input.files.list('media/'));
    const products = [];
    for await (const batch of streamProducts(db, 500)) products.push(...batch);
    const variantIds = products.flatMap((product) => product.variants.map((variant) => variant.id));
    const { rows } = await sql<{ events: bigint }>`select count(*) as events from platform.outbox`.execute(
      db,
    );
    return {
      products: products.length,
      versions: products.reduce((sum, product) => sum + product.version, 0n),
      prices: await readPrices(db, variantIds),
      levels: await readLevels(db, variantIds),
      collections: await readCollections(db),
      synonyms: (await readSynonyms(db)).length,
      assets: files.length,
      events: rows[0]?.events,
    };
  }
});
