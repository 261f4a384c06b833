import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, idFrom, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { saveProducts, setBundleComponents, type VariantId } from '../catalog/index.ts';
import {
  defaultLocation,
  type LocationId,
  moveStock,
  readAvailability,
  readLevels,
  readLocations,
  readPolicies,
  saveLocation,
  setOnHand,
  setPolicies,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase(24);
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);

const drafts = Array.from({ length: 30 }, (_, index) => ({ handle: `p${index}`, title: `P ${index}` }));
const bundle = { handle: 'set', title: 'Set', kind: 'bundle' as const };
const saved = await write((tx) => saveProducts(tx, { drafts: [...drafts, bundle], now, cause: 'test' }));
const ids = saved.flatMap((one): VariantId[] => ('refusal' in one ? [] : one.variants.map(({ id }) => id)));
const nobody = idFrom<'variant'>(0, new Uint8Array(10));
const variant = (index: number): VariantId => ids[index] ?? nobody;
const main = (await defaultLocation(db)).id;

const count = (variantId: VariantId, onHand: number, locationId = main) => ({
  variantId,
  locationId,
  onHand,
});
const set = (...counts: { variantId: VariantId; locationId: LocationId; onHand: number }[]) =>
  write((tx) => setOnHand(tx, { counts, now, reason: 'count', reference: 'test' }));
const move = (...moves: [variantId: VariantId, quantity: number, locationId?: LocationId][]) =>
  write((tx) =>
    moveStock(tx, {
      ...{ now, reason: 'correction', reference: 'test' },
      moves: moves.map(([variantId, quantity, locationId = main]) => ({ variantId, quantity, locationId })),
    }),
  );
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function onHand(variantId: VariantId): Promise<number | undefined> {
  return (await readLevels(db, [variantId])).get(variantId)?.[0]?.onHand;
}

async function movements(variantId: VariantId): Promise<number[]> {
  const { rows } = await sql<{ quantity: number }>`
    select quantity from inventory.movement where variant_id = ${variantId} order by id`.execute(db);
  return rows.map((row) => row.quantity);
}

async function reserve(variantId: VariantId, reserved: number): Promise<void> {
  await sql`update inventory.level set reserved = ${reserved} where variant_id = ${variantId}`.execute(db);
}

test('the first look makes one location, however many look', async () => {
  const looks = await Promise.all(Array.from({ length: 10 }, () => defaultLocation(db)));
  assert.ok(looks.every(({ id, code }) => id === main && code === 'main'));
  assert.equal((await readLocations(db)).length, 1);
});

test('a count writes the difference, and nothing when it is right already', async () => {
  assert.deepEqual((await set(count(variant(0), 5))).changed, [variant(0)]);
  assert.deepEqual((await set(count(variant(0), 3))).changed, [variant(0)]);
  assert.deepEqual((await set(count(variant(0), 3))).changed, []);
  assert.deepEqual((await set(count(variant(1), 0))).changed, []);
  assert.deepEqual([await movements(variant(0)), await movements(variant(1))], [[5, -2], []]);
});

test('a count that cannot be is refused and the others go in', async () => {
  await set(count(variant(2), 5));
  await reserve(variant(2), 4);
  const { changed, refused } = await set(
    count(variant(2), 3),
    count(variant(3), -1),
    count(variant(3), 1.5),
    count(nobody, 1),
    count(variant(4), 8),
  );
  assert.deepEqual(changed, [variant(4)]);
  assert.deepEqual(refused.map(({ refusal }) => refusal.code).toSorted(), [
    ...['not_a_quantity', 'unknown_variant', 'would_go_below_zero', 'would_go_below_zero'],
  ]);
  assert.equal(await onHand(variant(2)), 5);
});

test('the database itself holds that available never goes below zero', async () => {
  await assert.rejects(
    sql`update inventory.level set on_hand = 3 where variant_id = ${variant(2)}`.execute(db),
    /level_not_below_zero/,
  );
  await assert.rejects(sql`delete from inventory.movement`.execute(db), /append-only/);
});

