import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import {
  exchangePieces,
  listOrders,
  type OrderId,
  readOrder,
  removePieces,
  withdraw,
} from '../../../modules/orders/index.ts';
import { readAllMethods } from '../../../modules/payments/index.ts';
import type { OrderPage } from '../model/index.ts';
import { aCheckout, viewOf } from '../testing/a-checkout.ts';
import { deliverNewest } from '../testing/a-delivery.ts';
import { idIn } from '../testing/a-shop.ts';
import { aShopping } from '../testing/a-shopping.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
const { db } = connection;
const { orders } = aShopping(connection);
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection, { ...aShopping(connection), withdraw });
});

after(() => till.server.close());

async function orderAt(visitor: Visitor, own: string): Promise<OrderPage> {
  const { page } = await viewOf(visitor, own);
  assert.ok(page.kind === 'order', page.kind);
  return page;
}

/** A mug that was paid and delivered. */
async function aDelivery() {
  const { shopper, answer } = await till.orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  await shopper.get('/checkout/return');
  const { orderId, number } = await deliverNewest(db);
  return { shopper, orderId, own: `/orders/${number}` };
}

async function firstLineOf(orderId: OrderId) {
  const line = (await readOrder(db, orderId))?.lines[0];
  assert.ok(line);
  return line;
}

const withdrawIn = ({ actions }: OrderPage) => actions.some(({ href }) => href.startsWith('/withdraw'));
const amount = (money: { readonly decimal: string }) => Number(money.decimal);

test('withdrawing is offered until the last day is over, and is gone with a word about it then', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const fresh = await orderAt(shopper, own);
  assert.equal(withdrawIn(fresh), true);
  assert.match(fresh.withdrawal ?? '', /^You may withdraw until the end of \w+ \d/);
  await sql`update orders.fulfilment set shipped_at = now() - interval '20 days',
    delivered_at = now() - interval '18 days' where order_id = ${orderId}`.execute(db);
  const late = await orderAt(shopper, own);
  assert.equal(withdrawIn(late), false);
  assert.match(late.withdrawal ?? '', /^The time to withdraw ended on \w+ \d/);
  const { page } = await viewOf(shopper, `${own}/return`);
  assert.ok(page.kind === 'return');
  assert.equal(page.withdraw, undefined);
});

test('what was taken off an order that is paid at the door stands in its sum, which adds up', async () => {
  const cash = (await readAllMethods(db)).find(({ provider }) => provider === 'cash_on_delivery');
  assert.ok(cash);
  const visitor = await till.withMug();
  const variant = idIn(till.shop.variants, 'SHIRT-M-BLUE');
  await visitor.post('/cart', { do: 'add', variant, quantity: '1' });
  await till.orderedWith({ payment: cash.id }, visitor);
  const [placed] = (await listOrders(db, { limit: 1 })).orders;
  assert.ok(placed);
  const lines = [{ lineId: (await firstLineOf(placed.id)).id, quantity: 1 }];
  const about = { orderId: placed.id, actor: 'staff', now: Temporal.Now.instant() };
  expectOk(await removePieces(orders, { ...about, lines }));
  const { totals, payments, steps } = await orderAt(visitor, `/orders/${placed.number}`);
  assert.deepEqual([payments[0]?.title, steps[1]?.title], ['Cash on delivery', 'Confirmed']);
  const taken = totals.rows.find(({ label }) => label === 'Taken off');
  assert.ok(taken && amount(taken.amount) < 0);
  const sum = totals.rows.reduce((all, row) => all + amount(row.amount), 0);
  assert.equal(sum.toFixed(2), amount(totals.total.amount).toFixed(2));
});

test('an exchange stands on the page of both orders, with what is to be done for it', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const { id: lineId } = await firstLineOf(orderId);
  const made = expectOk(
    await exchangePieces(orders, {
      ...{ orderId, actor: 'staff', now: Temporal.Now.instant(), sends: 'on_receipt' },
      returned: [{ lineId, quantity: 1, reason: 'wrong_size' }],
      wanted: [{ variantId: idIn(till.shop.variants, 'SHIRT-M-BLUE'), quantity: 1 }],
    }),
  );
  const page = await orderAt(shopper, own);
  assert.deepEqual(
    page.linked.map(({ title, text, state }) => [title, text, state]),
    [[`In exchange: order ${made.number}`, 'It goes out once your things have arrived', 'pending_payment']],
  );
  const other = await orderAt(shopper, `/orders/${made.number}`);
  assert.equal(other.belongsTo, `In exchange for things of order ${own.slice('/orders/'.length)}`);
  const back = other.totals.rows.find(({ label }) => label === 'What you send back');
  assert.equal(back?.amount.decimal, `-${page.lines[0]?.total.decimal}`);
});

test('what a guest ordered is in the account on the first page after signing in', async () => {
  const { own } = await aDelivery();
  const visitor = aVisitor(till.server);
  const asked = { email: 'ada@example.org', next: '' };
  await visitor.post('/account/sign-in', { do: 'send', ...asked });
  const { rows } = await sql<{ code: string }>`
    select payload -> 'mailModel' ->> 'code' as code from platform.outbox
    where topic = 'customers.code_requested' order by id desc limit 1`.execute(db);
  await visitor.post('/account/sign-in', { do: 'confirm', ...asked, code: rows[0]?.code ?? '' });
  const { page } = await viewOf(visitor, '/account');
  assert.ok(page.kind === 'account' && page.section.name === 'orders');
  assert.ok(page.section.orders.some(({ href }) => href === own));
  assert.equal((await orderAt(visitor, own)).number, own.slice('/orders/'.length));
});
