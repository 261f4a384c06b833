import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { newId } from '../../../platform/id.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readPrices, readScheduledPrices, schedulePrices, withdrawScheduledPrices } from '../index.ts';
import { EUR } from '../testing/a-quote.ts';
import { aShop, day } from '../testing/a-shop.ts';
import { applyDuePrices } from './apply-due-prices.ts';

const { db } = await testDatabase();
const { write, variant } = await aShop(db);
const schedule = (variantId: VariantId, amountMinor: bigint, startsAt: Temporal.Instant, reason = 'test') =>
  write((tx) =>
    schedulePrices(tx, {
      ...{ startsAt, reason },
      prices: [{ variantId, currency: EUR, amountMinor, compareAtMinor: undefined }],
    }),
  );
const priceOf = async (id: VariantId) => (await readPrices(db, [id])).get(id)?.[0]?.amountMinor;
const outcomesOf = async (id: VariantId) => {
  const { rows } = await sql<{ outcome: string | null }>`
    select outcome from pricing.scheduled_price where variant_id = ${id} order by starts_at, id`.execute(db);
  return rows.map((row) => row.outcome);
};

test('a scheduled price applies from its moment on, once', async () => {
  await schedule(variant(0), 900n, day(1));
  await schedule(variant(0), 800n, day(1));
  assert.deepEqual(
    (await readScheduledPrices(db, [variant(0)])).get(variant(0))?.map((price) => price.amountMinor),
    [800n],
    'the later for one moment replaces the earlier',
  );
  assert.equal(await applyDuePrices(db, day(1).subtract({ seconds: 1 })), 0);
  assert.equal(await priceOf(variant(0)), undefined);
  assert.equal(await applyDuePrices(db, day(1)), 1);
  assert.equal(await applyDuePrices(db, day(1)), 0);
  assert.equal(await priceOf(variant(0)), 800n);
  assert.equal((await readScheduledPrices(db, [variant(0)])).size, 0);
});

test('of several that came due while nobody looked the last applies', async () => {
  await schedule(variant(1), 700n, day(3), 'sale ends');
  await schedule(variant(1), 500n, day(2), 'sale');
  assert.equal(await applyDuePrices(db, day(4)), 2);
  assert.equal(await priceOf(variant(1)), 700n);
  assert.deepEqual(await outcomesOf(variant(1)), ['superseded', 'applied']);
});

test('what cannot be a price is refused when it is scheduled; what was withdrawn never applies', async () => {
  const nobody = newId<'variant'>();
  const { refused } = await schedule(nobody, 1n, day(5));
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    ['unknown_variant'],
  );
  await schedule(variant(2), 1n, day(5));
  await write((tx) => withdrawScheduledPrices(tx, { variantIds: [variant(2)] }));
  assert.equal(await applyDuePrices(db, day(6)), 0);
  assert.deepEqual([await priceOf(variant(2)), await outcomesOf(variant(2))], [undefined, ['withdrawn']]);
});

test('the worker is asked to look at the very moment', async () => {
  await schedule(variant(3), 1n, day(400));
  const { rows } = await sql<{ run_at: Temporal.Instant }>`
    select run_at from graphile_worker.jobs where key = ${`pricing.apply_due_prices ${day(400)}`}`.execute(
    db,
  );
  assert.deepEqual(
    rows.map(({ run_at }) => run_at.toString()),
    [day(400).toString()],
  );
});
