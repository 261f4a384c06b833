import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, ok, type Result } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { aShop, factsOf } from './contract/shop.ts';
import { testWorld } from './contract/test-world.ts';
import { callProvider, readSnapshot, recordSnapshot } from './index.ts';
import type { PaymentProvider, Snapshot } from './provider.ts';

const { db } = await testDatabase();
const world = await testWorld(db);
const shop = aShop(world);
const card = (token: string) => ({ mode: 'in_page' as const, token });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** A provider whose answers are about something else than what was asked. */
function mistaken(change: Partial<Snapshot>) {
  const { provider } = world;
  const wrong: PaymentProvider = {
    ...provider,
    read: async (by) => {
      const read = await provider.read(by);
      return read.ok ? ok({ ...read.value, ...change }) : read;
    },
    refund: async (operation) => {
      const read = await provider.read({ ...operation, reference: operation.reference });
      return read.ok ? ok({ ...read.value, refundedMinor: operation.amountMinor, ...change }) : read;
    },
  };
  return { db, providers: { get: async () => wrong } };
}

test('an answer about another payment or in another currency is believed nothing', async () => {
  const { payment } = await shop.start(card('tok_challenge'));
  const before = factsOf(await shop.paymentOf(payment.id));
  const lies: readonly Partial<Snapshot>[] = [
    { reference: 'test_another', state: 'captured', capturedMinor: 10_000n },
    { currency: currencyOf('JPY'), state: 'captured', capturedMinor: 10_000n },
  ];
  for (const lie of lies) {
    assert.equal(codeOf(await readSnapshot(mistaken(lie), payment)), 'unknown_payment');
    const { capturedMinor = 0n, reference = payment.reference ?? '' } = lie;
    const call = {
      ...{ operationId: newId<'payment_operation'>(), idempotencyKey: 'k', paymentId: payment.id },
      ...{ orderId: payment.orderId, provider: payment.provider, attempt: 1, reference: payment.reference },
      ...{ currency: payment.currency, amountMinor: capturedMinor },
      request: { kind: 'refund' as const, reason: reference },
    };
    assert.equal(codeOf((await callProvider(mistaken(lie), call)).result), 'unknown_payment');
  }
  assert.deepEqual(factsOf(await shop.paymentOf(payment.id)), before);
});

test('recording what is about another payment is a mistake of ours, and changes nothing', async () => {
  const { payment, begun } = await shop.start(card('tok_visa'));
  for (const lie of [{ currency: currencyOf('USD') }, { reference: 'test_another' }]) {
    const snapshot = { ...begun.snapshot, ...lie, refundedMinor: 10_000n };
    const record = db
      .transaction()
      .execute((tx) => recordSnapshot(tx, { paymentId: payment.id, snapshot, now: world.now() }));
    await assert.rejects(record, RangeError);
  }
  assert.equal((await shop.paymentOf(payment.id)).refundedMinor, 0n);
});

test('an earlier attempt that is authorised is not given up for a later one', async () => {
  const orderId = newId();
  const later = { orderId, isCapturedAtOnce: false };
  const first = await shop.start(card('tok_challenge'), later);
  await world.act(first.begun, 'pass_challenge');
  const answer = await callProvider(shop.deps, await shop.begin(card('tok_visa'), later));
  assert.equal(codeOf(answer.result), 'already_paid');
  assert.equal((await shop.settle(first.payment.id)).payment.state, 'authorized');
});

test('a provider that is not set up refuses, and the payment has failed', async () => {
  const call = await shop.begin(card('tok_visa'));
  const answer = await callProvider({ db, providers: { get: async () => undefined } }, call);
  assert.equal(codeOf(answer.result), 'refused_by_provider');
  assert.ok((await shop.record(answer)).isNewlyFailed);
});

test('a refund that was asked a day ago is not made again where the provider has made it', async () => {
  const { payment } = await shop.start(card('tok_visa'));
  let refunds = 0;
  const { provider } = world;
  const counting: PaymentProvider = {
    ...provider,
    refund: (operation) => {
      refunds++;
      return provider.refund({ ...operation, idempotencyKey: `forgotten ${refunds}` });
    },
  };
  const deps = { db, providers: { get: async () => counting } };
  const known = await shop.paymentOf(payment.id);
  const call = {
    ...{ operationId: newId<'payment_operation'>(), idempotencyKey: 'refund', paymentId: payment.id },
    ...{ orderId: payment.orderId, provider: payment.provider, attempt: 1, reference: known.reference },
    ...{ currency: payment.currency, amountMinor: 100n, request: { kind: 'refund' as const, reason: '' } },
    stale: { capturedMinor: known.capturedMinor, refundedMinor: 0n },
  };
  const first = await callProvider(deps, call);
  assert.equal(first.result.ok && first.result.value.snapshot.refundedMinor, 100n);
  const again = await callProvider(deps, call);
  assert.equal(again.result.ok && again.result.value.snapshot.refundedMinor, 100n);
  assert.equal(refunds, 1);
});