test('a movement takes all or nothing, and several of one level count as their sum', async () => {
  await set(count(variant(5), 5), count(variant(6), 1));
  assert.equal(codeOf(await move([variant(5), -2], [variant(6), -2])), 'would_go_below_zero');
  assert.deepEqual([await onHand(variant(5)), await onHand(variant(6))], [5, 1]);
  assert.equal(codeOf(await move([variant(5), -6], [variant(5), 4])), 'ok');
  assert.equal(await onHand(variant(5)), 3);
  assert.equal(codeOf(await move([variant(5), 0.5])), 'not_a_quantity');
  assert.equal(codeOf(await move([nobody, 1])), 'unknown_variant');
});

test('stock of a location that is not active cannot be sold', async () => {
  const shed = { code: 'shed', name: 'Shed', country: 'DE', isActive: true, position: 1 };
  const { id } = expectOk(await write((tx) => saveLocation(tx, shed)));
  await set(count(variant(7), 2), count(variant(7), 3, id));
  const available = async () => (await readAvailability(db, [variant(7)])).get(variant(7))?.available;
  assert.equal(await available(), 5);
  expectOk(await write((tx) => saveLocation(tx, { ...shed, id, isActive: false })));
  assert.equal(await available(), 2);
  assert.deepEqual(
    (await readLevels(db, [variant(7)])).get(variant(7))?.map(({ locationId }) => locationId),
    [main, id],
  );
  assert.equal(codeOf(await write((tx) => saveLocation(tx, { ...shed, code: 'main' }))), 'code_taken');
  assert.equal(codeOf(await write((tx) => saveLocation(tx, { ...shed, code: 'New' }))), 'invalid');
});

test('a policy says how a variant is sold when stock runs out', async () => {
  const policy = { variantId: variant(8), isTracked: false, mayBackorder: false, lowStockAt: 2 };
  const plain = { variantId: variant(9), isTracked: true, mayBackorder: false, lowStockAt: undefined };
  const apply = (...policies: (typeof policy | typeof plain)[]) => write((tx) => setPolicies(tx, policies));
  assert.deepEqual((await apply(policy, plain)).changed, [variant(8)]);
  assert.deepEqual((await apply(policy)).changed, []);
  assert.deepEqual([...(await readPolicies(db, [variant(8), variant(9)])).values()], [policy]);
  const read = await readAvailability(db, [variant(8), variant(9)]);
  assert.deepEqual([read.get(variant(8))?.isBuyable, read.get(variant(9))?.isBuyable], [true, false]);
  assert.deepEqual((await apply({ ...plain, variantId: variant(8) })).changed, [variant(8)]);
});

test('a bundle follows its components, and a change of theirs tells of it', async () => {
  const set4 = variant(30);
  const parts = [
    { variantId: variant(10), quantity: 2 },
    { variantId: variant(11), quantity: 1 },
  ];
  expectOk(await write((tx) => setBundleComponents(tx, set4, parts)));
  await set(count(variant(10), 7), count(variant(11), 5));
  const read = (await readAvailability(db, [set4])).get(set4);
  assert.deepEqual([read?.available, read?.isBuyable], [3, true]);
  const { rows } = await sql<{ payload: { variantIds: string[] } }>`
    select payload from platform.outbox where topic = 'inventory.levels_changed'
    order by id desc limit 1`.execute(db);
  assert.ok(rows[0]?.payload.variantIds.includes(set4));
});

test('after twenty counts of the same levels at once the ledger sums to the level', async () => {
  const some = ids.slice(12, 28);
  const writers = Array.from({ length: 20 }, (_, writer) => {
    const order = writer % 2 === 0 ? some : some.toReversed();
    return set(...order.map((id) => count(id, 100 + writer)));
  });
  await Promise.all(writers);
  for (const id of some) {
    const sum = (await movements(id)).reduce((total, quantity) => total + quantity, 0);
    assert.equal(sum, await onHand(id));
    assert.ok(sum >= 100 && sum < 120);
  }
});

test('fifty who take one piece each of seven: seven get it', async () => {
  await set(count(variant(29), 7));
  const takes = await Promise.all(Array.from({ length: 50 }, () => move([variant(29), -1])));
  assert.equal(takes.filter((taken) => taken.ok).length, 7);
  assert.equal(await onHand(variant(29)), 0);
});
