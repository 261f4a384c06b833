import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { wrongInBooks } from '../../../../test/selling/books.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk, type Id, refuse } from '../../../kernel/index.ts';
import { readStoreCredit } from '../../credits/index.ts';
import {
  type PaymentProvider,
  type ProviderName,
  ProviderUnreachable,
  readPayments,
} from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import { type OrderId, readOrder, readRefunds, receiveMoney, recoverOrders } from '../index.ts';
import { refundOrder, resolveRefund } from './refund-order.ts';

const shop = await openSellingShop(await testDatabase(8));
const { deps, currency } = shop;
const { db } = deps;
const [cup] = shop.variants;

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

/** The shop's providers, one of which does something else for a while. */
function withProvider(
  name: ProviderName,
  change: (known: PaymentProvider) => Partial<PaymentProvider>,
): OrderDeps {
  const get: OrderDeps['providers']['get'] = async (asked) => {
    const known = await deps.providers.get(asked);
    return known === undefined || asked !== name ? known : { ...known, ...change(known) };
  };
  return { ...deps, providers: { get } };
}

/** 28.90: 20.00 came by transfer, and then all of it by card, because the bank's news were late. */
async function paidTwoWays(): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 });
  const { orderId, paymentId: id } = expectOk(await order(shop, token, { methodId: shop.transfer }));
  const paymentId = (await readPayments(db, orderId))[0]?.id;
  assert.ok(paymentId !== undefined && paymentId === id);
  const part = { lineId: `bank-${orderId}`, paymentId, amountMinor: 2000n, currency, now: NOW };
  expectOk(await receiveMoney(deps, part));
  const late = withProvider('bank_transfer', () => ({
    read: () => Promise.resolve(refuse('unknown_payment', 'no news of it')),
  }));
  expectOk(await order({ ...shop, deps: late }, token, { methodId: shop.card }));
  return orderId;
}

/** All goods, their delivery, and what came in twice: 48.90. */
async function refundAll(orderId: OrderId, by: OrderDeps = deps) {
  const lines = (await readOrder(db, orderId))?.lines ?? [];
  const pieces = lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  const request = { lines: pieces, delivery: 'rest', goodwillMinor: 0n, means: 'original' } as const;
  const about = { overpaidMinor: 2000n, reason: 'all of it', actor: 'staff', now: NOW };
  return expectOk(await refundOrder(by, { orderId, ...request, ...about }));
}

const givenBack = async (orderId: OrderId) =>
  (await readPayments(db, orderId)).map(({ refundedMinor }) => refundedMinor);
const stateOf = async (orderId: OrderId) => (await readRefunds(db, orderId))[0]?.state;

test('a refund goes over every payment that it takes, each once', async () => {
  const orderId = await paidTwoWays();
  await refundAll(orderId);
  assert.deepEqual(await givenBack(orderId), [2000n, 2890n]);
  assert.deepEqual([await stateOf(orderId), (await readOrder(db, orderId))?.state], ['done', 'refunded']);
});

test('what one provider refuses is not forgotten: it is tried again, and finished', async () => {
  const orderId = await paidTwoWays();
  const stubborn = withProvider('test', () => ({
    refund: () => Promise.resolve(refuse('refused_by_provider', 'the card is closed')),
  }));
  const refundId = await refundAll(orderId, stubborn);
  assert.deepEqual(await givenBack(orderId), [2000n, 0n]);
  assert.equal(await stateOf(orderId), 'incomplete');
  const about = { orderId, refundId, actor: 'staff', now: NOW };
  // A guest has no account that store credit could go to.
  const guest = await resolveRefund(deps, { ...about, by: 'store_credit' });
  assert.equal(guest.ok ? '' : guest.refusal.code, 'no_customer');
  expectOk(await resolveRefund(stubborn, { ...about, by: 'retry' }));
  assert.equal(await stateOf(orderId), 'incomplete');
  const two = await Promise.all([
    resolveRefund(deps, { ...about, by: 'retry' }),
    resolveRefund(deps, { ...about, by: 'retry' }),
  ]);
  assert.equal(two.filter(({ ok }) => ok).length, 1);
  assert.deepEqual(await givenBack(orderId), [2000n, 2890n]);
  assert.equal(await stateOf(orderId), 'done');
});

test('what a provider refused becomes store credit of a customer', async () => {
  const orderId = await paidTwoWays();
  const { rows } = await sql<{ id: Id<'customer'> }>`
    update orders."order" set customer_id = gen_random_uuid() where id = ${orderId}
    returning customer_id as id`.execute(db);
  const customerId = rows[0]?.id;
  assert.ok(customerId);
  const stubborn = withProvider('test', () => ({
    refund: () => Promise.resolve(refuse('refused_by_provider', 'the card is closed')),
  }));
  const refundId = await refundAll(orderId, stubborn);
  expectOk(await resolveRefund(deps, { orderId, refundId, by: 'store_credit', actor: 'staff', now: NOW }));
  assert.equal(await readStoreCredit(db, customerId, currency), 2890n);
  const [refund] = await readRefunds(db, orderId);
  assert.deepEqual([refund?.state, refund?.paymentMinor, refund?.insteadMinor], ['done', 2000n, 2890n]);
});

test('an answer that is lost is asked for again, and what went back goes back once', async () => {
  const orderId = await paidTwoWays();
  const silent = withProvider('test', (known) => ({
    refund: async (operation) => {
      await known.refund(operation);
      throw new ProviderUnreachable('test', 'the line is dead');
    },
  }));
  await refundAll(orderId, silent);
  assert.equal(await stateOf(orderId), 'pending');
  await recoverOrders(deps, { now: NOW.add({ seconds: 30 }) });
  assert.deepEqual(await givenBack(orderId), [2000n, 2890n]);
  assert.equal(await stateOf(orderId), 'done');
});
