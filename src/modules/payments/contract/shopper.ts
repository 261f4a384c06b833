import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { aBegin, type ProviderWorld, pay } from './world.ts';

/** What banks and shoppers do: challenges passed, failed and left, and every way to be declined. */
export function describeShopper(world: ProviderWorld): void {
  const { provider, means } = world;

  test('a challenge that the shopper does not see ends in a payment', async () => {
    if (means.frictionless === undefined) return;
    const snapshot = await pay(world, aBegin(means.frictionless));
    assert.equal(snapshot.state, 'captured');
  });

  test('a challenge that is passed ends in a payment, and nothing is taken before', async () => {
    if (means.challenged === undefined) return;
    const input = aBegin(means.challenged);
    const begun = expectOk(await provider.begin(input));
    assert.deepEqual([begun.snapshot.state, begun.snapshot.capturedMinor], ['requires_action', 0n]);
    assert.notEqual(begun.next.kind, 'none');
    assert.equal((await pay(world, input, 'pass_challenge')).state, 'captured');
  });

  test('a challenge that is failed takes nothing and says so, though a page may let the shopper go on', async () => {
    if (means.challenged === undefined) return;
    const snapshot = await pay(world, aBegin(means.challenged), 'fail_challenge');
    assert.ok(['failed', 'requires_action'].includes(snapshot.state), snapshot.state);
    assert.equal(snapshot.decline?.kind, 'authentication_failed');
    assert.deepEqual([snapshot.authorizedMinor, snapshot.capturedMinor], [0n, 0n]);
  });

  test('a challenge that the shopper leaves takes nothing', async () => {
    if (means.challenged === undefined) return;
    const snapshot = await pay(world, aBegin(means.challenged), 'abandon');
    assert.ok(['requires_action', 'failed', 'voided'].includes(snapshot.state), snapshot.state);
    assert.deepEqual([snapshot.authorizedMinor, snapshot.capturedMinor], [0n, 0n]);
  });

  for (const [kind, declined] of means.declined) {
    test(`a payment declined as ${kind} has failed, says why in our words, and took nothing`, async () => {
      const snapshot = await pay(world, aBegin(declined));
      assert.deepEqual([snapshot.state, snapshot.decline?.kind], ['failed', kind]);
      assert.deepEqual([snapshot.authorizedMinor, snapshot.capturedMinor], [0n, 0n]);
    });
  }
}
