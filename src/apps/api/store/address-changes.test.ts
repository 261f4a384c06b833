import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../test/selling/places.ts';
import { expectOk } from '../../../kernel/index.ts';
import {
  grantOrderAccess,
  type OrderId,
  previewAddressChange,
  proposeAddress,
} from '../../../modules/orders/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { STORE_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const world = await openWorld(connection);
const { deps } = world;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const store = makeClient(STORE_API, { origin });

/** What opens an order, as the link of its mail does. */
async function opened(orderId: OrderId) {
  return { order: orderId, token: await transact(db, (tx) => grantOrderAccess(tx, { orderId, now: NOW })) };
}

async function propose(orderId: OrderId): Promise<void> {
  const place = { orderId, address: PLACES.vienna, now: NOW };
  const { after: there } = expectOk(await previewAddressChange(deps, place));
  const agreed = { expectedTotalMinor: there.totalMinor, actor: 'staff' };
  expectOk(await proposeAddress(deps, { ...place, ...agreed }));
}

const by = (methodId: string, token: string) => ({
  payment: { methodId, token, returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/back' },
});

test('whoever holds the link reads what another address costs more, and pays it after a decline', async () => {
  const orderId = await anOrderTo(world);
  const params = await opened(orderId);
  assert.equal(await refusedAs(store.readAddressChange({ params })), 'no_proposal');
  await propose(orderId);
  const asked = await got(store.readAddressChange({ params }));
  assert.deepEqual(
    [asked.isOpen, asked.oldAddress.city, asked.address.city, asked.difference.amount, asked.total.amount],
    [true, 'Berlin', 'Wien', '5.00', '63.90'],
  );
  assert.ok(asked.paymentMethods.length > 0 && asked.paymentMethods.every(({ mode }) => mode !== 'by_hand'));
  const pay = (methodId: string, token = 'tok_visa') =>
    store.payAddressChange({ params, body: by(methodId, token), idempotencyKey: randomUUID() });
  assert.equal(await refusedAs(pay(world.transfer)), 'unknown_payment_method');
  assert.equal(await refusedAs(pay(world.card, 'tok_declined')), 'payment_declined');
  const paid = await got(pay(world.card));
  assert.deepEqual([paid.state, paid.next.kind], ['paid', 'done']);
  const order = await got(store.readOrder({ params }));
  assert.deepEqual([order.shippingAddress?.city, order.due.amount], ['Wien', '63.90']);
  const done = await got(store.readAddressChange({ params }));
  assert.deepEqual([done.state, done.isOpen, done.paymentMethods], ['applied', false, []]);
  assert.equal(await refusedAs(pay(world.card)), 'no_proposal');
});

test('whoever holds the link leaves the address as it is', async () => {
  const orderId = await anOrderTo(world);
  const params = await opened(orderId);
  await propose(orderId);
  const stranger = { ...params, token: (await opened(await anOrderTo(world))).token };
  assert.equal(await refusedAs(store.declineAddressChange({ params: stranger })), 'unknown_order');
  await got(store.declineAddressChange({ params }));
  await got(store.declineAddressChange({ params }));
  assert.equal((await got(store.readAddressChange({ params }))).state, 'declined');
  const body = by(world.card, 'tok_visa');
  const late = store.payAddressChange({ params, body, idempotencyKey: randomUUID() });
  assert.equal(await refusedAs(late), 'no_proposal');
});
