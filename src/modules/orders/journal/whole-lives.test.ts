import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { wrongInBooks } from '../../../../test/selling/books.ts';
import { dealingsIn, NO_EXTRAS, openJournalWorld, STAFF } from '../../../../test/selling/dealings.ts';
import { aGiftCard, payWith } from '../../../../test/selling/offers.ts';
import { EUR, NOW } from '../../../../test/selling/open-shop.ts';
import { anOrderTo, PLACES } from '../../../../test/selling/places.ts';
import { proposingIn } from '../../../../test/selling/proposing.ts';
import { aNetwork, aReadyCart, order, paymentBy } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { readPayments } from '../../payments/index.ts';
import {
  cancelExchange,
  cancelOrder,
  capturePayment,
  changeShippingAddress,
  exchangePieces,
  finishExchange,
  fulfilOrder,
  journalDifferences,
  type OrderId,
  payOrder,
  previewAddressChange,
  readExchanges,
  receiveMoney,
  refundOrder,
  removePieces,
} from '../index.ts';

const connection = await testDatabase();
const { shop, cup, pot, giftCard } = await openJournalWorld(connection);
const { deps } = shop;
const { db } = deps;
const { placed, theOrder, pieces, takeIn, comeBack, rowsOf } = dealingsIn(shop);
const handOver = (orderId: OrderId) => transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF }));
const cups = (quantity: number) => ({ variantId: cup, quantity });
const pots = (quantity: number) => ({ variantId: pot, quantity });

/** The rows that are new since they were looked at last, once both books say the same. */
function follow() {
  let seen = 0;
  return async (orderId: OrderId): Promise<string[]> => {
    assert.deepEqual(await journalDifferences(db), []);
    const rows = await rowsOf(orderId);
    const fresh = rows.slice(seen);
    seen = rows.length;
    return fresh;
  };
}

afterEach(async () => assert.deepEqual(await journalDifferences(db), []));

