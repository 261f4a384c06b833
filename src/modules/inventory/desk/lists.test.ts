import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { removeProducts, saveProducts } from '../../catalog/index.ts';
import {
  countLevels,
  fillItems,
  findItemsByCode,
  followProducts,
  listLevels,
  listMovements,
  readLowStockRules,
  saveLowStockRule,
  setPolicies,
} from '../index.ts';
import { aStockShop, NOW } from '../testing/a-stock-shop.ts';

const shop = await aStockShop(await testDatabase(8), ['Émail Cup', 'Steel Pot', 'Steel Spoon', 'Zinc Fork']);
const { db, write, main, other, variant } = shop;
await shop.move(variant(0), 2);
await shop.move(variant(1), 20);
await shop.move(variant(1), 5, other);
const titles = async (asked: Partial<Parameters<typeof listLevels>[1]>) =>
  (await listLevels(db, { sort: 'title', limit: 100, ...asked })).map(({ item, locationId }) =>
    locationId === main ? item.title : `${item.title} @shop`,
  );

test('levels are found by words, codes, place and state, also of goods that no place ever held', async () => {
  const rows: readonly (readonly [
    asked: Partial<Parameters<typeof listLevels>[1]>,
    found: readonly string[],
  ])[] = [
    [{}, ['Émail Cup', 'Steel Pot', 'Steel Pot @shop', 'Steel Spoon', 'Zinc Fork']],
    [{ q: 'email' }, ['Émail Cup']],
    [{ q: 'ste po' }, ['Steel Pot', 'Steel Pot @shop']],
    [{ q: 'sku-2' }, ['Steel Spoon']],
    [{ q: '4006381333931' }, ['Émail Cup']],
    [{ locationIds: [other] }, ['Steel Pot @shop']],
    [{ state: 'out' }, ['Steel Spoon', 'Zinc Fork']],
    [{ state: 'low' }, ['Émail Cup']],
    [{ state: 'enough' }, ['Steel Pot', 'Steel Pot @shop']],
    [{ sort: 'scarcest', limit: 3 }, ['Steel Spoon', 'Zinc Fork', 'Émail Cup']],
    [{ sort: 'most', limit: 1 }, ['Steel Pot']],
    [{ sells: 'beyond_stock' }, []],
  ];
  for (const [asked, found] of rows) {
    assert.deepEqual((await titles(asked)).toSorted(), [...found].toSorted(), JSON.stringify(asked));
    assert.equal(await countLevels(db, asked, 100), asked.limit === undefined ? found.length : 5);
  }
  assert.equal(await countLevels(db, {}, 2), 2);
});

test('a list goes on after its last row in every order', async () => {
  for (const sort of ['title', 'scarcest', 'most'] as const) {
    const whole = await listLevels(db, { sort, limit: 100 });
    const paged = [];
    let after: (typeof whole)[number]['position'] | undefined;
    for (;;) {
      const page = await listLevels(db, { sort, limit: 2, after });
      paged.push(...page);
      after = page.at(-1)?.position;
      if (page.length < 2) break;
    }
    assert.deepEqual(paged, whole, sort);
  }
});

test('few is what the variant says, else its place, else the shop', async () => {
  const lowAt = async () =>
    (await listLevels(db, { sort: 'title', limit: 9, q: 'pot' })).map((level) => [
      ...[level.locationId === main ? 'main' : 'shop', level.lowStockAt, level.isOwnLowStockAt],
    ]);
  assert.deepEqual(await readLowStockRules(db), [{ locationId: undefined, lowStockAt: 3 }]);
  await write((tx) => saveLowStockRule(tx, { lowStockAt: 4 }));
  await write((tx) => saveLowStockRule(tx, { locationId: other, lowStockAt: 6 }));
  assert.deepEqual((await lowAt()).toSorted(), [
    ['main', 4, false],
    ['shop', 6, false],
  ]);
  assert.deepEqual(await titles({ state: 'low', q: 'pot' }), ['Steel Pot @shop']);
  const policy = { variantId: variant(1), isTracked: true, mayBackorder: true, lowStockAt: 30 };
  await write((tx) => setPolicies(tx, [policy]));
  assert.deepEqual((await lowAt()).toSorted(), [
    ['main', 30, true],
    ['shop', 30, true],
  ]);
  assert.deepEqual((await titles({ sells: 'beyond_stock' })).length, 2);
  await write((tx) => saveLowStockRule(tx, { locationId: other }));
  assert.equal((await readLowStockRules(db)).length, 1);
});

test('a barcode is found with and without leading zeros, a SKU in any case', async () => {
  const found = async (code: string) => (await findItemsByCode(db, code)).map(({ title }) => title);
  assert.deepEqual(await found('036000291452'), ['Steel Pot']);
  assert.deepEqual(await found('0036000291452'), ['Steel Pot']);
  assert.deepEqual(await found(' sku-3 '), ['Zinc Fork']);
  assert.deepEqual(await found('999'), []);
});

test('movements name who and why, and what was on hand after each', async () => {
  await shop.move(variant(1), -4);
  const moved = await listMovements(db, { variantId: variant(1), locationId: main, limit: 10 });
  assert.deepEqual(
    moved.map(({ quantity, onHandAfter, actor, reason }) => [quantity, onHandAfter, actor, reason]),
    [
      [-4, 16, 'staff:a', 'received'],
      [20, 20, 'staff:a', 'received'],
    ],
  );
  const [first] = await listMovements(db, { limit: 1 });
  const next = await listMovements(db, { limit: 10, before: first?.id });
  assert.deepEqual([next.length, next.every(({ id }) => id < (first?.id ?? 0n))], [3, true]);
  assert.deepEqual(await listMovements(db, { reasons: ['count', 'sold'], limit: 10 }), []);
});

test('items follow the catalogue, and are filled once where there were products before', async () => {
  const draft = { handle: 'p0', title: 'Tin Cup', variants: [{ optionValues: [], sku: 'SKU-0' }] };
  await write((tx) => saveProducts(tx, { drafts: [draft], now: NOW, cause: 'test' }));
  await fillItems(db, { signal: new AbortController().signal });
  assert.deepEqual(await titles({ q: 'tin' }), ['Tin Cup']);
  const productIds = shop.products.slice(3).map(({ id }) => id);
  await write((tx) => removeProducts(tx, productIds));
  await write((tx) => followProducts(tx, productIds));
  assert.deepEqual(await titles({ q: 'zinc' }), []);
});
