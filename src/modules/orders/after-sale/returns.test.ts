import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { defaultLocation } from '../../inventory/index.ts';
import { accountBalance } from '../../ledger/index.ts';
import { type OrderId, readOrder, readRefunds } from '../index.ts';
import { forgetOldWithdrawals, forgetWithdrawalsOf } from './forget-withdrawals.ts';
import { fulfilOrder } from './fulfil-order.ts';
import { labelReturn } from './label-return.ts';
import { receiveReturn } from './receive-return.ts';
import { refundOrder } from './refund-order.ts';
import { decideReturn, requestReturn } from './request-return.ts';
import { piecesThatCame, type ReturnId } from './return.ts';
import { readReturns } from './store/returns.ts';
import { readWithdrawal } from './store/withdrawals.ts';
import { withdraw } from './withdraw.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openSellingShop(connection);
const [cup] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** Three cups at 12.00 that were handed over and are asked to come back. */
async function aReturn(): Promise<{ orderId: OrderId; returnId: ReturnId }> {
  const { orderId } = expectOk(await order(shop, await aReadyCart(shop, { variantId: cup, quantity: 3 })));
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
  const [line] = (await readOrder(db, orderId))?.lines ?? [];
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity: 3, reason: 'changed_mind' as const }];
  const about = { orderId, lines, kind: 'return', isApproved: false, actor: 'shopper', now: NOW } as const;
  return { orderId, returnId: expectOk(await transact(db, (tx) => requestReturn(tx, about))).id };
}

const approve = (about: { orderId: OrderId; returnId: ReturnId }) =>
  transact(db, (tx) => decideReturn(tx, { ...about, decision: 'approved', note: '', ...STAFF }));

test('a return that is approved has a label, and another one replaces it', async () => {
  const about = await aReturn();
  const label = { carrier: 'DHL', trackingNumber: '00340', url: 'https://dhl.example/label/1', text: '' };
  const say = (change: Partial<typeof label> = {}) =>
    transact(db, (tx) => labelReturn(tx, { ...about, label: { ...label, ...change }, ...STAFF }));
  assert.equal(codeOf(await say()), 'not_possible_in_this_state');
  expectOk(await approve(about));
  assert.equal(codeOf(await say({ url: 'javascript:alert(1)' })), 'not_a_web_address');
  assert.equal(codeOf(await say({ url: 'http://dhl.example/label/1' })), 'not_a_web_address');
  assert.equal(codeOf(await say({ trackingNumber: '', url: '' })), 'empty_label');
  assert.equal(codeOf(await say({ text: 'x'.repeat(2_001) })), 'too_long');
  expectOk(await say());
  expectOk(await say({ trackingNumber: '00341' }));
  const [returned] = await readReturns(db, about.orderId);
  assert.deepEqual(returned?.label, { ...label, trackingNumber: '00341' });
});

test('what came is refunded, less what it lost in value; what is missing is not', async () => {
  const about = await aReturn();
  expectOk(await approve(about));
  const { orderId, returnId } = about;
  const [line] = (await readOrder(db, orderId))?.lines ?? [];
  assert.ok(line);
  const request = { orderId, returnId, delivery: 'none', goodwillMinor: 0n, means: 'original' } as const;
  const worn = { lineId: line.id, quantity: 2, deductionMinor: 500n };
  const asked = { ...request, lines: [worn], deductionReason: 'worn', reason: 'return', ...STAFF };
  assert.equal(codeOf(await refundOrder(shop.deps, asked)), 'not_returned');
  const { id: locationId } = await defaultLocation(db);
  const lines = [{ lineId: line.id, sellableQuantity: 1, damagedQuantity: 1 }];
  expectOk(await transact(db, (tx) => receiveReturn(tx, { ...about, lines, locationId, ...STAFF })));
  const [returned] = await readReturns(db, orderId);
  assert.ok(returned);
  assert.deepEqual(piecesThatCame(returned), [{ lineId: line.id, quantity: 2 }]);
  const three = { ...asked, lines: [{ ...worn, quantity: 3 }] };
  assert.equal(codeOf(await refundOrder(shop.deps, three)), 'not_returned');
  assert.equal(codeOf(await refundOrder(shop.deps, { ...asked, deductionReason: ' ' })), 'reason_needed');
  expectOk(await refundOrder(shop.deps, asked));
  const [refund] = await readRefunds(db, orderId);
  // Two cups are 24.00 with 3.83 of tax; 19.00 of them go back with 19/24 of it.
  const kept = [refund?.amountMinor, refund?.deductionMinor, refund?.deductionReason, refund?.taxMinor];
  assert.deepEqual(kept, [1900n, 500n, 'worn', 303n]);
  assert.equal(await accountBalance(db, 'receivable', { orderId, currency: shop.currency }), 0n);
});

describe('a withdrawal that fits no order', () => {
  const send = (now: Temporal.Instant, email = 'ada@example.org') =>
    transact(db, (tx) =>
      withdraw(tx, { orderNumber: '0', name: 'Ada', email, statement: 'I withdraw', now }),
    );
  const nameOf = async (id: Parameters<typeof readWithdrawal>[1]) => (await readWithdrawal(db, id))?.name;

  test('is kept for three years', async () => {
    const old = expectOk(await send(NOW.subtract({ hours: 24 * (3 * 365 + 1) })));
    const young = expectOk(await send(NOW.subtract({ hours: 24 * (3 * 365 - 1) })));
    assert.equal(await transact(db, (tx) => forgetOldWithdrawals(tx, { now: NOW })), 1);
    assert.deepEqual([await nameOf(old.id), await nameOf(young.id)], ['', 'Ada']);
    assert.equal(await transact(db, (tx) => forgetOldWithdrawals(tx, { now: NOW })), 0);
  });

  test('goes with the customer who sent it, and nobody else’s does', async () => {
    const { orderId } = await aReturn();
    const customerId = newId<'customer'>();
    await sql`
      update orders."order" set customer_id = ${customerId}, email = 'Eve@example.org'
      where id = ${orderId}`.execute(db);
    const hers = expectOk(await send(NOW, 'eve@example.org'));
    const his = expectOk(await send(NOW, 'bob@example.org'));
    await transact(db, (tx) => forgetWithdrawalsOf(tx, { customerId, now: NOW }));
    assert.deepEqual([await nameOf(hers.id), await nameOf(his.id)], ['', 'Ada']);
  });
});
