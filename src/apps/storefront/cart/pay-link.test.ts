import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, localeOf } from '../../../kernel/index.ts';
import { createCart } from '../../../modules/carts/index.ts';
import { draftOrder, readDrafts } from '../../../modules/orders/index.ts';
import type { CartPage, PayLinkPage } from '../model/index.ts';
import { aCheckout, viewOf } from '../testing/a-checkout.ts';
import { drawnView } from '../testing/a-server.ts';
import { EUR, idIn } from '../testing/a-shop.ts';
import { aShopping } from '../testing/a-shopping.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
const { orders } = aShopping(connection);
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

/** Two mugs that staff put together for Ada; the key of their pay link. */
async function aDraft(): Promise<string> {
  const now = Temporal.Now.instant();
  const lines = [{ variantId: idIn(till.shop.variants, 'MUG'), quantity: 2 }];
  const place = { market: 'eu', locale: localeOf('en'), currency: EUR };
  const details = { email: 'ada@example.org' };
  return expectOk(await draftOrder(orders, { ...place, lines, details, actor: 'staff', now })).payToken;
}

async function payLinkOf(visitor: Visitor): Promise<PayLinkPage> {
  const { page } = await viewOf(visitor, '/pay');
  assert.ok(page.kind === 'pay_link', page.kind);
  return page;
}

async function cartOf(visitor: Visitor): Promise<CartPage> {
  const { page } = await viewOf(visitor, '/cart');
  assert.ok(page.kind === 'cart', page.kind);
  return page;
}

test('a pay link leads to the checkout with what was put together, and gives the visitor their own cart back then', async () => {
  const key = await aDraft();
  const visitor = await till.withMug('SHIRT-M-BLUE');
  const opened = await visitor.get(`/pay?key=${key}`);
  assert.deepEqual([opened.statusCode, opened.headers.location], [303, '/pay']);
  const shown = await visitor.get('/pay');
  assert.deepEqual(
    [shown.headers['cache-control'], shown.headers['x-robots-tag']],
    ['private, no-store', 'noindex'],
  );
  assert.equal(shown.body.includes(key), false);
  const link = await payLinkOf(visitor);
  assert.deepEqual([link.state, link.lines[0]?.title, link.lines[0]?.quantity], ['open', 'Blue mug', 2]);
  assert.match(link.ownCart ?? '', /one thing in your own cart/);
  assert.equal((await cartOf(visitor)).lines[0]?.title, 'Linen <Shirt> & Co');
  assert.equal((await visitor.post('/pay', {})).headers.location, '/checkout');
  const { answer } = await till.orderedWith({}, visitor);
  await visitor.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  const own = String((await visitor.get('/checkout/return')).headers.location);
  const { page } = await viewOf(visitor, own);
  assert.ok(page.kind === 'order');
  assert.deepEqual(
    page.lines.map(({ title, quantity }) => [title, quantity]),
    [['Blue mug', 2]],
  );
  const [draft] = await readDrafts(connection.db, { limit: 1 });
  assert.ok(draft?.orderId);
  const back = await cartOf(visitor);
  assert.deepEqual([back.lines[0]?.title, back.status], ['Linen <Shirt> & Co', undefined]);
  assert.equal(visitor.cookies.get('cart_items'), '1');
  await visitor.get(`/pay?key=${key}`);
  assert.equal((await payLinkOf(visitor)).state, 'ordered');
});

test('who would rather go on with their own cart gets it back from the cart’s page', async () => {
  const visitor = await till.withMug('SHIRT-M-BLUE');
  await visitor.get(`/pay?key=${await aDraft()}`);
  await visitor.post('/pay', {});
  const { status, lines } = await cartOf(visitor);
  assert.deepEqual([lines[0]?.title, status?.undo?.label], ['Blue mug', 'Back to my own cart']);
  await visitor.post(status?.undo?.action ?? '', status?.undo?.fields ?? {});
  assert.equal((await cartOf(visitor)).lines[0]?.title, 'Linen <Shirt> & Co');
});

test('a shopper’s own cart, a draft that was taken back and an invented key have one answer', async () => {
  const taken = await aDraft();
  await sql`update orders.draft set cancelled_at = now() where id = (select max(id::text)::uuid from orders.draft)`.execute(
    connection.db,
  );
  const place = { market: 'eu', locale: localeOf('en'), currency: EUR, now: Temporal.Now.instant() };
  const { token: foreign } = await createCart(orders, place);
  for (const key of [taken, foreign, 'x'.repeat(32), '', "'; drop table"]) {
    const visitor = aVisitor(till.server);
    await visitor.get(`/pay?key=${encodeURIComponent(key)}`);
    const answer = await visitor.get('/pay');
    const { page } = drawnView(answer.body);
    assert.ok(page.kind === 'pay_link');
    assert.deepEqual([answer.statusCode, page.state, page.lines], [404, 'gone', []], key);
    assert.equal((await visitor.post('/pay', {})).headers.location, '/pay');
    assert.equal(visitor.cookies.get('cart'), undefined);
  }
});
