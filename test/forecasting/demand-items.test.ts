import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ok } from '../../src/kernel/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine, aProduct } from '../../src/modules/analytics/testing/planted.ts';
import { type Item, readDemandItems } from '../../src/modules/forecasting/index.ts';
import { aStockShop } from '../../src/modules/inventory/testing/a-stock-shop.ts';
import { testDatabase } from '../database.ts';

const { db, variant } = await aStockShop(await testDatabase(), ['Cup', 'Pot', 'Lamp']);
const from = Temporal.PlainDate.from('2025-11-24');
const past = { from, weeks: 52 };

// Pots sell most, lamps never did.
const warehouse = await aWarehouse(({ list, history }) => {
  for (const index of [0, 1, 2]) {
    const sku = `SKU-${index}`;
    list(aProduct(sku, { variants: [{ variantId: variant(index), sku, options: '' }] }));
  }
  for (let day = 0; day < 300; day += 1) {
    const at = `${from.add({ days: day })}T10:00:00Z`;
    for (const [sku, quantity] of day % 3 === 0
      ? ([
          ['SKU-0', 2],
          ['SKU-1', 5],
        ] as const)
      : []) {
      const about = { document: `${sku} ${day}`, at, sku, quantity };
      history.push(aHistoryLine({ ...about, amountMillionths: BigInt(quantity) * 10_000_000n }));
    }
  }
});
type Asked = Parameters<typeof readDemand>[1];
const paged = { readDemand: async (asked: Asked) => ok(await readDemand(warehouse, asked)) };
const marked = {
  ...paged,
  readDemandMarks: async (asked: Asked) => ok(await readDemandMarks(warehouse, asked)),
};

async function itemsOf(analytics: typeof paged): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of readDemandItems({ db, analytics, past, zone: 'Europe/Berlin' }))
    items.push(...page.map(({ item }) => item));
  return items;
}

test('what was wanted of everything comes the most wanted first, and is the same however pages are asked for', async () => {
  const items = await itemsOf(paged);
  assert.deepEqual(
    items.map(({ variantId, days }) => [variantId, days.length]),
    [
      [variant(1), 100],
      [variant(0), 100],
      [variant(2), 0],
    ],
  );
  assert.deepEqual(await itemsOf(marked), items);
});

test('what a variant is chosen by and what is said of it goes with it; long texts do not', async () => {
  const said = JSON.stringify({ material: 'clay', Glaze: ['white', 'grey'], care: 'by hand '.repeat(9) });
  await sql`update catalog.product set attributes = ${said}::jsonb
    where id = (select product_id from catalog.variant where id = ${variant(0)}::uuid)`.execute(db);
  await sql`update catalog.variant set attributes = '{"material": "glass"}' where id = ${variant(0)}::uuid`.execute(
    db,
  );
  const { attributes = {} } = (await itemsOf(marked)).find(({ variantId }) => variantId === variant(0)) ?? {};
  assert.deepEqual(
    [attributes['material'], attributes['glaze'], attributes['care']],
    ['glass', 'grey, white', undefined],
  );
});
