import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { localeOf } from '../../kernel/index.ts';
import {
  type Product,
  readDigitalFiles,
  readProductByHandle,
  readRelations,
  readTranslations,
} from '../catalog/index.ts';
import { findRedirect } from '../content/index.ts';
import { readAvailability } from '../inventory/index.ts';
import { readPrices } from '../pricing/index.ts';
import { openTestShop } from './test-shop.ts';

const shop = await openTestShop(await testDatabase());
const { db } = shop;
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

async function product(handle: string): Promise<Product> {
  const found = await readProductByHandle(db, handle);
  assert.ok(found, `${handle} is not there`);
  return found;
}

async function offers(handle: string): Promise<string[]> {
  const { variants } = await product(handle);
  const ids = variants.map((variant) => variant.id);
  const [prices, stock] = [await readPrices(db, ids), await readAvailability(db, ids)];
  return variants.map(({ id, sku, optionValues }) => {
    const [price] = prices.get(id) ?? [];
    const was = price?.compareAtMinor === undefined ? '' : ` was ${price.compareAtMinor}`;
    const amount = `${price?.amountMinor} ${price?.currency}${was}`;
    return `${sku} ${optionValues.join('/')}: ${amount}, ${stock.get(id)?.available}`;
  });
}

test('WooCommerce: variations before and after their parent, decimal commas, downloads, groups', async () => {
  const { run, issues } = await shop.bring(fixture('woocommerce.csv'));
  assert.equal(run.format, 'woocommerce');
  assert.deepEqual(run.counts, { created: 4, updated: 0, unchanged: 0, skipped: 1 });
  assert.deepEqual(
    issues.map(({ line, column, severity, code }) => [line, column, severity, code]),
    [
      [7, 'Type', 'warning', 'imported_as_draft'],
      [8, 'Regular price', 'error', 'price_has_too_many_digits'],
    ],
  );
  assert.deepEqual(await offers('v-neck-t-shirt'), [
    'vneck-red Red: 2000 EUR, 7',
    'vneck-green Green: 1850 EUR was 2000, 3',
  ]);
  assert.deepEqual(await offers('beanie'), ['beanie : 1800 EUR was 102000, 5']);
  const neck = await product('v-neck-t-shirt');
  assert.deepEqual(neck.options, [{ name: 'Color', values: ['Red', 'Green'] }]);
  assert.deepEqual(
    [neck.attributes, neck.tags, neck.categoryIds.length],
    [{ material: 'Cotton' }, ['cotton', 'summer'], 2],
  );
  assert.equal(neck.variants[0]?.weightGrams, 500);
  assert.deepEqual(neck.foreignFields['Meta: _note'], 'hello');
  assert.equal(neck.media.length, 3);
  const crossSell = (await readRelations(db, [neck.id])).get(neck.id)?.crossSell ?? [];
  assert.deepEqual(crossSell, [(await product('beanie')).id]);
  const album = await product('album');
  assert.equal(album.kind, 'digital');
  const files = await readDigitalFiles(
    db,
    album.variants.map((variant) => variant.id),
  );
  assert.deepEqual(
    [...files.values()].flat().map((file) => file.name),
    ['Album.zip'],
  );
  const group = await product('logo-set');
  assert.equal(group.status, 'draft');
  assert.equal((await readRelations(db, [group.id])).get(group.id)?.related.length, 2);
  assert.equal(await findRedirect(db, '/product/beanie'), '/products/beanie');
});

test('WooCommerce again changes nothing', async () => {
  const { run } = await shop.bring(fixture('woocommerce.csv'));
  assert.deepEqual(run.counts, { created: 0, updated: 0, unchanged: 4, skipped: 1 });
});

test('Magento: simple rows before their configurable, store views, special prices', async () => {
  const { run, issues } = await shop.bring(fixture('magento.csv'));
  assert.equal(run.format, 'magento');
  assert.deepEqual(run.counts, { created: 2, updated: 0, unchanged: 0, skipped: 0 });
  assert.deepEqual(
    issues.map(({ line, code }) => [line, code]),
    [
      [0, 'unit_assumed'],
      [2, 'picture_missing'],
    ],
  );
  assert.deepEqual(await offers('stellar-jacket'), [
    'WS-XS XS/Black: 7700 EUR, 12',
    'WS-S S/Black: 6000 EUR was 7700, 0',
  ]);
  const jacket = await product('stellar-jacket');
  assert.deepEqual(
    jacket.options.map((option) => option.name),
    ['Size', 'Colour'],
  );
  assert.equal(jacket.variants[0]?.weightGrams, 454);
  const german = await readTranslations(db, {
    entity: 'product',
    entityIds: [jacket.id],
    locale: localeOf('de'),
  });
  assert.deepEqual(german.get(jacket.id), { title: 'Sternenjacke' });
  const bag = await product('duffle-bag');
  assert.deepEqual(bag.attributes, { material: 'Nylon, Polyester', care: 'Wash, cold' });
  assert.equal(bag.categoryIds.length, 1);
  assert.equal(await findRedirect(db, '/stellar-jacket.html'), '/products/stellar-jacket');
});

