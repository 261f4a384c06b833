import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk, ok } from '../../src/kernel/index.ts';
import { factsReader } from '../../src/modules/forecasting/run/item-facts.ts';
import { readGoods } from '../../src/modules/forecasting/run/read-goods.ts';
import { aStockShop } from '../../src/modules/inventory/testing/a-stock-shop.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { saveCollection, setCollectionProducts } from '../../src/modules/merchandising/index.ts';
import { savePromotion, setPrices } from '../../src/modules/pricing/index.ts';
import { testDatabase } from '../database.ts';

const { db, write, products, variant } = await aStockShop(await testDatabase(), ['Cup', 'Pot']);
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const past = { from: Temporal.PlainDate.from('2023-11-27'), weeks: 156 };

test('a promotion of a collection is one of what is in it, by the share of each price, on its weekdays', async () => {
  const { timeZone: zone, defaultCurrency } = await readShop(db);
  const collection = expectOk(
    await write((tx) => saveCollection(tx, { draft: { handle: 'table', title: 'Table' }, now: NOW })),
  );
  const productIds = products.slice(0, 1).map(({ id }) => id);
  const filled = { collectionId: collection.id, productIds, now: NOW };
  expectOk(await write((tx) => setCollectionProducts(tx, filled)));
  const price = { variantId: variant(0), currency: currencyOf(defaultCurrency), compareAtMinor: undefined };
  const prices = [{ ...price, amountMinor: 2_000n }];
  await write((tx) => setPrices(tx, { prices, now: NOW, reason: 'test' }));
  const goods = { anyOf: [{ collections: [collection.id] }], noneOf: [], isFullPriceOnly: false };
  const schedule = { startsAt: '2026-12-01T00:00', endsAt: '2026-12-15T00:00', weekdays: [5, 6] };
  const promotion = {
    ...{ name: 'Table', trigger: 'automatic', lane: 1, priority: 1, isExclusive: false },
    ...{ conditions: { schedule }, limits: {} },
    benefits: [{ kind: 'amount_off_item', amount: { [defaultCurrency]: '5.00' }, goods }],
  };
  expectOk(await write((tx) => savePromotion(tx, { promotion, now: NOW })));
  const all = await readGoods(db);
  const analytics = { readDemand: async () => ok([]) };
  const tell = await factsReader({ db, analytics, past, zone, goods: all });
  const told = await tell([...all.goods.values()]);
  const promoted = new Map(told.map(({ good, facts }) => [good.variantId, facts.promotions]));
  const from = past.from.until('2026-12-01', { largestUnit: 'days' }).days;
  assert.deepEqual(promoted.get(variant(0)), [
    { from, to: from + 14, weekdays: [5, 6], name: 'Table', depth: 0.25 },
  ]);
  assert.equal(promoted.get(variant(1)), undefined);
});
