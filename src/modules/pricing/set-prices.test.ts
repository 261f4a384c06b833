import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, idFrom } from '../../kernel/index.ts';
import { type ProductId, saveProducts, type VariantId } from '../catalog/index.ts';
import {
  lowestPriorPrice,
  type Price,
  readPriceHistory,
  readPrices,
  readReductions,
  removePrices,
  setPrices,
} from './index.ts';

const EUR = currencyOf('EUR');
const JPY = currencyOf('JPY');
const day = (number: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * number });
const { db } = await testDatabase(16);

const drafts = Array.from({ length: 20 }, (_, index) => ({ handle: `p${index}`, title: `P ${index}` }));
const saved = await db
  .transaction()
  .execute((tx) => saveProducts(tx, { drafts, now: day(0), cause: 'test' }));
const variants = saved.flatMap((one): VariantId[] =>
  'refusal' in one ? [] : one.variants.map(({ id }) => id),
);
const productIds = saved.flatMap((one): ProductId[] => ('refusal' in one ? [] : [one.id]));
const variantAt = (index: number): VariantId => variants[index] ?? idFrom(0, new Uint8Array(10));

const euro = (variantId: VariantId, amount: bigint, compareAt?: bigint): Price => ({
  ...{ variantId, currency: EUR, amountMinor: amount, compareAtMinor: compareAt },
});
const set = (prices: readonly Price[], now = day(0)) =>
  db.transaction().execute((tx) => setPrices(tx, { prices, now, reason: 'test' }));

async function told(): Promise<{ variantIds: string[]; productIds: string[] }[]> {
  const { rows } = await sql<{ payload: { variantIds: string[]; productIds: string[] } }>`
    select payload from platform.outbox where topic = 'pricing.prices_changed' order by id`.execute(db);
  return rows.map((row) => row.payload);
}

test('a price is kept with its history; the same again writes and tells nothing', async () => {
  const prices = [euro(variantAt(0), 1999n), { ...euro(variantAt(0), 3000n), currency: JPY }];
  assert.deepEqual((await set(prices)).changed, [variantAt(0)]);
  assert.deepEqual((await set(prices, day(1))).changed, []);
  assert.deepEqual((await readPrices(db, [variantAt(0), variantAt(1)])).get(variantAt(0)), prices);
  const history = await readPriceHistory(db, { variantIds: [variantAt(0)], currency: EUR });
  assert.equal(history.get(variantAt(0))?.length, 1);
  assert.deepEqual(await told(), [{ variantIds: [variantAt(0)], productIds: [productIds[0]] }]);
});

test('of two prices for one variant and currency the later counts', async () => {
  await set([euro(variantAt(1), 100n), euro(variantAt(1), 200n)]);
  const prices = await readPrices(db, [variantAt(1)]);
  assert.deepEqual(
    prices.get(variantAt(1))?.map(({ amountMinor }) => amountMinor),
    [200n],
  );
});

test('a price that cannot be is refused and the others go in', async () => {
  const unknown = idFrom<'variant'>(0, new Uint8Array(10));
  const table: [Price, string][] = [
    [euro(variantAt(2), -1n), 'amount_below_zero'],
    [euro(variantAt(2), 2n ** 63n), 'amount_too_large'],
    [euro(variantAt(2), 100n, 100n), 'compare_at_not_above_amount'],
    [euro(unknown, 100n), 'unknown_variant'],
  ];
  const { changed, refused } = await set([...table.map(([price]) => price), euro(variantAt(3), 0n)]);
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    table.map(([, code]) => code),
  );
  assert.deepEqual(changed, [variantAt(3)]);
});

test('the database keeps a reduction to what is true', async () => {
  const id = variantAt(4);
  await set([euro(id, 10_000n)], day(0));
  await set([euro(id, 15_000n)], day(40));
  await set([euro(id, 10_000n, 15_000n)], day(41));
  const read = () => readReductions(db, { variantIds: [id, variantAt(0)], currency: EUR, now: day(60) });
  assert.deepEqual([...(await read())], []);
  assert.equal(
    await lowestPriorPrice(db, { variantId: id, currency: EUR, since30DaysBefore: day(41) }),
    10_000n,
  );
  await set([euro(id, 8_000n, 10_000n)], day(50));
  assert.deepEqual([...(await read())], [[id, { priorMinor: 10_000n, percent: 20, since: day(50) }]]);
});

test('a removed price is gone and its end is in the history', async () => {
  await set([euro(variantAt(5), 500n), { ...euro(variantAt(5), 600n), currency: JPY }]);
  const remove = () =>
    db
      .transaction()
      .execute((tx) =>
        removePrices(tx, { variantIds: [variantAt(5)], currency: EUR, now: day(2), reason: 'test' }),
      );
  assert.deepEqual((await remove()).changed, [variantAt(5)]);
  assert.deepEqual((await remove()).changed, []);
  const prices = await readPrices(db, [variantAt(5)]);
  assert.deepEqual(
    prices.get(variantAt(5))?.map(({ currency }) => currency),
    [JPY],
  );
  const history = await readPriceHistory(db, { variantIds: [variantAt(5)], currency: EUR });
  assert.deepEqual(
    history.get(variantAt(5))?.map(({ amountMinor }) => amountMinor),
    [500n, undefined],
  );
});

test('the history cannot be rewritten', async () => {
  await assert.rejects(sql`update pricing.price_change set amount_minor = 1`.execute(db), /append-only/);
  await assert.rejects(sql`delete from pricing.price_change`.execute(db), /append-only/);
});

test('twenty who price the same variants in any order at once do not block each other', async () => {
  const writers = Array.from({ length: 20 }, (_, writer) => {
    const ids = writer % 2 === 0 ? variants : variants.toReversed();
    return set(
      ids.map((id) => euro(id, BigInt(1_000 + writer))),
      day(100 + writer),
    );
  });
  await Promise.all(writers);
  const prices = await readPrices(db, variants);
  const history = await readPriceHistory(db, { variantIds: variants, currency: EUR });
  for (const id of variants) {
    const amount = prices.get(id)?.find(({ currency }) => currency === EUR)?.amountMinor;
    const amounts = history.get(id)?.map(({ amountMinor }) => amountMinor) ?? [];
    assert.equal(amounts.filter((one) => one !== undefined && one >= 1_000n && one < 1_020n).length, 20);
    assert.ok(amounts.includes(amount));
  }
});
