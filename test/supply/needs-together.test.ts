import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { moveStock } from '../../src/modules/inventory/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { saveSupplier } from '../../src/modules/purchasing/index.ts';
import {
  aPurchasingShop,
  aSupplier,
  BUYER,
  NOW,
} from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import {
  listNeeds,
  orderNeeds,
  type PolicyPart,
  readNeeds,
  reviewAllNeeds,
  savePolicy,
} from '../../src/modules/replenishment/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const EUR = currencyOf('EUR');
const { db, write, variant, supplier, main } = await aPurchasingShop(await testDatabase(8), [
  'Cup',
  'Pot',
  'Jug',
]);
const goods = [variant(0), variant(1), variant(2)];
await write((tx) =>
  setPrices(tx, {
    prices: goods.map((variantId, index) => {
      return {
        variantId,
        currency: EUR,
        amountMinor: 1_500n - 200n * BigInt(index),
        compareAtMinor: undefined,
      };
    }),
    ...{ now: NOW, reason: 'test' },
  }),
);
for (const variantId of goods) await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });

const review = async () => {
  await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  return listNeeds(db, { limit: 9 });
};
const limit = (part: PolicyPart) =>
  write((tx) => savePolicy(tx, { scope: { kind: 'shop' }, part, by: 'test', now: NOW }));
const spend = (needs: Awaited<ReturnType<typeof review>>) =>
  needs.reduce((sum, { costOfShopMinor }) => sum + costOfShopMinor, 0n);
const kindsOf = (needs: Awaited<ReturnType<typeof review>>) =>
  needs
    .flatMap(({ reasons }) => reasons.map(({ kind }) => kind))
    .filter((kind) => kind !== 'below_reorder_point');

test('what is above the budget is cut from what brings least, says so, and can be ordered', async () => {
  const before = await review();
  assert.equal(before.length, 3);
  const budgetMinor = (spend(before) * 6n) / 10n;
  expectOk(await limit({ budgetMinor }));
  const cut = await review();
  assert.ok(spend(cut) <= budgetMinor && cut.length > 0, `${spend(cut)} of ${budgetMinor}`);
  const all = await listNeeds(db, { isAll: true, limit: 9 });
  const limited = all.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'limited'));
  assert.ok(limited.length > 0);
  for (const { variantId, quantity } of all) {
    // Read anew, it is what the review has left of it.
    assert.equal((await readNeeds(db, [variantId], NOW))[0]?.quantity, quantity);
    assert.ok(quantity <= (before.find((one) => one.variantId === variantId)?.quantity ?? 0));
  }
  const lines = cut.map(({ variantId, quantity, onOrder }) => ({ variantId, quantity, onOrder }));
  expectOk(await write((tx) => orderNeeds(tx, { lines, ...BUYER })));
  expectOk(await limit({}));
});

test('a supplier’s minimum is filled up where little is missing, less what lies on its draft already', async () => {
  const before = await review();
  const drafted = spend(before);
  assert.ok(before.length > 0, 'what was cut is needed still');
  const { id } = supplier;
  const minimum = async (orderMinimumMinor: bigint) =>
    expectOk(
      await write((tx) => saveSupplier(tx, { id, draft: aSupplier({ orderMinimumMinor }), now: NOW })),
    );
  // The draft of the test before has reached it.
  await minimum(drafted);
  assert.ok(!kindsOf(await review()).some((kind) => kind === 'filled' || kind === 'waits'));
  await minimum(1_000_000_00n);
  const after = await listNeeds(db, { isAll: true, limit: 9 });
  await review();
  const waiting = await listNeeds(db, { isAll: true, limit: 9 });
  assert.ok(after.some(({ quantity }) => quantity > 0));
  assert.ok(waiting.every(({ quantity }) => quantity === 0));
  assert.ok(kindsOf(waiting).includes('waits'));
  await minimum(0n);
  assert.deepEqual(
    (await review()).map(({ quantity }) => quantity),
    before.map(({ quantity }) => quantity),
  );
});

test('what is as it was today is not worked out again, and what changed is', async () => {
  const [cup, pot] = goods;
  assert.ok(cup && pot);
  await review();
  // Whoever works it out again puts it right.
  await sql`update replenishment.need set reorder_point = reorder_point + 1000 where variant_id in (${cup}, ${pot})`.execute(
    db,
  );
  const points = async () => {
    const all = await listNeeds(db, { isAll: true, variantIds: [cup, pot], limit: 9 });
    return [cup, pot].map(
      (id) => (all.find(({ variantId }) => variantId === id)?.reorderPoint ?? 0) >= 1_000,
    );
  };
  await write(async (tx) => {
    const moves = [{ variantId: pot, quantity: 1, locationId: main }];
    expectOk(await moveStock(tx, { moves, now: NOW, reason: 'received', reference: 'x', actor: 'test' }));
  });
  await review();
  assert.deepEqual(await points(), [true, false]);
  await reviewAllNeeds(db, { now: NOW.add({ hours: 24 }), signal: new AbortController().signal });
  assert.deepEqual(await points(), [false, false], 'tomorrow all of it is another day');
});
