import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type ProductId, removeProducts } from '../catalog/index.ts';
import {
  collectionsOf,
  readCollectionProducts,
  recheckTimeRules,
  setCollectionProducts,
  setSales,
} from './index.ts';
import type { Rule } from './rule.ts';
import { aCollection, counting, makeEar, NOW, refresh, saveAndFollow, saveInShop } from './test-shop.ts';

const { db } = await testDatabase();
const hear = makeEar(db, 'merchandising.collections_changed');

const RULES: Readonly<Record<string, Rule>> = {
  sale: { field: 'tag', is: 'equal_to', value: 'sale' },
  unsold: { field: 'tag', is: 'not_equal_to', value: 'sale' },
  cheap: { field: 'price:EUR', is: 'less_than', value: '20.00' },
  reduced: { field: 'discount_percent', is: 'at_least', value: 25 },
  there: { field: 'stock', is: 'more_than', value: 0 },
  kitchen: { field: 'category', is: 'equal_to', value: 'home/kitchen' },
  halden: { field: 'brand', is: 'equal_to', value: 'Halden' },
  clay: { field: 'attribute:material', is: 'equal_to', value: 'clay' },
  large: { field: 'variant_option:size', is: 'equal_to', value: 'L' },
  fresh: { field: 'age_days', is: 'less_than', value: 30 },
  loved: { field: 'sales_30d', is: 'at_least', value: 5 },
};
const names = new Map<string, string>();

before(async () => {
  for (const [handle, rule] of Object.entries(RULES)) {
    names.set((await aCollection(db, { handle, rule })).id, handle);
  }
  await hear();
});

async function homes(id: ProductId | undefined): Promise<string> {
  assert.ok(id);
  const found = (await collectionsOf(db, [id])).get(id) ?? [];
  return found
    .map((one) => names.get(one.collectionId))
    .toSorted()
    .join(' ');
}

const MUG = {
  handle: 'mug',
  brand: 'Halden',
  categories: [['Home', 'Kitchen', 'Mugs']],
  tags: ['sale'],
  attributes: { material: 'Clay' },
  options: [{ name: 'Size', values: ['S', 'L'] }],
  variants: [{ optionValues: ['S'] }, { optionValues: ['L'] }],
  eur: 1500n,
  compareAt: 2000n,
  stock: 3,
};

test('a new product enters every collection whose rule it meets, and each is told of once', async () => {
  const [id] = await saveAndFollow(db, [MUG]);
  assert.equal(await homes(id), 'cheap clay fresh halden kitchen large reduced sale there');
  const [told, ...more] = (await hear()) as { collectionIds: string[]; productIds: string[] }[];
  assert.equal(more.length, 0);
  assert.deepEqual(told?.productIds, [id]);
  assert.equal(told?.collectionIds.length, 9);
});

test('a second refresh without a change asks no rule and tells nothing', async () => {
  const [id] = await saveInShop(db, [MUG]);
  assert.deepEqual(await refresh(db, [id ?? '']), { evaluated: 0, collectionIds: [], productIds: [] });
  assert.deepEqual(await hear(), []);
});

test('an edit asks only the rules that name what it changed', async () => {
  const [id] = await saveInShop(db, [{ ...MUG, tags: ['new'] }]);
  const refreshed = await refresh(db, [id ?? '']);
  assert.equal(refreshed.evaluated, 2);
  assert.deepEqual(refreshed.collectionIds.map((one) => names.get(one)).toSorted(), ['sale', 'unsold']);
  assert.equal(await homes(id), 'cheap clay fresh halden kitchen large reduced there unsold');
  assert.equal((await hear()).length, 1);
});

test('a change of price and stock moves it, told by the modules that own them', async () => {
  const [id] = await saveAndFollow(db, [{ ...MUG, tags: ['new'], eur: 2500n, compareAt: 2600n, stock: 0 }]);
  assert.equal(await homes(id), 'clay fresh halden kitchen large unsold');
});

