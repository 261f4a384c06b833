import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { anApi, shoppingWith } from '../../src/apps/api/testing/an-api.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { readCart } from '../../src/modules/carts/index.ts';
import { type OrderDeps, openOrders, recoverOrders, settlePayment } from '../../src/modules/orders/index.ts';
import { openProviders, type PaymentProvider, readPayments } from '../../src/modules/payments/index.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { aCode } from '../selling/offers.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { aCart, aNetwork, aReadyCart, order } from '../selling/shopper.ts';

const connection = await testDatabase(24);
const shop = await openSellingShop(connection, { stock: 10_000 });
const { db } = connection;
const [cup, pot] = shop.variants;
const DUE = 1200n + 490n;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(shop.deps) });
after(() => app.close());

type Told = {
  readonly status: number;
  readonly code: string;
  readonly orderId: string;
  readonly isReplayed: boolean;
};

async function ask(path: string, body: object, key: string, ip = '198.51.100.1'): Promise<Told> {
  const answer = await app.inject({
    ...{ method: 'POST', url: `/api/store/v1${path}`, remoteAddress: ip },
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    payload: JSON.stringify(body),
  });
  const { code = '', orderId = '' } = answer.json();
  return {
    status: answer.statusCode,
    code,
    orderId,
    isReplayed: answer.headers['idempotent-replayed'] === 'true',
  };
}

const click = (token: string, key: string, card = 'tok_visa', ip = aNetwork()) => {
  const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
  const payment = { methodId: shop.card, token: card, ...urls };
  return ask(`/carts/${token}/checkout`, { payment, terms: { version: '2026-01' } }, key, ip);
};

const wish = { variantId: cup, quantity: 1 };
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
const tally = (told: readonly Told[]) =>
  Object.fromEntries(
    Map.groupBy(told, ({ status, code }) => `${status} ${code}`.trim())
      .entries()
      .map(([name, all]) => [name, all.length]),
  );

/** What this cart was charged in all, by the provider's own book, and how many orders it has that stand. */
async function chargedFor(token: string) {
  const { rows } = await sql<{ orders: number; charged: bigint; charges: number }>`
    select count(distinct o.id) filter (where o.cancelled_at is null)::int as orders,
      coalesce(sum(charge.captured_minor - charge.refunded_minor), 0)::bigint as charged,
      count(charge.payment_id) filter (where charge.captured_minor > 0)::int as charges
    from carts.token join orders."order" o on o.cart_id = token.cart_id
    left join payments.payment on payment.order_id = o.id
    left join payments.test_charge charge on charge.payment_id = payment.id
    where token.token_hash = sha256(${token}::bytea)`.execute(db);
  return rows[0];
}

const ONCE = { orders: 1, charged: DUE, charges: 1 };

