import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { moveStock, reserve, setPolicies } from '../../src/modules/inventory/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { aPurchasingShop, BUYER, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import {
  askForReview,
  listNeeds,
  orderNeeds,
  type PolicyPart,
  readNeeds,
  replenishmentJobs,
  savePolicy,
} from '../../src/modules/replenishment/index.ts';
import { newId } from '../../src/platform/id.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const connection = await testDatabase(8);
const shop = await aPurchasingShop(connection, ['Cup', 'Pot', 'Jug']);
const { db, write, variant, main } = shop;
const [cup, pot, jug] = [variant(0), variant(1), variant(2)];
const EUR = currencyOf('EUR');

await write((tx) =>
  setPrices(tx, {
    prices: [cup, pot].map((variantId) => {
      return { variantId, currency: EUR, amountMinor: 1_500n, compareAtMinor: undefined };
    }),
    ...{ now: NOW, reason: 'test' },
  }),
);
for (const variantId of [cup, pot])
  await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });

const stock = (variantId: typeof cup, quantity: number) =>
  write((tx) =>
    moveStock(tx, {
      moves: [{ variantId, quantity, locationId: main }],
      ...{ now: NOW, reason: 'received', reference: newId(), actor: 'test' },
    }),
  );
const needOf = async (variantId: typeof cup) => (await readNeeds(db, [variantId], NOW))[0];
const policy = (part: PolicyPart) =>
  write((tx) => savePolicy(tx, { scope: { kind: 'variant', id: cup }, part, by: 'test', now: NOW }));
const review = async () => {
  await write((tx) => askForReview(tx));
  const analytics = { readDemand: async () => ({ ok: true, value: [] }) as const };
  await runDueJobs({ connection, jobs: replenishmentJobs({ analytics }) });
};

test('what is wanted, bought from somebody and not there is needed; what nobody sells or prices is not', async () => {
  const needs = await readNeeds(db, [cup, pot, jug], NOW);
  assert.deepEqual(
    needs.map(({ variantId }) => variantId),
    [cup, pot],
  );
  const [need] = needs;
  // Seventeen days of two a day, and what is safe: a lead time of ten and a look each day.
  assert.ok(need && need.reorderPoint >= 24 && need.reorderPoint <= 40, `${need?.reorderPoint}`);
  assert.ok(need.quantity > need.reorderPoint && need.predicted.valueMinor > 0);
});

test('more stock is less need, piece for piece, and who waits makes it more', async () => {
  const before = (await needOf(cup))?.quantity ?? 0;
  await stock(cup, 10);
  assert.equal((await needOf(cup))?.available, 10);
  assert.ok(Math.abs(before - 10 - ((await needOf(cup))?.quantity ?? 0)) <= 1);
  await write((tx) =>
    setPolicies(tx, [{ variantId: pot, isTracked: true, mayBackorder: true, lowStockAt: undefined }]),
  );
  const pots = (await needOf(pot))?.quantity ?? 0;
  const hold = { owner: newId<'order'>(), demand: [{ variantId: pot, quantity: 4 }], now: NOW };
  assert.ok((await write((tx) => reserve(tx, { ...hold, expiresAt: NOW.add({ hours: 1 }) }))).ok);
  const waiting = await needOf(pot);
  assert.deepEqual([waiting?.available, waiting?.quantity], [-4, pots + 4]);
});

test('a policy of the variant goes before that of the shop, which goes before what the program comes with', async () => {
  const usual = (await needOf(cup))?.reorderPoint ?? 0;
  const shopWide = { scope: { kind: 'shop' }, by: 'test', now: NOW } as const;
  expectOk(
    await write((tx) => savePolicy(tx, { ...shopWide, part: { service: { kind: 'cycle', share: 0.999 } } })),
  );
  assert.ok(((await needOf(cup))?.reorderPoint ?? 0) > usual);
  expectOk(await policy({ service: { kind: 'cycle', share: 0.5 } }));
  assert.ok(((await needOf(cup))?.reorderPoint ?? 0) < usual);
  expectOk(await policy({ isOff: true }));
  assert.equal((await needOf(cup))?.quantity, 0);
  expectOk(await policy({}));
  expectOk(await write((tx) => savePolicy(tx, { ...shopWide, part: {} })));
  assert.equal((await needOf(cup))?.reorderPoint, usual);
});

