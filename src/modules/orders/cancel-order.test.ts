import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { wrongInBooks } from '../../../test/selling/books.ts';
import { aCode, aGiftCard, payWith } from '../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk, parseId, type Result } from '../../kernel/index.ts';
import { setDetails } from '../carts/index.ts';
import { defaultLocation, readAvailability, release, setOnHand } from '../inventory/index.ts';
import { type Providers, ProviderUnreachable, readPayments } from '../payments/index.ts';
import {
  cancelOrder,
  capturePayment,
  type OrderId,
  readOrder,
  readTimeline,
  recoverOrders,
  settlePayment,
} from './index.ts';

const shop = await openSellingShop(await testDatabase(16));
const { deps } = shop;
const { db } = deps;
const [cup, pot] = shop.variants;
const one = { variantId: cup, quantity: 1 };

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const available = async (variantId = cup) =>
  (await readAvailability(db, [variantId])).get(variantId)?.available;
const paymentsOf = async (id: OrderId) =>
  (await readPayments(db, id)).map(({ state, capturedMinor, refundedMinor }) => [
    state,
    capturedMinor,
    refundedMinor,
  ]);
const cancel = (orderId: OrderId, change: Partial<Parameters<typeof cancelOrder>[1]> = {}) =>
  cancelOrder(deps, { orderId, reason: 'merchant', actor: 'staff', now: NOW, ...change });
const count = (variantId: typeof cup, onHand: number) =>
  db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId, locationId, onHand }];
    return setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  });

describe('cancelling', () => {
  test('a held payment gives it up, and everything that was held', async () => {
    const before = await available();
    await aCode(shop, 'ONCE', { rateMillionths: 100_000, uses: 1 });
    const card = await aGiftCard(shop, 300n);
    const take = async () => {
      const token = await aReadyCart(shop, one);
      await setDetails(deps, { token, details: { codes: ['once'] }, now: NOW });
      await payWith(shop, token, card);
      return expectOk(await order(shop, token, { methodId: shop.heldCard }));
    };
    const placed = await take();
    assert.equal(placed.state, 'authorized');
    expectOk(await cancel(placed.orderId));
    assert.deepEqual(await paymentsOf(placed.orderId), [['voided', 0n, 0n]]);
    assert.equal(await available(), before);
    // Both the code and the card can be used again.
    const again = await readOrder(db, (await take()).orderId);
    assert.deepEqual([again?.totals.discountMinor, again?.totals.creditMinor], [120n, 300n]);
  });

  test('a taken payment refunds it, once', async () => {
    const before = await available();
    const placed = expectOk(await order(shop, await aReadyCart(shop, one)));
    const twice = await Promise.all([cancel(placed.orderId), cancel(placed.orderId)]);
    assert.deepEqual(twice.map(codeOf), ['ok', 'ok']);
    assert.deepEqual(await paymentsOf(placed.orderId), [['captured', 1690n, 1690n]]);
    assert.equal(await available(), before);
    assert.equal((await readOrder(db, placed.orderId))?.state, 'cancelled');
  });

  test('an order without a payment needs none', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { methodId: shop.transfer }));
    assert.equal(placed.state, 'pending_payment');
    expectOk(await cancel(placed.orderId, { reason: 'shopper' }));
    assert.equal((await readOrder(db, placed.orderId))?.cancelReason, 'shopper');
  });

  test('an order that is not there is refused', async () => {
    const orderId = parseId<'order'>('00000000-0000-7000-8000-000000000000');
    assert.ok(orderId);
    assert.equal(codeOf(await cancel(orderId)), 'unknown_order');
  });
});

describe('a provider that gives back and does not say so', () => {
  test('is asked again with the same key, and gives back once', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one)));
    const silent: Providers = {
      get: async (name) => {
        const provider = await deps.providers.get(name);
        if (provider === undefined) return undefined;
        const refund: typeof provider.refund = async (operation) => {
          await provider.refund(operation);
          throw new ProviderUnreachable('test', 'the answer was lost');
        };
        return { ...provider, refund };
      },
    };
    const { orderId } = placed;
    const cut = await cancelOrder(
      { ...deps, providers: silent },
      { orderId, reason: 'merchant', actor: 'staff', now: NOW },
    );
    assert.equal(codeOf(cut), 'ok');
    assert.deepEqual(await paymentsOf(orderId), [['captured', 1690n, 0n]]);
    await recoverOrders(deps, { now: NOW.add({ seconds: 40 }) });
    assert.deepEqual(await paymentsOf(orderId), [['captured', 1690n, 1690n]]);
  });
});

