import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { ENGLISH, EUR, NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS, aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import {
  decideReturn,
  draftOrder,
  fulfilOrder,
  handleWithdrawal,
  listReturns,
  listWithdrawals,
  readDrafts,
  readOrder,
  readTimeline,
  requestReturn,
  withdraw,
} from '../index.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openSellingShop(connection);
const [cup] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };

async function aReturn() {
  const { orderId } = expectOk(await order(shop, await aReadyCart(shop, { variantId: cup, quantity: 2 })));
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
  const lineId = (await readOrder(db, orderId))?.lines[0]?.id ?? newId<'order_line'>();
  const lines = [{ lineId, quantity: 2, reason: 'faulty' as const }];
  const asked = { orderId, lines, kind: 'return', isApproved: false, actor: 'shopper', now: NOW } as const;
  return { orderId, ...expectOk(await transact(db, (tx) => requestReturn(tx, asked))) };
}

test('returns of all orders come page by page, the latest first, and by their state', async () => {
  const [first, second, third] = [await aReturn(), await aReturn(), await aReturn()];
  const decision = { orderId: second.orderId, returnId: second.id, decision: 'approved', note: '' } as const;
  expectOk(await transact(db, (tx) => decideReturn(tx, { ...decision, ...STAFF })));
  const page = await listReturns(db, { limit: 2 });
  assert.deepEqual(
    page.map(({ id, orderId, quantity, email }) => [id, orderId, quantity, email]),
    [third, second].map(({ id, orderId }) => [id, orderId, 2, 'ada@example.org']),
  );
  const rest = await listReturns(db, { limit: 2, before: second.id });
  assert.deepEqual(
    rest.map(({ id }) => id),
    [first.id],
  );
  const waiting = await listReturns(db, { state: 'requested', limit: 10 });
  assert.deepEqual(
    waiting.map(({ id }) => id),
    [third.id, first.id],
  );
});

test('a withdrawal waits until somebody handled it, and the first word stays', async () => {
  const placed = expectOk(await order(shop, await aReadyCart(shop, { variantId: cup, quantity: 1 })));
  const said = { name: 'Ada', email: 'ada@example.org', statement: '', now: NOW };
  const own = expectOk(await transact(db, (tx) => withdraw(tx, { ...said, orderNumber: placed.number })));
  const lost = expectOk(await transact(db, (tx) => withdraw(tx, { ...said, orderNumber: 'none' })));
  const waiting = async () => {
    const found = await listWithdrawals(db, { isWaiting: true, limit: 10 });
    return found.map(({ id }) => id);
  };
  assert.deepEqual(await waiting(), [lost.id, own.id]);
  const handle = (note: string) => transact(db, (tx) => handleWithdrawal(tx, { id: own.id, note, ...STAFF }));
  assert.equal(expectOk(await handle('refunded')).handledNote, 'refunded');
  assert.equal(expectOk(await handle('again')).handledNote, 'refunded');
  assert.deepEqual(await waiting(), [lost.id]);
  const all = await listWithdrawals(db, { limit: 1, before: lost.id });
  assert.deepEqual([all[0]?.id, all[0]?.handledBy], [own.id, 'staff']);
  const notes = (await readTimeline(db, placed.orderId)).filter(({ kind }) => kind === 'withdrawal_handled');
  assert.equal(notes.length, 1);
  const none = await transact(db, (tx) => handleWithdrawal(tx, { id: newId(), note: '', ...STAFF }));
  assert.equal(none.ok ? '' : none.refusal.code, 'unknown_withdrawal');
  assert.equal((await handle('x'.repeat(1_001))).ok, false);
});

test('drafts come page by page, the newest first', async () => {
  const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
  const about = { market: 'eu', locale: ENGLISH, currency: EUR, details, ...STAFF };
  const draft = () => draftOrder(shop.deps, { ...about, lines: [{ variantId: cup, quantity: 1 }] });
  const [older, newer] = [expectOk(await draft()), expectOk(await draft())];
  const [first] = await readDrafts(db, { limit: 1 });
  assert.equal(first?.id, newer.draftId);
  const [second] = await readDrafts(db, { limit: 1, before: newer.draftId });
  assert.equal(second?.id, older.draftId);
});
