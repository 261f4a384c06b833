import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { defaultLocation, readLevels } from '../../inventory/index.ts';
import { accountBalance, trialBalance } from '../../ledger/index.ts';
import { type OrderId, readOrder } from '../index.ts';
import { deliverFulfilment, fulfilOrder } from './fulfil-order.ts';
import { receiveReturn } from './receive-return.ts';
import { refundOrder } from './refund-order.ts';
import { removePieces } from './remove-pieces.ts';
import { decideReturn, requestReturn } from './request-return.ts';
import { selectRefunds } from './store/refunds.ts';
import { readReturns } from './store/returns.ts';
import { withdraw } from './withdraw.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openSellingShop(connection);
const [cup, pot] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };
const NO_EXTRAS = { delivery: 'none', goodwillMinor: 0n, means: 'original' } as const;

/** Two cups and a pot: paid. */
async function aPaidOrder(): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 }, { variantId: pot, quantity: 1 });
  const placed = expectOk(await order(shop, token));
  assert.equal(placed.state, 'paid');
  return placed.orderId;
}

async function theOrder(orderId: OrderId) {
  const found = await readOrder(db, orderId);
  assert.ok(found);
  return found;
}

async function lineOf(orderId: OrderId, variantId = cup) {
  const line = (await theOrder(orderId)).lines.find((one) => one.variantId === variantId);
  assert.ok(line);
  return line;
}

/** Nothing is owed by or to the customer, and every currency sums to zero. */
async function assertBooksBalance(orderId: OrderId) {
  assert.equal(await accountBalance(db, 'receivable', { orderId, currency: shop.currency }), 0n);
  const sums = Map.groupBy(await trialBalance(db), ({ currency }) => currency);
  for (const [, balances] of sums)
    assert.equal(
      balances.reduce((sum, one) => sum + one.balanceMinor, 0n),
      0n,
    );
}

describe('parcels', () => {
  test('an order goes in two, and its state follows', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId);
    const before = (await readLevels(db, [cup])).get(cup)?.[0];
    const lines = [{ lineId: line.id, quantity: 1 }];
    const first = expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, lines, ...STAFF })));
    assert.equal(first.number, 1);
    assert.equal((await theOrder(orderId)).state, 'partly_fulfilled');
    const second = expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
    assert.deepEqual(
      second.lines.map(({ quantity }) => quantity),
      [1, 1],
    );
    assert.equal((await theOrder(orderId)).state, 'fulfilled');
    const after = (await readLevels(db, [cup])).get(cup)?.[0];
    assert.deepEqual([after?.onHand, after?.available], [(before?.onHand ?? 0) - 2, before?.available]);
    for (const { id: fulfilmentId } of [first, second, second]) {
      expectOk(await transact(db, (tx) => deliverFulfilment(tx, { orderId, fulfilmentId, ...STAFF })));
    }
    assert.equal((await theOrder(orderId)).state, 'delivered');
    const again = await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF }));
    assert.equal(again.ok ? '' : again.refusal.code, 'not_possible_in_this_state');
  });

  test('never hold more than is open', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId);
    const lines = [{ lineId: line.id, quantity: 3 }];
    const refused = await transact(db, (tx) => fulfilOrder(tx, { orderId, lines, ...STAFF }));
    assert.deepEqual(refused.ok ? [] : [refused.refusal.code, refused.refusal.field], [
      'more_than_open',
      'lines[0].quantity',
    ]);
  });
});

describe('refunds', () => {
  test('give back a piece, then the rest, and not a penny more', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId);
    const about = { ...NO_EXTRAS, ...STAFF, orderId, reason: 'late' };
    expectOk(await refundOrder(shop.deps, { ...about, lines: [{ lineId: line.id, quantity: 1 }] }));
    assert.equal((await theOrder(orderId)).state, 'partly_refunded');
    await assertBooksBalance(orderId);
    const rest = (await theOrder(orderId)).lines.map((one) => {
      return { lineId: one.id, quantity: one.quantity - one.refundedQuantity };
    });
    expectOk(await refundOrder(shop.deps, { ...about, lines: rest, delivery: 'rest' }));
    const { state, facts } = await theOrder(orderId);
    assert.deepEqual([state, facts.refundedMinor], ['refunded', facts.totalMinor]);
    await assertBooksBalance(orderId);
    const refunds = await selectRefunds(db, orderId);
    assert.deepEqual(
      refunds.map((refund) => refund.state),
      ['done', 'done'],
    );
    const more = await refundOrder(shop.deps, { ...about, lines: [], goodwillMinor: 1n });
    assert.equal(more.ok, false);
  });

  test('twenty at once give back once', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId, pot);
    const asked = {
      ...NO_EXTRAS,
      ...STAFF,
      orderId,
      reason: 'twice',
      lines: [{ lineId: line.id, quantity: 1 }],
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => refundOrder(shop.deps, asked)));
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
    assert.equal((await theOrder(orderId)).facts.refundedMinor, line.totalMinor);
    await assertBooksBalance(orderId);
  });

  test('goodwill is the shop’s own cost', async () => {
    const orderId = await aPaidOrder();
    const asked = { ...NO_EXTRAS, ...STAFF, orderId, reason: 'sorry', lines: [], goodwillMinor: 500n };
    expectOk(await refundOrder(shop.deps, asked));
    assert.equal(await accountBalance(db, 'goodwill', { orderId, currency: shop.currency }), 500n);
    await assertBooksBalance(orderId);
  });
});