describe('the journal says what the ledger does after each step', () => {
  test('of an order by a code, with delivery and a gift card: refunded, given something, and brought back', async () => {
    const fresh = follow();
    const wishes = [cups(3), pots(1), { variantId: giftCard, quantity: 1 }];
    const orderId = await placed(wishes, { code: 'tenth' });
    assert.deepEqual(await fresh(orderId), [
      'sale Cup 3: gross 3026, discount 303, tax 517',
      'sale Pot 1: gross 2521, discount 252, tax 431',
      'sale Card 1: gift cards 2500',
      'sale: shipping 412, tax 78',
    ]);
    const one = { lines: [await pieces(orderId, cup, 1)], goodwillMinor: 250n };
    expectOk(await refundOrder(deps, { ...NO_EXTRAS, ...STAFF, orderId, ...one, delivery: 100n }));
    assert.deepEqual(await fresh(orderId), [
      'credit Cup -1: returns 908, tax -172',
      'credit: shipping -85, tax -15',
      'goodwill: goodwill 250',
    ]);
    const card = { lines: [await pieces(orderId, giftCard, 1)] };
    expectOk(await refundOrder(deps, { ...NO_EXTRAS, ...STAFF, orderId, ...card }));
    assert.deepEqual(await fresh(orderId), ['credit Card -1: gift cards -2500']);
    expectOk(await handOver(orderId));
    assert.deepEqual(await fresh(orderId), ['cost Cup: cost 1200', 'cost Pot: cost 1001']);
    const back = await pieces(orderId, cup, 2);
    const returnId = await comeBack(orderId, back, 1);
    assert.deepEqual(await fresh(orderId), ['cost_returned Cup: cost -800']);
    const kept = { lines: [{ ...back, deductionMinor: 160n }], deductionReason: 'scratched', returnId };
    expectOk(await refundOrder(deps, { ...NO_EXTRAS, ...STAFF, orderId, ...kept }));
    assert.deepEqual(await fresh(orderId), ['credit Cup -2: returns 1681, tax -319']);
  });

  test('of one that is taken in parts, of pieces taken off before, and cancelled after', async () => {
    const fresh = follow();
    const orderId = await placed([cups(2), pots(1)], { methodId: shop.heldCard });
    assert.equal((await fresh(orderId)).length, 3);
    expectOk(await removePieces(deps, { orderId, lines: [await pieces(orderId, cup, 1)], ...STAFF }));
    assert.deepEqual(await fresh(orderId), ['credit Cup -1: returns 1008, tax -192']);
    expectOk(await capturePayment(deps, { orderId, key: 'one', amountMinor: 1000n, now: NOW }));
    expectOk(await capturePayment(deps, { orderId, key: 'two', now: NOW }));
    assert.deepEqual(await fresh(orderId), []);
    expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', ...STAFF }));
    assert.deepEqual(await fresh(orderId), [
      'credit Cup -1: returns 1009, tax -191',
      'credit Pot -1: returns 2521, tax -479',
      'credit: shipping -412, tax -78',
    ]);
  });

  test('of one that waits for a transfer: nothing while it does, and what is left of it once it came', async () => {
    const fresh = follow();
    const orderId = await placed([cups(2), pots(1)], { methodId: shop.transfer });
    expectOk(await removePieces(deps, { orderId, lines: [await pieces(orderId, cup, 2)], ...STAFF }));
    assert.deepEqual(await fresh(orderId), []);
    const paymentId = (await readPayments(db, orderId)).at(-1)?.id;
    assert.ok(paymentId);
    const line = { lineId: 'bank', paymentId, amountMinor: 3490n, currency: EUR, now: NOW };
    expectOk(await receiveMoney(deps, line));
    assert.deepEqual(await fresh(orderId), ['sale Pot 1: gross 2521, tax 479', 'sale: shipping 412, tax 78']);
    const unpaid = await placed([cups(1)], { methodId: shop.transfer });
    expectOk(await cancelOrder(deps, { orderId: unpaid, reason: 'merchant', ...STAFF }));
    assert.deepEqual(await rowsOf(unpaid), []);
  });

  test('of one that a gift card pays whole, and of what costs nothing', async () => {
    const token = await aReadyCart(shop, cups(1));
    await payWith(shop, token, await aGiftCard(shop, 5000n));
    const { orderId } = expectOk(await order(shop, token, { isWithoutPayment: true }));
    assert.deepEqual(await rowsOf(orderId), [
      'sale Cup 1: gross 1008, tax 192',
      'sale: shipping 412, tax 78',
    ]);
  });

  test('of one that goes to another country, for less and for more', async () => {
    const fresh = follow();
    const orderId = await anOrderTo(shop);
    assert.equal((await fresh(orderId)).length, 3);
    const about = { orderId, address: PLACES.utrecht, now: NOW };
    const { after } = expectOk(await previewAddressChange(deps, about));
    const agreed = { ...about, expectedTotalMinor: after.totalMinor, actor: 'staff' };
    expectOk(await changeShippingAddress(deps, agreed));
    // 21 % instead of 19 %, and 2.90 instead of 4.90 for delivery.
    assert.deepEqual(await fresh(orderId), [
      'correction Cup: gross -34, tax 34',
      'correction Pot: gross -42, tax 42',
      'correction: shipping -172, tax -28',
    ]);
    const { propose, pay } = proposingIn(shop);
    const dearer = await anOrderTo(shop);
    await propose(dearer);
    expectOk(await pay(dearer));
    assert.equal((await theOrder(dearer)).shippingAddress?.country, 'AT');
    assert.deepEqual((await rowsOf(dearer)).slice(3), [
      'correction Cup: gross -17, tax 17',
      'correction Pot: gross -21, tax 21',
      'correction: shipping 413, tax 87',
    ]);
  });

  test('of pieces that are exchanged, and of an exchange that is called off', async () => {
    const orderId = await placed([cups(2)]);
    expectOk(await handOver(orderId));
    const fresh = follow();
    await fresh(orderId);
    const wanted = { orderId, wanted: [pots(1)], sends: 'at_once', ...STAFF } as const;
    const returned = [{ ...(await pieces(orderId, cup, 1)), reason: 'wrong_size' as const }];
    const off = expectOk(await exchangePieces(deps, { ...wanted, returned }));
    const payment = paymentBy(shop.card, 'tok_visa');
    expectOk(await payOrder(deps, { orderId: off.orderId, payment, ip: aNetwork(), now: NOW }));
    expectOk(await cancelExchange(deps, { orderId, exchangeId: off.exchangeId, ...STAFF }));
    assert.deepEqual(await rowsOf(off.orderId), [
      'sale Pot 1: gross 2521, tax 479',
      'credit Pot -1: returns 2521, tax -479',
    ]);
    const made = expectOk(await exchangePieces(deps, { ...wanted, returned }));
    expectOk(await payOrder(deps, { orderId: made.orderId, payment, ip: aNetwork(), now: NOW }));
    assert.deepEqual(await rowsOf(made.orderId), ['sale Pot 1: gross 2521, tax 479']);
    const { returnId } = (await readExchanges(db, orderId)).at(-1) ?? assert.fail('no exchange');
    await takeIn(orderId, returnId, await pieces(orderId, cup, 1));
    expectOk(await finishExchange(deps, { orderId, exchangeId: made.exchangeId, ...STAFF }));
    assert.deepEqual(await fresh(orderId), [
      'cost_returned Cup: cost -400',
      'credit Cup -1: returns 1008, tax -192',
    ]);
    assert.deepEqual(await wrongInBooks(db), []);
  });
});
