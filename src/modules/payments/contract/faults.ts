import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { ProviderUnreachable } from '../provider.ts';
import { aBegin, type Fault, operationOf, type ProviderWorld, pay, snapshotOf } from './world.ts';

const FAULTS: readonly Fault[] = ['timeout_before', 'timeout_after', 'busy', 'server_error'];

/** Calls that are lost on their way there or back, and providers that are busy or broken: asked again, one effect. */
export function describeFaults(world: ProviderWorld): void {
  const { provider } = world;

  for (const fault of FAULTS) {
    test(`${fault}: a beginning is unknown, and asked again it is one payment`, async () => {
      const input = aBegin(world.means.approved);
      await failing(world, fault, () => provider.begin(input));
      assert.ok((await world.countPayments(input.paymentId)) <= 1);
      assert.equal((await pay(world, input)).state, 'captured');
      expectOk(await provider.begin(input));
      assert.equal(await world.countPayments(input.paymentId), 1);
    });

    test(`${fault}: a capture, a refund and a void asked again happen once`, async () => {
      const input = aBegin(world.means.approved, { isCapturedAtOnce: false });
      const snapshot = await pay(world, input);
      const capture = { ...operationOf(input, snapshot, 'capture', 6_000n), isFinal: true };
      await failing(world, fault, () => provider.capture(capture));
      assert.equal(expectOk(await provider.capture(capture)).capturedMinor, 6_000n);
      const refund = { ...operationOf(input, snapshot, 'refund', 2_000n), reason: 'returned' };
      await failing(world, fault, () => provider.refund(refund));
      assert.equal(expectOk(await provider.refund(refund)).refundedMinor, 2_000n);
      assert.equal((await snapshotOf(world, input)).refundedMinor, 2_000n);
      if (!provider.features.hasVoid) return;
      const other = aBegin(world.means.approved, { isCapturedAtOnce: false });
      const voided = operationOf(other, await pay(world, other), 'void', 0n);
      await failing(world, fault, () => provider.void(voided));
      assert.equal(expectOk(await provider.void(voided)).state, 'voided');
    });
  }

  test('a read that fails is unknown, not a payment that is not there', async () => {
    const input = aBegin(world.means.approved);
    const { reference } = await pay(world, input);
    const { paymentId, currency } = input;
    for (const fault of ['timeout_before', 'busy', 'server_error'] as const) {
      await failing(world, fault, () => provider.read({ reference, paymentId, currency }));
    }
    assert.equal(expectOk(await provider.read({ reference, paymentId, currency })).state, 'captured');
  });

  test('a payment whose reference was lost is found by our id', async () => {
    const input = aBegin(world.means.approved);
    const { reference } = await pay(world, input);
    assert.equal((await snapshotOf(world, input)).reference, reference);
  });
}

async function failing(world: ProviderWorld, fault: Fault, call: () => Promise<unknown>): Promise<void> {
  world.fault(fault);
  await assert.rejects(call, ProviderUnreachable);
}
