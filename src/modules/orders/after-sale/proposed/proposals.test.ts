import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../../test/database.ts';
import { wrongInBooks } from '../../../../../test/selling/books.ts';
import { NOW } from '../../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../../test/selling/places.ts';
import { type Place, proposingIn, STAFF } from '../../../../../test/selling/proposing.ts';
import { expectOk, type Result } from '../../../../kernel/index.ts';
import { readPayments } from '../../../payments/index.ts';
import {
  cancelOrder,
  capturePayment,
  endProposal,
  type OrderId,
  proposeAddress,
  readTimeline,
  recoverOrders,
  refundOrder,
  removePieces,
} from '../../index.ts';

const shop = await openWorld(await testDatabase(8));
const { deps } = shop;
const { db } = deps;
const { theOrder, propose, pay, theProposal, paymentsOf } = proposingIn(shop);

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function posted(orderId: OrderId, account: string): Promise<bigint> {
  const { rows } = await sql<{ sum: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from ledger.posting
      join ledger.transaction on transaction.id = posting.transaction_id
    where transaction.order_id = ${orderId} and account = ${account}`.execute(db);
  return rows[0]?.sum ?? 0n;
}

describe('another address that costs more', () => {
  test('changes nothing before it is paid, and everything with it', async () => {
    const orderId = await anOrderTo(shop);
    const { differenceMinor } = await propose(orderId);
    assert.equal(differenceMinor, 500n);
    const before = await theOrder(orderId);
    assert.deepEqual([before.totals.dueMinor, before.shippingAddress?.city], [5890n, 'Berlin']);
    assert.ok((await theProposal(orderId)).isOpen);
    assert.equal(expectOk(await pay(orderId)).next.kind, 'done');
    const order = await theOrder(orderId);
    assert.deepEqual(
      [order.state, order.totals.dueMinor, order.shippingAddress?.city],
      ['paid', 6390n, 'Wien'],
    );
    assert.deepEqual(await paymentsOf(orderId), [
      [5890n, 'captured', 5890n, 0n],
      [500n, 'captured', 500n, 0n],
    ]);
    assert.deepEqual([await posted(orderId, 'tax:DE'), await posted(orderId, 'receivable')], [0n, 0n]);
    assert.equal(await posted(orderId, 'tax:AT'), -400n - 500n - 165n);
    assert.equal((await theProposal(orderId)).state, 'applied');
    assert.equal(codeOf(await pay(orderId)), 'no_proposal');
    const kinds = (await readTimeline(db, orderId)).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(-4), [
      ...['address_change_proposed', 'supplement_paid', 'address_change_applied', 'address_changed'],
    ]);
  });

  test('is paid with the tax that comes on top of its prices there', async () => {
    const orderId = await anOrderTo(shop, { from: PLACES.albany });
    const { differenceMinor } = await propose(orderId, PLACES.fresno);
    assert.equal(differenceMinor, 174n + 218n + 73n - 96n - 120n - 40n);
    expectOk(await pay(orderId));
    const { totals, taxes } = await theOrder(orderId);
    assert.equal(totals.totalMinor, 6400n + 465n);
    assert.deepEqual(
      taxes.map(({ region, taxMinor }) => [region, taxMinor]),
      [['CA', 465n]],
    );
    assert.deepEqual([await posted(orderId, 'tax:US-NY'), await posted(orderId, 'tax:US-CA')], [0n, -465n]);
  });

  test('is taken of both cards where both only hold it', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.heldCard });
    await propose(orderId);
    expectOk(await pay(orderId, { methodId: shop.heldCard }));
    const held = await theOrder(orderId);
    assert.deepEqual([held.state, held.facts.authorizedMinor], ['authorized', 6390n]);
    expectOk(await capturePayment(deps, { orderId, key: 'one', amountMinor: 6000n, now: NOW }));
    assert.equal((await theOrder(orderId)).facts.capturedMinor, 6000n);
    expectOk(await capturePayment(deps, { orderId, key: 'one', amountMinor: 6000n, now: NOW }));
    assert.equal((await theOrder(orderId)).facts.capturedMinor, 6000n);
    expectOk(await capturePayment(deps, { orderId, key: 'two', now: NOW }));
    assert.equal((await theOrder(orderId)).state, 'paid');
  });

  test('of which nothing is needed any more is given up with the last capture', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.heldCard });
    await propose(orderId);
    expectOk(await pay(orderId, { methodId: shop.heldCard }));
    const [cups] = (await theOrder(orderId)).lines;
    assert.ok(cups);
    expectOk(await removePieces(deps, { orderId, lines: [{ lineId: cups.id, quantity: 1 }], ...STAFF }));
    expectOk(await capturePayment(deps, { orderId, key: 'all', now: NOW }));
    const states = (await readPayments(db, orderId)).map(({ state, capturedMinor }) => [
      state,
      capturedMinor,
    ]);
    assert.deepEqual(states, [
      ['captured', 5190n],
      ['voided', 0n],
    ]);
  });

  test('is taken with the parcel of a card that holds it, for an order that is paid', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    expectOk(await pay(orderId, { methodId: shop.heldCard }));
    assert.equal((await theOrder(orderId)).state, 'authorized');
    expectOk(await capturePayment(deps, { orderId, key: 'parcel', now: NOW }));
    assert.equal((await theOrder(orderId)).state, 'paid');
  });

  test('is refunded over both payments, and cancelled with both', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    expectOk(await pay(orderId));
    const lines = (await theOrder(orderId)).lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
    const about = { orderId, lines, reason: 'all', means: 'original', goodwillMinor: 0n } as const;
    expectOk(await refundOrder(deps, { ...about, delivery: 'rest', ...STAFF }));
    assert.equal((await theOrder(orderId)).state, 'refunded');
    const other = await anOrderTo(shop);
    await propose(other);
    expectOk(await pay(other));
    expectOk(await cancelOrder(deps, { orderId: other, reason: 'merchant', ...STAFF }));
    for (const each of [orderId, other]) {
      assert.deepEqual(
        (await paymentsOf(each)).map((one) => one[3]),
        [5890n, 500n],
      );
    }
  });

  test('is paid after a decline, once', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    assert.equal(codeOf(await pay(orderId, { token: 'tok_declined' })), 'payment_declined');
    const order = await theOrder(orderId);
    assert.deepEqual([order.state, order.totals.totalMinor], ['paid', 5890n]);
    expectOk(await pay(orderId));
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
    assert.equal((await readPayments(db, orderId)).length, 3);
  });

  test('is paid by nothing that may come when it is long over', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    for (const methodId of [shop.transfer, shop.cash]) {
      assert.equal(codeOf(await pay(orderId, { methodId })), 'unknown_payment_method');
    }
  });
});

describe('a proposal', () => {
  test('is one an order, and of what costs more alone', async () => {
    const orderId = await anOrderTo(shop);
    const ask = (address: Place, expectedTotalMinor: bigint) =>
      proposeAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF });
    assert.equal(codeOf(await ask(PLACES.paris, 5890n)), 'nothing_more_is_due');
    assert.equal(codeOf(await ask({ ...PLACES.berlin, city: 'Potsdam' }, 5890n)), 'nothing_more_is_due');
    assert.equal(codeOf(await ask(PLACES.vienna, 6389n)), 'total_changed');
    const both = await Promise.all([ask(PLACES.vienna, 6390n), ask(PLACES.vienna, 6390n)]);
    assert.deepEqual(both.map(codeOf).toSorted(), ['already_proposed', 'ok']);
  });

  test('that is declined or withdrawn is paid by nobody, and leaves room for another', async () => {
    const orderId = await anOrderTo(shop);
    for (const as of ['declined', 'withdrawn'] as const) {
      await propose(orderId);
      expectOk(await endProposal(deps, { orderId, as, ...STAFF }));
      expectOk(await endProposal(deps, { orderId, as, ...STAFF }));
      assert.equal(codeOf(await pay(orderId)), 'no_proposal');
    }
    assert.equal(codeOf(await endProposal(deps, { orderId, as: 'declined', ...STAFF })), 'no_proposal');
    await propose(orderId);
    expectOk(await pay(orderId));
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
  });

  test('gives up what is at the provider when it ends', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    expectOk(await pay(orderId, { token: 'tok_challenge' }));
    expectOk(await endProposal(deps, { orderId, as: 'withdrawn', ...STAFF }));
    assert.equal((await readPayments(db, orderId)).at(-1)?.state, 'voided');
  });

  test('of two payments at once is done for one, and the other goes back', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    await Promise.all([pay(orderId), pay(orderId)]);
    await recoverOrders(deps, { now: NOW.add({ seconds: 60 }), isStart: true });
    const money = (await readPayments(db, orderId)).slice(1);
    assert.equal(
      money.reduce((sum, one) => sum + one.capturedMinor - one.refundedMinor, 0n),
      500n,
    );
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
  });
});
