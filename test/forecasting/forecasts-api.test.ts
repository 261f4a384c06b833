import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { ADMIN_API } from '../../src/apps/api/admin/api.ts';
import { anApi } from '../../src/apps/api/testing/an-api.ts';
import { got, refusedAs } from '../../src/apps/api/testing/got.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { expectOk, ok } from '../../src/kernel/index.ts';
import { createKey } from '../../src/modules/access/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine } from '../../src/modules/analytics/testing/planted.ts';
import { readEntries } from '../../src/modules/audit/index.ts';
import { readSellables } from '../../src/modules/catalog/index.ts';
import { runForecasts } from '../../src/modules/forecasting/index.ts';
import { followProducts } from '../../src/modules/inventory/index.ts';
import { makeClient } from '../../src/platform/api/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';

const connection = await testDatabase();
const { db } = connection;
const { variants } = await openSellingShop(connection);
const goods = [...(await readSellables(db, variants)).values()];
const app = await anApi(connection, aSearch([]), { now: () => NOW });
after(() => app.close());
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const clientOf = async (...scopes: string[]) => {
  const key = await transact(db, (tx) => createKey(tx, { name: scopes.join(' '), scopes, now: NOW }));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const planner = await clientOf('stock:read', 'forecasts:write');
const reader = await clientOf('stock:read');
const monday = '2026-11-23';

test('a forecast over the API: list, one week by week, accuracy, a change by hand and its end', async () => {
  const empty = await got(reader.listForecasts({ query: {} }));
  assert.deepEqual([empty.items, empty.total], [[], 0]);
  const warehouse = await aWarehouse(({ list, history }) => {
    for (const { variantId, productId, sku = '', title } of goods) {
      list({
        productId,
        title,
        brand: '',
        category: '',
        collections: [],
        variants: [{ variantId, sku, options: '' }],
      });
    }
    for (let day = 1; day <= 300; day += 1) {
      const at = `${Temporal.PlainDate.from(monday).subtract({ days: day })}T10:00:00Z`;
      history.push(
        aHistoryLine({ document: `${day}`, at, sku: goods[0]?.sku ?? '', quantity: 3, amountMillionths: 9n }),
      );
    }
  });
  await transact(db, (tx) =>
    followProducts(
      tx,
      goods.map(({ productId }) => productId),
    ),
  );
  const analytics = {
    readDemand: async (asked: Parameters<typeof readDemand>[1]) => ok(await readDemand(warehouse, asked)),
    readDemandMarks: async (asked: Parameters<typeof readDemandMarks>[1]) =>
      ok(await readDemandMarks(warehouse, asked)),
  };
  await runForecasts({
    ...{ db, analytics, now: NOW, startedBy: 'shop' },
    report: async () => true,
  });
  const list = await got(reader.listForecasts({ query: { limit: '1' } }));
  const [first] = list.items;
  assert.ok(first && list.total === 3 && list.nextCursor);
  assert.ok(Math.abs(first.next4.mean - 84) < 6 && first.next4.low <= first.next4.mean);
  const next = await got(reader.listForecasts({ query: { limit: '9', cursor: list.nextCursor } }));
  assert.equal(next.items.length, 2);
  const params = { variantId: first.item.variantId };
  const one = await got(reader.readForecast({ params }));
  assert.deepEqual([one.weeks.length, one.weeks[0]?.from, one.history.at(-1)?.pieces], [53, monday, 21]);
  assert.ok(one.backtest.some(({ isChosen }) => isChosen));
  const accuracy = await got(reader.readForecastAccuracy({ query: {} }));
  assert.deepEqual([accuracy.items, accuracy.calibration.length], [3, 6]);

  const body = {
    scope: 'variant',
    scopeId: first.item.variantId,
    from: monday,
    to: '2026-11-29',
    reason: 'TV',
  } as const;
  assert.equal(
    await refusedAs(reader.saveAdjustment({ body: { ...body, factor: 2 }, idempotencyKey: randomUUID() })),
    'forbidden',
  );
  assert.equal(
    await refusedAs(planner.saveAdjustment({ body, idempotencyKey: randomUUID() })),
    'invalid_change',
  );
  const saved = await got(
    planner.saveAdjustment({ body: { ...body, factor: 2 }, idempotencyKey: randomUUID() }),
  );
  const changed = await got(reader.readForecast({ params }));
  assert.ok(Math.abs((changed.weeks[0]?.mean ?? 0) - 2 * (one.weeks[0]?.mean ?? 0)) < 0.05);
  assert.ok(changed.flags.includes('adjusted') && changed.reasons.some(({ text }) => text === 'TV'));
  const undone = await got(planner.deleteAdjustment({ params: { id: saved.id } }));
  assert.match(undone.undoneBy ?? '', /^api_key:/);
  const { items } = await got(reader.listAdjustments({ query: {} }));
  assert.deepEqual(
    items.map(({ id }) => id),
    [saved.id],
  );
  const kept = await readEntries(db, { limit: 20 });
  assert.ok(kept.some(({ operation, outcome }) => operation === 'saveAdjustment' && outcome === 'done'));
  const work = await got(planner.runForecasts({ body: {}, idempotencyKey: randomUUID() }));
  assert.equal(work.state, 'waiting');
});
