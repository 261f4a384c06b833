import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk, type Result } from '../../../../kernel/index.ts';
import { aShop } from '../../contract/shop.ts';
import { aBegin, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import { PaypalClient } from './client.ts';
import { openDispute } from './fake/banks.ts';
import { deliver } from './fake/deliveries.ts';
import { captureOf, optionsOf, paypalWorld, submit, TEST_ACCOUNT } from './fake/paypal-world.ts';
import { startFakePaypal } from './fake/server.ts';
import { authorizationsOf } from './fake/world.ts';
import { openPaypal } from './paypal-provider.ts';

const { db } = await testDatabase();
const world = await paypalWorld(db);
const { fake, provider, means } = world;
const shop = aShop(world);
/** For the fake that is days older. */
const begunAt = Temporal.Now.instant();
const clock = { now: begunAt };
const late = await startFakePaypal({ ...TEST_ACCOUNT, now: () => clock.now });
after(async () => {
  await fake.close();
  await late.close();
});
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const paid = async () => {
  const { payment, begun } = await shop.start(means.approved);
  await world.act(begun, 'pay');
  await shop.settle(payment.id);
  return { payment, reference: begun.snapshot.reference };
};
const evidence = {
  ...{ productDescription: 'A chair', customerName: 'Ada Byron', customerEmail: 'ada@example.com' },
  ...{ billingAddress: '', shippingAddress: '12 Ely Place', carrier: 'Post', trackingNumber: 'X1' },
  ...{ shippedOn: Temporal.PlainDate.from('2026-11-20'), explanation: 'Delivered.' },
  files: [{ kind: 'receipt', name: 'invoice.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }],
} as const;

describe('disputes at PayPal', () => {
  test('an inquiry takes nothing, and who may not see disputes can be paid all the same', async () => {
    const input = aBegin(means.approved);
    const { reference } = await pay(world, input);
    openDispute(fake, captureOf(fake.world, reference), 10_000, 'INQUIRY');
    assert.deepEqual((await snapshotOf(world, input)).disputes, []);
    openDispute(fake, captureOf(fake.world, reference), 10_000);
    const own = openPaypal(optionsOf(fake));
    const { paymentId, currency } = input;
    fake.onRequest = ({ path }) => (path.startsWith('/v1/customer/disputes') ? 'forbidden' : undefined);
    const blind = expectOk(await own.read({ reference, paymentId, currency }));
    fake.onRequest = () => undefined;
    assert.deepEqual([blind.state, blind.disputes], ['captured', []]);
    assert.equal(expectOk(await own.read({ reference, paymentId, currency })).disputedMinor, 10_000n);
  });

  test('evidence is sent, once, also when the answer to it was lost', async () => {
    const { reference } = await paid();
    const dispute = openDispute(fake, captureOf(fake.world, reference), 10_000);
    const own = openPaypal(optionsOf(fake));
    const contest = (idempotencyKey: string) =>
      own.contest({ reference: dispute.id, idempotencyKey, evidence });
    fake.onRequest = ({ method }) => (method === 'POST' ? 'timeout_after' : undefined);
    await assert.rejects(() => contest('evidence-1'), /paypal/);
    fake.onRequest = () => undefined;
    assert.ok((await contest('evidence-1')).ok);
    assert.equal(dispute.evidences.length, 1);
    const sent = JSON.stringify(dispute.evidences);
    for (const fact of [
      'PROOF_OF_FULFILLMENT',
      '"tracking_number":"X1"',
      'Delivered.',
      '2026-11-20',
      'invoice.pdf (receipt)',
    ]) {
      assert.ok(sent.includes(fact), fact);
    }
    assert.equal(codeOf(await contest('evidence-2')), 'not_possible_now');
    const nobody = await own.contest({ reference: 'PP-D-0', idempotencyKey: 'e', evidence });
    assert.equal(codeOf(nobody), 'unknown_payment');
  });
});

test('webhooks come over HTTP, doubled and in the wrong order, also those that name the capture only', async () => {
  const endpoint = await anEndpoint();
  const { payment, reference } = await paid();
  const seen = fake.world.events.length;
  const dispute = openDispute(fake, captureOf(fake.world, reference), 10_000);
  await world.closeDispute(await readNow(payment.id, reference), 'won');
  // A refund that somebody makes at PayPal itself.
  await refundInDashboard(captureOf(fake.world, reference).id);
  const events = fake.world.events.slice(seen).toReversed();
  const types = events.map(({ type }) => type);
  assert.deepEqual(types, [
    'PAYMENT.CAPTURE.REFUNDED',
    'CUSTOMER.DISPUTE.RESOLVED',
    'CUSTOMER.DISPUTE.CREATED',
  ]);
  const statuses = await deliver(endpoint.url, events, { ...world.signing(), times: 3 });
  await endpoint.close();
  assert.deepEqual(statuses, [200, 208, 208, 200, 208, 208, 200, 208, 208]);
  const { refundedMinor, disputedMinor, state } = await shop.paymentOf(payment.id);
  assert.deepEqual([refundedMinor, disputedMinor, state], [1_000n, 0n, 'captured']);
  assert.equal(dispute.outcome, 'RESOLVED_SELLER_FAVOUR');
});

describe('an authorisation that PayPal does not honour any more', () => {
  const input = () => aBegin(means.approved, { isCapturedAtOnce: false });

  test('is authorised anew, once, and captured', async () => {
    const own = openPaypal({ ...optionsOf(late), now: () => clock.now });
    const lateWorld = { ...world, fake: late, provider: own };
    for (const [days, authorizations] of [
      [2, 1],
      [4, 2],
    ] as const) {
      clock.now = begunAt;
      const asked = input();
      const begun = expectOk(await own.begin(asked));
      await approve(begun.next.kind === 'redirect' ? begun.next.url : '');
      const snapshot = await snapshotOf(lateWorld, asked);
      assert.equal(snapshot.state, 'authorized');
      clock.now = begunAt.add({ hours: 24 * days });
      const first = { ...operationOf(asked, snapshot, 'capture:1', 4_000n), isFinal: false };
      assert.equal(expectOk(await own.capture(first)).capturedMinor, 4_000n);
      assert.equal(expectOk(await own.capture(first)).capturedMinor, 4_000n);
      clock.now = begunAt.add({ hours: 24 * (days + 5) });
      const rest = { ...operationOf(asked, snapshot, 'capture:2', 6_000n), isFinal: true };
      const whole = expectOk(await own.capture(rest));
      assert.deepEqual(
        [whole.state, whole.authorizedMinor, whole.capturedMinor],
        ['captured', 10_000n, 10_000n],
      );
      assert.equal(authorizationsOf(late.world, snapshot.reference).length, authorizations);
    }
  });
});

async function approve(url: string): Promise<void> {
  await submit(url, { answer: 'pay', funding: 'balance' });
}

async function readNow(paymentId: string, reference: string) {
  const { currency } = aBegin(means.approved);
  return expectOk(await provider.read({ reference, paymentId, currency }));
}

/** With PayPal's own client, as its dashboard would: without a word of ours. */
async function refundInDashboard(captureId: string): Promise<void> {
  const { payments } = new PaypalClient(optionsOf(fake));
  await payments.refundCapturedPayment({
    captureId,
    body: { amount: { currencyCode: 'EUR', value: '10.00' } },
  });
}

/** The shop's door for webhooks: 200 for a new one, 208 for one it knows, 400 for one that is nobody's. */
async function anEndpoint(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const rawBody = await buffer(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, `${value}`]),
    );
    const { code } = await shop.receive({ rawBody, headers });
    response.writeHead(code === 'new' ? 200 : code === 'known' ? 208 : 400).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
