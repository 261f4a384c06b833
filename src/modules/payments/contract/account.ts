import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { ProviderUnreachable } from '../provider.ts';
import type { ProviderWorld } from './world.ts';

/** Whether it can be told, without taking any money, that the provider is there and takes the shop's credentials. */
export function describeAccount(world: ProviderWorld): void {
  const { provider, wrongly } = world;

  test('with the right credentials it is reached, and says that money is not real here', async () => {
    assert.equal(expectOk(await provider.check()).environment, 'test');
  });

  test('wrong credentials are refused as that, and the right ones are taken afterwards', async () => {
    if (wrongly === undefined) return;
    for (const _ of ['at first', 'and again']) {
      const refused = await wrongly.check();
      assert.ok(!refused.ok);
      assert.equal(refused.refusal.code, 'wrong_credentials');
      assert.ok(refused.refusal.field, 'it says which of them');
    }
    assert.ok((await provider.check()).ok);
  });

  for (const fault of ['timeout_before', 'busy', 'server_error'] as const) {
    test(`${fault}: nobody knows, and asked again it is reached`, async () => {
      world.fault(fault);
      await assert.rejects(() => provider.check(), ProviderUnreachable);
      assert.ok((await provider.check()).ok);
    });
  }
}
