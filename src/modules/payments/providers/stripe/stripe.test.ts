import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { anEvidence } from '../../contract/evidence.ts';
import { aShop } from '../../contract/shop.ts';
import { aBegin, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import type { EvidenceFile } from '../../evidence/rules.ts';
import { declineKindOf } from './declines.ts';
import { deliver } from './fake/deliveries.ts';
import { stripeWorld, TEST_ACCOUNT } from './fake/stripe-world.ts';
import { openStripe } from './stripe-provider.ts';

const { db } = await testDatabase();
const world = await stripeWorld(db, 'in_page');
const hosted = await stripeWorld(db, 'redirect');
const { fake, provider } = world;
const shop = aShop(world);
after(async () => {
  await fake.close();
  await hosted.fake.close();
});
const visa = world.means.approved;

describe('Stripe', () => {
  test('hands the page a client secret and the publishable key, and never the secret key', async () => {
    const begun = expectOk(await provider.begin(aBegin({ mode: 'in_page', token: undefined })));
    assert.equal(begun.snapshot.state, 'requires_action');
    assert.ok(begun.next.kind === 'client');
    assert.equal(begun.next.data['publishableKey'], TEST_ACCOUNT.publishableKey);
    assert.ok(!JSON.stringify(begun.next).includes(TEST_ACCOUNT.secretKey));
    const body = new URLSearchParams({
      client_secret: begun.next.data['clientSecret'] ?? '',
      payment_method: 'pm_card_visa',
    });
    // What Stripe's script does in the page, with the publishable key alone.
    const confirm = async (authorization: string) => {
      const url = `${fake.origin}/v1/payment_intents/${begun.snapshot.reference}/confirm`;
      const answer = await fetch(url, { method: 'POST', body, headers: { authorization } });
      await answer.arrayBuffer();
      return answer.status;
    };
    assert.equal(await confirm('Bearer pk_test_other'), 401);
    assert.equal(await confirm(`Bearer ${TEST_ACCOUNT.publishableKey}`), 200);
  });

  test('a page that is open lets a declined shopper try another card, and the payment is one', async () => {
    const input = aBegin(hosted.means.approved);
    const begun = expectOk(await hosted.provider.begin(input));
    assert.ok(begun.next.kind === 'redirect');
    const choose = async (card: string) => {
      const body = new URLSearchParams({ payment_method: card });
      const page = await fetch(begun.next.kind === 'redirect' ? begun.next.url : '', {
        method: 'POST',
        body,
        redirect: 'manual',
      });
      await page.arrayBuffer();
    };
    await choose('pm_card_visa_chargeDeclined');
    assert.equal((await snapshotOf(hosted, input)).state, 'requires_action');
    await choose('pm_card_visa');
    const paid = await snapshotOf(hosted, input);
    assert.deepEqual([paid.state, paid.capturedMinor], ['captured', 10_000n]);
    assert.equal(await hosted.countPayments(input.paymentId), 1);
  });

  test('a page on which nobody has paid is closed by a void, and takes nothing after it', async () => {
    const input = aBegin(hosted.means.approved);
    const begun = expectOk(await hosted.provider.begin(input));
    const operation = operationOf(input, begun.snapshot, 'void', 0n);
    assert.equal(expectOk(await hosted.provider.void(operation)).state, 'voided');
    await hosted.act(begun, 'pay');
    assert.deepEqual((await snapshotOf(hosted, input)).capturedMinor, 0n);
  });

  test('an amount that Stripe cannot take exactly is refused, not rounded', async () => {
    const { currency } = aBegin(visa);
    const begun = await provider.begin(aBegin(visa, { amountMinor: 100_000_000n, currency }));
    assert.equal(begun.ok ? 'ok' : begun.refusal.code, 'unsupported_amount');
  });

  test('a challenge that the shop asks for comes whatever the card', async () => {
    const begun = expectOk(await provider.begin(aBegin(visa, { isChallengeRequired: true })));
    assert.equal(begun.next.kind, 'redirect');
    assert.equal(begun.snapshot.capturedMinor, 0n);
  });

  test('an error that Stripe keeps for a key does not hold a payment up, and it is one payment', async () => {
    const input = aBegin(visa);
    fake.failNext('server_error_kept');
    await assert.rejects(() => provider.begin(input), /an error on our side/i);
    const begun = expectOk(await provider.begin(input));
    assert.equal(begun.snapshot.state, 'captured');
    assert.equal(await world.countPayments(input.paymentId), 1);
  });

  test('a key that comes with other parameters is refused', async () => {
    const input = aBegin(visa);
    expectOk(await provider.begin(input));
    const other = await provider.begin({ ...input, amountMinor: 1n });
    assert.equal(other.ok ? 'ok' : other.refusal.code, 'refused_by_provider');
  });

  test('a wrong secret key is refused, and says nothing of it', async () => {
    const account = { ...TEST_ACCOUNT, secretKey: 'sk_test_other' };
    const begun = await openStripe({ account, apiBase: fake.origin }).begin(aBegin(visa));
    assert.ok(!begun.ok);
    assert.equal(begun.refusal.code, 'refused_by_provider');
    assert.ok(!begun.refusal.message.includes('sk_test'));
  });

  test('what an authorisation gives up is no refund', async () => {
    const input = aBegin(visa, { isCapturedAtOnce: false });
    const snapshot = await pay(world, input);
    const capture = { ...operationOf(input, snapshot, 'capture', 4_000n), isFinal: true };
    const after = expectOk(await provider.capture(capture));
    assert.deepEqual([after.capturedMinor, after.refundedMinor], [4_000n, 0n]);
  });

  test('evidence against a dispute is sent, once', async () => {
    const { payment, begun } = await shop.start(visa);
    await world.openDispute(begun.snapshot, 10_000n);
    await shop.settle(payment.id);
    const [dispute] = (await snapshotFor(payment.reference)).disputes;
    const pdf = (kind: EvidenceFile['kind'], name: string): EvidenceFile => {
      return { kind, name, type: 'application/pdf', bytes: Buffer.from(`%PDF-1.7 ${name}`) };
    };
    const files = [
      pdf('receipt', 'invoice.pdf'),
      pdf('receipt', 'second invoice.pdf'),
      pdf('refund_policy', 'p'),
    ];
    const reference = dispute?.reference ?? '';
    const contest = (key: string, sent = files) =>
      provider.contest({ reference, idempotencyKey: key, evidence: anEvidence(sent) });
    const tooMany = await contest('evidence-0', [...files, pdf('refund_policy', 'other policy.pdf')]);
    assert.match(tooMany.ok ? '' : tooMany.refusal.message, /other policy\.pdf/);
    assert.ok((await contest('evidence-1')).ok);
    assert.ok((await contest('evidence-1')).ok);
    const again = await contest('evidence-2');
    assert.equal(again.ok ? 'ok' : again.refusal.code, 'not_possible_now');
    const { evidence = {}, submissionCount } = fake.world.disputes.get(reference) ?? {};
    assert.deepEqual([submissionCount, evidence['shipping_date']], [1, '2026-11-20']);
    const nameIn = (field: string) => fake.world.files.get(evidence[field] ?? '')?.name;
    assert.deepEqual(['receipt', 'uncategorized_file', 'refund_policy'].map(nameIn), [
      'invoice.pdf',
      'second invoice.pdf',
      'p',
    ]);
  });

  test('evidence whose answer was lost is found by its mark, also when Stripe has forgotten the key', async () => {
    const { payment, begun } = await shop.start(visa);
    await world.openDispute(begun.snapshot, 10_000n);
    const [dispute] = (await snapshotFor(payment.reference)).disputes;
    const reference = dispute?.reference ?? '';
    const contest = () => provider.contest({ reference, idempotencyKey: 'late', evidence: anEvidence([]) });
    fake.failNext('server_error_kept', /^POST \/v1\/disputes/);
    await assert.rejects(contest, /an error on our side/i);
    assert.ok((await contest()).ok, 'an error that is kept under a key holds nothing up');
    fake.forgetKeys();
    assert.ok((await contest()).ok);
    assert.equal(fake.world.disputes.get(reference)?.submissionCount, 1);
  });

  test('webhooks come over HTTP, doubled and in the wrong order, also those that name the intent only', async () => {
    const endpoint = await anEndpoint();
    const { payment, begun } = await shop.start(visa);
    const seen = fake.world.events.length;
    await world.openDispute(begun.snapshot, 10_000n);
    await world.closeDispute(begun.snapshot, 'won');
    await refundInDashboard(begun.snapshot.reference, 1_000);
    const events = fake.world.events.slice(seen).toReversed();
    const types = events.map(({ type }) => type);
    assert.deepEqual(types, ['charge.refunded', 'charge.dispute.closed', 'charge.dispute.created']);
    const options = { secrets: TEST_ACCOUNT.webhookSecrets, now: world.now(), times: 3 };
    const statuses = await deliver(endpoint.url, events, options);
    await endpoint.close();
    assert.deepEqual(statuses, [200, 208, 208, 200, 208, 208, 200, 208, 208]);
    const after = await shop.paymentOf(payment.id);
    assert.deepEqual([after.refundedMinor, after.disputedMinor, after.state], [1_000n, 0n, 'captured']);
  });
});

test('every decline has a word of ours, the more telling code first', () => {
  const table: readonly (readonly [code: string, declineCode: string | undefined, kind: string])[] = [
    ['card_declined', 'insufficient_funds', 'insufficient_funds'],
    ['card_declined', 'generic_decline', 'card_declined'],
    ['card_declined', 'do_not_honor', 'card_declined'],
    ['card_declined', 'stolen_card', 'suspected_fraud'],
    ['card_declined', undefined, 'card_declined'],
    ['expired_card', undefined, 'expired_card'],
    ['incorrect_cvc', 'incorrect_cvc', 'incorrect_details'],
    ['authentication_required', 'authentication_required', 'authentication_failed'],
    ['processing_error', undefined, 'provider_error'],
    ['', undefined, 'card_declined'],
  ];
  for (const [code, declineCode, kind] of table) assert.equal(declineKindOf(code, declineCode), kind);
});

async function snapshotFor(reference: string | undefined) {
  const { paymentId, currency } = aBegin(visa);
  return expectOk(await provider.read({ reference, paymentId, currency }));
}

/** A refund that somebody makes at Stripe itself: without a word of ours in its metadata. */
async function refundInDashboard(intent: string, amount: number): Promise<void> {
  const body = new URLSearchParams({ payment_intent: intent, amount: `${amount}` });
  const headers = { authorization: `Bearer ${TEST_ACCOUNT.secretKey}` };
  const answer = await fetch(`${fake.origin}/v1/refunds`, { method: 'POST', body, headers });
  assert.equal(answer.status, 200);
  await answer.arrayBuffer();
}

/** The shop's door for webhooks: 200 for a new one, 208 for one it knows, 400 for one that is nobody's. */
async function anEndpoint(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const rawBody = await buffer(request);
    const headers = { 'stripe-signature': `${request.headers['stripe-signature']}` };
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