describe('one cart is one order and is charged once', () => {
  test('twenty clicks with one idempotency key, and once more when all is over', async () => {
    const token = await aReadyCart(shop, wish);
    const key = randomUUID();
    const told = await Promise.all(times(20, () => click(token, key)));
    const { '201': done = 0, '409 idempotency_in_flight': early = 0, ...others } = tally(told);
    assert.deepEqual([done + early, others], [20, {}]);
    const again = await click(token, key);
    assert.deepEqual([again.status, again.isReplayed], [201, true]);
    assert.equal(
      new Set([...told, again].filter(({ status }) => status === 201).map(({ orderId }) => orderId)).size,
      1,
    );
    assert.deepEqual(await chargedFor(token), ONCE);
  });

  test('six clicks with a key each, from one place', async () => {
    const token = await aReadyCart(shop, wish);
    const ip = aNetwork();
    const told = await Promise.all(times(6, () => click(token, randomUUID(), 'tok_visa', ip)));
    assert.deepEqual(tally(told), { '201': 6 });
    assert.equal(new Set(told.map(({ orderId }) => orderId)).size, 1);
    assert.deepEqual(await chargedFor(token), ONCE);
  });

  test('a storm of clicks is one attempt: whoever clicked may still pay, there and for another cart', async () => {
    const token = await aReadyCart(shop, wish);
    const ip = aNetwork();
    const told = await Promise.all(times(40, () => click(token, randomUUID(), 'tok_visa', ip)));
    const {
      '201': done = 0,
      '429 too_many_attempts': refused = 0,
      '409 payment_in_progress': busy = 0,
      ...others
    } = tally(told);
    assert.deepEqual([done + refused + busy, others], [40, {}]);
    assert.ok(done >= 1);
    assert.deepEqual(await chargedFor(token), ONCE);
    const later = await click(token, randomUUID(), 'tok_visa', ip);
    assert.equal(later.status, 201, 'the same cart shows its order');
    const next = await aReadyCart(shop, wish);
    assert.equal(
      (await click(next, randomUUID(), 'tok_visa', ip)).status,
      201,
      'the network is not shut out',
    );
  });

  test('an answer that is lost, and clicks with the same key and with others until somebody is answered', async () => {
    for (const card of ['tok_timeout_after', 'tok_timeout_before']) {
      const token = await aReadyCart(shop, wish);
      const key = randomUUID();
      const first = await click(token, key, card);
      const told = await Promise.all([
        first,
        ...(await Promise.all(times(5, (index) => click(token, index < 2 ? key : randomUUID(), card)))),
      ]);
      assert.deepEqual([...new Set(told.map(({ status }) => status))], [201], card);
      assert.equal(new Set(told.map(({ orderId }) => orderId)).size, 1);
      await recoverOrders(shop.deps, { now: NOW.add({ seconds: 60 }) });
      assert.deepEqual(await chargedFor(token), ONCE, card);
    }
  });

  test('another card while the first is not answered', async () => {
    const token = await aReadyCart(shop, wish);
    const cards = ['tok_visa', 'tok_challenge', 'tok_declined', 'tok_timeout_after', 'tok_visa'];
    const told = await Promise.all(cards.map((card) => click(token, randomUUID(), card)));
    assert.ok(
      told.every(({ status }) => status === 201 || status === 409),
      JSON.stringify(tally(told)),
    );
    await click(token, randomUUID());
    await recoverOrders(shop.deps, { now: NOW.add({ seconds: 60 }) });
    const { charged, orders } = (await chargedFor(token)) ?? { charged: -1n, orders: 0 };
    assert.ok(charged <= DUE && orders <= 1, `${charged} in ${orders}`);
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('nothing of it left anything that does not add up', async () => {
    assert.deepEqual(await wrongInBooks(db), []);
  });
});

/** A shop whose provider has its effect, and then lets `meanwhile` happen before it answers. */
function shopWithSlowAnswers(meanwhile: (paymentId: string) => Promise<void>): OrderDeps {
  const known = openProviders({ db, secrets: { seal: (plain) => plain, open: (sealed) => sealed } });
  const slow = (provider: PaymentProvider): PaymentProvider => ({
    ...provider,
    begin: async (input) => {
      const answer = await provider.begin(input);
      await meanwhile(input.paymentId);
      return answer;
    },
  });
  const get: typeof known.get = async (name) => {
    const provider = await known.get(name);
    return provider === undefined ? undefined : slow(provider);
  };
  return openOrders(connection, { providers: { get } });
}

test('news of a payment that comes before the answer to its beginning, ten times, changes nothing twice', async () => {
  for (const methodId of [shop.card, shop.heldCard]) {
    const token = await aReadyCart(shop, wish);
    const deps = shopWithSlowAnswers(async (id) => {
      const { rows } = await sql<{ order_id: string }>`
        select order_id from payments.payment where id = ${id}`.execute(db);
      assert.equal(rows.length, 1, 'the payment is written before its call');
      const [payment] = await readPayments(db, rows[0]?.order_id ?? '');
      if (payment === undefined) throw new RangeError('a payment was written and is not there');
      await Promise.all(times(10, () => settlePayment(shop.deps, { paymentId: payment.id, now: NOW })));
    });
    const placed = expectOk(await order({ ...shop, deps }, token, { methodId }));
    assert.equal(placed.state, methodId === shop.card ? 'paid' : 'authorized');
    const expected = methodId === shop.card ? ONCE : { orders: 1, charged: 0n, charges: 0 };
    assert.deepEqual(await chargedFor(token), expected);
  }
  assert.deepEqual(await wrongInBooks(db), []);
});

describe('one cart in many programs at once', () => {
  test('forty pieces are added by forty requests, and not one request fails', async () => {
    const token = await aCart(shop);
    const told = await Promise.all(
      times(40, (index) => {
        const variantId = index % 2 === 0 ? cup : pot;
        return ask(`/carts/${token}/lines`, { variantId, quantity: 1 }, randomUUID());
      }),
    );
    assert.deepEqual([...new Set(told.map(({ status, code }) => `${status} ${code}`))], ['201 ']);
    const lines = (await readCart(shop.deps, token))?.lines ?? [];
    assert.deepEqual(lines.map(({ quantity }) => quantity).toSorted(), [20, 20]);
  });

  test('codes are given by requests at once, and not one request fails', async () => {
    const codes = times(6, (index) => `FIRE${index}`);
    for (const code of codes) await aCode(shop, code, { rateMillionths: 10_000 });
    const token = await aCart(shop, wish);
    const told = await Promise.all(codes.map((code) => ask(`/carts/${token}/codes`, { code }, randomUUID())));
    assert.deepEqual([...new Set(told.map(({ status, code }) => `${status} ${code}`))], ['200 ']);
  });
});
