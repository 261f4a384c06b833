import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { wrongInBooks } from '../../../test/selling/books.ts';
import { aGiftCard, payWith } from '../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk, parseId, type Result } from '../../kernel/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { addLine, readPricedCart } from '../carts/index.ts';
import { defaultLocation, readAvailability, setOnHand } from '../inventory/index.ts';
import { answerTestCharge, type PaymentId, readPayments } from '../payments/index.ts';
import {
  type OrderId,
  ordersJobs,
  type Placed,
  readOrder,
  readTimeline,
  receiveMoney,
  receiveWebhook,
  recoverOrders,
  settlePayment,
} from './index.ts';

const shop = await openSellingShop(await testDatabase(16));
const { deps } = shop;
const { db } = deps;
const [cup, pot] = shop.variants;
const one = { variantId: cup, quantity: 1 };
const MINUTE = 60;

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const at = (seconds: number) => NOW.add({ seconds });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const stateOf = async (id: OrderId) => (await readOrder(db, id))?.state;
const kindsOf = async (id: OrderId) => (await readTimeline(db, id)).map(({ kind }) => kind);
const available = async (variantId = cup) =>
  (await readAvailability(db, [variantId])).get(variantId)?.available;
const challenged = async () => {
  const token = await aReadyCart(shop, one);
  const placed = expectOk(await order(shop, token, { token: 'tok_challenge' }));
  return { token, placed, paymentId: paymentOf(placed) };
};
const answer = async (id: string, choice: 'approve' | 'decline' | 'cancel') =>
  expectOk(await answerTestCharge(db, { id, choice, now: NOW })).webhook;

function paymentOf({ paymentId }: Placed): PaymentId {
  const id = parseId<'payment'>(paymentId ?? '');
  assert.ok(id);
  return id;
}

const count = (variantId: typeof cup, onHand: number) =>
  db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId, locationId, onHand }];
    return setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  });

describe('a declined payment', () => {
  test('leaves an order that another card pays', async () => {
    const token = await aReadyCart(shop, one);
    const declined = await order(shop, token, { token: 'tok_insufficient_funds' });
    assert.ok(!declined.ok && declined.refusal.code === 'payment_declined');
    assert.equal(declined.refusal.kind, 'insufficient_funds');
    const placed = expectOk(await order(shop, token));
    assert.deepEqual([placed.orderId, placed.state], [declined.refusal.orderId, 'paid']);
    assert.deepEqual(await kindsOf(placed.orderId), ['placed', 'payment_failed', 'paid']);
    assert.equal((await readPayments(db, placed.orderId)).length, 2);
  });

  test('leaves the last piece, the gift card and the cart to its shopper', async () => {
    await count(pot, 1);
    const card = await aGiftCard(shop, 500n);
    const token = await aReadyCart(shop, { variantId: pot, quantity: 1 });
    await payWith(shop, token, card);
    assert.equal(codeOf(await order(shop, token, { token: 'tok_declined' })), 'payment_declined');
    const mine = await readPricedCart(deps, { token, now: NOW });
    assert.deepEqual([mine?.notices, mine?.dueMinor, mine?.lines[0]?.available], [[], 2990n, 1]);
    assert.equal(await available(pot), 0);
    assert.equal(codeOf(await order(shop, token)), 'ok');
    await count(pot, 100);
  });

  test('of a cart that was changed makes way for another order', async () => {
    const token = await aReadyCart(shop, one);
    const declined = await order(shop, token, { token: 'tok_declined' });
    assert.ok(!declined.ok && declined.refusal.code === 'payment_declined');
    expectOk(await addLine(deps, { token, ...one, now: NOW }));
    const placed = expectOk(await order(shop, token));
    assert.notEqual(placed.orderId, declined.refusal.orderId);
    assert.equal((await readOrder(db, declined.refusal.orderId))?.cancelReason, 'replaced');
    assert.equal((await readOrder(db, placed.orderId))?.lines[0]?.quantity, 2);
  });
});

