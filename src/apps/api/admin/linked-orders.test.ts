import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { defaultLocation } from '../../../modules/inventory/index.ts';
import { fulfilOrder, type OrderId, readOrder } from '../../../modules/orders/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { STORE_API } from '../index.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const shop = makeClient(STORE_API, { origin });
const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };

/** Two cups at 12.00, paid; handed over where it says so. */
async function anOrder({ isSent = false } = {}) {
  const cart = await aReadyCart(selling, { variantId: cup, quantity: 2 });
  const placed = expectOk(await order(selling, cart));
  const { orderId: id } = placed;
  if (isSent)
    expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId: id, actor: 'staff', now: NOW })));
  const lineId = (await readOrder(db, id))?.lines[0]?.id ?? '';
  return { ...placed, params: { id }, lineId };
}

type Made = { readonly number: string; readonly accessToken: string };
const opened = ({ number, accessToken }: Made) => ({ order: number, token: accessToken });
const pay = (made: Made, methodId: string = selling.card) =>
  shop.payOrder({
    ...{ params: opened(made), ...once() },
    body: { payment: { methodId, token: 'tok_visa', ...urls } },
  });
const stateOf = async (id: string) => (await got(admin.readOrder({ params: { id } }))).state;

test('goods are added to an order, and paid by the link that only the answer holds', async () => {
  const first = await anOrder();
  const add = (quantity: number) => {
    const body = { lines: [{ variantId: pot, quantity }] };
    return admin.addToOrder({ params: first.params, body, ...once() });
  };
  assert.equal(await refusedAs(add(500)), 'out_of_stock');
  const added = await got(add(1));
  assert.equal(added.due.amount, '30.00');
  const ways = await got(shop.listOrderPaymentMethods({ params: opened(added) }));
  assert.ok(ways.items.some(({ id }) => id === selling.card));
  const crossed = { number: first.number, accessToken: added.accessToken };
  assert.equal(await refusedAs(pay(crossed)), 'unknown_order');
  assert.equal(await refusedAs(pay(added, 'no such way')), 'unknown_payment_method');
  const paid = await got(pay(added));
  assert.deepEqual([paid.orderId, paid.state, paid.next.kind], [added.orderId, 'paid', 'done']);
  assert.equal((await got(pay(added))).state, 'paid');
  const linked = [{ orderId: added.orderId, number: added.number, kind: 'addition', state: 'paid' }];
  assert.deepEqual((await got(admin.listLinkedOrders({ params: first.params }))).items, linked);
  assert.deepEqual((await got(shop.listLinkedOrders({ params: opened(first) }))).items, linked);
});

async function anExchange() {
  const first = await anOrder({ isSent: true });
  const made = await got(
    admin.exchangePieces({
      ...{ params: first.params, ...once() },
      body: {
        returned: [{ lineId: first.lineId, quantity: 1, reason: 'wrong_size' }],
        ...{ wanted: [{ variantId: pot, quantity: 1 }], sends: 'on_receipt' },
      },
    }),
  );
  const [listed] = (await got(admin.listExchanges({ params: first.params }))).items;
  return { first, made, listed, params: { ...first.params, exchangeId: made.exchangeId } };
}

test('pieces are exchanged: they pay what they cost, and the exchange is finished once they came', async () => {
  const { first, made, listed, params } = await anExchange();
  assert.deepEqual([made.due.amount, listed?.credit.amount, listed?.state], ['18.00', '12.00', 'open']);
  await got(pay(made));
  const finish = (forgivesMissing = false) =>
    admin.finishExchange({ params, body: { forgivesMissing }, ...once() });
  assert.equal(await refusedAs(finish()), 'not_received');
  const { id: locationId } = await defaultLocation(db);
  await got(
    admin.receiveReturn({
      ...{ params: { ...first.params, returnId: listed?.returnId ?? '' }, ...once() },
      body: { locationId, lines: [{ lineId: first.lineId, sellableQuantity: 0 }] },
    }),
  );
  assert.equal(await refusedAs(finish()), 'pieces_missing');
  assert.deepEqual(await got(finish(true)), { ...listed, state: 'done' });
  assert.equal(await refusedAs(finish(true)), 'not_possible_in_this_state');
});

test('an exchange of which nothing came is called off with its order', async () => {
  const { made, listed, params } = await anExchange();
  const other = { ...params, id: (await anOrder()).orderId };
  assert.equal(await refusedAs(admin.cancelExchange({ params: other, ...once() })), 'unknown_exchange');
  const cancelled = await got(admin.cancelExchange({ params, ...once() }));
  assert.deepEqual(cancelled, { ...listed, state: 'cancelled' });
  assert.equal(await stateOf(made.orderId), 'cancelled');
});

test('an order that is sent for nothing more is refused by the name of its state', async () => {
  const first = await anOrder();
  const id: OrderId = first.orderId;
  await got(admin.cancelOrder({ params: { id }, body: { reason: 'merchant' }, ...once() }));
  const body = { lines: [{ variantId: pot, quantity: 1 }] };
  assert.equal(
    await refusedAs(admin.addToOrder({ params: { id }, body, ...once() })),
    'not_possible_in_this_state',
  );
});
