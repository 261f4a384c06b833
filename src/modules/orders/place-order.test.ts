import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { readOrder } from './index.ts';

const shop = await openSellingShop(await testDatabase());
const [cup, pot] = shop.variants;

test('a guest orders a cup and two pots and pays by card', async () => {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 1 }, { variantId: pot, quantity: 2 });
  const placed = expectOk(await order(shop, token));
  assert.deepEqual([placed.state, placed.next], ['paid', { kind: 'done' }]);
  const made = await readOrder(shop.deps.db, placed.orderId);
  assert.equal(made?.totals.totalMinor, 1200n + 6000n + 490n);
});
