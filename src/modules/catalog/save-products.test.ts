import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, idFrom } from '../../kernel/index.ts';
import {
  type ProductDraft,
  planProducts,
  readBrands,
  readCategories,
  readProductByHandle,
  type SavedProduct,
  saveProducts,
} from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const LATER = Temporal.Instant.from('2026-11-24T08:00:00Z');
const { db } = await testDatabase();

function save(drafts: readonly ProductDraft[], now = NOW): Promise<SavedProduct[]> {
  const input = { drafts, now, cause: 'test', defineAttributes: true };
  return db.transaction().execute((tx) => saveProducts(tx, input));
}

function outcomes(saved: readonly SavedProduct[]): string[] {
  return saved.map((one) => ('refusal' in one ? `${one.refusal.code} ${one.refusal.field}` : one.outcome));
}

async function eventsTold(): Promise<{ topic: string; payload: unknown }[]> {
  const { rows } = await sql<{ topic: string; payload: unknown }>`
    select topic, payload from platform.outbox order by id`.execute(db);
  return rows;
}

async function read(handle: string) {
  const product = await readProductByHandle(db, handle);
  assert.ok(product);
  return product;
}

const SHIRT: ProductDraft = {
  handle: 'linen-shirt',
  title: ' Linen shirt ',
  descriptionHtml: '<p onclick="x()">Cool &amp; light</p>',
  brand: 'Halden',
  categories: [['Women', 'Shirts'], ['New']],
  tags: ['Summer', 'summer ', 'linen'],
  status: 'active',
  unpublishAt: Temporal.Instant.from('2030-01-01T00:00:00.123456789Z'),
  attributes: { material: 'linen', weight_class: 120, washable: true, care: ['cold', 'line dry'] },
  manufacturer: {
    name: 'Halden AS',
    postalAddress: 'Storgata 1, Oslo',
    electronicAddress: 'a@halden.example',
  },
  safetyWarnings: 'Keep away from fire.',
  options: [
    { name: 'Colour', values: ['Sand', 'Sea', 'Unused'] },
    { name: 'Size', values: ['S', 'M'] },
  ],
  variants: [
    {
      ...{
        optionValues: ['Sand', 'S'],
        sku: 'LS-1',
        barcode: '6291041500213',
        weightGrams: 180,
        lengthMm: -0,
      },
      cost: { minor: 9_007_199_254_740_993n, currency: currencyOf('EUR') },
      unitPrice: { total: 0.5, totalUnit: 'm', base: 1, baseUnit: 'm' },
    },
    {
      optionValues: ['Sand', 'M'],
      sku: 'LS-2',
      hsCode: '6205.20',
      originCountry: 'no',
      attributes: { fit: 'slim' },
    },
    { optionValues: ['Sea', 'S'], sku: 'LS-3', foreignFields: { bin: 'A-7', empty: '' } },
  ],
  media: [
    { assetId: idFrom(2, new Uint8Array(10)), alt: 'Back' },
    { assetId: idFrom(1, new Uint8Array(10)), alt: 'Front' },
  ],
  foreignFields: { 'Google Shopping / MPN': 'x1', empty: '' },
};

test('a product is created with all that is said of it, tidied', async () => {
  assert.deepEqual(outcomes(await save([SHIRT])), ['created']);
  const product = await read('linen-shirt');
  const categories = new Map((await readCategories(db)).map((category) => [category.id, category.path]));
  assert.equal(product.title, 'Linen shirt');
  assert.equal(product.descriptionHtml, '<p>Cool &amp; light</p>');
  assert.deepEqual(product.tags, ['Summer', 'linen']);
  assert.deepEqual(product.options[0], { name: 'Colour', values: ['Sand', 'Sea'] });
  assert.deepEqual(product.attributes, SHIRT.attributes);
  assert.deepEqual(product.media, SHIRT.media);
  assert.equal(product.variants[0]?.cost?.minor, 9_007_199_254_740_993n);
  assert.equal(product.variants[1]?.hsCode, '620520');
  assert.equal(product.variants[1]?.originCountry, 'NO');
  assert.deepEqual(
    product.categoryIds.map((id) => categories.get(id)),
    ['women/shirts', 'new'],
  );
  assert.deepEqual(product.foreignFields, { 'Google Shopping / MPN': 'x1' });
  assert.equal(product.publishedAt?.toString(), NOW.toString());
  assert.equal((await readBrands(db))[0]?.handle, 'halden');
  assert.deepEqual(await eventsTold(), [
    { topic: 'catalog.products_changed', payload: { productIds: [product.id], cause: 'test' } },
  ]);
});

