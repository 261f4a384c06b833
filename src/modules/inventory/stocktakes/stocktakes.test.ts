import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Refusal, type Result } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import {
  approveStocktake,
  cancelStocktake,
  countItems,
  listStocktakeLines,
  openStocktake,
  readDifferences,
  readStocktake,
  type StocktakeId,
} from '../index.ts';
import { aStockShop, NOW } from '../testing/a-stock-shop.ts';

const shop = await aStockShop(await testDatabase(8), ['Cup', 'Pot', 'Spoon', 'Fork']);
const { db, main, other, variant } = shop;
const write = <Value>(run: (tx: Tx) => Promise<Result<Value, Refusal>>) => transactOrRefuse(db, run);
const [cup, pot, spoon, fork] = [variant(0), variant(1), variant(2), variant(3)];
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function open(variantIds?: readonly VariantId[], locationId = main): Promise<StocktakeId> {
  const draft = { locationId, name: 'Shelf 7', isBlind: true, variantIds };
  return expectOk(await write((tx) => openStocktake(tx, { draft, now: NOW, actor: 'staff:a' }))).id;
}
const count = (id: StocktakeId, variantId: VariantId, quantity: number, who = 'staff:a', isAnew = false) =>
  write((tx) => countItems(tx, { id, entries: [{ variantId, quantity, isAnew }], now: NOW, actor: who }));
const approve = (
  id: StocktakeId,
  leavesOut: readonly VariantId[] = [],
  uncounted: 'none' | 'as_they_are' = 'as_they_are',
) => write((tx) => approveStocktake(tx, { id, leavesOut, uncounted, now: NOW, actor: 'staff:boss' }));
const line = async (id: StocktakeId, variantId: VariantId) =>
  (await listStocktakeLines(db, { id, shown: 'all', limit: 100 })).find((one) => one.variantId === variantId);

test('what several people see is added up, and approving moves the difference', async () => {
  await shop.move(cup, 10);
  const id = await open([cup, pot]);
  expectOk(await count(id, cup, 4, 'staff:a'));
  expectOk(await count(id, cup, 4, 'staff:b'));
  const seen = await line(id, cup);
  assert.deepEqual([seen?.expected, seen?.counted, seen?.countedBy], [10, 8, ['staff:a', 'staff:b']]);
  const { progress } = expectOk(await approve(id));
  assert.deepEqual(progress.people, ['staff:a', 'staff:b']);
  assert.equal(await shop.onHand(cup), 8);
  const { rows } = await sql<{ quantity: number; reason: string; actor: string }>`
    select quantity, reason, actor from inventory.movement where reference like 'C-%'`.execute(db);
  assert.deepEqual(rows, [{ quantity: -2, reason: 'count', actor: 'staff:boss' }]);
  assert.deepEqual([codeOf(await count(id, cup, 1)), codeOf(await approve(id))], ['not_open', 'not_open']);
  assert.deepEqual(await readDifferences(db, id), [{ variantId: cup, difference: -2 }]);
});

test('what is sold after it was counted stays sold, and makes no difference', async () => {
  await shop.move(pot, 10);
  const id = await open([pot]);
  expectOk(await count(id, pot, 9));
  await shop.move(pot, -2);
  const seen = await line(id, pot);
  assert.deepEqual([seen?.expected, seen?.counted, seen?.onHandAfter, seen?.isUnsure], [10, 9, 7, false]);
  expectOk(await approve(id));
  assert.equal(await shop.onHand(pot), 7);
});

test('what moved while it was counted is to be counted anew', async () => {
  const id = await open([pot]);
  expectOk(await count(id, pot, 3));
  await shop.move(pot, 1);
  expectOk(await count(id, pot, 4));
  assert.equal((await line(id, pot))?.isUnsure, true);
  expectOk(await count(id, pot, 8, 'staff:b', true));
  const seen = await line(id, pot);
  assert.deepEqual([seen?.isUnsure, seen?.counted, seen?.expected], [false, 8, 8]);
  expectOk(await write((tx) => cancelStocktake(tx, { id, now: NOW, actor: 'staff:a' })));
  assert.equal(await shop.onHand(pot), 8);
});

test('fewer than orders are promised cannot be approved, unless they are left out', async () => {
  await shop.move(spoon, 5);
  await sql`update inventory.level set reserved = 4 where variant_id = ${spoon} and location_id = ${main}`.execute(
    db,
  );
  const id = await open([spoon, fork]);
  expectOk(await count(id, spoon, 3));
  expectOk(await count(id, fork, 6));
  assert.equal(codeOf(await approve(id)), 'would_go_below_zero');
  assert.deepEqual([await shop.onHand(spoon), await shop.onHand(fork)], [5, 0]);
  expectOk(await approve(id, [spoon]));
  assert.deepEqual([await shop.onHand(spoon), await shop.onHand(fork)], [5, 6]);
});

test('of everything at a place, what nobody saw is none there if so said', async () => {
  await shop.move(cup, 3, other);
  await shop.move(pot, 2, other);
  const id = await open(undefined, other);
  assert.equal((await readStocktake(db, id))?.progress.lines, 2);
  expectOk(await count(id, cup, 3));
  const { progress } = expectOk(await approve(id, [], 'none'));
  assert.equal(progress.counted, 1);
  assert.deepEqual([await shop.onHand(cup, other), await shop.onHand(pot, other)], [3, 0]);
});

test('what cannot be is refused', async () => {
  const id = await open([cup]);
  assert.equal(codeOf(await approve(id)), 'nothing_counted');
  assert.equal(codeOf(await count(id, cup, -1)), 'below_zero');
  assert.equal((await line(id, cup))?.counted, undefined);
  expectOk(await count(id, cup, 0));
  assert.equal((await line(id, cup))?.counted, 0);
});
