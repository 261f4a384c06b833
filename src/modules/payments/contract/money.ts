import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import type { ProviderTransaction } from '../provider.ts';
import { aBegin, operationOf, type ProviderWorld, pay, snapshotOf } from './world.ts';

/** Authorise, capture, void, refund, in every amount and currency the provider takes. */
export function describeMoney(world: ProviderWorld): void {
  const { provider } = world;
  const authorize = async (amountMinor = 10_000n) => {
    const input = aBegin(world.means.approved, { amountMinor, isCapturedAtOnce: false });
    return { input, snapshot: await pay(world, input) };
  };
  const captured = async () => {
    const input = aBegin(world.means.approved);
    return { input, snapshot: await pay(world, input) };
  };
  const code = (result: Awaited<ReturnType<typeof provider.capture>>) =>
    result.ok ? 'ok' : result.refusal.code;

  test('a payment that is captured at once is captured, with what it was paid with', async () => {
    const { snapshot } = await captured();
    assert.equal(snapshot.state, 'captured');
    assert.deepEqual([snapshot.authorizedMinor, snapshot.capturedMinor], [10_000n, 10_000n]);
    assert.ok(snapshot.means);
    assert.ok(!/\d{5}/.test(JSON.stringify(snapshot.means)), 'no more than four digits of it are told');
  });

  for (const [currency, amountMinor] of world.amounts) {
    test(`${amountMinor} of ${currency} are ${amountMinor} on the way out and back`, async () => {
      const input = aBegin(world.means.approved, { amountMinor, currency: currencyOf(currency) });
      const snapshot = await pay(world, input);
      assert.deepEqual([snapshot.capturedMinor, snapshot.currency], [amountMinor, currency]);
    });
  }

  test('an authorised payment is captured in whole', async () => {
    const { input, snapshot } = await authorize();
    assert.deepEqual([snapshot.state, snapshot.capturedMinor], ['authorized', 0n]);
    const operation = operationOf(input, snapshot, 'capture', 10_000n);
    const after = expectOk(await provider.capture({ ...operation, isFinal: true }));
    assert.deepEqual([after.state, after.capturedMinor], ['captured', 10_000n]);
    const again = expectOk(await provider.capture({ ...operation, isFinal: true }));
    assert.equal(again.capturedMinor, 10_000n);
  });

  test('a final capture of a part gives the rest back', async () => {
    const { input, snapshot } = await authorize();
    const operation = operationOf(input, snapshot, 'capture', 4_000n);
    const after = expectOk(await provider.capture({ ...operation, isFinal: true }));
    assert.deepEqual([after.state, after.capturedMinor], ['captured', 4_000n]);
    const more = operationOf(input, snapshot, 'capture:2', 1_000n);
    assert.notEqual(code(await provider.capture({ ...more, isFinal: true })), 'ok');
  });

  test('a payment is captured in several parts, where the provider can', async () => {
    if (!world.maySplitCaptures) return;
    const { input, snapshot } = await authorize();
    const first = operationOf(input, snapshot, 'capture:1', 3_000n);
    const part = expectOk(await provider.capture({ ...first, isFinal: false }));
    assert.deepEqual([part.state, part.capturedMinor], ['partly_captured', 3_000n]);
    const second = operationOf(input, snapshot, 'capture:2', 7_000n);
    const whole = expectOk(await provider.capture({ ...second, isFinal: true }));
    assert.deepEqual([whole.state, whole.capturedMinor], ['captured', 10_000n]);
  });

  test('more than was authorised is not captured', async () => {
    const { input, snapshot } = await authorize();
    const operation = operationOf(input, snapshot, 'capture', 10_001n);
    assert.notEqual(code(await provider.capture({ ...operation, isFinal: true })), 'ok');
    assert.equal((await snapshotOf(world, input)).capturedMinor, 0n);
  });

  test('a void gives up the authorisation, and nothing is captured after it', async () => {
    if (!provider.features.hasVoid) return;
    const { input, snapshot } = await authorize();
    const after = expectOk(await provider.void(operationOf(input, snapshot, 'void', 0n)));
    assert.deepEqual([after.state, after.capturedMinor], ['voided', 0n]);
    const operation = operationOf(input, snapshot, 'capture', 10_000n);
    assert.notEqual(code(await provider.capture({ ...operation, isFinal: true })), 'ok');
  });

  test('a captured payment is not voided', async () => {
    const { input, snapshot } = await captured();
    assert.notEqual(code(await provider.void(operationOf(input, snapshot, 'void', 0n))), 'ok');
    assert.equal((await snapshotOf(world, input)).state, 'captured');
  });

  test('a refund gives back a part, then the rest, and never more', async () => {
    const { input, snapshot } = await captured();
    const refund = async (kind: string, amountMinor: bigint) =>
      provider.refund({ ...operationOf(input, snapshot, kind, amountMinor), reason: 'returned' });
    assert.equal(expectOk(await refund('refund:1', 2_500n)).refundedMinor, 2_500n);
    assert.equal(expectOk(await refund('refund:1', 2_500n)).refundedMinor, 2_500n);
    assert.equal(code(await refund('refund:2', 7_501n)), 'amount_too_large');
    assert.equal(expectOk(await refund('refund:3', 7_500n)).refundedMinor, 10_000n);
    const last = await snapshotOf(world, input);
    assert.deepEqual([last.state, last.capturedMinor, last.refundedMinor], ['captured', 10_000n, 10_000n]);
  });

  test('what is not captured is not refunded', async () => {
    const { input, snapshot } = await authorize();
    const refund = { ...operationOf(input, snapshot, 'refund', 1n), reason: '' };
    assert.notEqual(code(await provider.refund(refund)), 'ok');
  });

  test('a payment that is not there is unknown, and an operation on it too', async () => {
    const nobody = aBegin(world.means.approved);
    const { paymentId, currency } = nobody;
    const read = await provider.read({ reference: undefined, paymentId, currency });
    assert.equal(code(read), 'unknown_payment');
  });

  test('a dispute takes money until it is won, and keeps it when it is lost', async () => {
    for (const outcome of ['won', 'lost'] as const) {
      const { input, snapshot } = await captured();
      await world.openDispute(snapshot, 10_000n);
      const open = await snapshotOf(world, input);
      assert.deepEqual([open.disputedMinor, open.disputes.map(({ state }) => state)], [10_000n, ['open']]);
      const isDueTold = open.disputes[0]?.evidenceDueAt !== undefined;
      assert.equal(isDueTold, world.hidesEvidenceDue !== true, 'it says until when it can be answered');
      await world.closeDispute(open, outcome);
      const closed = await snapshotOf(world, input);
      const taken = outcome === 'won' ? 0n : 10_000n;
      assert.deepEqual([closed.disputedMinor, closed.disputes[0]?.state], [taken, outcome]);
    }
  });

  test('its book has every capture, refund and dispute, and payouts that sum to what they pay', async () => {
    if (!provider.features.hasPayouts) return;
    const { input, snapshot } = await captured();
    const refund = { ...operationOf(input, snapshot, 'refund', 1_500n), reason: '' };
    expectOk(await provider.refund(refund));
    await world.payOut();
    const now = world.now();
    const span = { from: now.subtract({ hours: 24 }), until: now.add({ hours: 24 * 7 }) };
    const book = await Array.fromAsync(provider.transactions(span));
    const own = book.filter(({ paymentId }) => paymentId === input.paymentId);
    const amounts = own.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`).toSorted();
    assert.deepEqual(amounts, ['capture 10000', 'refund -1500']);
    const fees = own.reduce((sum, { feeMinor }) => sum + feeMinor, 0n);
    assert.equal(fees, (await snapshotOf(world, input)).feeMinor);
    assertPayoutsSum(book);
  });
}

function assertPayoutsSum(book: readonly ProviderTransaction[]): void {
  const payouts = book.filter(({ kind }) => kind === 'payout');
  assert.ok(payouts.length > 0);
  for (const payout of payouts) {
    const paid = book.filter((line) => line.payoutReference === payout.payoutReference && line !== payout);
    const sum = paid.reduce((total, { amountMinor, feeMinor }) => total + amountMinor - feeMinor, 0n);
    assert.equal(payout.amountMinor, -sum, `payout ${payout.payoutReference}`);
  }
}
