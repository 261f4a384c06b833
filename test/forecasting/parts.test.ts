import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { ADMIN_API } from '../../src/apps/api/admin/api.ts';
import { anApi } from '../../src/apps/api/testing/an-api.ts';
import { got } from '../../src/apps/api/testing/got.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { expectOk, ok } from '../../src/kernel/index.ts';
import { createKey } from '../../src/modules/access/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine, aProduct } from '../../src/modules/analytics/testing/planted.ts';
import { demandOver, readForecasts, runForecasts } from '../../src/modules/forecasting/index.ts';
import { aStockShop } from '../../src/modules/inventory/testing/a-stock-shop.ts';
import { makeClient } from '../../src/platform/api/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await aStockShop(connection, ['Cup']);
const [cup, main, other] = [shop.variant(0), shop.main, shop.other];
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const monday = Temporal.PlainDate.from('2026-11-23');
const at = (day: number) => `${monday.subtract({ days: day })}T10:00:00Z`;

// Six a day; of late most of them at the fair, and from the other place, where before it was the other way round.
const isLate = (day: number) => day <= 140;
const warehouse = await aWarehouse(({ list, history }) => {
  list(aProduct('cup', { variants: [{ variantId: cup, sku: 'SKU-0', options: '' }] }));
  for (let day = 1; day <= 500; day += 1) {
    for (const [origin, quantity] of [
      ['fair', isLate(day) ? 4 : 2],
      ['elsewhere', isLate(day) ? 2 : 4],
    ] as const) {
      const document = `${origin} ${day}`;
      history.push(
        aHistoryLine({ document, origin, at: at(day), sku: 'SKU-0', quantity, amountMillionths: 9_000_000n }),
      );
    }
  }
});
for (let day = 1; day <= 500; day += 1) {
  for (const [place, pieces] of [
    [main, isLate(day) ? 2 : 4],
    [other, isLate(day) ? 4 : 2],
  ] as const) {
    await sql`insert into inventory.movement (location_id, variant_id, quantity, reason, moved_at)
      values (${place}, ${cup}, ${-pieces}, 'sold', ${at(day)}::timestamptz)`.execute(db);
  }
}
const analytics = {
  readDemand: async (asked: Parameters<typeof readDemand>[1]) => ok(await readDemand(warehouse, asked)),
  readDemandMarks: async (asked: Parameters<typeof readDemandMarks>[1]) =>
    ok(await readDemandMarks(warehouse, asked)),
};
await runForecasts({ db, analytics, now: NOW, startedBy: 'shop', report: async () => true });

test('a place has its own demand of late, and not its share of all of the past', async () => {
  const span = { from: monday, days: 28 };
  const of = async (place?: typeof main) => {
    const forecast = (await readForecasts(db, [cup], place)).get(cup) ?? assert.fail();
    return demandOver(forecast, span);
  };
  const [all, here, there] = [await of(), await of(main), await of(other)];
  assert.ok(Math.abs(there.mean / all.mean - 2 / 3) < 0.02, `${there.mean} of ${all.mean}`);
  assert.ok(Math.abs(here.mean + there.mean - all.mean) < 1e-9);
  assert.ok(here.quantile(0.95) + there.quantile(0.95) >= all.quantile(0.95));
});

const app = await anApi(connection, aSearch([]), { now: () => NOW });
after(() => app.close());
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const key = await transact(db, (tx) => createKey(tx, { name: 'r', scopes: ['stock:read'], now: NOW }));
const reader = makeClient(ADMIN_API, { origin, token: expectOk(key).secret });

test('over the API, by day and by week, parts come to the whole as they are read', async () => {
  for (const [by, grain, days] of [
    ['channel', 'day', 10],
    ['place', 'week', 365],
  ] as const) {
    const query = { by, grain, days: String(days) };
    const told = await got(reader.readForecastDemand({ params: { variantId: cup }, query }));
    assert.deepEqual([told.parts.length, told.parts.every(({ isOwn }) => isOwn)], [2, true]);
    assert.equal(told.whole.periods.length, grain === 'day' ? days : 53);
    for (const [index, { mean, quantiles }] of [told.whole.all, ...told.whole.periods].entries()) {
      const parts = told.parts.map((part) => [part.all, ...part.periods][index]?.mean ?? 0);
      assert.equal(Math.round(100 * parts.reduce((sum, part) => sum + part, 0)), Math.round(100 * mean));
      assert.ok(quantiles.every(({ pieces }, at) => pieces >= (quantiles[at - 1]?.pieces ?? 0)));
    }
  }
  const fair = (await got(reader.readForecast({ params: { variantId: cup } }))).channels.find(
    (channel) => channel.origin === 'fair',
  );
  assert.ok(fair?.isOwn && fair.next4.mean > 100 && fair.next4.mean < 120, JSON.stringify(fair));
});
