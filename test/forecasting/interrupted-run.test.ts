import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ok } from '../../src/kernel/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine, aProduct } from '../../src/modules/analytics/testing/planted.ts';
import { archiveProducts } from '../../src/modules/catalog/index.ts';
import { runForecasts } from '../../src/modules/forecasting/run/run-forecasts.ts';
import { readForecasts } from '../../src/modules/forecasting/store/forecasts.ts';
import { aStockShop } from '../../src/modules/inventory/testing/a-stock-shop.ts';
import { testDatabase } from '../database.ts';

const shop = await aStockShop(await testDatabase(), ['Cup', 'Pot', 'Lamp']);
const { db, variant } = shop;
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const NEXT_WEEK = Temporal.Instant.from('2026-12-02T12:00:00Z');
const goods = [variant(0), variant(1), variant(2)];

// Of each some a day, of the last one at two fairs.
const warehouse = await aWarehouse(({ list, history }) => {
  goods.forEach((variantId, index) => {
    const sku = `SKU-${index}`;
    list(aProduct(sku, { variants: [{ variantId, sku, options: '' }] }));
    for (let day = 1; day <= 200; day += 1) {
      const at = `${Temporal.PlainDate.from('2026-11-23').subtract({ days: day })}T10:00:00Z`;
      for (const origin of index === 2 ? ['spring', 'autumn'] : ['elsewhere']) {
        const document = `${sku} ${origin} ${day}`;
        const about = { document, origin, at, sku, quantity: index + 1, amountMillionths: 9_000_000n };
        history.push(aHistoryLine(about));
      }
    }
  });
});
const analytics = {
  readDemand: async (asked: Parameters<typeof readDemand>[1]) => ok(await readDemand(warehouse, asked)),
  readDemandMarks: async (asked: Parameters<typeof readDemandMarks>[1]) =>
    ok(await readDemandMarks(warehouse, asked)),
};
type Given = Partial<Parameters<typeof runForecasts>[0]>;
const run = (given: Given = {}) =>
  runForecasts({ db, analytics, now: NOW, startedBy: 'shop', report: async () => true, ...given });

/** All that a run keeps, as it stands. */
async function kept() {
  const { rows } = await sql<{ text: string }>`
    select 'forecast ' || forecast::text as text from forecasting.forecast
    union all select 'accuracy ' || accuracy::text from forecasting.accuracy
    union all select 'part ' || part::text from forecasting.part
    union all select 'group ' || group_forecast::text from forecasting.group_forecast
    union all select 'run ' || run::text from forecasting.run order by 1`.execute(db);
  return rows.map(({ text }) => text);
}

/** Tables of a run that nobody has ended. */
async function leftOver() {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relpersistence = 't' and relkind = 'r'`.execute(db);
  return rows.map(({ name }) => name);
}

await run();
const before = await kept();

test('a run that fails, is stopped or loses its connection leaves the one before whole, and nothing of its own', async () => {
  assert.ok(
    ['accuracy', 'forecast', 'group', 'part', 'run'].every((of) => before.some((row) => row.startsWith(of))),
  );
  const away = async () => {
    throw new Error('away');
  };
  await assert.rejects(run({ now: NEXT_WEEK, analytics: { ...analytics, readDemand: away } }), /away/);
  assert.deepEqual(await kept(), before);
  assert.deepEqual(await leftOver(), []);

  // The last time that it asks whether to go on all is made and fitted.
  let asked = 0;
  const stops = async () => {
    asked += 1;
    return asked < 2;
  };
  await run({ now: NEXT_WEEK, report: stops });
  assert.equal(asked, 2);
  assert.deepEqual(await kept(), before);
  assert.deepEqual(await leftOver(), []);

  const loses = async () => {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%forecast_draft%' and pid <> pg_backend_pid()`.execute(
      db,
    );
    assert.equal(rows.length, 1);
    return true;
  };
  await assert.rejects(run({ now: NEXT_WEEK, report: loses }));
  assert.deepEqual(await kept(), before);
});

test('whoever reads has the run before until the new one is whole, and of it nothing stale stays', async () => {
  const product = shop.products[0]?.id ?? assert.fail();
  await shop.write((tx) => archiveProducts(tx, { ids: [product], now: NEXT_WEEK }));
  const seen: (readonly string[])[] = [];
  const outcome = await run({
    now: NEXT_WEEK,
    report: async ({ done, total }) => {
      if (done < total) return true;
      seen.push(await kept());
      return true;
    },
  });
  assert.deepEqual(outcome, { items: 2, made: 2 });
  // It tells of its end twice: when all are made, and when all are in place.
  assert.ok(seen.length >= 2);
  for (const rows of seen.slice(0, -1)) assert.deepEqual(rows, before);
  const now = await kept();
  assert.deepEqual(seen.at(-1), now);
  const days = [...(await readForecasts(db, goods)).values()].map(({ firstDay }) => `${firstDay}`);
  assert.deepEqual(days, ['2026-11-30', '2026-11-30']);
  assert.ok(now.every((row) => row.startsWith('run') || !row.includes(variant(0))));
  assert.deepEqual(await leftOver(), []);
});
