import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { aBegin, type BeginInput, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import { ProviderUnreachable, type Snapshot } from '../../provider.ts';
import { optionsOf, paypalWorld } from './fake/paypal-world.ts';
import { capturesOf, refundsOf } from './fake/world.ts';
import { openPaypal } from './paypal-provider.ts';

const { db } = await testDatabase();
const world = await paypalWorld(db);
const { fake, means } = world;
after(() => fake.close());

type Deed = {
  readonly prepare: () => Promise<{ readonly input: BeginInput; readonly snapshot: Snapshot }>;
  readonly run: (input: BeginInput, snapshot: Snapshot) => Promise<Snapshot>;
  readonly isDone: (snapshot: Snapshot) => boolean;
};

const own = openPaypal(optionsOf(fake));
const held = async () => {
  const input = aBegin(means.approved, { isCapturedAtOnce: false });
  return { input, snapshot: await pay(world, input) };
};
/** Two captures, so that a refund of more than one of them is two calls. */
const heldInTwo = async () => {
  const { input, snapshot } = await held();
  const part = { ...operationOf(input, snapshot, 'part', 4_000n), isFinal: false };
  expectOk(await world.provider.capture(part));
  const rest = { ...operationOf(input, snapshot, 'rest', 6_000n), isFinal: true };
  return { input, snapshot: expectOk(await world.provider.capture(rest)) };
};
const approved = async () => {
  const input = aBegin(means.approved);
  const begun = expectOk(await world.provider.begin(input));
  await world.act(begun, 'pay');
  return { input, snapshot: begun.snapshot };
};

const DEEDS: Readonly<Record<string, Deed>> = {
  'taking what was approved': {
    prepare: approved,
    run: async ({ paymentId, currency }, { reference }) =>
      expectOk(await own.read({ reference, paymentId, currency })),
    isDone: ({ capturedMinor, reference }) =>
      capturedMinor === 10_000n && capturesOf(fake.world, reference).length === 1,
  },
  'a capture': {
    prepare: held,
    run: async (input, snapshot) =>
      expectOk(await own.capture({ ...operationOf(input, snapshot, 'c', 6_000n), isFinal: true })),
    isDone: ({ capturedMinor, reference }) =>
      capturedMinor === 6_000n && capturesOf(fake.world, reference).length === 1,
  },
  'a refund over two captures': {
    prepare: heldInTwo,
    run: async (input, snapshot) =>
      expectOk(await own.refund({ ...operationOf(input, snapshot, 'r', 5_000n), reason: '' })),
    isDone: ({ refundedMinor, reference }) =>
      refundedMinor === 5_000n && refundsOf(fake.world, reference).length === 2,
  },
  'a void': {
    prepare: held,
    run: async (input, snapshot) => expectOk(await own.void(operationOf(input, snapshot, 'v', 0n))),
    isDone: ({ state, capturedMinor }) => state === 'voided' && capturedMinor === 0n,
  },
};

for (const [name, deed] of Object.entries(DEEDS)) {
  for (const fault of ['timeout_before', 'timeout_after'] as const) {
    test(`${name} that is cut (${fault}) at any of its requests and asked again happens once`, async () => {
      const count = await requestsOf(deed);
      for (let cut = 0; cut < count; cut += 1) {
        const { input, snapshot } = await deed.prepare();
        let index = 0;
        fake.onRequest = () => (index++ === cut ? fault : undefined);
        await assert.rejects(() => deed.run(input, snapshot), ProviderUnreachable);
        fake.onRequest = () => undefined;
        await deed.run(input, snapshot);
        assert.ok(deed.isDone(await snapshotOf(world, input)), `cut at request ${cut}`);
      }
    });
  }
}

async function requestsOf({ prepare, run, isDone }: Deed): Promise<number> {
  const { input, snapshot } = await prepare();
  const before = fake.requests.length;
  assert.ok(isDone(await run(input, snapshot)));
  const count = fake.requests.length - before;
  assert.ok(count >= 3, 'reads, does, and reads again');
  return count;
}
