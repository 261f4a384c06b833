import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aCode, aGiftCard } from '../../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS } from '../../../../test/selling/shopper.ts';
import { defaultLocation, setOnHand } from '../../../modules/inventory/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { STORE_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), {
  now: () => NOW,
  shopping: shoppingWith(selling.deps),
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());

const shop = makeClient(STORE_API, { origin });
type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

/** The value, or an error that says what was refused. */
async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}

const once = () => ({ idempotencyKey: randomUUID() });
const beginCart = async () => (await got(shop.createCart({ body: {}, ...once() }))).token;
const add = (token: string, variantId: string, quantity: number) =>
  shop.addLine({ params: { token }, body: { variantId, quantity }, ...once() });
const say = (token: string) =>
  shop.setDetails({ params: { token }, body: { email: 'ada@example.org', shippingAddress: ADDRESS } });

async function aReadyCart(): Promise<string> {
  const token = await beginCart();
  await got(add(token, cup, 2));
  const cart = await got(say(token));
  const deliveryOptionId = cart.deliveryOptions[0]?.id ?? '';
  await got(shop.setDetails({ params: { token }, body: { deliveryOptionId } }));
  return token;
}

const checkout = (token: string, change: object = {}, methodId: string = selling.card) => {
  const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
  const payment = { methodId, token: 'tok_visa', ...urls };
  return shop.checkout({
    params: { token },
    body: { payment, terms: { version: '2026-01' }, ...change },
    ...once(),
  });
};

test('a shopper’s program buys: cart, address, delivery, payment, order', async () => {
  const token = await beginCart();
  const { lines } = await got(add(token, cup, 2));
  assert.deepEqual(
    lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [[cup, 2]],
  );
  const empty = await got(shop.readCart({ params: { token } }));
  assert.deepEqual([empty.isEstimate, empty.missing], [true, ['email', 'shipping_address', 'delivery']]);
  const said = await got(say(token));
  assert.deepEqual(
    said.deliveryOptions.map(({ name, price }) => [name, price.amount]),
    [['Standard', '4.90']],
  );
  const deliveryOptionId = said.deliveryOptions[0]?.id ?? '';
  const cart = await got(shop.setDetails({ params: { token }, body: { deliveryOptionId } }));
  assert.deepEqual(cart.missing, []);
  assert.deepEqual(cart.totals.total, { amount: '28.90', currency: 'EUR' });
  assert.deepEqual(
    cart.taxes.map(({ rate, tax }) => [rate, tax.amount]),
    [['0.19', '4.61']],
  );
  const methods = await got(shop.listPaymentMethods({ params: { token } }));
  assert.ok(methods.items.some(({ id }) => id === selling.card));
  const placed = await got(checkout(token, { expectedTotal: cart.totals.total }));
  assert.deepEqual([placed.state, placed.next], ['paid', { kind: 'done' }]);
  const order = await got(shop.readOrder({ params: { order: placed.number, token: placed.accessToken } }));
  assert.deepEqual(
    [order.state, order.totals.total.amount, order.captured.amount],
    ['paid', '28.90', '28.90'],
  );
  const paid = await got(shop.readPayments({ params: { order: placed.orderId, token: placed.accessToken } }));
  assert.deepEqual([paid.state, paid.items[0]?.state], ['paid', 'captured']);
});

test('a repeated checkout is the same order, with its key and without', async () => {
  const token = await aReadyCart();
  const key = randomUUID();
  const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
  const body = {
    payment: { methodId: selling.card, token: 'tok_visa', ...urls },
    terms: { version: '2026-01' },
  };
  const sent = { params: { token }, body, idempotencyKey: key };
  const [first, again] = [await got(shop.checkout(sent)), await got(shop.checkout(sent))];
  assert.deepEqual(again, first);
  const other = await got(shop.checkout({ ...sent, idempotencyKey: randomUUID() }));
  assert.equal(other.orderId, first.orderId);
});

test('what the client says of amounts is only compared', async () => {
  const token = await aReadyCart();
  const refused = await checkout(token, { expectedTotal: { amount: '0.01', currency: 'EUR' } });
  assert.deepEqual([refused.status, refused.ok ? '' : refused.problem.code], [409, 'total_changed']);
  const currency = await checkout(token, { expectedTotal: { amount: '28.90', currency: 'JPY' } });
  assert.equal(currency.status, 422);
});

test('a declined card, terms not accepted and a way to pay that is none are refused by name', async () => {
  const token = await aReadyCart();
  const codeOf = async (answer: ReturnType<typeof checkout>) => {
    const received = await answer;
    return received.ok ? 'ok' : received.problem.code;
  };
  assert.equal(await codeOf(checkout(token, {}, randomUUID())), 'unknown_payment_method');
  assert.equal(await codeOf(checkout(token, { payment: undefined })), 'payment_needed');
  const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
  const declined = { methodId: selling.card, token: 'tok_declined', ...urls };
  assert.equal(await codeOf(checkout(token, { payment: declined })), 'payment_declined');
  assert.equal((await got(checkout(token))).state, 'paid');
});

