import { describe } from 'node:test';
import { describeAccount } from './contract/account.ts';
import { describeEvidence } from './contract/evidence.ts';
import { describeFaults } from './contract/faults.ts';
import { describeMoney } from './contract/money.ts';
import { describeShopper } from './contract/shopper.ts';
import { describeWebhooks } from './contract/webhooks.ts';
import type { ProviderWorld } from './contract/world.ts';

/**
 * What every payment provider has to do, as tests: an adapter's test file opens its world (the adapter, and a fake of
 * its provider that is a real server with state) and calls this. What a provider cannot do, its features and means say;
 * nothing else is left out.
 */
export function describeProvider(name: string, world: ProviderWorld): void {
  describe(`${name}: the account`, () => describeAccount(world));
  describe(`${name}: money`, () => describeMoney(world));
  describe(`${name}: the shopper`, () => describeShopper(world));
  describe(`${name}: evidence`, () => describeEvidence(world));
  describe(`${name}: faults`, () => describeFaults(world));
  describe(`${name}: webhooks`, () => describeWebhooks(world));
}
