import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { expectOk, parseId } from '../../src/kernel/index.ts';
import {
  cancelOrder,
  capturePayment,
  readOrder,
  readRefunds,
  recoverOrders,
} from '../../src/modules/orders/index.ts';
import { answerTestCharge, readPayments } from '../../src/modules/payments/index.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { NOW } from '../selling/open-shop.ts';
import { openWorld } from '../selling/places.ts';
import { aReadyCart, order } from '../selling/shopper.ts';
import { type Deed, openKiller, type Point } from './kill.ts';
import { refundAll } from './refund-all.ts';
import { aLateSupplement, anAskedOrder, assertGoneBack, assertMoved, paySupplement } from './supplement.ts';

/**
 * `CRASH=full`: before and after every point of every deed. `CRASH=refund`: of this deed. Otherwise after every point of
 * a checkout.
 */
const ASKED = process.env['CRASH'];
const IS_FULL = ASKED !== undefined;

const shop = await openWorld(await testDatabase(8), { stock: 100_000 });
const { deps } = shop;
const killer = await openKiller();
after(killer.close);
const { db } = deps;
const [cup, pot, spoon] = shop.variants;
const WISHES = [cup, pot, spoon].map((variantId) => ({ variantId, quantity: 1 }));
const TOTAL = 1200n + 3000n + 250n + 490n;
const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
const database = rows[0]?.name ?? '';

/** What a deed is done to, and what has to be true once it was cut off, mended, and asked for again. */
type Case = { readonly subject: string; readonly methodId: string; readonly check: () => Promise<void> };

const CASES: Readonly<Record<Deed, () => Promise<Case>>> = {
  checkout: async () => {
    const token = await aReadyCart(shop, ...WISHES);
    const check = async () => {
      const placed = expectOk(await order(shop, token));
      assert.equal(placed.state, 'paid');
      assert.equal(await captured(placed.orderId), TOTAL);
      assert.equal(await ordersOf(token), 1);
    };
    return { subject: token, methodId: shop.card, check };
  },
  capture: async () => {
    const token = await aReadyCart(shop, ...WISHES);
    const { orderId } = expectOk(await order(shop, token, { methodId: shop.heldCard }));
    const check = async () => {
      expectOk(await capturePayment(deps, { orderId, key: 'parcel', now: NOW }));
      assert.equal(await captured(orderId), TOTAL);
      assert.equal((await readOrder(db, orderId))?.state, 'paid');
    };
    return { subject: orderId, methodId: '', check };
  },
  settle: async () => {
    const token = await aReadyCart(shop, ...WISHES);
    const placed = expectOk(await order(shop, token, { token: 'tok_challenge' }));
    const subject = placed.paymentId ?? '';
    expectOk(await answerTestCharge(db, { id: subject, choice: 'approve', now: NOW }));
    const check = async () => assert.equal((await readOrder(db, placed.orderId))?.state, 'paid');
    return { subject, methodId: '', check };
  },
  cancel: async () => {
    const { orderId } = expectOk(await order(shop, await aReadyCart(shop, ...WISHES)));
    const check = async () => {
      expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', actor: 'staff', now: NOW }));
      const [payment] = await readPayments(db, orderId);
      assert.deepEqual([payment?.capturedMinor, payment?.refundedMinor], [TOTAL, TOTAL]);
    };
    return { subject: orderId, methodId: '', check };
  },
  refund: async () => {
    const { orderId } = expectOk(await order(shop, await aReadyCart(shop, ...WISHES)));
    const check = async () => {
      // Cut off before it was written there is none yet; afterwards another one is refused.
      await refundAll(deps, orderId);
      const refunds = await readRefunds(db, orderId);
      assert.deepEqual(
        refunds.map(({ state, amountMinor }) => [state, amountMinor]),
        [['done', TOTAL]],
      );
      const [payment] = await readPayments(db, orderId);
      assert.deepEqual([payment?.capturedMinor, payment?.refundedMinor], [TOTAL, TOTAL]);
      assert.equal((await readOrder(db, orderId))?.state, 'refunded');
      assert.equal(await timesRefunded(orderId), 1);
    };
    return { subject: orderId, methodId: '', check };
  },
  supplement: async () => {
    const orderId = await anAskedOrder(shop);
    const check = async () => {
      // Cut off before it was written it is still proposed; afterwards there is nothing left to agree to.
      const again = await paySupplement(deps, orderId, { methodId: shop.card });
      assert.ok(again.ok || again.refusal.code === 'no_proposal');
      await assertMoved(deps, orderId);
    };
    return { subject: orderId, methodId: shop.card, check };
  },
  late_supplement: async () => {
    const { orderId, paymentId } = await aLateSupplement(shop);
    return { subject: paymentId, methodId: '', check: () => assertGoneBack(deps, orderId) };
  },
  recover: async () => {
    const token = await aReadyCart(shop, ...WISHES);
    const placed = expectOk(await order(shop, token, { token: 'tok_timeout_after' }));
    const check = async () => assert.equal((await readOrder(db, placed.orderId))?.state, 'paid');
    return { subject: '-', methodId: '', check };
  },
};