test('the same draft again changes, writes and tells nothing', async () => {
  const before = await read('linen-shirt');
  const { rows: rowsBefore } = await sql`select xmin, ctid from catalog.variant order by id`.execute(db);
  assert.deepEqual(outcomes(await save([SHIRT], LATER)), ['unchanged']);
  assert.deepEqual(await read('linen-shirt'), before);
  const { rows: rowsAfter } = await sql`select xmin, ctid from catalog.variant order by id`.execute(db);
  assert.deepEqual(rowsAfter, rowsBefore);
  assert.equal((await eventsTold()).length, 1);
});

test('a dry run says the same and writes nothing', async () => {
  const drafts = [
    { handle: 'fresh', title: 'Fresh', brand: 'Nobody yet' },
    { ...SHIRT, title: 'Other' },
    SHIRT,
  ];
  const plans = await planProducts(db, { drafts, now: NOW, defineAttributes: true });
  assert.deepEqual(plans.slice(0, 2), [
    { handle: 'fresh', outcome: 'created', changes: ['handle', 'title', 'brand'] },
    { handle: 'linen-shirt', outcome: 'updated', changes: ['title'] },
  ]);
  assert.equal(await readProductByHandle(db, 'fresh'), undefined);
  assert.equal((await readBrands(db)).length, 1);
});

test('an update keeps what it does not name, replaces lists, and counts the version up', async () => {
  const before = await read('linen-shirt');
  const variants = [
    { optionValues: ['Sea', 'S'], sku: 'LS-3' },
    { optionValues: ['Rust', 'S'], sku: 'LS-1' },
    { optionValues: ['Rust', 'M'], sku: 'LS-9' },
  ];
  const change = { handle: 'linen-shirt', tags: [], variants, media: [], brand: '', manufacturer: undefined };
  assert.deepEqual(outcomes(await save([change], LATER)), ['updated']);
  const after = await read('linen-shirt');
  assert.deepEqual(
    after.variants.slice(0, 2).map(({ id }) => id),
    [before.variants[2]?.id, before.variants[0]?.id],
  );
  assert.equal(after.variants[1]?.barcode, '6291041500213');
  assert.deepEqual(
    [after.tags, after.media, after.brandId, after.manufacturer],
    [[], [], undefined, undefined],
  );
  assert.equal(after.title, 'Linen shirt');
  assert.equal(after.version, before.version + 1n);
  assert.equal(after.createdAt.toString(), NOW.toString());
  assert.equal(after.updatedAt.toString(), LATER.toString());
  assert.deepEqual(outcomes(await save([change], LATER)), ['unchanged']);
});

test('SKUs change places within a product', async () => {
  const one = (a: string, b: string): ProductDraft => ({
    ...{ handle: 'swap', title: 'Swap', options: [{ name: 'Size', values: ['S', 'M', 'L'] }] },
    variants: [
      { optionValues: ['S'], sku: a },
      { optionValues: ['M'], sku: b },
      { optionValues: ['L'], sku: `${a}${b}` },
    ],
  });
  await save([one('SW-1', 'SW-2')]);
  assert.deepEqual(outcomes(await save([one('SW-2', 'SW-1')])), ['updated']);
  assert.deepEqual(
    (await read('swap')).variants.map(({ sku }) => sku),
    ['SW-2', 'SW-1', 'SW-2SW-1'],
  );
});