test('time alone moves a product out, at the hourly look', async () => {
  const [id] = await saveInShop(db, [MUG]);
  await hear();
  await recheckTimeRules(db, { now: NOW.add({ hours: 24 * 30 }).subtract({ seconds: 1 }) });
  assert.deepEqual(await hear(), []);
  await recheckTimeRules(db, { now: NOW.add({ hours: 24 * 30 }) });
  assert.ok(!(await homes(id)).includes('fresh'));
  const fresh = [...names].find(([, handle]) => handle === 'fresh')?.[0];
  assert.deepEqual(await hear(), [{ collectionIds: [fresh], productIds: [id] }]);
});

test('sales are kept, move products, and outlive a refresh', async () => {
  const [id] = await saveInShop(db, [MUG]);
  assert.ok(id);
  const sold = (units: number) =>
    db.transaction().execute((tx) => setSales(tx, { sales: [{ productId: id, units }], now: NOW }));
  assert.equal((await sold(5)).evaluated, 1);
  assert.equal((await sold(5)).evaluated, 0);
  await refresh(db, [id]);
  assert.ok((await homes(id)).includes('loved'));
  await sold(4);
  assert.ok(!(await homes(id)).includes('loved'));
});

test('sales of a product that is not known yet leave nothing behind', async () => {
  const productId = '01890000-0000-7000-8000-000000000000';
  await db.transaction().execute((tx) => setSales(tx, { sales: [{ productId, units: 5 }], now: NOW }));
  const { rows } = await sql`
    select from merchandising.product_facts where product_id = ${productId}`.execute(db);
  assert.equal(rows.length, 0);
});

test('a product that is gone leaves every collection, by rule and by hand', async () => {
  const [id, other] = await saveAndFollow(db, [{ ...MUG, handle: 'cup' }, { handle: 'bowl' }]);
  assert.ok(id && other);
  const byHand = await aCollection(db, { handle: 'by-hand' });
  await db.transaction().execute(async (tx) => {
    const input = { collectionId: byHand.id, productIds: [id, other], now: NOW };
    assert.deepEqual(await setCollectionProducts(tx, input), { ok: true, value: undefined });
  });
  await hear();
  await db.transaction().execute((tx) => removeProducts(tx, [id]));
  await refresh(db, [id]);
  assert.equal(await homes(id), '');
  assert.deepEqual(await readCollectionProducts(db, byHand.id), [other]);
  const [told] = (await hear()) as { collectionIds: string[]; productIds: string[] }[];
  assert.deepEqual(told?.productIds, [id]);
  assert.ok(told?.collectionIds.includes(byHand.id));
  assert.deepEqual(await refresh(db, [id]), { evaluated: 0, collectionIds: [], productIds: [] });
});

test('many products take as many statements as one', async () => {
  const few = await saveInShop(db, [{ handle: 'one', tags: ['sale'], eur: 100n, stock: 1 }]);
  const many = await saveInShop(
    db,
    Array.from({ length: 60 }, (_, n) => ({ handle: `many-${n}`, tags: ['sale'], eur: 100n, stock: 1 })),
  );
  const counted = counting(db);
  await refresh(counted.db, few);
  const forOne = counted.take();
  await refresh(counted.db, many);
  assert.equal(counted.take(), forOne);
});

test('two refreshes of one product at a time end as if one came after the other', async () => {
  const [id] = await saveAndFollow(db, [{ handle: 'contested', tags: ['sale'] }]);
  assert.ok(id);
  await saveInShop(db, [{ handle: 'contested', tags: ['other'] }]);
  await Promise.all(Array.from({ length: 6 }, () => refresh(db, [id])));
  assert.ok((await homes(id)).includes('unsold'));
  const [made] = await saveInShop(db, [{ handle: 'born-twice', tags: ['sale'] }]);
  await Promise.all(Array.from({ length: 6 }, () => refresh(db, [made ?? ''])));
  assert.ok((await homes(made)).includes('sale'));
});