test('a card number in a field that is none for it is refused and not repeated', async () => {
  const token = await beginCart();
  const note = 'my card is 4242 4242 4242 4242';
  const refused = await shop.setDetails({ params: { token }, body: { note } });
  assert.ok(!refused.ok);
  assert.deepEqual([refused.status, refused.problem.field], [422, 'note']);
  assert.ok(!JSON.stringify(refused.problem).includes('4242'));
});

test('every problem of an address is named, and nothing of it is kept', async () => {
  const token = await beginCart();
  const shippingAddress = { ...ADDRESS, postalCode: '1', city: '' };
  const refused = await shop.setDetails({ params: { token }, body: { email: 'nobody', shippingAddress } });
  assert.ok(!refused.ok);
  assert.deepEqual(refused.problem.errors?.map(({ field }) => field).toSorted(), [
    'email',
    'shippingAddress.city',
    'shippingAddress.postalCode',
  ]);
  assert.equal((await got(shop.readCart({ params: { token } }))).email, '');
});

test('lines change and go; more than there is is refused, and taken what there is when asked', async () => {
  const token = await beginCart();
  await got(add(token, pot, 60));
  const { lines } = await got(add(token, pot, 40));
  const lineId = lines[0]?.id ?? '';
  const more = await add(token, pot, 1);
  assert.deepEqual([more.status, more.ok ? '' : more.problem.code], [409, 'out_of_stock']);
  await db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId: pot, locationId, onHand: 7 }];
    await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  });
  const cart = await got(shop.readCart({ params: { token } }));
  assert.deepEqual([cart.lines[0]?.soldQuantity, cart.notices[0]?.kind], [7, 'reduced_quantity']);
  assert.equal((await got(shop.acceptAvailable({ params: { token } }))).lines[0]?.quantity, 7);
  const fewer = await got(shop.changeLine({ params: { token, lineId }, body: { quantity: 2 } }));
  assert.equal(fewer.totals.subtotal.amount, '60.00');
  assert.deepEqual((await got(shop.removeLine({ params: { token, lineId } }))).lines, []);
});

test('codes and gift cards: one that is unknown, over or wrong is told alike', async () => {
  await aCode(selling, 'TENOFF', { rateMillionths: 100_000 });
  const card = await aGiftCard(selling, 500n);
  const token = await aReadyCart();
  const off = await got(shop.addCode({ params: { token }, body: { code: 'ten-off' }, ...once() }));
  assert.deepEqual([off.codes, off.totals.discount.amount], [['TENOFF'], '2.40']);
  const unknown = await got(shop.addCode({ params: { token }, body: { code: 'NOSUCH' }, ...once() }));
  assert.deepEqual(
    unknown.promotions.filter(({ isApplied }) => !isApplied).map(({ reason }) => reason),
    ['not_applicable'],
  );
  const { codes } = await got(shop.removeCode({ params: { token, code: 'nosuch' } }));
  assert.deepEqual(codes, ['TENOFF']);
  const paying = await got(
    shop.addGiftCard({ params: { token }, body: { code: card.code, pin: card.pin }, ...once() }),
  );
  assert.deepEqual([paying.credits[0]?.amount.amount, paying.due.amount], ['5.00', '21.50']);
  const wrong = await Promise.all(
    [
      { code: card.code, pin: '0000000' },
      { code: 'AAAA-BBBB-CCCC-DDDD', pin: card.pin },
    ].map((body) => shop.addGiftCard({ params: { token }, body, ...once() })),
  );
  assert.equal(new Set(wrong.map((one) => (one.ok ? 'ok' : `${one.status} ${one.problem.detail}`))).size, 1);
  const giftCardId = paying.giftCards[0]?.id ?? '';
  const without = await got(shop.removeGiftCard({ params: { token, giftCardId } }));
  assert.equal(without.due.amount, '26.50');
});

test('a cart is opened by its token alone, an order by its own, and another’s opens nothing', async () => {
  const [mine, theirs] = [await aReadyCart(), await aReadyCart()];
  const lineOf = async (token: string) =>
    (await got(shop.readCart({ params: { token } }))).lines[0]?.id ?? '';
  const crossed = await shop.changeLine({
    params: { token: mine, lineId: await lineOf(theirs) },
    body: { quantity: 1 },
  });
  assert.deepEqual([crossed.status, crossed.ok ? '' : crossed.problem.code], [404, 'unknown_line']);
  const { number, accessToken } = await got(checkout(mine));
  const other = await got(checkout(theirs));
  const tries = [
    { order: number, token: other.accessToken },
    { order: other.number, token: accessToken },
    { order: number, token: mine },
    { order: number, token: 'x'.repeat(32) },
  ];
  for (const params of tries) {
    for (const read of [
      shop.readOrder({ params }),
      shop.readPayments({ params }),
      shop.settlePayment({ params }),
    ]) {
      const { status, ok } = await read;
      assert.deepEqual([status, ok], [404, false]);
    }
  }
});

test('who comes back from a payment page learns what the provider says', async () => {
  const token = await aReadyCart();
  const placed = await got(checkout(token, {}, selling.redirect));
  assert.deepEqual([placed.state, placed.next.kind], ['pending_payment', 'redirect']);
  const params = { order: placed.orderId, token: placed.accessToken };
  assert.equal((await got(shop.settlePayment({ params }))).state, 'pending_payment');
});
