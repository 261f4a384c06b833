import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk, localeOf } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { defaultLocation, followProducts } from '../../../modules/inventory/index.ts';
import { readCostLevels, receiveGoods } from '../../../modules/ledger/index.ts';
import { joinWaitlist } from '../../../modules/waitlist/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot, spoon] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const keyFor = async (scopes: string[]) =>
  expectOk(await db.transaction().execute((tx) => createKey(tx, { name: 'test', scopes, now: NOW }))).secret;
const admin = makeClient(ADMIN_API, { origin, token: await keyFor(Object.keys(SCOPES)) });
const once = () => ({ idempotencyKey: randomUUID() });

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}
const codeOf = async (answer: Promise<Received<unknown>>) => {
  const received = await answer;
  return received.ok ? 'ok' : received.problem.code;
};

const { id: main } = await defaultLocation(db);
const products = await readProductIdsOfVariants(db, [cup, pot, spoon]);
await db.transaction().execute((tx) => followProducts(tx, [...products.values()]));
const shop = await got(admin.createLocation({ body: { code: 'shop', name: 'Shop' }, ...once() }));
const count = (variantId: typeof cup, onHand: number, locationId: string = main) =>
  got(admin.countStock({ body: { reference: 'shelf', counts: [{ variantId, locationId, onHand }] } }));

test('a level says how many wait for the variant to be back', async () => {
  await count(pot, 0);
  const market = 'eu';
  const wait = { variantId: pot, market, locale: localeOf('en'), now: NOW };
  for (const email of ['ada@example.org', 'ben@example.org']) {
    expectOk(await db.transaction().execute((tx) => joinWaitlist(tx, { ...wait, email })));
  }
  const { items } = await got(admin.listStockLevels({ query: { variantId: [pot, cup] } }));
  assert.equal(items.find(({ item }) => item.variantId === pot)?.waiting, 2);
  assert.equal(items.find(({ item }) => item.variantId === cup)?.waiting, 0);
});

test('levels are listed with what people call goods, and counted on the first page', async () => {
  await count(cup, 12);
  await count(pot, 0);
  const page = await got(admin.listStockLevels({ query: { limit: '1' } }));
  assert.deepEqual([page.items.length, page.total?.isMore], [1, false]);
  assert.ok((page.total?.count ?? 0) >= 2);
  const next = await got(admin.listStockLevels({ query: { limit: '100', cursor: page.nextCursor } }));
  assert.equal(next.total, undefined);
  assert.equal(next.items.length + 1, page.total?.count);
  const out = await got(admin.listStockLevels({ query: { state: 'out' } }));
  assert.ok(out.items.some(({ item }) => item.variantId === pot));
  const found = await got(admin.listStockLevels({ query: { q: 'cup' } }));
  assert.deepEqual(
    found.items.map(({ item, onHand }) => [item.variantId, onHand]),
    [[cup, 12]],
  );
  const wrong = admin.listStockLevels({ query: { sort: 'most', cursor: page.nextCursor } });
  assert.equal(await codeOf(wrong), 'invalid_cursor');
});

test('movements say who did it', async () => {
  const moves = [{ variantId: cup, locationId: main, quantity: -2 }];
  await got(admin.moveStock({ body: { moves, reason: 'damaged', reference: 'fell' }, ...once() }));
  const { items } = await got(admin.listStockMovements({ query: { variantId: cup, locationId: main } }));
  assert.deepEqual([items[0]?.quantity, items[0]?.reason, items[0]?.onHandAfter], [-2, 'damaged', 10]);
  assert.match(items[0]?.actor ?? '', /^api_key:/);
});

test('goods go from place to place, and what does not come is told', async () => {
  const body = { fromId: main, toId: shop.id, lines: [{ variantId: cup, quantity: 4 }] };
  const { id, number } = await got(admin.createTransfer({ body, ...once() }));
  assert.match(number, /^T-\d+$/);
  const sent = await got(admin.sendTransfer({ params: { id }, ...once() }));
  assert.deepEqual([sent.state, sent.lines[0]?.available], ['sent', 6]);
  const received = { lines: [{ variantId: cup, received: 3 }], missing: 'lost' as const };
  const key = once();
  const closed = await got(admin.receiveTransfer({ params: { id }, body: received, ...key }));
  assert.deepEqual(await got(admin.receiveTransfer({ params: { id }, body: received, ...key })), closed);
  assert.deepEqual([closed.state, closed.missing, closed.received], ['received', 'lost', 3]);
  assert.equal(await codeOf(admin.sendTransfer({ params: { id }, ...once() })), 'wrong_state');
  const listed = await got(admin.listTransfers({ query: { state: ['received'] } }));
  assert.deepEqual(
    listed.items.map((one) => one.id),
    [id],
  );
});

test('a blind count tells what was expected to who reviews it, in money to who may see costs', async () => {
  await count(cup, 10);
  const items = [{ variantId: cup, quantity: 10, valueMinor: 5_000n }];
  const goods = { items, currency: selling.currency, reference: 'delivery', now: NOW };
  await db.transaction().execute((tx) => receiveGoods(tx, goods));
  const body = { locationId: main, name: 'Shelf 7', isBlind: true, variantIds: [cup] };
  const { id } = await got(admin.openStocktake({ body, ...once() }));
  const entries = [{ variantId: cup, quantity: 8 }];
  await got(admin.countItems({ params: { id }, body: { entries }, ...once() }));
  const blind = await got(admin.listStocktakeLines({ params: { id } }));
  assert.deepEqual([blind.items[0]?.counted, blind.items[0]?.expected], [8, undefined]);
  const review = await got(admin.listStocktakeLines({ params: { id }, query: { reveals: 'true' } }));
  assert.deepEqual([review.items[0]?.expected, review.items[0]?.difference], [10, -2]);
  assert.deepEqual(review.items[0]?.worth, { amount: '10.00', currency: 'EUR' });
  const summary = await got(admin.readStocktakeSummary({ params: { id } }));
  assert.deepEqual([summary.short, summary.shortWorth?.amount, summary.withoutCost], [2, '10.00', 0]);
  const moves = [{ variantId: cup, locationId: main, quantity: -1 }];
  await got(admin.moveStock({ body: { moves, reason: 'correction', reference: 'sold' }, ...once() }));
  const done = await got(
    admin.approveStocktake({ params: { id }, body: { uncounted: 'as_they_are' }, ...once() }),
  );
  assert.equal(done.state, 'approved');
  const costs = await readCostLevels(db, [cup], selling.currency);
  assert.deepEqual(costs.get(cup), { quantity: 7n, valueMinor: 3_500n });
  const level = await got(admin.readStock({ query: { variantIds: cup } }));
  assert.equal(level.items.find(({ locationId }) => locationId === main)?.onHand, 7);
});

test('goods are found by what a scanner reads, and rules of low stock are set and taken away', async () => {
  assert.deepEqual((await got(admin.findStockItems({ query: { code: 'nothing' } }))).items, []);
  const rules = await got(admin.saveLowStockRule({ body: { locationId: shop.id, lowStockAt: 9 } }));
  assert.deepEqual(rules.locations, [{ locationId: shop.id, lowStockAt: 9 }]);
  assert.deepEqual((await got(admin.saveLowStockRule({ body: { locationId: shop.id } }))).locations, []);
  const unknown = admin.saveLowStockRule({ body: { locationId: randomUUID() } });
  assert.equal(await codeOf(unknown), 'unknown_location');
});
