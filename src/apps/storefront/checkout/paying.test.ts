import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { ADA, aCheckout, checkoutOf, filled, viewOf } from '../testing/a-checkout.ts';
import { drawnView } from '../testing/a-server.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

test('a guest fills in one page, orders, pays at the bank and has an order of their own', async () => {
  const visitor = await till.withMug();
  const first = checkoutOf(await viewOf(visitor));
  const updated = await visitor.post('/checkout', filled(first, { ...ADA, do: 'update' }));
  const page = checkoutOf(drawnView(updated.body));
  assert.deepEqual(page.problems, []);
  const ordered = await visitor.post(
    '/checkout',
    filled(page, { terms: page.terms.version, payment: till.card, do: 'order' }),
  );
  assert.match(String(ordered.headers.location), /^\/test-payments\//, ordered.body.slice(0, 3000));
  const paid = await visitor.post(String(ordered.headers.location), { card: 'success', answer: 'pay' });
  assert.equal(paid.headers.location, '/checkout/return');
  const back = await visitor.get('/checkout/return');
  const own = String(back.headers.location);
  assert.match(own, /^\/orders\/\d+\?placed$/);
  const view = await viewOf(visitor, own);
  assert.ok(view.page.kind === 'order');
  assert.equal(view.page.headline, 'Thank you, Ada');
  assert.equal(visitor.cookies.has('cart'), false);
  assert.equal((await aVisitor(till.server).get(own)).statusCode, 303);
});

test('a declined payment brings the shopper back to the page with the reason, and the next one succeeds', async () => {
  const { shopper, answer } = await till.orderedWith();
  const bank = String(answer.headers.location);
  await shopper.post(bank, { card: 'insufficient_funds', answer: 'pay' });
  const back = await shopper.get('/checkout/return');
  assert.equal(back.headers.location, '/checkout');
  const page = checkoutOf(await viewOf(shopper));
  assert.match(page.status?.text ?? '', /does not cover/);
  const again = await shopper.post('/checkout', filled(page, { terms: page.terms.version, do: 'order' }));
  const second = String(again.headers.location);
  assert.notEqual(second, bank);
  await shopper.post(second, { card: 'success', answer: 'pay' });
  assert.match(String((await shopper.get('/checkout/return')).headers.location), /^\/orders\//);
});

test('a return address that claims success pays for nothing', async () => {
  const { shopper } = await till.orderedWith();
  for (const query of ['', '?status=succeeded', '?paid=1&state=captured']) {
    const back = await shopper.get(`/checkout/return${query}`);
    const view = await viewOf(shopper, String(back.headers.location));
    assert.ok(view.page.kind === 'order');
    assert.equal(view.page.isUnpaid, true, query);
  }
  const stranger = aVisitor(till.server);
  assert.equal((await stranger.get('/checkout/return?status=succeeded')).headers.location, '/cart');
});

test('the bank may ask whether it is you, and no means no', async () => {
  const { shopper, answer } = await till.orderedWith();
  const bank = String(answer.headers.location);
  const asked = await shopper.post(bank, { card: 'challenge', answer: 'pay' });
  const { page } = drawnView(asked.body);
  assert.ok(page.kind === 'test_payment' && page.step === 'challenge');
  await shopper.post(bank, { answer: 'refuse' });
  await shopper.get('/checkout/return');
  assert.match(checkoutOf(await viewOf(shopper)).status?.text ?? '', /not confirmed/);
});

test('a total that is another one than the page showed is not charged', async () => {
  const { answer } = await till.sentWith({ expected_total: '1' });
  assert.equal(answer.statusCode, 422);
  const page = checkoutOf(drawnView(answer.body));
  assert.match(page.problems[0]?.text ?? '', /changed to €/);
});

test('who pays on delivery has an order at once, and the cart is empty', async () => {
  const visitor = await till.withMug();
  const page = checkoutOf(await viewOf(visitor));
  const cash = page.payment.choices.find(({ title }) => title === 'Cash on delivery');
  const { answer } = await till.orderedWith({ payment: cash?.value ?? '' }, visitor);
  assert.match(String(answer.headers.location), /^\/orders\/\d+\?placed/, answer.body.slice(0, 500));
  assert.equal(visitor.cookies.has('cart'), false);
});

test('an order opens by its key once, by its cookie then, and to nobody else', async () => {
  const { shopper, answer } = await till.orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  const own = String((await shopper.get('/checkout/return')).headers.location).replace('?placed', '');
  const [, key = ''] = /\.([\w-]+)/.exec(shopper.cookies.get('orders') ?? '') ?? [];
  const friend = aVisitor(till.server);
  const exchanged = await friend.get(`${own}?key=${key}`);
  assert.deepEqual([exchanged.statusCode, exchanged.headers.location], [303, own]);
  assert.equal((await friend.get(own)).statusCode, 200);
  const other = await till.orderedWith();
  const strangers: readonly [string, Visitor][] = [
    [own, aVisitor(till.server)],
    [own, other.shopper],
    [`${own}?key=${'x'.repeat(32)}`, aVisitor(till.server)],
    ['/orders/999999', aVisitor(till.server)],
  ];
  for (const [url, visitor] of strangers) {
    const { statusCode, body } = await visitor.get(url);
    assert.ok(statusCode === 303 || statusCode === 404, url);
    assert.doesNotMatch(body, /Lovelace/);
  }
});

test('a webhook without a right signature changes nothing, whoever sends it', async () => {
  const { shopper } = await till.orderedWith();
  const own = String((await shopper.get('/checkout/return')).headers.location);
  for (const [provider, status] of [
    ['test', 400],
    ['nobody', 404],
  ] as const) {
    const url = `/webhooks/payments/${provider}`;
    const headers = { 'content-type': 'application/json', 'webhook-signature': 'v1,AAAA' };
    const answer = await till.server.inject({
      method: 'POST',
      url,
      headers,
      payload: '{"type":"payment.captured"}',
    });
    assert.equal(answer.statusCode, status);
  }
  const { page } = await viewOf(shopper, own);
  assert.ok(page.kind === 'order' && page.isUnpaid);
});
