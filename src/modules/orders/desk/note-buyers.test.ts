import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { eraseCustomer, listCustomers } from '../../customers/index.ts';
import { cancelOrder, ordersReactions } from '../index.ts';

const shop = await openSellingShop(await testDatabase());
const { connection, deps } = shop;
const react = () => runDueJobs({ connection, jobs: [], reactions: ordersReactions });
const bought = async (quantity: number, methodId = shop.card) => {
  const token = await aReadyCart(shop, { variantId: shop.variants[0], quantity });
  return expectOk(await order(shop, token, { methodId })).orderId;
};
const known = () => listCustomers(deps.db, { sort: '-created', limit: 10 });

test('whoever buys is a customer with what they bought, and a cancelled order is taken off', async () => {
  await bought(1, shop.transfer);
  await react();
  assert.deepEqual(await known(), [], 'nothing was sold yet');
  const first = await bought(2);
  await bought(1);
  await react();
  const [ada] = await known();
  assert.deepEqual(
    [ada?.name, ada?.orders, ada?.spentMinor, ada?.spentCurrency, ada?.country, ada?.market],
    ['Ada Byron', 2, 4_580n, 'EUR', 'DE', 'eu'],
  );
  assert.equal(ada?.emailProvenAt, undefined);
  expectOk(await cancelOrder(deps, { orderId: first, reason: 'shopper', actor: 'staff', now: NOW }));
  await react();
  const [after] = await known();
  assert.deepEqual([after?.orders, after?.spentMinor], [1, 1_690n]);
});

test('who was erased does not come back with what becomes of an old order', async () => {
  const orderId = await bought(1);
  await react();
  const [ada] = await known();
  assert.ok(ada);
  expectOk(await transact(deps.db, (tx) => eraseCustomer(tx, { id: ada.id, now: NOW })));
  expectOk(await cancelOrder(deps, { orderId, reason: 'shopper', actor: 'staff', now: NOW }));
  await react();
  assert.deepEqual(await known(), []);
});
