import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../../kernel/index.ts';
import { aBegin, type BeginInput, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import { decideCapture } from './fake/banks.ts';
import { optionsOf, paypalWorld, submit, TEST_ACCOUNT } from './fake/paypal-world.ts';
import { capturesOf } from './fake/world.ts';
import { openPaypal } from './paypal-provider.ts';

const { db } = await testDatabase();
const world = await paypalWorld(db);
const { fake, provider, means } = world;
after(() => fake.close());
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const authorized = async () => {
  const input = aBegin(means.approved, { isCapturedAtOnce: false });
  return { input, snapshot: await pay(world, input) };
};
const refundOf = (input: BeginInput, reference: string, kind: string, amountMinor: bigint) => ({
  ...{ reference, paymentId: input.paymentId, currency: input.currency, amountMinor },
  ...{ idempotencyKey: `${input.paymentId}:${kind}`, reason: 'returned' },
});

describe('PayPal’s page', () => {
  test('is where the shopper is sent, shows the amount, and works by its form alone', async () => {
    const begun = expectOk(await provider.begin(aBegin(means.approved, { amountMinor: 1_999n })));
    assert.ok(begun.next.kind === 'redirect');
    assert.equal(begun.snapshot.state, 'requires_action');
    const html = await (await fetch(begun.next.url)).text();
    assert.match(html, /19\.99 EUR/);
    assert.ok(!html.includes('<script'));
  });

  test('that is left by its cancel button leads back, and the payment still waits', async () => {
    const input = aBegin(means.approved);
    const begun = expectOk(await provider.begin(input));
    const url = begun.next.kind === 'redirect' ? begun.next.url : '';
    assert.match(await submit(url, { answer: 'cancel' }), /^https:\/\/shop\.example\/checkout\?token=/);
    assert.equal((await snapshotOf(world, input)).state, 'requires_action');
  });

  test('approved takes nothing until the payment is read, and takes it once however often it is read', async () => {
    const input = aBegin(means.approved);
    await world.act(expectOk(await provider.begin(input)), 'pay');
    const { reference } = expectOk(await provider.begin(input)).snapshot;
    const reads = await Promise.allSettled(Array.from({ length: 5 }, () => snapshotOf(world, input)));
    assert.ok(reads.every(({ status }) => status === 'fulfilled'));
    assert.equal(capturesOf(fake.world, reference).length, 1);
    const asked = fake.requests.filter((one) => one.startsWith(`POST /v2/checkout/orders/${reference}/`));
    const once = `POST /v2/checkout/orders/${reference}/capture ${input.paymentId}:take`;
    assert.deepEqual([...new Set(asked)], [once], 'under one request id, whoever reads');
  });

  test('approved after the payment was given up takes nothing', async () => {
    const input = aBegin(means.approved);
    const begun = expectOk(await provider.begin(input));
    const operation = operationOf(input, begun.snapshot, 'void', 0n);
    assert.equal(expectOk(await provider.void(operation)).state, 'voided');
    await world.act(begun, 'pay');
    assert.equal((await snapshotOf(world, input)).state, 'voided');
    assert.equal(capturesOf(fake.world, begun.snapshot.reference).length, 0);
    assert.equal(await world.countPayments(input.paymentId), 1);
  });

  test('that PayPal has forgotten can come to nothing any more', async () => {
    const input = aBegin(means.approved);
    const { snapshot } = expectOk(await provider.begin(input));
    fake.world.orders.delete(snapshot.reference);
    assert.equal((await snapshotOf(world, input)).state, 'voided');
    const operation = operationOf(input, snapshot, 'void', 0n);
    assert.equal(expectOk(await provider.void(operation)).state, 'voided');
    const capture = { ...operationOf(input, snapshot, 'capture', 1n), isFinal: true };
    assert.equal(codeOf(await provider.capture(capture)), 'unknown_payment');
  });

  test('may be used again with other means after a decline, in the same payment', async () => {
    const input = aBegin({ mode: 'redirect', token: 'instrument_declined' });
    const begun = expectOk(await provider.begin(input));
    await world.act(begun, 'pay');
    assert.equal((await snapshotOf(world, input)).state, 'failed');
    await submit(begun.next.kind === 'redirect' ? begun.next.url : '', { answer: 'pay', funding: 'card' });
    const paid = await snapshotOf(world, input);
    assert.deepEqual([paid.state, paid.decline], ['captured', undefined]);
    assert.deepEqual(paid.means, { kind: 'card', brand: 'visa', last4: '7704', expiry: '2029-02' });
  });
});

describe('PayPal', () => {
  test('an order of another payment is not read, and not taken', async () => {
    const other = expectOk(await provider.begin(aBegin(means.approved)));
    await world.act(other, 'pay');
    const { paymentId, currency } = aBegin(means.approved);
    const { reference } = other.snapshot;
    assert.equal(codeOf(await provider.read({ reference, paymentId, currency })), 'unknown_payment');
    assert.equal(capturesOf(fake.world, reference).length, 0);
  });

  test('another process finds by our id what was paid, and knows nothing of what nobody paid', async () => {
    const [paid, held, waiting] = [
      aBegin(means.approved),
      aBegin(means.approved, { isCapturedAtOnce: false }),
      aBegin(means.approved),
    ];
    const { reference } = await pay(world, paid);
    await pay(world, held);
    expectOk(await provider.begin(waiting));
    const elsewhere = openPaypal(optionsOf(fake));
    const read = ({ paymentId, currency }: BeginInput) =>
      elsewhere.read({ reference: undefined, paymentId, currency });
    assert.equal(expectOk(await read(paid)).reference, reference);
    assert.equal(expectOk(await read(held)).state, 'authorized');
    assert.equal(codeOf(await read(waiting)), 'unknown_payment');
    assert.equal(expectOk(await elsewhere.begin(waiting)).snapshot.state, 'requires_action');
    assert.equal(await world.countPayments(waiting.paymentId), 1);
  });

  test('an amount that PayPal cannot take exactly is refused, not rounded', async () => {
    for (const [code, amountMinor] of [
      ['HUF', 120_050n],
      ['KWD', 5_120n],
    ] as const) {
      const begun = await provider.begin(aBegin(means.approved, { amountMinor, currency: currencyOf(code) }));
      assert.equal(codeOf(begun), 'unsupported_amount');
    }
  });

  test('a refund over several captures is split over them, once however often it is asked', async () => {
    const { input, snapshot } = await authorized();
    for (const [kind, amountMinor, isFinal] of [
      ['c1', 3_000n, false],
      ['c2', 7_000n, true],
    ] as const) {
      expectOk(await provider.capture({ ...operationOf(input, snapshot, kind, amountMinor), isFinal }));
    }
    const refund = (kind: string, amountMinor: bigint) =>
      provider.refund(refundOf(input, snapshot.reference, kind, amountMinor));
    assert.equal(expectOk(await refund('r1', 2_000n)).refundedMinor, 2_000n);
    assert.equal(expectOk(await refund('r2', 5_000n)).refundedMinor, 7_000n);
    assert.equal(expectOk(await refund('r2', 5_000n)).refundedMinor, 7_000n);
    assert.equal(codeOf(await refund('r3', 3_001n)), 'amount_too_large');
    assert.equal(expectOk(await refund('r4', 3_000n)).refundedMinor, 10_000n);
  });

  test('more than was authorised is never asked for, though PayPal would give 115 %', async () => {
    const { input, snapshot } = await authorized();
    const capture = (kind: string, amountMinor: bigint) =>
      provider.capture({ ...operationOf(input, snapshot, kind, amountMinor), isFinal: false });
    assert.equal(codeOf(await capture('c1', 11_000n)), 'amount_too_large');
    expectOk(await capture('c2', 6_000n));
    assert.equal(codeOf(await capture('c3', 4_001n)), 'amount_too_large');
    assert.equal(capturesOf(fake.world, snapshot.reference).length, 1);
  });

  test('what is left of a partly captured authorisation is given up by a void', async () => {
    const { input, snapshot } = await authorized();
    expectOk(await provider.capture({ ...operationOf(input, snapshot, 'c', 4_000n), isFinal: false }));
    const after = expectOk(await provider.void(operationOf(input, snapshot, 'void', 0n)));
    assert.deepEqual([after.state, after.capturedMinor], ['captured', 4_000n]);
  });

  test('what PayPal does not decide at once is processing, and then what it was decided to be', async () => {
    for (const isGood of [true, false]) {
      const input = aBegin({ mode: 'redirect', token: 'bank_in_review' });
      const waiting = await pay(world, input);
      assert.deepEqual([waiting.state, waiting.capturedMinor], ['processing', 0n]);
      const [capture] = capturesOf(fake.world, waiting.reference);
      assert.ok(capture);
      decideCapture(fake, capture, isGood);
      const { state, capturedMinor, decline } = await snapshotOf(world, input);
      const decided = isGood ? ['captured', 10_000n, undefined] : ['failed', 0n, 'suspected_fraud'];
      assert.deepEqual([state, capturedMinor, decline?.kind], decided);
    }
  });

  test('a wrong secret is refused and says nothing of it, and a token that is refused or lost is asked for anew', async () => {
    const account = { ...TEST_ACCOUNT, clientSecret: 'another-secret' };
    const refused = await openPaypal({ account, apiBase: fake.origin }).begin(aBegin(means.approved));
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.code, 'refused_by_provider');
    assert.ok(!refused.refusal.message.includes('another-secret'));
    const own = openPaypal(optionsOf(fake));
    fake.onToken = () => 'server_error';
    await assert.rejects(() => own.begin(aBegin(means.approved)), /paypal/);
    fake.onToken = () => undefined;
    assert.ok((await own.begin(aBegin(means.approved))).ok);
    fake.onRequest = () => 'token_refused';
    assert.equal(codeOf(await own.begin(aBegin(means.approved))), 'refused_by_provider');
    fake.onRequest = () => undefined;
    assert.ok((await own.begin(aBegin(means.approved))).ok);
  });

  test('an answer that is none of PayPal’s is unknown, not a refusal', async () => {
    const own = openPaypal(optionsOf(fake));
    fake.onRequest = () => 'garbage';
    await assert.rejects(() => own.begin(aBegin(means.approved)), { name: 'Error', message: /^paypal: / });
    fake.onRequest = () => undefined;
  });
});
