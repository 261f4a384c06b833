import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, localeOf } from '../../../kernel/index.ts';
import {
  addToOrder,
  cancelOrder,
  listOrders,
  type OrderId,
  readOrder,
} from '../../../modules/orders/index.ts';
import { readPayments, saveMethod } from '../../../modules/payments/index.ts';
import { transact } from '../../../platform/database/index.ts';
import type { OrderPage, PayOrderPage } from '../model/index.ts';
import { aCheckout, viewOf } from '../testing/a-checkout.ts';
import { drawnView } from '../testing/a-server.ts';
import { idIn } from '../testing/a-shop.ts';
import { aShopping } from '../testing/a-shopping.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
const { db } = connection;
const { orders } = aShopping(connection);
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

/** A mug that was bought and paid for, and a shirt that staff added: who bought it, and the link to pay for that. */
async function anAddition() {
  const { shopper, answer } = await till.orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  await shopper.get('/checkout/return');
  const orderId = (await listOrders(db, { limit: 1 })).orders[0]?.id;
  assert.ok(orderId);
  const lines = [{ variantId: idIn(till.shop.variants, 'SHIRT-M-BLUE'), quantity: 1 }];
  const now = Temporal.Now.instant();
  const added = expectOk(await addToOrder(orders, { orderId, lines, actor: 'staff', now }));
  const parent = await readOrder(db, orderId);
  assert.ok(parent);
  return { shopper, parent, added, own: `/orders/${added.number}`, link: linkOf(added) };
}

const linkOf = ({ number, accessToken }: { number: string; accessToken: string }) =>
  `/orders/${number}/pay?key=${accessToken}`;
const stateOf = async (id: OrderId) => (await readOrder(db, id))?.state;

async function payPageOf(visitor: Visitor, own: string): Promise<PayOrderPage> {
  const { page } = await viewOf(visitor, `${own}/pay`);
  assert.ok(page.kind === 'pay_order', page.kind);
  return page;
}

async function orderAt(visitor: Visitor, own: string): Promise<OrderPage> {
  const { page } = await viewOf(visitor, own);
  assert.ok(page.kind === 'order', page.kind);
  return page;
}

/** Pays on the page with the card, as far as the bank; comes back with its answer. */
async function payWith(visitor: Visitor, own: string, card: string): Promise<string> {
  const answer = await visitor.post(`${own}/pay`, { payment: till.card });
  await visitor.post(String(answer.headers.location), { card, answer: 'pay' });
  return String((await visitor.get('/checkout/return')).headers.location);
}

test('a pay link shows what was added and what it costs, and pays it at the bank without the visitor’s own cart', async () => {
  const { parent, added, own, link } = await anAddition();
  const visitor = await till.withMug();
  const opened = await visitor.get(link);
  assert.deepEqual([opened.statusCode, opened.headers.location], [303, `${own}/pay`]);
  const shown = await visitor.get(`${own}/pay`);
  assert.equal(shown.body.includes(added.accessToken), false);
  assert.equal(shown.headers['cache-control'], 'private, no-store');
  const page = await payPageOf(visitor, own);
  assert.deepEqual(
    [page.lines[0]?.title, page.belongsTo, page.orderButton],
    ['Linen <Shirt> & Co', `Added to order ${parent.number}`, 'Order with obligation to pay'],
  );
  assert.equal(page.payment.choices.length, 2);
  assert.equal(await payWith(visitor, own, 'success'), `${own}?placed`);
  assert.equal(await stateOf(added.orderId), 'paid');
  const { page: cart } = await viewOf(visitor, '/cart');
  assert.ok(cart.kind === 'cart');
  assert.equal(cart.lines[0]?.title, 'Blue mug');
  assert.equal((await visitor.get(`${own}/pay`)).headers.location, own);
});

test('a card that was declined leads back to the same page, which says so and takes another', async () => {
  const { added, own, link } = await anAddition();
  const visitor = aVisitor(till.server);
  await visitor.get(link);
  assert.equal(await payWith(visitor, own, 'decline'), `${own}/pay`);
  const { status, payment } = await payPageOf(visitor, own);
  assert.equal(status?.kind, 'failed');
  assert.equal(payment.choices.length, 2);
  assert.equal((await orderAt(visitor, own)).actions[0]?.href, `${own}/pay`);
  assert.equal(await payWith(visitor, own, 'success'), `${own}?placed`);
  assert.equal(await stateOf(added.orderId), 'paid');
});

test('a way to pay by hand shows on the order’s page how, and one that is not offered is no way to pay', async () => {
  const titles = new Map([[localeOf('en'), 'Cash on delivery']]);
  const open = { limits: new Map(), marketCodes: [], position: 9, isActive: true, isCapturedAtOnce: false };
  const method = { ...open, titles, provider: 'cash_on_delivery', mode: 'by_hand' } as const;
  const { id } = expectOk(await transact(db, (tx) => saveMethod(tx, method)));
  const { added, own, link } = await anAddition();
  const visitor = aVisitor(till.server);
  await visitor.get(link);
  for (const payment of ['', 'x', '0197a1c0-0000-7000-8000-000000000001']) {
    const refused = await visitor.post(`${own}/pay`, { payment });
    assert.equal(refused.statusCode, 422);
    const { page } = drawnView(refused.body);
    assert.ok(page.kind === 'pay_order' && page.problems.length === 1 && page.payment.problem !== undefined);
  }
  assert.equal((await readPayments(db, added.orderId)).length, 0);
  const answer = await visitor.post(`${own}/pay`, { payment: id });
  assert.equal(answer.headers.location, `${own}?placed`);
  assert.equal(await stateOf(added.orderId), 'authorized');
  await transact(db, (tx) => saveMethod(tx, { ...method, id, isActive: false }));
});

test('its buyer finds it from the order it belongs to, and nobody else finds either', async () => {
  const { shopper, parent, added, own, link } = await anAddition();
  const [linked] = (await orderAt(shopper, `/orders/${parent.number}`)).linked;
  assert.deepEqual(
    [linked?.title, linked?.state, linked?.link.href],
    [`Added later: order ${added.number}`, 'pending_payment', `${own}/pay`],
  );
  assert.equal((await payPageOf(shopper, own)).number, added.number);
  const stranger = aVisitor(till.server);
  const foreign = (await anAddition()).link;
  await stranger.get(foreign);
  for (const path of [`${own}/pay`, own, `/orders/${parent.number}`]) {
    const answer = await stranger.get(path);
    assert.match(String(answer.headers.location), /sign-in/, path);
  }
  assert.match(
    String((await stranger.post(`${own}/pay`, { payment: till.card })).headers.location),
    /sign-in/,
  );
  assert.equal((await stranger.get(link.replace(/key=.*/, `key=${'x'.repeat(43)}`))).statusCode, 404);
  assert.equal((await readPayments(db, added.orderId)).length, 0);
});

test('an order that was let go leads from its pay page to its own, which says so', async () => {
  const { added, own, link } = await anAddition();
  const about = { orderId: added.orderId, reason: 'merchant', actor: 'staff' } as const;
  expectOk(await cancelOrder(orders, { ...about, now: Temporal.Now.instant() }));
  const visitor = aVisitor(till.server);
  await visitor.get(link);
  assert.equal((await visitor.get(`${own}/pay`)).headers.location, own);
  assert.equal((await visitor.post(`${own}/pay`, { payment: till.card })).headers.location, own);
  assert.equal((await orderAt(visitor, own)).stateText, 'Cancelled');
});
