import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { type AccountCode, accountBalance } from '../ledger/index.ts';
import { aShop, factsOf } from './contract/shop.ts';
import { testWorld } from './contract/test-world.ts';
import {
  beginCapture,
  beginPayment,
  beginRefund,
  beginVoid,
  callProvider,
  type PaymentId,
  ProviderUnreachable,
  pendingCalls,
  readDisputes,
  readPayments,
  unsettledPayments,
} from './index.ts';

const { db } = await testDatabase(24);
const world = await testWorld(db);
const shop = aShop(world);
const { now } = world;
const card = (token: string) => ({ mode: 'in_page' as const, token });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const ACCOUNTS: readonly AccountCode[] = [
  ...(['receivable', 'provider:test', 'fees', 'disputes', 'dispute_losses'] as const),
];

/** What the ledger has of an order, account by account, without zeros. */
async function bookOf(orderId: string): Promise<Record<string, bigint>> {
  const currency = currencyOf('EUR');
  const read = ACCOUNTS.map((account) => accountBalance(db, account, { currency, orderId }));
  const amounts = await Promise.all(read);
  const entries = ACCOUNTS.map((account, index) => [account, amounts[index] ?? 0n] as const);
  return Object.fromEntries(entries.filter(([, amount]) => amount !== 0n));
}

/** Writes an operation, makes its call, and records the answer. */
async function carryOut(begin: Promise<Awaited<ReturnType<typeof beginRefund>>>) {
  return shop.record(await callProvider(shop.deps, expectOk(await begin)));
}

const refund = (paymentId: PaymentId, amountMinor: bigint, key: string) =>
  db
    .transaction()
    .execute((tx) => beginRefund(tx, { paymentId, amountMinor, key, reason: 'returned', now: now() }));
const capture = (paymentId: PaymentId, amountMinor: bigint, key: string, isFinal = true) =>
  db.transaction().execute((tx) => beginCapture(tx, { paymentId, amountMinor, key, isFinal, now: now() }));

describe('a payment', () => {
  test('that is captured at once is in the ledger with its fee, once however often it is recorded', async () => {
    const call = await shop.begin(card('tok_visa'));
    const answer = await callProvider(shop.deps, call);
    const first = await shop.record(answer);
    assert.deepEqual([first.newlyAuthorizedMinor, first.newlyCapturedMinor], [10_000n, 10_000n]);
    assert.deepEqual([first.stateBefore, first.payment.state], ['new', 'captured']);
    const again = await shop.record(answer);
    assert.deepEqual([again.newlyCapturedMinor, again.newlyFeeMinor], [0n, 0n]);
    const book = { receivable: -10_000n, 'provider:test': 9_835n, fees: 165n };
    assert.deepEqual(await bookOf(call.orderId), book);
  });

  test('is written with its call before anything is sent, and its names and addresses go with the answer', async () => {
    const call = await shop.begin(card('tok_visa'));
    assert.equal((await shop.paymentOf(call.paymentId)).state, 'new');
    const request = async () => {
      const { rows } = await sql<{ request: unknown }>`
        select request from payments.operation where id = ${call.operationId}`.execute(db);
      return JSON.stringify(rows[0]?.request);
    };
    assert.match(await request(), /ada@example\.com/);
    await shop.record(await callProvider(shop.deps, call));
    assert.equal(await request(), 'null');
  });

  test('whose answer was lost is asked again with the same key and is one payment', async () => {
    for (const token of ['tok_timeout_before', 'tok_timeout_after']) {
      const call = await shop.begin(card(token));
      await assert.rejects(callProvider(shop.deps, call), ProviderUnreachable);
      const [pending, ...others] = await pendingCalls(db, { orderId: call.orderId });
      assert.deepEqual([pending, others], [call, []]);
      const change = await shop.record(await callProvider(shop.deps, call));
      assert.deepEqual([change.payment.state, change.newlyCapturedMinor], ['captured', 10_000n]);
      assert.deepEqual(await pendingCalls(db, { orderId: call.orderId }), []);
    }
  });

  test('that is declined has failed and says why; the next attempt is another payment', async () => {
    const orderId = newId();
    const first = await shop.start(card('tok_insufficient_funds'), { orderId });
    assert.deepEqual([first.payment.state, first.payment.decline?.kind], ['failed', 'insufficient_funds']);
    const second = await shop.start(card('tok_visa'), { orderId });
    assert.deepEqual([second.payment.attempt, second.payment.state], [2, 'captured']);
    assert.deepEqual(
      (await readPayments(db, orderId)).map(({ state }) => state),
      ['failed', 'captured'],
    );
  });

  test('that the provider refuses has failed', async () => {
    const call = await shop.begin(card('tok_unheard_of'));
    const change = await shop.record(await callProvider(shop.deps, call));
    assert.ok(change.isNewlyFailed);
    assert.deepEqual(change.payment.decline, { kind: 'provider_error', code: 'refused_by_provider' });
  });

  test('in waiting is found by the sweeper, and one that has come to an end is not', async () => {
    const { payment } = await shop.start(card('tok_challenge'));
    const { payment: paid } = await shop.start(card('tok_visa'));
    const found = await unsettledPayments(db, { olderThan: now().add({ seconds: 1 }), limit: 1_000 });
    const ids = found.map(({ id }) => id);
    assert.deepEqual([ids.includes(payment.id), ids.includes(paid.id)], [true, false]);
  });
});