describe('returns', () => {
  test('are asked for, approved, inspected and restocked', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId);
    const lines = [{ lineId: line.id, quantity: 2, reason: 'wrong_size' as const }];
    const ask = () =>
      transact(db, (tx) =>
        requestReturn(tx, { orderId, lines, kind: 'return', isApproved: false, actor: 'shopper', now: NOW }),
      );
    const early = await ask();
    assert.equal(early.ok ? '' : early.refusal.code, 'not_possible_in_this_state');
    expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
    const { id: returnId } = expectOk(await ask());
    const twice = await ask();
    assert.equal(twice.ok ? '' : twice.refusal.code, 'more_than_handed_over');
    const decision = { orderId, returnId, decision: 'approved', note: 'Use the label.', ...STAFF } as const;
    expectOk(await transact(db, (tx) => decideReturn(tx, decision)));
    const { id: locationId } = await defaultLocation(db);
    const before = (await readLevels(db, [cup])).get(cup)?.[0]?.available ?? 0;
    const inspected = [{ lineId: line.id, sellableQuantity: 1, damagedQuantity: 1 }];
    const received = { orderId, returnId, lines: inspected, locationId, ...STAFF };
    expectOk(await transact(db, (tx) => receiveReturn(tx, received)));
    assert.equal((await readLevels(db, [cup])).get(cup)?.[0]?.available, before + 1);
    assert.equal((await lineOf(orderId)).returnedQuantity, 2);
    assert.deepEqual(
      (await readReturns(db, orderId)).map(({ state }) => state),
      ['received'],
    );
    const again = await transact(db, (tx) => receiveReturn(tx, received));
    assert.equal(again.ok ? '' : again.refusal.code, 'not_possible_in_this_state');
    await assertBooksBalance(orderId);
  });
});

describe('an edit', () => {
  test('takes pieces off: their stock is free and their price goes back', async () => {
    const orderId = await aPaidOrder();
    const line = await lineOf(orderId);
    const before = (await readLevels(db, [cup])).get(cup)?.[0]?.available ?? 0;
    expectOk(await removePieces(shop.deps, { orderId, lines: [{ lineId: line.id, quantity: 1 }], ...STAFF }));
    assert.equal((await readLevels(db, [cup])).get(cup)?.[0]?.available, before + 1);
    const { facts } = await theOrder(orderId);
    assert.deepEqual([facts.quantity, facts.refundedMinor], [2, 1200n]);
    await assertBooksBalance(orderId);
    expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
    assert.equal((await lineOf(orderId)).fulfilledQuantity, 1);
  });
});

describe('a withdrawal', () => {
  const said = { name: 'Ada Byron', statement: '', now: NOW };

  test('of what was handed over is an approved return', async () => {
    const orderId = await aPaidOrder();
    expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
    const { number, email } = await theOrder(orderId);
    const given = expectOk(
      await transact(db, (tx) =>
        withdraw(tx, { ...said, orderNumber: `#${number}`, email: email.toUpperCase() }),
      ),
    );
    assert.deepEqual([given.orderId, given.isLate], [orderId, false]);
    const [returned] = await readReturns(db, orderId);
    assert.deepEqual([returned?.state, returned?.isWithdrawal], ['approved', true]);
  });

  test('that fits no order is kept, and answered alike', async () => {
    const orderId = await aPaidOrder();
    const { number } = await theOrder(orderId);
    const stranger = { ...said, orderNumber: number, email: 'mallory@example.org' };
    const given = expectOk(await transact(db, (tx) => withdraw(tx, stranger)));
    assert.deepEqual([given.orderId, given.returnId], [undefined, undefined]);
  });
});