async function captured(id: string): Promise<bigint> {
  const orderId = parseId<'order'>(id);
  assert.ok(orderId);
  const payments = await readPayments(db, orderId);
  return payments.reduce((sum, { capturedMinor }) => sum + capturedMinor, 0n);
}

/** How often those who write mails and credit notes are told. */
async function timesRefunded(orderId: string): Promise<number> {
  const { rows: told } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox
    where topic = 'orders.refunded' and payload ->> 'orderId' = ${orderId}`.execute(db);
  return told[0]?.count ?? 0;
}

async function ordersOf(token: string): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`
    select count(*)::int as count from orders."order" o join carts.token on token.cart_id = o.cart_id
    where token.token_hash = sha256(${token}::bytea) and o.cancelled_at is null`.execute(db);
  return found[0]?.count ?? 0;
}

/** Kills processes in the middle of the deed, starts again, and looks at everything. */
async function killAt(deed: Deed, points: readonly Point[]): Promise<void> {
  const cases = [];
  for (const point of points) cases.push({ point, ...(await CASES[deed]()) });
  const lives = cases.map(({ point, subject, methodId }) => {
    return killer.run({ database, deed, subject, methodId }, point);
  });
  assert.ok((await Promise.all(lives)).every((lived) => lived === undefined));
  const where = `${deed}, killed ${points.map(({ at, when }) => `${when} ${at}`).join(' and ')}`;
  // What a start does.
  await recoverOrders(deps, { now: NOW.add({ seconds: 1 }), isStart: true });
  assert.deepEqual(await wrongInBooks(db), [], `${where}, and mended`);
  for (const { check } of cases) await check();
  assert.deepEqual(await wrongInBooks(db), [], `${where}, and asked for again`);
}

/** How many statements and outside calls the deed has: counted, not written down. */
async function pointsOf(deed: Deed): Promise<number> {
  const { subject, methodId, check } = await CASES[deed]();
  const points = await killer.run({ database, deed, subject, methodId });
  assert.ok(points !== undefined && points > 3, `${deed} has points`);
  await check();
  return points;
}

const MONEY_DEEDS: readonly Deed[] = [
  'capture',
  'settle',
  'cancel',
  'refund',
  'supplement',
  'late_supplement',
];
const ALL_DEEDS: readonly Deed[] = ['checkout', ...MONEY_DEEDS, 'recover'];
const DEEDS = ASKED === 'full' ? ALL_DEEDS : ALL_DEEDS.filter((deed) => deed === (ASKED ?? 'checkout'));
// As many at once as there are processors to start them.
const AT_ONCE = 2;

for (const deed of DEEDS) {
  test(`${deed}: killed at every statement and outside call, and nothing is lost`, async (context) => {
    const points = await pointsOf(deed);
    const moments = IS_FULL ? (['before', 'after'] as const) : (['after'] as const);
    const all = Array.from({ length: points }, (_, index) => index + 1).flatMap((at) =>
      moments.map((when): Point => ({ at, when })),
    );
    for (let index = 0; index < all.length; index += AT_ONCE)
      await killAt(deed, all.slice(index, index + AT_ONCE));
    context.diagnostic(`${deed}: ${points} points, killed ${all.length} times`);
  });
}
