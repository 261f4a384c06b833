import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { EUR, NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { readEvents } from '../../../platform/outbox/index.ts';
import { saveProducts } from '../../catalog/index.ts';
import { checkGiftCard, giftCardKeyOf } from '../../credits/index.ts';
import { setPolicies } from '../../inventory/index.ts';
import { accountBalance } from '../../ledger/index.ts';
import { setPrices } from '../../pricing/index.ts';
import { capturePayment, readOrder } from '../index.ts';
import { handOverReactions } from './hand-over-digital.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openSellingShop(connection);
const giftCardKey = giftCardKeyOf(Buffer.alloc(32, 9));
const variantId = await aGiftCardProduct();
const react = () => runDueJobs({ connection, reactions: handOverReactions(giftCardKey) });

async function aGiftCardProduct() {
  return transact(db, async (tx) => {
    const variants = [{ optionValues: [], sku: 'gift-25', requiresShipping: false, isTaxable: false }];
    const draft = {
      handle: 'gift-card',
      title: 'Gift card',
      kind: 'gift_card',
      status: 'active',
      variants,
    } as const;
    const [saved] = await saveProducts(tx, {
      drafts: [draft],
      now: NOW.subtract({ hours: 1 }),
      cause: 'test',
    });
    assert.ok(saved && 'variants' in saved);
    const variantId = saved.variants[0]?.id;
    assert.ok(variantId);
    const policy = { variantId, isTracked: false, mayBackorder: false, lowStockAt: undefined };
    await setPolicies(tx, [policy]);
    const price = { variantId, currency: EUR, amountMinor: 2500n, compareAtMinor: undefined };
    await setPrices(tx, { prices: [price], now: NOW.subtract({ hours: 1 }), reason: 'test' });
    return variantId;
  });
}

describe('what needs no parcel', () => {
  test('is handed over once: two gift cards are issued, work, and are owed by the shop', async () => {
    const token = await aReadyCart(shop, { variantId, quantity: 2 });
    const { orderId } = expectOk(await order(shop, token));
    await react();
    await react();
    const found = await readOrder(db, orderId);
    assert.equal(found?.state, 'delivered');
    const { rows } = await connection.pool.query(
      "select id from platform.outbox where topic = 'orders.gift_cards_issued'",
    );
    const [told] = await readEvents(
      db,
      rows.map(({ id }) => id),
    );
    assert.ok(rows.length === 1 && told?.topic === 'orders.gift_cards_issued');
    assert.deepEqual(
      told.payload.cards.map(({ amount }) => amount),
      ['25.00', '25.00'],
    );
    for (const { code, pin } of told.payload.cards) {
      const card = expectOk(await checkGiftCard(db, { key: giftCardKey, code, pin, now: NOW }));
      assert.equal(card.balanceMinor, 2500n);
    }
    assert.equal(await accountBalance(db, 'gift_cards', { orderId, currency: EUR }), -5000n);
    assert.equal(await accountBalance(db, 'gift_cards_sold', { orderId, currency: EUR }), 0n);
  });

  test('waits for the money where it is only authorised', async () => {
    const token = await aReadyCart(shop, { variantId, quantity: 1 });
    const { orderId } = expectOk(await order(shop, token, { methodId: shop.heldCard }));
    await react();
    assert.equal((await readOrder(db, orderId))?.state, 'authorized');
    assert.equal(await accountBalance(db, 'gift_cards', { orderId, currency: EUR }), 0n);
    expectOk(await capturePayment(shop.deps, { orderId, key: 'all', now: NOW }));
    await react();
    assert.equal(await accountBalance(db, 'gift_cards', { orderId, currency: EUR }), -2500n);
  });
});
