import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { defaultLocation } from '../../../modules/inventory/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const once = () => ({ idempotencyKey: randomUUID() });

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}

test('a product is made by its handle, and the same again changes nothing', async () => {
  const body = { title: 'Bowl', status: 'active' as const, variants: [{ optionValues: [], sku: 'bowl' }] };
  const save = () => got(admin.saveProduct({ params: { handle: 'bowl' }, body }));
  const made = await save();
  assert.equal(made.outcome, 'created');
  assert.equal((await save()).outcome, 'unchanged');
  const read = await got(admin.readProduct({ params: { id: made.id } }));
  assert.deepEqual([read.title, read.variants[0]?.sku], ['Bowl', 'bowl']);
  const taken = await admin.saveProduct({
    params: { handle: 'other' },
    body: { title: 'Other', variants: [{ optionValues: [], sku: 'bowl' }] },
  });
  assert.deepEqual([taken.status, taken.ok ? '' : taken.problem.code], [409, 'sku_taken']);
  assert.equal((await got(admin.archiveProduct({ params: { id: made.id } }))).isArchived, true);
});

test('all products by cursor, each once', async () => {
  const handles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await got(admin.listProducts({ query: { limit: '2', cursor } }));
    handles.push(...page.items.map(({ handle }) => handle));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  assert.deepEqual([...new Set(handles)].length, handles.length);
  assert.ok(['cup', 'pot', 'spoon'].every((handle) => handles.includes(handle)));
});

test('prices and stock: what cannot be is told with its place, the others go in', async () => {
  const price = { amount: '13.00', currency: 'EUR' };
  const set = await got(
    admin.setPrices({
      body: {
        prices: [
          { variantId: cup, price },
          { variantId: randomUUID(), price },
        ],
      },
    }),
  );
  assert.deepEqual(
    [set.changed, set.refused.map(({ index, code }) => [index, code])],
    [[cup], [[1, 'unknown_variant']]],
  );
  const prices = await got(admin.readPrices({ query: { variantIds: cup } }));
  assert.deepEqual(prices.items, [{ variantId: cup, price }]);
  const { id: locationId } = await defaultLocation(db);
  const counts = [{ variantId: pot, locationId, onHand: 42 }];
  await got(admin.countStock({ body: { counts, reference: 'shelf 7' } }));
  const moves = [{ variantId: pot, locationId, quantity: -50 }];
  const below = await admin.moveStock({ body: { moves, reason: 'damaged', reference: 'flood' }, ...once() });
  assert.deepEqual([below.status, below.ok ? '' : below.problem.code], [409, 'would_go_below_zero']);
  const levels = await got(admin.readStock({ query: { variantIds: pot } }));
  assert.equal(levels.items[0]?.onHand, 42);
});

test('a promotion with codes; what is wrong in it is named', async () => {
  const promotion = {
    ...{ name: 'Spring', trigger: 'code', lane: 2, limits: {} },
    benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
  };
  const { id } = await got(admin.createPromotion({ body: { promotion }, ...once() }));
  const { codes } = await got(admin.makeCodes({ params: { id }, body: { count: 3 }, ...once() }));
  assert.equal(new Set(codes).size, 3);
  assert.ok((await got(admin.listPromotions({}))).items.some((one) => one.id === id));
  const wrong = { ...promotion, benefits: [{ ...promotion.benefits[0], rateMillionths: -1 }] };
  const refused = await admin.changePromotion({ params: { id }, body: { promotion: wrong } });
  assert.deepEqual(
    [refused.status, refused.ok ? '' : refused.problem.field],
    [422, 'benefits[0].rateMillionths'],
  );
  assert.equal((await got(admin.removePromotion({ params: { id } }))).isRemoved, true);
});

