import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '../../src/kernel/index.ts';
import { readPricedCart } from '../../src/modules/carts/index.ts';
import { readAvailability, releaseExpired } from '../../src/modules/inventory/index.ts';
import { readOrder, recoverOrders } from '../../src/modules/orders/index.ts';
import { savePromotion } from '../../src/modules/pricing/index.ts';
import { transact } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { aReadyCart, order } from '../selling/shopper.ts';

const shop = await openSellingShop(await testDatabase());
const { deps } = shop;
const { db } = deps;
const [cup] = shop.variants;
const wish = { variantId: cup, quantity: 1 };

describe('the days on which the clocks of the shop change (Berlin)', () => {
  // [what, starts and ends by the shop's clock, moments and whether it applies then]
  const days: readonly (readonly [string, string, string, readonly (readonly [string, boolean])[]])[] = [
    [
      'in spring 02:30 does not exist: it begins when the hour is over, and lasts till noon',
      ...(['2027-03-28T02:30', '2027-03-28T12:00'] as const),
      [
        ['2027-03-28T00:29:59Z', false],
        ['2027-03-28T01:30:00Z', true],
        ['2027-03-28T09:59:59Z', true],
        ['2027-03-28T10:00:00Z', false],
      ],
    ],
    [
      'in autumn a day from midnight to midnight has twenty-five hours',
      ...(['2027-10-31T00:00', '2027-11-01T00:00'] as const),
      [
        ['2027-10-30T21:59:59Z', false],
        ['2027-10-30T22:00:00Z', true],
        ['2027-10-31T22:59:59Z', true],
        ['2027-10-31T23:00:00Z', false],
      ],
    ],
  ];
  for (const [what, startsAt, endsAt, moments] of days) {
    test(what, async () => {
      const benefits = [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }];
      const conditions = { schedule: { startsAt, endsAt } };
      const promotion = { name: what.slice(0, 20), trigger: 'automatic', lane: 2, benefits, conditions };
      expectOk(await transact(db, (tx) => savePromotion(tx, { promotion, now: NOW })));
      const token = await aReadyCart(shop, wish);
      const applied = [];
      for (const [at] of moments) {
        const priced = await readPricedCart(deps, { token, now: Temporal.Instant.from(at) });
        applied.push([at, (priced?.quote.totals.discountMinor ?? 0n) > 0n]);
      }
      assert.deepEqual(applied, moments);
    });
  }
});

describe('a clock that jumps', () => {
  const left = async () => (await readAvailability(db, [cup])).get(cup)?.available ?? -1;
  const jump = (hours: number) => NOW.add({ hours });

  test('an hour back: what is held stays held, and what is ordered then is paid', async () => {
    const before = await left();
    const waiting = expectOk(await order(shop, await aReadyCart(shop, wish), { token: 'tok_challenge' }));
    await recoverOrders(deps, { now: jump(-1), isStart: true });
    assert.deepEqual(await transact(db, (tx) => releaseExpired(tx, { now: jump(-1), limit: 100 })), []);
    assert.equal((await readOrder(db, waiting.orderId))?.state, 'pending_payment');
    const earlier = expectOk(await order(shop, await aReadyCart(shop, wish), { now: jump(-1) }));
    assert.equal(earlier.state, 'paid');
    assert.equal(await left(), before - 2);
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('days ahead and back again: unpaid orders end once, their goods are free, and paid ones stay', async () => {
    const before = await left();
    const paid = expectOk(await order(shop, await aReadyCart(shop, wish)));
    const waiting = expectOk(await order(shop, await aReadyCart(shop, wish), { token: 'tok_challenge' }));
    for (const hours of [0, 72, -1, 72]) {
      await recoverOrders(deps, { now: jump(hours) });
      await transact(db, (tx) => releaseExpired(tx, { now: jump(hours), limit: 100 }));
    }
    const states = [paid, waiting].map(async ({ orderId }) => (await readOrder(db, orderId))?.state);
    assert.deepEqual(await Promise.all(states), ['paid', 'cancelled']);
    // The challenge of the test before this one has ended with it.
    assert.equal(await left(), before);
    assert.deepEqual(await wrongInBooks(db), []);
  });
});
