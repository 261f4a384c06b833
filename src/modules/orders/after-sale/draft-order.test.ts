import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { ENGLISH, EUR, NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS, aReadyCart, order, sayDetails } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { readOrder } from '../index.ts';
import { draftOrder, readDrafts } from './draft-order.ts';

const connection = await testDatabase();
const shop = await openSellingShop(connection);
const [cup, pot] = shop.variants;
const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
const about = { market: 'eu', locale: ENGLISH, currency: EUR, details, actor: 'staff', now: NOW };

test('what is added to an order is a draft that becomes an order of its own when its link is paid', async () => {
  const first = expectOk(await order(shop, await aReadyCart(shop, { variantId: cup, quantity: 1 })));
  const lines = [{ variantId: pot, quantity: 2 }];
  const { draftId, payToken } = expectOk(
    await draftOrder(shop.deps, { ...about, lines, addsTo: first.orderId }),
  );
  await sayDetails(shop, payToken);
  const second = expectOk(await order(shop, payToken));
  assert.equal(second.state, 'paid');
  assert.equal((await readOrder(connection.db, second.orderId))?.totals.subtotalMinor, 6000n);
  const [draft] = await readDrafts(connection.db, { limit: 10 });
  assert.deepEqual([draft?.id, draft?.addsTo, draft?.orderId], [draftId, first.orderId, second.orderId]);
});

test('a draft of nothing, or of what there is not, is refused by name', async () => {
  const none = await draftOrder(shop.deps, { ...about, lines: [] });
  assert.equal(none.ok ? '' : none.refusal.code, 'no_lines');
  const lines = [
    { variantId: pot, quantity: 1 },
    { variantId: newId<'variant'>(), quantity: 1 },
  ];
  const unknown = await draftOrder(shop.deps, { ...about, lines });
  assert.equal(unknown.ok ? '' : unknown.refusal.field, 'lines[1]');
});