describe('capturing', () => {
  test('in parts, the last of which gives the rest back', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { methodId: shop.heldCard }));
    const capture = (key: string, amountMinor: bigint | undefined, isFinal?: boolean) =>
      capturePayment(deps, {
        ...{ orderId: placed.orderId, key, now: NOW },
        ...(amountMinor === undefined ? {} : { amountMinor }),
        ...(isFinal === undefined ? {} : { isFinal }),
      });
    assert.equal(expectOk(await capture('first', 500n)).state, 'authorized');
    // The same capture again is the same capture.
    assert.equal(codeOf(await capture('first', 500n)), 'ok');
    assert.equal(codeOf(await capture('second', 1191n)), 'more_than_left');
    assert.equal(codeOf(await capture('second', 0n)), 'not_an_amount');
    assert.equal(codeOf(await capture('second', -1n)), 'not_an_amount');
    assert.equal(expectOk(await capture('third', 1190n)).state, 'paid');
    assert.equal(expectOk(await capture('third', 1190n)).state, 'paid');
    assert.equal(expectOk(await capture('third', undefined)).state, 'paid');
    assert.deepEqual(await paymentsOf(placed.orderId), [['captured', 1690n, 0n]]);
    assert.equal(codeOf(await capture('fourth', undefined)), 'not_authorized');
  });

  test('whose answer was lost is asked for again, and takes once', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { methodId: shop.heldCard }));
    const silent: Providers = {
      get: async (name) => {
        const provider = await deps.providers.get(name);
        if (provider === undefined) return undefined;
        const capture: typeof provider.capture = async (operation) => {
          await provider.capture(operation);
          throw new ProviderUnreachable('test', 'the answer was lost');
        };
        return { ...provider, capture };
      },
    };
    const input = { orderId: placed.orderId, key: 'all', now: NOW };
    const lost = await capturePayment({ ...deps, providers: silent }, input);
    assert.equal(codeOf(lost), 'provider_unavailable');
    assert.deepEqual(await paymentsOf(placed.orderId), [['authorized', 0n, 0n]]);
    await recoverOrders(deps, { now: NOW.add({ seconds: 40 }) });
    assert.deepEqual(await paymentsOf(placed.orderId), [['captured', 1690n, 0n]]);
  });

  test('of an order that is not paid is refused', async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { token: 'tok_challenge' }));
    const input = { orderId: placed.orderId, key: 'all', now: NOW };
    assert.equal(codeOf(await capturePayment(deps, input)), 'not_possible_now');
    expectOk(await cancel(placed.orderId));
  });
});

/** The shopper approves at the bank while the order expires: the void came too late, and the money was taken. */
async function takeLate(paymentId: string): Promise<void> {
  await sql`update payments.test_charge set state = 'authorized', captured_minor = amount_minor, is_closed = true
    where payment_id = ${paymentId}`.execute(db);
}

describe('money that comes after the order has expired', () => {
  const expired = async () => {
    const placed = expectOk(await order(shop, await aReadyCart(shop, one), { token: 'tok_challenge' }));
    await recoverOrders(deps, { now: NOW.add({ minutes: 31 }) });
    assert.equal((await readOrder(db, placed.orderId))?.state, 'cancelled');
    const paymentId = parseId<'payment'>(placed.paymentId ?? '');
    assert.ok(paymentId);
    await takeLate(paymentId);
    return { placed, settle: () => settlePayment(deps, { paymentId, now: NOW.add({ minutes: 32 }) }) };
  };
  const kinds = async (id: OrderId) => (await readTimeline(db, id)).map(({ kind }) => kind);

  test('brings it back while everything can be had again', async () => {
    const before = await available();
    const { placed, settle } = await expired();
    assert.equal(await settle(), 'paid');
    assert.equal(await available(), (before ?? 0) - 1);
    assert.ok((await kinds(placed.orderId)).includes('paid'));
  });

  test('goes back at once when others have bought the goods', async () => {
    const { placed, settle } = await expired();
    await count(cup, 100 - ((await available()) ?? 0));
    assert.equal(await available(), 0);
    assert.equal(await settle(), 'cancelled');
    assert.deepEqual(await paymentsOf(placed.orderId), [['captured', 1690n, 1690n]]);
    assert.ok((await kinds(placed.orderId)).includes('paid_too_late'));
    await count(cup, 100);
  });
});

describe('money for an order whose hold had ended', () => {
  const held = async () => {
    const token = await aReadyCart(shop, { variantId: pot, quantity: 1 });
    const placed = expectOk(await order(shop, token, { token: 'tok_challenge' }));
    // The worker that ends holds was on time, and the one that cancels orders was not.
    await db.transaction().execute((tx) => release(tx, { owner: placed.orderId, now: NOW }));
    const paymentId = parseId<'payment'>(placed.paymentId ?? '');
    assert.ok(paymentId);
    await takeLate(paymentId);
    return { placed, settle: () => settlePayment(deps, { paymentId, now: NOW }) };
  };

  test('holds the goods again', async () => {
    const { settle } = await held();
    const before = (await available(pot)) ?? 0;
    assert.equal(await settle(), 'paid');
    assert.equal(await available(pot), before - 1);
  });

  test('goes back when they are gone, and the order with it', async () => {
    const { placed, settle } = await held();
    await count(pot, 100 - ((await available(pot)) ?? 0));
    assert.equal(await settle(), 'cancelled');
    assert.equal((await readOrder(db, placed.orderId))?.cancelReason, 'out_of_stock');
    assert.deepEqual(await paymentsOf(placed.orderId), [['captured', 1690n + 1800n, 1690n + 1800n]]);
  });
});