describe('a further attempt', () => {
  test('closes the one before it, whose page then takes nothing more', async () => {
    const orderId = newId();
    const first = await shop.start(card('tok_challenge'), { orderId });
    await shop.start(card('tok_visa'), { orderId });
    await world.act(first.begun, 'pass_challenge');
    assert.equal((await shop.settle(first.payment.id)).payment.state, 'voided');
  });

  test('is refused when the one before it has been paid meanwhile', async () => {
    const orderId = newId();
    const first = await shop.start(card('tok_challenge'), { orderId });
    await world.act(first.begun, 'pass_challenge');
    const call = await shop.begin(card('tok_visa'), { orderId });
    const answer = await callProvider(shop.deps, call);
    assert.equal(codeOf(answer.result), 'already_paid');
    await shop.record(answer);
    await shop.settle(first.payment.id);
    assert.deepEqual(
      (await readPayments(db, orderId)).map(({ state }) => state),
      ['captured', 'failed'],
    );
  });

  test('waits for the answer to the one before it', async () => {
    const call = await shop.begin(card('tok_timeout_after'));
    await assert.rejects(callProvider(shop.deps, call), ProviderUnreachable);
    const { rows } = await sql<{ method_id: Parameters<typeof beginPayment>[1]['methodId'] }>`
      select method_id from payments.payment where id = ${call.paymentId}`.execute(db);
    const methodId = rows[0]?.method_id;
    assert.ok(methodId !== undefined && call.request.kind === 'begin');
    const { orderId, amountMinor, currency, request } = call;
    const input = { orderId, methodId, amountMinor, currency, context: request.input, now: now() };
    const again = () => db.transaction().execute((tx) => beginPayment(tx, input));
    assert.equal(codeOf(await again()), 'earlier_attempt_pending');
    await shop.record(await callProvider(shop.deps, call));
    assert.equal(codeOf(await again()), 'ok');
  });
});

