import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../../test/database.ts';
import { wrongInBooks } from '../../../../../test/selling/books.ts';
import { NOW } from '../../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../../test/selling/places.ts';
import { proposingIn, STAFF } from '../../../../../test/selling/proposing.ts';
import { expectOk, refuse } from '../../../../kernel/index.ts';
import { type Payment, type PaymentProvider, readPayments, reconcile } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import {
  changeShippingAddress,
  endProposal,
  type OrderId,
  readOrderQueues,
  readTimeline,
  recoverOrders,
  refundOrder,
  retryReturn,
  settlePayment,
} from '../../index.ts';
import { pauseMinutes } from './stuck-return.ts';

const shop = await openWorld(await testDatabase(8));
const { deps } = shop;
const { db } = deps;
const { theOrder, propose, pay, theProposal, paymentsOf, approvedUnheard } = proposingIn(shop);

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const later = (minutes: number) => NOW.add({ minutes });

const moveInBerlin = (orderId: OrderId) =>
  changeShippingAddress(deps, { orderId, address: { ...PLACES.berlin, line1: 'Weg 2' }, ...STAFF });

/** The shop with a provider that gives nothing back, and how often it was asked to. */
function stubborn() {
  const asked: string[] = [];
  const no = async ({ idempotencyKey }: { readonly idempotencyKey: string }) => {
    asked.push(idempotencyKey);
    return refuse('refused_by_provider', 'the card is closed');
  };
  const get: OrderDeps['providers']['get'] = async (name) => {
    const known: PaymentProvider | undefined = await deps.providers.get(name);
    return known && { ...known, refund: no, void: no };
  };
  return { asked, deps: { ...deps, providers: { get } } };
}

describe('a proposal that its order has made impossible', () => {
  test('ends by itself, and that is told once', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    await recoverOrders(deps, { now: later(1) });
    assert.equal((await theProposal(orderId)).state, 'proposed');
    expectOk(await moveInBerlin(orderId));
    await recoverOrders(deps, { now: later(2) });
    await recoverOrders(deps, { now: later(3) });
    const { state, endedBecause, endedBy } = await theProposal(orderId);
    assert.deepEqual([state, endedBecause, endedBy], ['withdrawn', 'changed_otherwise', 'system']);
    const ends = (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'address_change_withdrawn');
    assert.equal(ends.length, 1);
  });

  test('makes room for another one at once', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    expectOk(await moveInBerlin(orderId));
    await propose(orderId);
    expectOk(await pay(orderId));
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
  });
});