test('BigCommerce: SKU rows as variants, a rule as a price, sale and retail prices', async () => {
  const { run, issues } = await shop.bring(fixture('bigcommerce.csv'));
  assert.equal(run.format, 'bigcommerce');
  assert.deepEqual(run.counts, { created: 2, updated: 0, unchanged: 0, skipped: 0 });
  assert.deepEqual(
    issues.map(({ code }) => code),
    ['unit_assumed', 'unit_assumed', 'picture_missing'],
  );
  assert.deepEqual(await offers('canvas-tee'), [
    'TEE-M-R M/Red: 2500 EUR was 3000, 4',
    'TEE-L-R L/Red: 2750 EUR, 6',
  ]);
  assert.deepEqual(await offers('plain-mug'), ['MUG : 750 EUR was 900, 20']);
  assert.equal((await product('plain-mug')).status, 'draft');
  assert.equal(await findRedirect(db, '/canvas-tee/'), '/products/canvas-tee');
});

test('Google Merchant: items that stand apart are one product, in the currency they name', async () => {
  const other = await openTestShop(await testDatabase());
  const { run, issues } = await other.bring(fixture('google.tsv'));
  assert.equal(run.format, 'google');
  assert.deepEqual(issues, []);
  assert.deepEqual(run.counts, { created: 2, updated: 0, unchanged: 0, skipped: 0 });
  const mug = await readProductByHandle(other.db, 'mug');
  assert.deepEqual(
    mug?.variants.map((variant) => [variant.sku, ...variant.optionValues]),
    [
      ['g1', 'Red'],
      ['g2', 'Blue'],
    ],
  );
  assert.equal(mug?.title, 'Mug');
  const prices = await readPrices(other.db, mug?.variants.map((variant) => variant.id) ?? []);
  assert.deepEqual(
    [...prices.values()].flat().map((price) => `${price.amountMinor} ${price.currency}`),
    ['1500 USD', '1500 USD'],
  );
  const lamp = await readProductByHandle(other.db, 'lamp');
  const [price] = (await readPrices(other.db, lamp?.variants.map((variant) => variant.id) ?? [])).values();
  assert.deepEqual(
    price?.map((one) => [one.amountMinor, one.compareAtMinor]),
    [[3000n, 4000n]],
  );
  assert.equal(await findRedirect(other.db, '/p/lamp'), '/products/lamp');
});

test('Shopify’s newer dialect: market prices, metafields, unit price, picture order', async () => {
  const file = fixture('shopify-newer.csv');
  const { run, issues } = await shop.bring(file);
  assert.equal(run.format, 'shopify');
  assert.deepEqual(
    issues.map(({ line, code }) => [line, code]),
    [[2, 'negative_stock']],
  );
  const oil = await product('oil');
  assert.deepEqual(
    oil.media.map((media) => media.alt),
    ['One', 'Two', ''],
  );
  assert.deepEqual(oil.attributes, { color_pattern: ['Green', 'Gold'] });
  assert.equal(oil.descriptionHtml, '<p>Green</p>');
  assert.deepEqual(oil.variants[0]?.unitPrice, { total: 0.5, totalUnit: 'l', base: 1, baseUnit: 'l' });
  const prices = await readPrices(
    db,
    oil.variants.map((variant) => variant.id),
  );
  const texts = [...prices.values()]
    .flat()
    .map((price) => `${price.amountMinor} ${price.currency} ${price.compareAtMinor}`);
  assert.deepEqual(texts.toSorted(), ['1250 EUR 1500', '1400 USD undefined', '2000 EUR undefined']);
});

test('a file of no known format is refused with a mapping to start from, and comes in with one', async () => {
  const file =
    'Artikelnummer;Bezeichnung;Preis;Bestand;Farbe;Pflege\n' +
    'A1;Vase;"1.250,00";3;Blau;nass\nA2;Schale;9,5;0;;\n';
  const refused = await shop.bring(file);
  assert.equal(refused.run.state, 'failed');
  assert.match(refused.run.failure ?? '', /"title":"Bezeichnung".*"price":"Preis"/);
  const mapping = {
    title: 'Bezeichnung',
    sku: 'Artikelnummer',
    price: 'Preis',
    stock: 'Bestand',
    'attribute.care': 'Pflege',
  };
  const { run, issues } = await shop.bring(file, { mapping });
  assert.deepEqual(issues, []);
  assert.equal(run.counts.created, 2);
  assert.deepEqual(await offers('vase'), ['A1 : 125000 EUR, 3']);
  assert.deepEqual((await product('vase')).foreignFields, { Farbe: 'Blau' });
});