describe('captures, voids and refunds', () => {
  test('an authorised payment is captured in parts, each once by its key', async () => {
    const { payment } = await shop.start(card('tok_visa'), { isCapturedAtOnce: false });
    assert.deepEqual([payment.state, payment.capturedMinor], ['authorized', 0n]);
    assert.equal(codeOf(await capture(payment.id, 10_001n, 'parcel-0')), 'more_than_left');
    const first = await carryOut(capture(payment.id, 4_000n, 'parcel-1', false));
    assert.deepEqual([first.payment.state, first.newlyCapturedMinor], ['partly_captured', 4_000n]);
    const again = await carryOut(capture(payment.id, 4_000n, 'parcel-1', false));
    assert.equal(again.payment.capturedMinor, 4_000n);
    const second = await carryOut(capture(payment.id, 6_000n, 'parcel-2'));
    assert.deepEqual([second.payment.state, second.payment.capturedMinor], ['captured', 10_000n]);
    assert.equal((await bookOf(payment.orderId))['receivable'], -10_000n);
  });

  test('a capture and a void do not overtake each other', async () => {
    const { payment } = await shop.start(card('tok_visa'), { isCapturedAtOnce: false });
    const call = expectOk(await capture(payment.id, 1_000n, 'parcel-1'));
    const voiding = () =>
      db.transaction().execute((tx) => beginVoid(tx, { paymentId: payment.id, now: now() }));
    assert.equal(codeOf(await voiding()), 'operation_pending');
    await shop.record(await callProvider(shop.deps, call));
    assert.equal(codeOf(await voiding()), 'not_authorized');
  });

  test('a voided payment owes nothing and is captured no more', async () => {
    const { payment } = await shop.start(card('tok_visa'), { isCapturedAtOnce: false });
    const change = await carryOut(
      db.transaction().execute((tx) => beginVoid(tx, { paymentId: payment.id, now: now() })),
    );
    assert.ok(change.isNewlyVoided);
    assert.equal(codeOf(await capture(payment.id, 1n, 'late')), 'not_authorized');
    assert.deepEqual(await bookOf(payment.orderId), {});
  });

  test('a refund is back in the ledger, and one that the provider refuses may be asked again', async () => {
    const { payment } = await shop.start(card('tok_visa'));
    const call = expectOk(await refund(payment.id, 10_000n, 'r-1'));
    assert.equal(codeOf(await refund(payment.id, 1n, 'r-2')), 'more_than_left');
    const refused = { ok: false, refusal: { code: 'not_possible_now', message: '' } } as const;
    await shop.record({ call, result: refused });
    const change = await carryOut(refund(payment.id, 2_500n, 'r-3'));
    assert.equal(change.newlyRefundedMinor, 2_500n);
    const book = { receivable: -7_500n, 'provider:test': 7_335n, fees: 165n };
    assert.deepEqual(await bookOf(payment.orderId), book);
  });

  test('of two hundred refunds at once no more goes back than was captured', async () => {
    const { payment } = await shop.start(card('tok_visa'));
    const asked = await Promise.all(
      Array.from({ length: 200 }, (_, index) => refund(payment.id, 700n, `race-${index}`)),
    );
    const calls = asked.flatMap((result) => (result.ok ? [result.value] : []));
    assert.equal(calls.length, 14);
    for (const call of calls) await shop.record(await callProvider(shop.deps, call));
    const after = await shop.paymentOf(payment.id);
    assert.deepEqual([after.refundedMinor, after.capturedMinor], [9_800n, 10_000n]);
  });

  test('the database itself holds that refunds are at most what was captured', async () => {
    const { payment } = await shop.start(card('tok_visa'));
    for (const column of ['refunded_minor', 'refund_asked_minor']) {
      const more = sql`update payments.payment set ${sql.ref(column)} = 10001 where id = ${payment.id}`;
      await assert.rejects(more.execute(db), /payment_refunds_within_captured/);
    }
  });
});

describe('a dispute', () => {
  for (const outcome of ['won', 'lost'] as const) {
    test(`that is ${outcome} is in the ledger from its beginning to its end, once`, async () => {
      const { payment, begun } = await shop.start(card('tok_visa'));
      await world.openDispute(begun.snapshot, 10_000n);
      const opened = await shop.settle(payment.id);
      assert.deepEqual([opened.newlyDisputedMinor, opened.payment.disputedMinor], [10_000n, 10_000n]);
      const open = { receivable: -10_000n, 'provider:test': -165n, fees: 165n, disputes: 10_000n };
      assert.deepEqual(await bookOf(payment.orderId), open);
      assert.equal(codeOf(await refund(payment.id, 1n, 'while-disputed')), 'more_than_left');
      await world.closeDispute(begun.snapshot, outcome);
      const changes = [await shop.settle(payment.id), await shop.settle(payment.id)];
      const deltas = changes.map((change) => change.newlyDisputedMinor);
      assert.deepEqual(deltas, outcome === 'won' ? [-10_000n, 0n] : [0n, 0n]);
      const { disputes: _, ...rest } = open;
      const closed =
        outcome === 'won' ? { ...rest, 'provider:test': 9_835n } : { ...rest, dispute_losses: 10_000n };
      assert.deepEqual(await bookOf(payment.orderId), closed);
      const after = factsOf(await shop.paymentOf(payment.id));
      assert.equal(after.disputedMinor, outcome === 'won' ? 0n : 10_000n);
    });
  }

  test('is listed after the one that the page before ended with', async () => {
    for (let count = 0; count < 3; count += 1) {
      const { payment, begun } = await shop.start(card('tok_visa'));
      await world.openDispute(begun.snapshot, 100n);
      await shop.settle(payment.id);
    }
    const all = await readDisputes(db, { limit: 100 });
    const first = await readDisputes(db, { limit: 2 });
    const after = first.at(-1)?.id ?? newId<'dispute'>();
    const rest = await readDisputes(db, { limit: 98, after });
    assert.deepEqual([...first, ...rest], all);
  });
});
