import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { removeProducts } from '../../catalog/index.ts';
import {
  countListings,
  type ListingFilter,
  type ListingSort,
  positionOf,
  readListings,
  setCollectionProducts,
} from '../index.ts';
import { aCollection, counting, NOW, refresh, saveAndFollow, saveInShop } from '../test-shop.ts';

const { db } = await testDatabase();

const handlesOf = async (filter: ListingFilter, sort: ListingSort = 'title', isDescending = false) => {
  const rows = await readListings(db, { filter, sort, isDescending, limit: 100 });
  return rows.map(({ handle }) => handle);
};

const [cup, bowl, plate] = await saveAndFollow(db, [
  {
    ...{ handle: 'cup', title: 'Blue Cup', brand: 'Halden', tags: ['gift', 'blue'], eur: 1_200n, stock: 40 },
    categories: [['Home', 'Kitchen', 'Cups']],
    variants: [{ optionValues: [], sku: 'HAL-001', barcode: '4006381333931' }],
  },
  {
    handle: 'bowl',
    title: 'Äpfelschale',
    categories: [['Home', 'Kitchen']],
    eur: 900n,
    stock: 2,
    tags: ['gift'],
  },
  { handle: 'plate', title: 'plate', status: 'draft', productType: 'Plates' },
]);
assert.ok(cup && bowl && plate);

test('each filter finds what it names and nothing else', async () => {
  const [row] = await readListings(db, {
    filter: { q: 'hal-001' },
    sort: 'title',
    isDescending: false,
    limit: 2,
  });
  assert.deepEqual(
    [row?.title, row?.available, row?.stock, row?.variants, row?.isPriced],
    ['Blue Cup', 40, 'in', 1, true],
  );
  assert.deepEqual(row?.prices, [{ currency: 'EUR', leastMinor: 1_200n, greatestMinor: 1_200n }]);
  const table: [ListingFilter, string[]][] = [
    [{}, ['cup', 'plate', 'bowl']],
    [{ q: 'blue CUP' }, ['cup']],
    [{ q: 'äpfel' }, ['bowl']],
    [{ q: '40063813' }, ['cup']],
    [{ q: '%' }, []],
    [{ status: ['draft'] }, ['plate']],
    [{ status: ['draft', 'active'], hasPrice: true }, ['cup', 'bowl']],
    [{ kind: ['digital'] }, []],
    [{ brandId: row?.brandId ? [row.brandId] : [] }, ['cup']],
    [{ category: 'home' }, ['cup', 'bowl']],
    [{ category: 'home/kitchen/cups' }, ['cup']],
    [{ tag: ['gift'] }, ['cup', 'bowl']],
    [{ productType: ['Plates'] }, ['plate']],
    [{ stock: ['low'] }, ['bowl']],
    [{ stock: ['out'] }, ['plate']],
    [{ hasPicture: true }, []],
    [{ hasPrice: false }, ['plate']],
    [{ updatedSince: NOW.add({ seconds: 1 }) }, []],
  ];
  for (const [filter, handles] of table) {
    assert.deepEqual(await handlesOf(filter), handles, JSON.stringify(filter));
    assert.equal(await countListings(db, filter, 10), handles.length, JSON.stringify(filter));
  }
  assert.equal(await countListings(db, {}, 2), 2);
});

test('a collection’s products are found by it', async () => {
  const { id } = await aCollection(db, { handle: 'best' });
  await db
    .transaction()
    .execute((tx) => setCollectionProducts(tx, { collectionId: id, productIds: [plate], now: NOW }));
  assert.deepEqual(await handlesOf({ collectionId: id }), ['plate']);
});

test('pages in every order meet without gap or repeat', async () => {
  await saveAndFollow(
    db,
    Array.from({ length: 23 }, (_, n) => ({
      handle: `x-${n}`,
      title: n % 2 ? 'Same' : `X ${n}`,
      tags: ['many'],
    })),
    NOW.add({ hours: 1 }),
  );
  const filter = { tag: ['many'] };
  for (const sort of ['updated', 'created', 'title'] as const) {
    for (const isDescending of [true, false]) {
      const page = { filter, sort, isDescending, limit: 5 };
      const seen: string[] = [];
      let rows = await readListings(db, page);
      while (rows.length > 0) {
        seen.push(...rows.map(({ handle }) => handle));
        const last = rows.at(-1);
        rows = last ? await readListings(db, { ...page, after: positionOf(last, sort) }) : [];
      }
      assert.deepEqual(seen, await handlesOf(filter, sort, isDescending), `${sort} ${isDescending}`);
      assert.equal(new Set(seen).size, 23);
    }
  }
});

test('a row follows its product, and goes with it', async () => {
  const [id] = await saveAndFollow(db, [{ handle: 'mug', eur: 500n, stock: 1 }]);
  assert.ok(id);
  await saveInShop(db, [{ handle: 'mug', title: 'Mug', status: 'archived' }], NOW.add({ hours: 2 }));
  assert.deepEqual(await handlesOf({ q: 'mug', status: ['active'] }), ['mug'], 'before it is told');
  await refresh(db, [id]);
  assert.deepEqual(await handlesOf({ q: 'mug', status: ['active'] }), []);
  assert.deepEqual(await handlesOf({ q: 'mug', status: ['archived'] }), ['mug']);
  await db.transaction().execute((tx) => removeProducts(tx, [id]));
  await refresh(db, [id]);
  assert.deepEqual(await handlesOf({ q: 'mug' }), []);
});

test('a page is one statement', async () => {
  const counted = counting(db);
  await readListings(counted.db, { filter: { q: 'x' }, sort: 'updated', isDescending: true, limit: 50 });
  assert.equal(counted.take(), 1);
});