test('a policy that cannot be is refused with its field', async () => {
  const codeOf = async (part: PolicyPart) => {
    const saved = await policy(part);
    return saved.ok ? 'ok' : `${saved.refusal.code} ${saved.refusal.field}`;
  };
  assert.equal(await codeOf({ service: { kind: 'fill', share: 1 } }), 'invalid_policy service.share');
  assert.equal(await codeOf({ minMax: { min: 5, max: 5 } }), 'invalid_policy minMax.max');
  assert.equal(await codeOf({ maxCoverDays: 0 }), 'invalid_policy maxCoverDays');
  assert.equal(await codeOf({ budgetMinor: 5n }), 'limits_of_the_shop budgetMinor');
});

test('a review keeps what is needed, the most valuable first, and follows what is ordered', async () => {
  await review();
  const needs = await listNeeds(db, { limit: 10 });
  assert.deepEqual(
    needs.map(({ quantity, onOrder }) => [quantity > 0, onOrder]),
    [
      [true, 0],
      [true, 0],
    ],
  );
  const [first, second] = needs;
  assert.ok(first && second && first.valueMinor >= second.valueMinor && first.costMinor > 0n);
  const rest = await listNeeds(db, { limit: 10, after: [String(first.valueMinor), first.variantId] });
  assert.deepEqual(rest, [second]);
});

test('of eight who order the same need at once one does, and the others are told how many are on order', async () => {
  const need =
    (await listNeeds(db, { limit: 10 })).find(({ variantId }) => variantId === cup) ?? assert.fail();
  const line = { variantId: cup, quantity: need.quantity, onOrder: need.onOrder };
  const orders = await Promise.all(
    Array.from({ length: 8 }, () => write((tx) => orderNeeds(tx, { lines: [line], ...BUYER }))),
  );
  const made = orders.flatMap((one) => (one.ok ? one.value : []));
  assert.deepEqual(
    made.map(({ lines }) => lines.map(({ quantity }) => quantity)),
    [[need.quantity]],
  );
  const refused = orders.flatMap((one) => (one.ok ? [] : one.refusal.code));
  assert.deepEqual(new Set(refused), new Set(['needs_changed']));
  await review();
  assert.deepEqual(
    (await listNeeds(db, { limit: 10 })).map(({ variantId }) => variantId),
    [pot],
  );
});

test('needs of one supplier come together on the draft that is open', async () => {
  const need = (await listNeeds(db, { limit: 10 }))[0] ?? assert.fail();
  const lines = [{ variantId: pot, quantity: need.quantity, onOrder: 0 }];
  const [order] = expectOk(await write((tx) => orderNeeds(tx, { lines, ...BUYER })));
  assert.deepEqual(new Set(order?.lines.map(({ variantId }) => variantId)), new Set([cup, pot]));
});

test('an order of what nobody sells, or of one thing twice, is refused as a whole', async () => {
  const code = async (lines: Parameters<typeof orderNeeds>[1]['lines']) => {
    const ordered = await write((tx) => orderNeeds(tx, { lines, ...BUYER }));
    return ordered.ok ? 'ok' : `${ordered.refusal.code} ${ordered.refusal.field}`;
  };
  const line = (variantId: typeof cup) => ({ variantId, quantity: 1, onOrder: 1_000 });
  assert.equal(await code([line(pot), line(newId<'variant'>())]), 'no_source lines[1].variantId');
  assert.equal(await code([line(pot), line(pot)]), 'set_twice lines[1]');
});

test('what all orders together keep to holds: their budget, and the room that there is', async () => {
  const limit = (part: PolicyPart) =>
    write((tx) => savePolicy(tx, { scope: { kind: 'shop' }, part, by: 'test', now: NOW }));
  const order = async (quantity: number) => {
    const lines = [{ variantId: pot, quantity, onOrder: 1_000 }];
    const ordered = await write((tx) => orderNeeds(tx, { lines, ...BUYER }));
    return ordered.ok ? 'ok' : ordered.refusal.code;
  };
  // Cups and pots are on order already, at 5.00 a piece.
  expectOk(await limit({ budgetMinor: 10_000n }));
  assert.equal(await order(1), 'over_budget');
  expectOk(await limit({ budgetMinor: 1_000_000n, storagePieces: 50 }));
  assert.equal(await order(60), 'no_room');
  expectOk(await limit({ budgetMinor: 1_000_000n, storagePieces: 1_000_000 }));
  assert.equal(await order(1), 'ok');
  expectOk(await limit({}));
});