describe('what a provider would not give back', () => {
  for (const methodId of [shop.card, shop.heldCard]) {
    test(`is asked for again with growing pauses, and staff see it: ${methodId === shop.card ? 'taken' : 'held'}`, async () => {
      const orderId = await anOrderTo(shop);
      await propose(orderId);
      const paymentId = await approvedUnheard(orderId, methodId);
      expectOk(await moveInBerlin(orderId));
      const bank = stubborn();
      await settlePayment(bank.deps, { paymentId, now: NOW });
      const counts: number[] = [];
      for (const minutes of [1, 2, 4, 6, 8, 20, 26, 27, 100, 107]) {
        await recoverOrders(bank.deps, { now: later(minutes) });
        counts.push(bank.asked.length);
      }
      assert.deepEqual(counts, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
      assert.equal(new Set(bank.asked).size, 4);
      const { stuck, isSettled } = await theProposal(orderId);
      assert.deepEqual([stuck?.times, stuck?.why, isSettled], [4, 'the card is closed', false]);
      const waiting = (await readOrderQueues(db)).refunds.first;
      assert.ok(waiting.some((one) => one.orderId === orderId && one.amountMinor === 500n));
      const kinds = (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'supplement_stuck');
      assert.equal(kinds.length, 1);
      await recoverOrders(deps, { now: later(2_000) });
      const money = (await readPayments(db, orderId)).at(-1);
      assert.deepEqual([money?.state === 'voided' || money?.refundedMinor === 500n], [true]);
      await recoverOrders(deps, { now: later(4_000) });
      assert.equal((await readOrderQueues(db)).refunds.count, 0);
      assert.ok((await theProposal(orderId)).isSettled);
    });
  }

  test('is asked for at once when somebody of the staff wants it, and again where it is refused again', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    const paymentId = await approvedUnheard(orderId);
    expectOk(await moveInBerlin(orderId));
    const bank = stubborn();
    await settlePayment(bank.deps, { paymentId, now: NOW });
    await recoverOrders(bank.deps, { now: later(1) });
    const { id: proposalId } = await theProposal(orderId);
    const asked = { orderId, proposalId, actor: 'staff:ada', now: later(2) };
    const before = bank.asked.length;
    assert.equal(expectOk(await retryReturn(bank.deps, asked)).isSettled, false);
    assert.equal(bank.asked.length, before + 1);
    expectOk(await retryReturn(deps, { ...asked, now: later(3) }));
    assert.equal((await readPayments(db, orderId)).at(-1)?.refundedMinor, 500n);
    await recoverOrders(deps, { now: later(4_000) });
    const again = await retryReturn(deps, { ...asked, now: later(4_001) });
    assert.equal(again.ok || again.refusal.code, 'nothing_stuck');
    const retried = (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'supplement_retried');
    assert.deepEqual(
      retried.map(({ actor }) => actor),
      ['staff:ada', 'staff:ada'],
    );
    const other = await anOrderTo(shop);
    const foreign = await retryReturn(deps, { ...asked, orderId: other });
    assert.equal(foreign.ok || foreign.refusal.code, 'no_proposal');
  });

  test('is never refunded as if it were the money of the order', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    const paymentId = await approvedUnheard(orderId);
    expectOk(await moveInBerlin(orderId));
    await settlePayment(stubborn().deps, { paymentId, now: NOW });
    const goodwill = { lines: [], reason: 'late', means: 'original', delivery: 'none' } as const;
    expectOk(await refundOrder(deps, { orderId, ...goodwill, goodwillMinor: 5890n, ...STAFF }));
    assert.deepEqual(await paymentsOf(orderId), [
      [5890n, 'captured', 5890n, 5890n],
      [500n, 'captured', 500n, 0n],
    ]);
    await recoverOrders(deps, { now: later(10) });
    assert.equal((await readPayments(db, orderId)).at(-1)?.refundedMinor, 500n);
  });

  test('is asked for after five minutes, and at last each day', () => {
    assert.deepEqual([1, 2, 3, 4, 5, 9].map(pauseMinutes), [5, 20, 80, 320, 1280, 1440]);
  });
});

test('an attempt whose shopper left the page of the provider ends with the time of a checkout', async () => {
  const orderId = await anOrderTo(shop);
  await propose(orderId);
  expectOk(await pay(orderId, { token: 'tok_challenge' }));
  await recoverOrders(deps, { now: later(29) });
  assert.equal((await readPayments(db, orderId)).at(-1)?.state, 'requires_action');
  await recoverOrders(deps, { now: later(31) });
  assert.equal((await readPayments(db, orderId)).at(-1)?.state, 'voided');
  assert.equal((await theProposal(orderId)).state, 'proposed');
  // Nothing is under way any more: the order can be looked at and changed, and the difference paid.
  expectOk(await endProposal(deps, { orderId, as: 'withdrawn', ...STAFF }));
  await propose(orderId);
  expectOk(await pay(orderId, { now: later(32) }));
  assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
});

test('a supplement is compared with the book of its provider, as any payment', async () => {
  const payments: Payment[] = [];
  for (const orderId of [await anOrderTo(shop), await anOrderTo(shop)]) {
    await propose(orderId);
    expectOk(await pay(orderId));
    payments.push(...(await readPayments(db, orderId)));
  }
  const ids = payments.map(({ id }) => id);
  const unlisted = payments.at(-1)?.id;
  // The provider has a clock of its own, and one of them is not in its book.
  await sql`update payments.test_charge set captured_at = case when payment_id <> ${unlisted} then ${NOW.toString()}::timestamptz end
    where payment_id = any(${ids}::uuid[])`.execute(db);
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const found = await reconcile(deps, { provider: 'test', day, now: later(24 * 60) });
  assert.deepEqual(
    found.flatMap(({ paymentId, kind, oursMinor }) =>
      ids.some((id) => id === paymentId) ? [[paymentId, kind, oursMinor]] : [],
    ),
    [[unlisted, 'missing_there', 500n]],
  );
});