describe('a challenge', () => {
  test('is answered at the bank, and its webhook pays the order, however often it comes', async () => {
    const { placed, paymentId } = await challenged();
    assert.deepEqual([placed.state, placed.next.kind], ['pending_payment', 'redirect']);
    const webhook = await answer(paymentId, 'approve');
    const receive = () => receiveWebhook(deps, { provider: 'test', ...webhook, now: NOW });
    const received = [expectOk(await receive()), expectOk(await receive())];
    assert.deepEqual(
      received.map(({ isNew }) => isNew),
      [true, false],
    );
    assert.equal(await stateOf(placed.orderId), 'pending_payment');
    await runDueJobs({ connection: shop.connection, jobs: ordersJobs(deps) });
    assert.equal(await stateOf(placed.orderId), 'paid');
  });

  test('pays when the shopper comes back, whatever the address says, and only if the bank says so', async () => {
    const { placed, paymentId } = await challenged();
    assert.equal(await settlePayment(deps, { paymentId, now: NOW }), 'pending_payment');
    await answer(paymentId, 'approve');
    const states = await Promise.all([1, 2, 3].map(() => settlePayment(deps, { paymentId, now: NOW })));
    assert.deepEqual(states, ['paid', 'paid', 'paid']);
    assert.deepEqual(await kindsOf(placed.orderId), ['placed', 'paid']);
  });

  test('a forged webhook changes nothing', async () => {
    const { placed } = await challenged();
    const rawBody = Buffer.from(
      JSON.stringify({ id: 'evt_1', type: 'payment.authorized', paymentId: placed.paymentId }),
    );
    const headers = { 'institor-test-signature': `t=${NOW.epochMilliseconds / 1000},v1=${'0'.repeat(64)}` };
    const received = await receiveWebhook(deps, { provider: 'test', rawBody, headers, now: NOW });
    assert.equal(codeOf(received), 'bad_signature');
    assert.equal(await stateOf(placed.orderId), 'pending_payment');
  });

  test('a second click comes back to the same page of the bank; another card begins anew', async () => {
    const { token, placed } = await challenged();
    const again = expectOk(await order(shop, token, { token: 'tok_challenge' }));
    assert.deepEqual([again.orderId, again.next], [placed.orderId, placed.next]);
    const other = expectOk(await order(shop, token));
    assert.deepEqual([other.orderId, other.state], [placed.orderId, 'paid']);
    const states = (await readPayments(db, placed.orderId)).map(({ state }) => state);
    assert.equal(states.at(-1), 'captured');
    // The first page is over: approving it takes nothing.
    await answer(paymentOf(placed), 'approve');
    await settlePayment(deps, { paymentId: paymentOf(placed), now: NOW });
  });

  test('a cart edited while it is answered: the order stays what was agreed', async () => {
    const { token, placed, paymentId } = await challenged();
    expectOk(await addLine(deps, { token, variantId: pot, quantity: 2, now: NOW }));
    await answer(paymentId, 'approve');
    assert.equal(await settlePayment(deps, { paymentId, now: NOW }), 'paid');
    const made = await readOrder(db, placed.orderId);
    assert.deepEqual([made?.lines.length, made?.facts.capturedMinor], [1, 1690n]);
  });
});

describe('a provider that does not answer', () => {
  for (const token of ['tok_timeout_before', 'tok_timeout_after']) {
    test(`${token}: nobody is charged twice, and the recovery finds out`, async () => {
      const cart = await aReadyCart(shop, one);
      const placed = expectOk(await order(shop, cart, { token }));
      assert.deepEqual([placed.state, placed.next], ['pending_payment', { kind: 'wait' }]);
      await recoverOrders(deps, { now: at(10) });
      assert.equal(await stateOf(placed.orderId), 'pending_payment');
      await Promise.all([recoverOrders(deps, { now: at(40) }), recoverOrders(deps, { now: at(40) })]);
      assert.equal(await stateOf(placed.orderId), 'paid');
      assert.deepEqual(await kindsOf(placed.orderId), ['placed', 'paid']);
    });

    test(`${token}: clicking again asks with the same key`, async () => {
      const cart = await aReadyCart(shop, one);
      const placed = expectOk(await order(shop, cart, { token }));
      const again = expectOk(await order(shop, cart, { token }));
      assert.deepEqual([again.orderId, again.state], [placed.orderId, 'paid']);
      assert.equal((await readPayments(db, placed.orderId)).length, 1);
    });
  }
});

describe('a bank transfer', () => {
  test('waits for all of it: a part is noted, the rest makes the order stand, and a line counts once', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { methodId: shop.transfer }));
    assert.equal(placed.next.kind, 'instructions');
    const paymentId = paymentOf(placed);
    const receive = (lineId: string, amountMinor: bigint) =>
      receiveMoney(deps, { lineId, paymentId, amountMinor, currency: shop.currency, now: NOW });
    assert.equal(expectOk(await receive('line 1', 1000n)).state, 'pending_payment');
    assert.equal(codeOf(await receive('line 1', 1000n)), 'noted_before');
    assert.equal(expectOk(await receive('line 2', 690n)).state, 'paid');
    assert.deepEqual(await kindsOf(placed.orderId), ['placed', 'captured', 'paid']);
  });
});

describe('an order whose payment never comes', () => {
  test('expires: stock, gift card and cart are free again', async () => {
    const before = await available();
    const card = await aGiftCard(shop, 500n);
    const token = await aReadyCart(shop, one);
    await payWith(shop, token, card);
    const placed = expectOk(await order(shop, token, { token: 'tok_challenge' }));
    await recoverOrders(deps, { now: at(29 * MINUTE) });
    assert.equal(await available(), (before ?? 0) - 1);
    await recoverOrders(deps, { now: at(31 * MINUTE) });
    assert.equal(await stateOf(placed.orderId), 'cancelled');
    assert.ok(((await available()) ?? 0) >= (before ?? 0));
    const [payment] = await readPayments(db, placed.orderId);
    assert.equal(payment?.state, 'voided');
    const anew = expectOk(await order(shop, token));
    assert.deepEqual([anew.state, anew.orderId === placed.orderId], ['paid', false]);
  });

  test('is paid when the bank had said yes a moment before', async () => {
    const { placed, paymentId } = await challenged();
    await answer(paymentId, 'approve');
    await recoverOrders(deps, { now: at(31 * MINUTE) });
    assert.equal(await stateOf(placed.orderId), 'paid');
  });
});
