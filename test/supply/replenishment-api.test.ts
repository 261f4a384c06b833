import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anApi } from '../../src/apps/api/testing/an-api.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { createKey, type Scope } from '../../src/modules/access/index.ts';
import { moveStock } from '../../src/modules/inventory/index.ts';
import { receiveGoods } from '../../src/modules/ledger/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { aPurchasingShop, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { replenishmentJobs } from '../../src/modules/replenishment/index.ts';
import { newId } from '../../src/platform/id.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const connection = await testDatabase(8);
const { db, write, variant, main } = await aPurchasingShop(connection, ['Cup', 'Pot']);
const [cup, pot] = [variant(0), variant(1)];
const EUR = currencyOf('EUR');
const app = await anApi(connection, aSearch([]), { now: () => NOW });
after(() => app.close());

for (const variantId of [cup, pot])
  await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });
await write(async (tx) => {
  const prices = [cup, pot].map((variantId) => {
    return { variantId, currency: EUR, amountMinor: 1_500n, compareAtMinor: undefined };
  });
  await setPrices(tx, { prices, now: NOW, reason: 'test' });
  const about = { currency: EUR, reference: newId(), now: NOW };
  await receiveGoods(tx, { ...about, items: [{ variantId: pot, quantity: 400, valueMinor: 200_000n }] });
  await moveStock(tx, {
    moves: [{ variantId: pot, quantity: 400, locationId: main }],
    ...{ now: NOW, reason: 'received', reference: newId(), actor: 'test' },
  });
});

/** Two a day for two years; the pot not for the last half year. */
const readDemand = async ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) => {
  const days = Array.from({ length: from.until(to, { largestUnit: 'days' }).days + 1 }, (_, day) => day);
  const of = (variantId: string, some: readonly number[]) => ({
    ...{ variantId, units: 2 * some.length, days: some },
    channels: [{ origin: '', units: 2 * some.length, weeks: [], pieces: [] }],
    ...{ pieces: some.map(() => 2), prices: some.map(() => 1_261) },
  });
  return { ok: true, value: [of(cup, days), of(pot, days.slice(0, -190))] } as const;
};
const work = () => runDueJobs({ connection, jobs: replenishmentJobs({ analytics: { readDemand } }) });

async function client(scopes: readonly Scope[]) {
  const { secret } = expectOk(await write((tx) => createKey(tx, { name: newId(), scopes, now: NOW })));
  return async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await app.inject({
      ...{ method, url: `/api/admin/v1${path}`, ...(payload === undefined ? {} : { payload }) },
      headers: { authorization: `Bearer ${secret}`, 'idempotency-key': newId() },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
}

const buyer = await client(['purchasing:read', 'purchasing:write', 'costs:read', 'stock:read']);
const packer = await client(['purchasing:read', 'stock:read']);

test('needs are looked at when asked for, listed with their reasons, and ordered once', async () => {
  assert.equal((await buyer('POST', '/replenishment/reviews', {})).status, 202);
  await work();
  const { body } = await buyer('GET', '/replenishment/needs');
  assert.deepEqual(
    body.items.map(({ item, supplier, reasons }: (typeof body)['items'][number]) => {
      return [item.title, supplier.name, reasons[0].kind];
    }),
    [['Cup', 'Potter & Daughters', 'below_reorder_point']],
  );
  const [need] = body.items;
  assert.equal(need.cost.currency, 'EUR');
  assert.ok(need.predicted.low.amount && need.predicted.confidence === 0.8);
  const lines = [{ variantId: cup, quantity: need.quantity, onOrder: need.onOrder }];
  const ordered = await buyer('POST', '/replenishment/orders', { lines });
  assert.deepEqual([ordered.status, ordered.body.orders[0].number], [201, 'PO-1']);
  const again = await buyer('POST', '/replenishment/orders', { lines });
  assert.deepEqual([again.status, again.body.code], [409, 'needs_changed']);
});

test('who may not see costs sees how many, not for how much, and may not order', async () => {
  const { body } = await packer('GET', '/replenishment/needs?isAll=true');
  assert.equal(body.items.length, 2);
  for (const need of body.items) assert.deepEqual([need.cost, need.predicted], [undefined, undefined]);
  const ordered = await packer('POST', '/replenishment/orders', {
    lines: [{ variantId: cup, quantity: 1, onOrder: 0 }],
  });
  assert.equal(ordered.status, 403);
  assert.equal((await packer('GET', '/replenishment/backtests')).status, 403);
});

test('a policy is kept as it was said, and what it does not say follows the standard', async () => {
  const shop = '/replenishment/policies/shop/00000000-0000-0000-0000-000000000000';
  const said = { service: { kind: 'fill', share: 0.98 }, orderCost: '7.50', budget: '1000.00' };
  const saved = await buyer('PUT', shop, said);
  assert.deepEqual([saved.status, saved.body.policy.orderCost], [200, '7.50']);
  const { body } = await buyer('GET', '/replenishment/policies');
  assert.deepEqual([body.policies[0].scope, body.policies[0].policy.service], ['shop', said.service]);
  assert.equal(body.standard.holdingRate, 0.25);
  const wrong = await buyer('PUT', shop, { orderCost: 'much' });
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'invalid_policy']);
  const nobody = await buyer('PUT', `/replenishment/policies/variant/${newId()}`, { isOff: true });
  assert.equal(nobody.status, 404);
  assert.equal((await buyer('PUT', `/replenishment/policies/variant/${cup}`, { isOff: true })).status, 200);
});

test('stock that nobody wants any more is found dead, with what lies in it', async () => {
  await write((tx) => enqueue(tx, 'replenishment.review_health', {}));
  await work();
  const { body } = await buyer('GET', '/replenishment/stock-health?sort=value');
  const [first] = body.items;
  assert.deepEqual(
    [first.item.title, first.state, first.onHand, first.value.amount, first.unsoldDays >= 189],
    ['Pot', 'dead', 400, '2000.00', true],
  );
  assert.equal(body.states.find(({ state }: { state: string }) => state === 'out').variants, 1);
  const packed = await packer('GET', '/replenishment/stock-health');
  assert.equal(packed.body.items[0].value, undefined);
});

test('the past is replayed as long work, and kept', async () => {
  const asked = await buyer('POST', '/replenishment/backtests', {
    ...{ policy: { service: { kind: 'cycle', share: 0.95 } }, days: 182, variants: 10 },
  });
  assert.equal(asked.status, 202);
  await work();
  const { status, body } = await buyer('GET', `/replenishment/backtests/${asked.body.backtestId}`);
  assert.equal(status, 200);
  assert.deepEqual(
    [body.variants, body.withoutSupplier, body.policies.map(({ id }: { id: string }) => id)],
    [2, 0, ['yours', 'min_max', 'average_30']],
  );
  assert.equal(body.policies[0].stockByWeek.length, 26);
  assert.ok(body.policies[0].outcome.fillRate > 0.9);
  const list = await buyer('GET', '/replenishment/backtests');
  assert.equal(list.body.items[0].id, body.id);
});
