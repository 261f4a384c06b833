import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectOk } from '../../src/kernel/index.ts';
import { cancelOrder, openOrders, receiveWebhook, settlePayment } from '../../src/modules/orders/index.ts';
import { openProviders, readPayments, saveAccount, saveMethod } from '../../src/modules/payments/index.ts';
import { deliveryOf } from '../../src/modules/payments/providers/paypal/fake/deliveries.ts';
import { submit, TEST_ACCOUNT } from '../../src/modules/payments/providers/paypal/fake/paypal-world.ts';
import { startFakePaypal } from '../../src/modules/payments/providers/paypal/fake/server.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { ENGLISH, openSellingShop } from '../selling/open-shop.ts';
import { aReadyCart, order } from '../selling/shopper.ts';

const connection = await testDatabase(8);
const { db } = connection;
const fake = await startFakePaypal(TEST_ACCOUNT);
after(() => fake.close());
const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
const shop = await openSellingShop(connection);
const deps = openOrders(connection, {
  providers: openProviders({ db, secrets, apiBases: { paypal: fake.origin } }),
});
const now = Temporal.Now.instant();
const methodId = await db.transaction().execute(async (tx) => {
  expectOk(await saveAccount(tx, secrets, { provider: 'paypal', credentials: TEST_ACCOUNT, now }));
  const method = {
    ...{ provider: 'paypal' as const, mode: 'redirect' as const, isCapturedAtOnce: true, marketCodes: [] },
    ...{ titles: new Map([[ENGLISH, 'PayPal']]), limits: new Map(), position: 9, isActive: true },
  };
  return expectOk(await saveMethod(tx, method)).id;
});

const placed = async () => {
  const token = await aReadyCart(shop, { variantId: shop.variants[0], quantity: 1 });
  const made = expectOk(await order({ ...shop, deps }, token, { methodId, now }));
  assert.equal(made.state, 'pending_payment');
  assert.ok(made.next.kind === 'redirect');
  return { token, orderId: made.orderId, page: made.next.url };
};

test('an order by PayPal leads to its page and is paid when PayPal says so, by a webhook or by coming back', async () => {
  const byWebhook = await placed();
  await submit(byWebhook.page, { answer: 'pay', funding: 'balance' });
  const event = fake.world.events.at(-1);
  assert.ok(event);
  const signing = { signer: fake.signer, origin: fake.origin, webhookId: TEST_ACCOUNT.webhookId, now };
  const delivery = deliveryOf(event, signing);
  expectOk(await receiveWebhook(deps, { provider: 'paypal', ...delivery, now }));
  const back = await placed();
  await submit(back.page, { answer: 'pay', funding: 'card' });
  for (const { orderId } of [byWebhook, back]) {
    const [payment] = await readPayments(db, orderId);
    assert.ok(payment);
    assert.equal(await settlePayment(deps, { paymentId: payment.id, now }), 'paid');
  }
  assert.deepEqual(await wrongInBooks(db), []);
});

test('a declined payment is followed by another page, and the first takes nothing any more', async () => {
  const { token, orderId, page } = await placed();
  await submit(page, { answer: 'pay', funding: 'instrument_declined' });
  const [first] = await readPayments(db, orderId);
  assert.ok(first);
  assert.equal(await settlePayment(deps, { paymentId: first.id, now }), 'pending_payment');
  const again = expectOk(await order({ ...shop, deps }, token, { methodId, now }));
  assert.ok(again.next.kind === 'redirect' && again.next.url !== page);
  await submit(page, { answer: 'pay', funding: 'balance' });
  await submit(again.next.url, { answer: 'pay', funding: 'balance' });
  for (const { id } of await readPayments(db, orderId)) await settlePayment(deps, { paymentId: id, now });
  const captured = (await readPayments(db, orderId)).map(({ capturedMinor }) => capturedMinor > 0n);
  assert.deepEqual(captured, [false, true]);
  assert.deepEqual(await wrongInBooks(db), []);
});

test('a cancelled order is not paid by an approval that comes after, and a paid one is paid back', async () => {
  const waiting = await placed();
  const cancel = (orderId: typeof waiting.orderId) =>
    cancelOrder(deps, { orderId, reason: 'shopper', actor: 'shopper', now });
  expectOk(await cancel(waiting.orderId));
  await submit(waiting.page, { answer: 'pay', funding: 'balance' });
  const paid = await placed();
  await submit(paid.page, { answer: 'pay', funding: 'balance' });
  for (const { orderId } of [waiting, paid]) {
    const [payment] = await readPayments(db, orderId);
    if (payment) await settlePayment(deps, { paymentId: payment.id, now });
  }
  expectOk(await cancel(paid.orderId));
  const [none] = await readPayments(db, waiting.orderId);
  const [back] = await readPayments(db, paid.orderId);
  assert.deepEqual([none?.state, none?.capturedMinor], ['voided', 0n]);
  assert.equal(back?.refundedMinor, back?.capturedMinor);
  assert.ok((back?.refundedMinor ?? 0n) > 0n);
  assert.deepEqual(await wrongInBooks(db), []);
});
