import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { aBegin, type BeginInput, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { onlyPayment, paymentsOf, worldpayWorld } from './fake/worldpay-world.ts';

const { db } = await testDatabase();
let now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const world = await worldpayWorld(db, 'in_page', { queryDelaySeconds: 75, now: () => now });
const { fake, provider } = world;
after(() => fake.close());
beforeEach(() => {
  fake.catchUp();
  now = now.add({ hours: 1 });
});
const later = (seconds: number) => {
  now = now.add({ seconds });
};

const captured = async () => {
  const input = aBegin(world.means.approved);
  return { input, snapshot: await pay(world, input) };
};
const count = (input: BeginInput, name: string) =>
  onlyPayment(fake, input.paymentId).history.filter(({ eventName }) => eventName === name).length;

describe('Worldpay, whose queries are a minute behind', () => {
  test('what was answered counts at once, though no query shows it yet', async () => {
    fake.fallBehind();
    const { input, snapshot } = await captured();
    assert.deepEqual([snapshot.state, snapshot.capturedMinor], ['captured', 10_000n]);
    assert.deepEqual(snapshot.means, { kind: 'card', brand: 'visa', last4: '2701', expiry: '2035-05' });
    fake.catchUp();
    assert.deepEqual(await snapshotOf(world, input), snapshot);
    fake.fallBehind();
    const refund = { ...operationOf(input, snapshot, 'refund', 2_500n), reason: '' };
    assert.equal(expectOk(await provider.refund(refund)).refundedMinor, 2_500n);
    const more = { ...operationOf(input, snapshot, 'refund:2', 8_000n), reason: '' };
    const refused = await provider.refund(more);
    assert.equal(refused.ok ? 'ok' : refused.refusal.code, 'amount_too_large');
    fake.catchUp();
    assert.equal((await snapshotOf(world, input)).refundedMinor, 2_500n, 'counted once');
  });

  test('a refund whose answer was lost is not sent again while nobody can know, and happens once', async () => {
    const { input, snapshot } = await captured();
    const refund = { ...operationOf(input, snapshot, 'refund', 2_500n), reason: '' };
    fake.fallBehind();
    fake.failNext('timeout_after');
    await assert.rejects(() => provider.refund(refund), ProviderUnreachable);
    later(20);
    await assert.rejects(() => provider.refund(refund), ProviderUnreachable);
    fake.catchUp();
    later(60);
    assert.equal(expectOk(await provider.refund(refund)).refundedMinor, 2_500n);
    assert.equal(count(input, 'refundRequested'), 1);
  });

  test('a refund that was lost on its way there is sent again once Worldpay would know of it', async () => {
    const { input, snapshot } = await captured();
    const refund = { ...operationOf(input, snapshot, 'refund', 2_500n), reason: '' };
    fake.failNext('timeout_before', true);
    await assert.rejects(() => provider.refund(refund), ProviderUnreachable);
    await assert.rejects(() => provider.refund(refund), ProviderUnreachable);
    assert.equal(count(input, 'refundRequested'), 0);
    later(80);
    assert.equal(expectOk(await provider.refund(refund)).refundedMinor, 2_500n);
    assert.equal(count(input, 'refundRequested'), 1);
  });

  test('an authorisation whose answer was lost is not made again, and its payment is found', async () => {
    const input = aBegin(world.means.approved);
    const begun = expectOk(await provider.begin(input));
    assert.ok(begun.next.kind === 'client' && begun.next.data['step'] === 'device');
    const browser = { userAgent: 'Mozilla/5.0', accept: 'text/html' };
    const device = { paymentId: input.paymentId, fields: { device: 'ddc-1' }, browser };
    fake.fallBehind();
    fake.failNext('timeout_after');
    await assert.rejects(async () => provider.proceed?.(device), ProviderUnreachable);
    await assert.rejects(async () => provider.proceed?.(device), ProviderUnreachable);
    fake.catchUp();
    later(80);
    const gone = await provider.proceed?.(device);
    assert.ok(gone?.ok && gone.value.snapshot.state === 'captured');
    assert.equal(paymentsOf(fake, input.paymentId).length, 1);
  });

  test('of ten who press pay at once, one pays', async () => {
    const input = aBegin({ mode: 'in_page', token: undefined });
    expectOk(await provider.begin(input));
    const browser = { userAgent: 'Mozilla/5.0', accept: 'text/html' };
    const press = async (fields: Record<string, string>) =>
      provider.proceed?.({ paymentId: input.paymentId, fields, browser });
    const ten = Array.from({ length: 10 }, () => press({ session: fake.sessionFor('visa') }));
    await Promise.allSettled(ten);
    await Promise.allSettled(Array.from({ length: 10 }, () => press({ device: '' })));
    assert.equal(paymentsOf(fake, input.paymentId).length, 1);
    assert.equal((await snapshotOf(world, input)).capturedMinor, 10_000n);
  });

  for (const fault of ['timeout_before', 'timeout_after', 'busy', 'server_error'] as const) {
    test(`${fault} of a settlement and of a cancellation: each happens once`, async () => {
      const input = aBegin(world.means.approved, { isCapturedAtOnce: false });
      const snapshot = await pay(world, input);
      const part = { ...operationOf(input, snapshot, 'capture', 4_000n), isFinal: true };
      fake.failNext(fault, true);
      await assert.rejects(() => provider.capture(part), ProviderUnreachable);
      later(80);
      fake.failNext(fault, true);
      // The settlement is found or made; then the cancellation of the rest is lost, or the settlement once more.
      await assert.rejects(() => provider.capture(part), ProviderUnreachable);
      later(80);
      const after = expectOk(await provider.capture(part));
      assert.deepEqual([after.state, after.capturedMinor], ['captured', 4_000n]);
      assert.deepEqual([count(input, 'settlementRequested'), count(input, 'cancellationRequested')], [1, 1]);
    });
  }

  test('a page that nobody paid on, and fields that nobody filled in, are over with the goods they held', async () => {
    const input = aBegin({ mode: 'in_page', token: undefined });
    expectOk(await provider.begin(input));
    assert.equal((await snapshotOf(world, input)).state, 'requires_action');
    later(31 * 60);
    assert.equal(
      (await snapshotOf(world, input)).state,
      'requires_action',
      'a last payment may not show yet',
    );
    later(5 * 60);
    assert.equal((await snapshotOf(world, input)).state, 'voided');
  });
});