test('an order is found, noted, captured once and cancelled; the books show it', async () => {
  const cart = await aReadyCart(selling, { variantId: cup, quantity: 1 });
  const { orderId: id, number } = expectOk(await order(selling, cart, { methodId: selling.heldCard }));
  const found = await got(admin.listOrders({ query: { number } }));
  assert.deepEqual(
    found.items.map((row) => [row.id, row.state]),
    [[id, 'authorized']],
  );
  await got(admin.addNote({ params: { id }, body: { text: 'called' }, ...once() }));
  const amount = { amount: '5.00', currency: 'EUR' };
  const capture = () =>
    admin.capturePayment({ params: { id }, body: { key: 'parcel 1', amount }, ...once() });
  const [first, second] = [await got(capture()), await capture()];
  assert.ok(first.state.length > 0 && second.status < 500);
  const payments = await got(admin.readOrderPayments({ params: { id } }));
  assert.equal(payments.items[0]?.captured.amount, '5.00');
  const jpy = { amount: '5', currency: 'JPY' };
  const other = await admin.capturePayment({ params: { id }, body: { key: 'x', amount: jpy }, ...once() });
  assert.deepEqual([other.status, other.ok ? '' : other.problem.code], [422, 'other_currency']);
  const timeline = await got(admin.readTimeline({ params: { id } }));
  const note = timeline.items.find(({ kind }) => kind === 'note');
  assert.match(note?.actor ?? '', /^api_key:/);
  const cancelled = await got(admin.cancelOrder({ params: { id }, body: { reason: 'merchant' }, ...once() }));
  assert.equal(cancelled.state, 'cancelled');
  const balance = await got(admin.readTrialBalance({}));
  const sum = balance.items.reduce((all, { balance: one }) => all + Math.round(Number(one.amount) * 100), 0);
  assert.equal(sum, 0);
  const page = await got(admin.readJournal({ query: { limit: '1' } }));
  const next = await got(admin.readJournal({ query: { limit: '1', cursor: page.nextCursor } }));
  assert.notEqual(next.items[0]?.id, page.items[0]?.id);
});

test('a paid order is handed over, refunded once however often it is asked, and its return announced', async () => {
  const cart = await aReadyCart(selling, { variantId: pot, quantity: 2 });
  const { orderId: id } = expectOk(await order(selling, cart));
  const read = await got(admin.readOrder({ params: { id } }));
  const lineId = read.lines[0]?.id ?? '';
  const parcel = await got(admin.fulfilOrder({ params: { id }, body: { carrier: 'DHL' }, ...once() }));
  const body = { fulfilmentId: parcel.id };
  assert.equal((await got(admin.deliverFulfilment({ params: { id }, body, ...once() }))).isDelivered, true);
  const sent = {
    params: { id },
    body: { lines: [{ lineId, quantity: 1 }], reason: 'late' },
    idempotencyKey: randomUUID(),
  };
  const [first, again] = [await got(admin.refundOrder(sent)), await got(admin.refundOrder(sent))];
  assert.deepEqual(again, first);
  const refunds = await got(admin.listRefunds({ params: { id } }));
  assert.deepEqual(
    refunds.items.map(({ state, amount }) => [state, amount.amount]),
    [['done', '30.00']],
  );
  const lines = [{ lineId, quantity: 3, reason: 'faulty' as const }];
  const tooMany = await admin.requestReturn({ params: { id }, body: { lines }, ...once() });
  assert.deepEqual([tooMany.status, tooMany.ok ? '' : tooMany.problem.code], [409, 'more_than_handed_over']);
  const one = [{ lineId, quantity: 1, reason: 'faulty' as const }];
  const announced = await got(admin.requestReturn({ params: { id }, body: { lines: one }, ...once() }));
  assert.equal(announced.number, 1);
  assert.equal((await admin.listFulfilments({ params: { id: randomUUID() } })).status, 404);
  const { items } = await got(admin.listFulfilments({ params: { id } }));
  assert.deepEqual([items[0]?.carrier, items[0]?.deliveredAt !== undefined], ['DHL', true]);
});

test('a gift card’s code is told once, also to who repeats the request, and never listed', async () => {
  const body = { amount: { amount: '25.00', currency: 'EUR' } };
  const sent = { body, idempotencyKey: randomUUID() };
  const [first, again] = [await got(admin.issueGiftCard(sent)), await got(admin.issueGiftCard(sent))];
  assert.deepEqual(again, first);
  const card = await got(admin.readGiftCard({ params: { id: first.id } }));
  assert.deepEqual([card.balance.amount, card.last4], ['25.00', first.last4]);
  await got(admin.disableGiftCard({ params: { id: first.id }, body: { isDisabled: true } }));
  assert.equal((await admin.readGiftCard({ params: { id: first.id } })).status, 404);
});
