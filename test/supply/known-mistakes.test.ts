import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { saveLocation, setOnHand } from '../../src/modules/inventory/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { aPurchasingShop, BUYER, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import {
  askForReview,
  listNeeds,
  orderNeeds,
  readNeeds,
  replenishmentJobs,
} from '../../src/modules/replenishment/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

// What tools that merchants use got wrong, in the shop as a whole; statistics/inventory/ordering has the rest of them.
const connection = await testDatabase(4);
const { db, write, variant, main, other } = await aPurchasingShop(connection, ['Cup', 'Pot']);
const [cup, pot] = [variant(0), variant(1)];
await write((tx) =>
  setPrices(tx, {
    prices: [cup, pot].map((variantId) => ({
      ...{ variantId, currency: currencyOf('EUR'), amountMinor: 1_500n, compareAtMinor: undefined },
    })),
    ...{ now: NOW, reason: 'test' },
  }),
);
for (const variantId of [cup, pot]) {
  await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });
}

const count = (locationId: typeof main, onHand: number) =>
  write((tx) =>
    setOnHand(tx, {
      counts: [{ variantId: cup, locationId, onHand }],
      ...{ now: NOW, reason: 'count', reference: 'test', actor: 'test' },
    }),
  );
const cups = async () => (await readNeeds(db, [cup], NOW))[0] ?? assert.fail('cups are bought');
const review = async () => {
  await write((tx) => askForReview(tx));
  const analytics = { readDemand: async () => ({ ok: true, value: [] }) as const };
  await runDueJobs({ connection, jobs: replenishmentJobs({ analytics }) });
};

test('stock of all places counts, and none of a place that is closed (ERPNext 12573)', async () => {
  const missing = (await cups()).quantity;
  await count(main, 4);
  await count(other, 7);
  assert.deepEqual([(await cups()).available, missing - (await cups()).quantity], [11, 11]);
  const attic = { code: 'attic', name: 'Attic', country: undefined, isActive: false, position: 9 };
  await count(expectOk(await write((tx) => saveLocation(tx, attic))).id, 500);
  assert.equal((await cups()).available, 11);
});

test('what is missing of all goods becomes orders of its suppliers at once (InvenTree 6146)', async () => {
  await review();
  const needs = await listNeeds(db, { limit: 10 });
  assert.deepEqual(new Set(needs.map(({ variantId }) => variantId)), new Set([cup, pot]));
  const lines = needs.map(({ variantId, quantity, onOrder }) => ({ variantId, quantity, onOrder }));
  const [order, ...more] = expectOk(await write((tx) => orderNeeds(tx, { lines, ...BUYER })));
  assert.deepEqual([order?.state, order?.lines.length, more.length], ['draft', 2, 0]);
});

test('looked at again and again, what is ordered is not needed any more (Odoo 67278, ERPNext 36154)', async () => {
  for (let look = 0; look < 3; look += 1) {
    await review();
    assert.deepEqual(await listNeeds(db, { limit: 10 }), []);
  }
});
