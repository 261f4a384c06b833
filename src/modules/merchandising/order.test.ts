import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { ProductId } from '../catalog/index.ts';
import {
  collectionsOf,
  moveProduct,
  type PlacementKind,
  place,
  readCollectionProducts,
  readPlacements,
  setCollectionProducts,
  unplace,
} from './index.ts';
import { aCollection, makeEar, NOW, saveInShop } from './test-shop.ts';

const { db } = await testDatabase();
const hear = makeEar(db, 'merchandising.collections_changed');
const ids = await saveInShop(
  db,
  ['a', 'b', 'c', 'd'].map((handle) => ({ handle })),
);
const [a, b, c, d] = ids as [ProductId, ProductId, ProductId, ProductId];
const { id: shelf } = await aCollection(db, { handle: 'shelf' });
const { id: ruled } = await aCollection(db, { handle: 'ruled', rule: { field: 'tag', is: 'set' } });

function inTransaction<Value>(run: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(run);
}

async function codeOf(
  verb: Promise<{
    readonly ok: boolean;
    readonly refusal?: { readonly code: string; readonly field?: string };
  }>,
): Promise<string> {
  const { refusal } = await verb;
  return refusal === undefined ? 'ok' : `${refusal.code} ${refusal.field}`;
}

const set = (productIds: readonly ProductId[], collectionId = shelf) =>
  codeOf(inTransaction((tx) => setCollectionProducts(tx, { collectionId, productIds, now: NOW })));
const move = (productId: ProductId, toIndex: number, collectionId = shelf) =>
  codeOf(inTransaction((tx) => moveProduct(tx, { collectionId, productId, toIndex, now: NOW })));
const put = (productId: ProductId, kind: PlacementKind, at?: number, collectionId = shelf) => {
  const input = { collectionId, productId, kind, ...(at !== undefined && { place: at }) };
  return codeOf(inTransaction((tx) => place(tx, input)));
};
const order = () => readCollectionProducts(db, shelf);

test('a manual collection keeps the order it was given, before the catalogue has told of its products', async () => {
  await hear();
  assert.equal(await set([c, a, b]), 'ok');
  assert.deepEqual(await order(), [c, a, b]);
  assert.deepEqual(await hear(), [{ collectionIds: [shelf], productIds: [c, a, b] }]);
  assert.equal(await set([c, a, b]), 'ok');
  assert.deepEqual(await hear(), []);
});

test('only products that entered, left or moved are told of', async () => {
  await set([c, a, b]);
  await hear();
  await set([c, b, d]);
  assert.deepEqual(await order(), [c, b, d]);
  const [told] = (await hear()) as { productIds: string[] }[];
  assert.deepEqual(new Set(told?.productIds), new Set([a, b, d]));
});

test('a product moves to an index and the others make room', async () => {
  await set([a, b, c, d]);
  await move(d, 1);
  assert.deepEqual(await order(), [a, d, b, c]);
  await move(a, 3);
  assert.deepEqual(await order(), [d, b, c, a]);
  await move(a, 3);
  assert.deepEqual(await order(), [d, b, c, a]);
});

test('what cannot be ordered is refused by name', async () => {
  await set([a, b]);
  const nobody = newId<'collection'>();
  const unborn = newId<'product'>();
  assert.equal(await set([a], nobody), 'collection_unknown collectionId');
  assert.equal(await set([a], ruled), 'collection_has_a_rule collectionId');
  assert.equal(await set([a, b, a]), 'product_twice productIds[2]');
  assert.equal(await set([a, unborn]), 'product_unknown productIds[1]');
  assert.equal(
    await set(Array.from({ length: 10_001 }, () => newId<'product'>())),
    'too_many_products productIds',
  );
  assert.equal(await move(c, 0), 'product_not_in_collection productId');
  assert.equal(await move(a, 2), 'place_invalid toIndex');
  assert.equal(await move(a, 0, ruled), 'collection_has_a_rule collectionId');
  assert.equal(await put(a, 'pin'), 'place_invalid place');
  assert.equal(await put(a, 'pin', 0), 'place_invalid place');
  assert.equal(await put(a, 'boost', 1), 'place_invalid place');
  assert.equal(await put(c, 'bury'), 'product_not_in_collection productId');
  assert.equal(await put(a, 'bury', undefined, nobody), 'collection_unknown collectionId');
  assert.deepEqual(await order(), [a, b]);
});

test('a pin at a taken place moves the others down; each product says where it stands', async () => {
  await set([a, b, c, d]);
  await put(a, 'pin', 1);
  await put(b, 'pin', 2);
  await hear();
  await put(c, 'pin', 1);
  const [told] = (await hear()) as { productIds: string[] }[];
  assert.deepEqual(new Set(told?.productIds), new Set([a, b, c]));
  await put(d, 'bury');
  await put(b, 'boost');
  const places = await collectionsOf(db, ids);
  const at = (id: ProductId) => places.get(id)?.map(({ position, kind, place }) => [position, kind, place]);
  assert.deepEqual([a, b, c, d].map(at), [
    [[0, 'pin', 2]],
    [[1, 'boost', undefined]],
    [[2, 'pin', 1]],
    [[3, 'bury', undefined]],
  ]);
});

test('the same placement again tells nothing; unplaced, a product stands in the common order', async () => {
  await set([a, b]);
  await put(a, 'boost');
  await hear();
  await put(a, 'boost');
  assert.deepEqual(await hear(), []);
  assert.equal(await codeOf(inTransaction((tx) => unplace(tx, { collectionId: shelf, productId: a }))), 'ok');
  assert.ok((await readPlacements(db, shelf)).every((one) => one.productId !== a));
  assert.deepEqual(await hear(), [{ collectionIds: [shelf], productIds: [a] }]);
});