test('a SKU moves to another product when an earlier draft gives it up', async () => {
  const owner = (handle: string, sku: string): ProductDraft => ({
    ...{ handle, title: handle, variants: [{ optionValues: [], sku }] },
  });
  await save([owner('giver', 'GIFT'), owner('taker', 'TAKER')]);
  assert.deepEqual(outcomes(await save([owner('taker', 'GIFT'), owner('giver', 'NEW')])), [
    'sku_taken variants[0].sku',
    'updated',
  ]);
  await save([owner('first', 'F-1')]);
  await save([owner('second', 'S-1')]);
  const swapped = await db.transaction().execute(async (tx) => {
    // The database may update rows in any order: here in that of their ids, the taker before the giver.
    await sql`set local enable_nestloop = off`.execute(tx);
    await sql`set local enable_hashjoin = off`.execute(tx);
    const drafts = [owner('second', 'S-2'), owner('first', 'S-1')];
    return saveProducts(tx, { drafts, now: NOW, cause: 'test' });
  });
  assert.deepEqual(outcomes(swapped), ['updated', 'updated']);
});

test('bad drafts are refused and the others go in, without what only the bad ones asked for', async () => {
  const drafts: ProductDraft[] = [
    { handle: 'good', title: 'Good' },
    {
      handle: 'bad-barcode',
      title: 'Bad',
      brand: 'Ghost',
      variants: [{ optionValues: [], barcode: '96385075' }],
    },
    { handle: 'good', title: 'Good again' },
    { handle: 'untitled', brand: 'Ghost', categories: [['Ghosts']] },
    { handle: 'thief', title: 'Thief', brand: 'Ghost', variants: [{ optionValues: [], sku: 'LS-3' }] },
    { handle: 'also-good', title: 'Also good' },
  ];
  assert.deepEqual(outcomes(await save(drafts)), [
    'created',
    'wrong_check_digit variants[0].barcode',
    'duplicate handle',
    'missing title',
    'sku_taken variants[0].sku',
    'created',
  ]);
  assert.ok((await readBrands(db)).every(({ name }) => name !== 'Ghost'));
  assert.ok((await readCategories(db)).every(({ name }) => name !== 'Ghosts'));
});

test('an attribute without a definition is refused unless definitions are asked for', async () => {
  const draft = { handle: 'lamp', title: 'Lamp', attributes: { bulb_socket: 'E27' } };
  const saved = await db
    .transaction()
    .execute((tx) => saveProducts(tx, { drafts: [draft], now: NOW, cause: 'x' }));
  assert.deepEqual(outcomes(saved), ['unknown_attribute attributes.bulb_socket']);
  assert.deepEqual(outcomes(await save([draft])), ['created']);
  assert.deepEqual(outcomes(await save([{ ...draft, attributes: { bulb_socket: 27 } }])), [
    'invalid attributes.bulb_socket',
  ]);
});

test('categories with one name in two places get handles of their own', async () => {
  const categories = [['Men', 'Shirts'], ['WOMEN', 'shirts'], ['日本'], ['日本', '本']];
  await save([{ handle: 'both', title: 'Both', categories }]);
  const paths = new Map((await readCategories(db)).map((category) => [category.id, category.path]));
  const placed = (await read('both')).categoryIds.map((id) => paths.get(id));
  assert.deepEqual(placed, ['men/men-shirts', 'women/shirts', 'category', 'category/category-2']);
  assert.deepEqual(outcomes(await save([{ handle: 'both', categories }])), ['unchanged']);
});

test('2,048 variants go in, are read and are compared, also of several products at once', async () => {
  const values = Array.from({ length: 2_048 }, (_, index) => `v${index}`);
  const big = (handle: string): ProductDraft => ({
    ...{ handle, title: 'Big', options: [{ name: 'Kind', values }] },
    variants: values.map((value) => ({ optionValues: [value], sku: `${handle}-${value}` })),
  });
  const drafts = ['big-1', 'big-2', 'big-3', 'big-4', 'big-5'].map(big);
  assert.deepEqual([...new Set(outcomes(await save(drafts)))], ['created']);
  assert.deepEqual(
    (await read('big-5')).variants.map(({ optionValues }) => optionValues[0]),
    values,
  );
  assert.deepEqual([...new Set(outcomes(await save(drafts)))], ['unchanged']);
  const variants = [...(big('big-1').variants ?? []), { optionValues: ['one more'] }];
  assert.deepEqual(outcomes(await save([{ ...big('big-1'), variants }])), ['too_many variants']);
});

test('more than 500 drafts are a mistake of the caller', async () => {
  const drafts = Array.from({ length: 501 }, (_, index) => ({ handle: `h${index}`, title: 'H' }));
  await assert.rejects(save(drafts), RangeError);
});
