import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { wrongInBooks } from '../../../../test/selling/books.ts';
import { aGiftCard, payWith } from '../../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk, localeOf, type Result } from '../../../kernel/index.ts';
import { readAvailability } from '../../inventory/index.ts';
import { type PaymentMethodId, readPayments, saveMethod } from '../../payments/index.ts';
import {
  cancelOrder,
  capturePayment,
  type OrderId,
  readOrder,
  readTimeline,
  receiveMoney,
} from '../index.ts';
import { removePieces } from './remove-pieces.ts';

const shop = await openSellingShop(await testDatabase(8));
const { deps, currency } = shop;
const { db } = deps;
const [cup, pot] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };
const cash = await db.transaction().execute(async (tx): Promise<PaymentMethodId> => {
  const titles = new Map([[localeOf('en'), 'Cash on delivery']]);
  const open = { limits: new Map(), marketCodes: [], position: 9, isActive: true, isCapturedAtOnce: false };
  const saved = await saveMethod(tx, { ...open, titles, provider: 'cash_on_delivery', mode: 'by_hand' });
  return expectOk(saved).id;
});

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const available = async () => (await readAvailability(db, [cup])).get(cup)?.available ?? 0;

async function theOrder(orderId: OrderId) {
  const found = await readOrder(db, orderId);
  assert.ok(found);
  return found;
}

/** Two cups at 12.00 and a pot at 30.00, delivered for 4.90: 58.90. */
async function anOrder(methodId: string, cardMinor = 0n): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 }, { variantId: pot, quantity: 1 });
  if (cardMinor > 0n) await payWith(shop, token, await aGiftCard(shop, cardMinor));
  return expectOk(await order(shop, token, { methodId })).orderId;
}

async function withoutCups(orderId: OrderId, quantity = 1) {
  return removePieces(deps, await cupsOf(orderId, quantity));
}

async function cupsOf(orderId: OrderId, quantity: number) {
  const line = (await theOrder(orderId)).lines.find(({ variantId }) => variantId === cup);
  assert.ok(line);
  return { orderId, lines: [{ lineId: line.id, quantity }], ...STAFF };
}

async function thePayment(orderId: OrderId) {
  const payment = (await readPayments(db, orderId)).at(-1);
  assert.ok(payment);
  return payment;
}

describe('pieces that are taken off', () => {
  test('an order for cash on delivery are credited, and so much less is collected', async () => {
    const orderId = await anOrder(cash);
    assert.equal((await theOrder(orderId)).state, 'authorized');
    const before = await available();
    expectOk(await withoutCups(orderId));
    assert.equal(await available(), before + 1);
    const { facts, totals, state } = await theOrder(orderId);
    assert.deepEqual([state, facts.quantity, facts.refundedMinor], ['authorized', 2, 0n]);
    assert.deepEqual([totals.totalMinor, totals.reducedMinor, totals.dueMinor], [5890n, 1200n, 4690n]);
    const { id: paymentId, amountMinor, authorizedMinor } = await thePayment(orderId);
    assert.deepEqual([amountMinor, authorizedMinor], [4690n, 4690n]);
    const collected = { lineId: 'dhl-1', paymentId, amountMinor: 4690n, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, collected)).state, 'paid');
  });

  test('an authorised order are not captured later', async () => {
    const orderId = await anOrder(shop.heldCard);
    expectOk(await withoutCups(orderId));
    const tooMuch = await capturePayment(deps, { orderId, key: 'all', amountMinor: 5890n, now: NOW });
    assert.equal(codeOf(tooMuch), 'more_than_left');
    expectOk(await capturePayment(deps, { orderId, key: 'parcel', now: NOW }));
    const { state, capturedMinor } = await thePayment(orderId);
    assert.deepEqual([state, capturedMinor], ['captured', 4690n]);
    assert.equal((await theOrder(orderId)).state, 'paid');
  });

  test('an order whose transfer is awaited make it another agreement, for less', async () => {
    const orderId = await anOrder(shop.transfer);
    expectOk(await withoutCups(orderId, 2));
    const { lines, totals, facts } = await theOrder(orderId);
    assert.deepEqual(
      lines.map(({ variantId, quantity }) => [variantId, quantity]),
      [[pot, 1]],
    );
    assert.deepEqual([totals.totalMinor, totals.taxMinor, facts.quantity], [3490n, 557n, 1]);
    const payment = await thePayment(orderId);
    assert.ok(payment.next.kind === 'instructions');
    assert.equal(payment.next.lines.find(({ label }) => label === 'amount')?.value, '34.90 EUR');
    const line = { lineId: 'bank-1', paymentId: payment.id, amountMinor: 3490n, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, line)).state, 'paid');
  });

  test('let an order stand that is covered by what came already, and what is beyond it goes back', async () => {
    const orderId = await anOrder(shop.transfer);
    const { id: paymentId } = await thePayment(orderId);
    const part = { lineId: 'bank-2', paymentId, amountMinor: 5000n, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, part)).state, 'pending_payment');
    expectOk(await withoutCups(orderId));
    const { facts, paidAt } = await theOrder(orderId);
    assert.ok(paidAt);
    assert.deepEqual([facts.dueMinor, facts.capturedMinor, facts.refundedMinor], [4690n, 5000n, 310n]);
    assert.equal((await thePayment(orderId)).refundedMinor, 310n);
  });

  test('give a gift card back what it need not pay any more', async () => {
    const waiting = await anOrder(shop.transfer, 5000n);
    expectOk(await withoutCups(waiting));
    const shrunk = await theOrder(waiting);
    assert.deepEqual([shrunk.totals.creditMinor, shrunk.totals.dueMinor], [4690n, 0n]);
    assert.equal(shrunk.state, 'paid');
    assert.equal((await thePayment(waiting)).state, 'voided');

    const standing = await anOrder(cash, 5000n);
    expectOk(await withoutCups(standing));
    const { totals, facts } = await theOrder(standing);
    assert.deepEqual([totals.reducedMinor, totals.dueMinor, facts.refundedMinor], [890n, 0n, 310n]);
    assert.equal((await thePayment(standing)).state, 'voided');
  });

  test('wait while a shopper is at the provider’s, and are never the last ones', async () => {
    const away = await anOrder(shop.redirect);
    assert.equal(codeOf(await withoutCups(away)), 'payment_in_progress');
    const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    const { orderId } = expectOk(await order(shop, token, { methodId: cash }));
    assert.equal(codeOf(await withoutCups(orderId)), 'nothing_would_be_left');
  });

  test('by two members of staff at once are taken off once', async () => {
    for (const methodId of [cash, shop.transfer, shop.card]) {
      const orderId = await anOrder(methodId);
      // Both have the same order before them.
      const seen = await cupsOf(orderId, 2);
      const answers = await Promise.all([removePieces(deps, seen), removePieces(deps, seen)]);
      const codes = answers.map((answer) => codeOf(answer));
      const other = codes.find((code) => code !== 'ok') ?? '';
      assert.equal(codes.filter((code) => code === 'ok').length, 1);
      assert.ok(['more_than_open', 'unknown_line'].includes(other), other);
      const edits = (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'edited');
      assert.equal(edits.length, 1);
    }
  });

  test('are not credited again when the order is cancelled', async () => {
    const orderId = await anOrder(shop.heldCard);
    expectOk(await withoutCups(orderId));
    expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', ...STAFF }));
    assert.equal((await thePayment(orderId)).state, 'voided');
  });
});
