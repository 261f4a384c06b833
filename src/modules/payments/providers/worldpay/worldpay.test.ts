import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../../test/database.ts';
import { currencyOf, expectOk } from '../../../../kernel/index.ts';
import { aBegin, operationOf, pay, snapshotOf } from '../../contract/world.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { chargeBack, failLast, giveBack } from './fake/act.ts';
import { deliveryOf } from './fake/deliveries.ts';
import { actInPage, onlyPayment, paymentsOf, TEST_ACCOUNT, worldpayWorld } from './fake/worldpay-world.ts';
import { openWorldpay } from './worldpay-provider.ts';

const { db } = await testDatabase();
const world = await worldpayWorld(db, 'in_page');
const hosted = await worldpayWorld(db, 'redirect');
const { fake, provider } = world;
after(async () => {
  await fake.close();
  await hosted.fake.close();
});
const FIELDS = { mode: 'in_page' as const, token: undefined };
const browser = { userAgent: 'Mozilla/5.0', accept: 'text/html' };
const submit = async (url: string, fields: Record<string, string>) => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.headers.get('location') ?? '';
};
const openedPage = async (change: Parameters<typeof aBegin>[1] = {}) => {
  const input = aBegin(hosted.means.approved, change);
  const begun = expectOk(await hosted.provider.begin(input));
  assert.ok(begun.next.kind === 'redirect');
  return { input, url: begun.next.url };
};

describe('Worldpay’s page', () => {
  test('asked for again, it is the same page', async () => {
    const { input, url } = await openedPage();
    const again = expectOk(await hosted.provider.begin(input));
    assert.deepEqual(again.next, { kind: 'redirect', url });
    const pages = [...hosted.fake.world.pages.values()];
    const own = pages.filter(({ transactionReference }) => transactionReference === input.paymentId);
    assert.equal(own.length, 1);
    const other = await hosted.provider.begin({ ...input, amountMinor: 1n });
    assert.equal(other.ok ? 'ok' : other.refusal.code, 'refused_by_provider');
  });

  test('a challenge on it that is passed ends in a payment, and one that is failed takes nothing', async () => {
    for (const [answer, state, place] of [
      ['complete', 'captured', 'return'],
      ['fail', 'requires_action', 'return'],
    ] as const) {
      const { input, url } = await openedPage();
      const bank = await submit(url, { card: 'visa_challenge' });
      assert.match(bank, /\/challenge\//);
      assert.match(await submit(bank, { answer }), new RegExp(`/checkout/${place}$`));
      assert.equal((await snapshotOf(hosted, input)).state, state);
    }
  });

  test('a declined card ends the attempt, and money that comes of the same page after all is not lost', async () => {
    const { input, url } = await openedPage();
    await submit(url, { card: 'visa_no_funds' });
    const failed = await snapshotOf(hosted, input);
    assert.deepEqual([failed.state, failed.decline?.kind], ['failed', 'insufficient_funds']);
    await submit(url, { card: 'visa' });
    const paid = await snapshotOf(hosted, input);
    assert.deepEqual([paid.state, paid.capturedMinor, paid.decline], ['captured', 10_000n, undefined]);
  });

  test('it is left by a link to the shop, takes nothing when it is over, and cannot be closed before', async () => {
    const { input, url } = await openedPage();
    assert.equal(await submit(url, { cancel: '1' }), 'https://shop.example/checkout');
    const snapshot = await snapshotOf(hosted, input);
    const closed = await hosted.provider.void(operationOf(input, snapshot, 'void', 0n));
    assert.equal(closed.ok ? 'ok' : closed.refusal.code, 'not_possible_now');
  });

  test('its amount and language are the order’s', async () => {
    const { input, url } = await openedPage({ amountMinor: 5_124n, currency: currencyOf('KWD') });
    const page = await (await fetch(url)).text();
    assert.match(page, new RegExp(`${input.orderNumber}.*5124 KWD`, 's'));
    assert.ok(!page.includes('<script'), 'it works without JavaScript');
  });
});

describe('Worldpay’s fields in our page', () => {
  test('the page is told the checkout id and nothing else, and nothing is asked of Worldpay yet', async () => {
    const input = aBegin(FIELDS);
    const begun = expectOk(await provider.begin(input));
    assert.deepEqual(begun.next, { kind: 'client', data: { step: 'card', checkoutId: 'checkout-institor' } });
    assert.equal(paymentsOf(fake, input.paymentId).length, 0);
    const session = fake.sessionFor('visa_challenge');
    const device = await provider.proceed?.({ paymentId: input.paymentId, fields: { session }, browser });
    assert.ok(device?.ok && device.value.next.kind === 'client');
    assert.deepEqual(Object.keys(device.value.next.data).toSorted(), ['bin', 'jwt', 'step', 'url']);
  });

  test('what is no session, or not the next step, changes nothing', async () => {
    const input = aBegin(FIELDS);
    expectOk(await provider.begin(input));
    const { paymentId } = input;
    const press = async (fields: Record<string, string>) =>
      provider.proceed?.({ paymentId, fields, browser });
    fake.failNext('server_error', true);
    for (const session of [
      '',
      'https://evil.example/sessions/abcdefgh',
      // Another address of our own: what a fake of Worldpay would be asked for in a shop that has none.
      'http://127.0.0.1:1/sessions/abcdefgh',
      'https://access.worldpay.com/tokens/x',
    ]) {
      const refused = await press({ session });
      assert.equal(refused?.ok, false, session);
    }
    // Not Worldpay refused it: nothing was sent, or this would have failed for it.
    await assert.rejects(() => press({ session: fake.sessionFor('visa') }), ProviderUnreachable);
    for (const fields of [{}, { device: 'x' }, { challenged: '' }]) {
      const same = await press(fields);
      assert.ok(same?.ok && same.value.next.kind === 'client' && same.value.next.data['step'] === 'card');
    }
    const asked = [...fake.world.authentications.values()];
    assert.ok(asked.every(({ transactionReference }) => transactionReference !== paymentId));
    assert.equal((await snapshotOf(world, input)).state, 'requires_action');
  });

  test('fields that nobody filled in are given up by a void, and take nothing after it', async () => {
    const input = aBegin(FIELDS);
    const { snapshot } = expectOk(await provider.begin(input));
    assert.equal(expectOk(await provider.void(operationOf(input, snapshot, 'void', 0n))).state, 'voided');
    const { paymentId } = input;
    await provider.proceed?.({ paymentId, fields: { session: fake.sessionFor('visa') }, browser });
    assert.equal(paymentsOf(fake, paymentId).length, 0);
    assert.equal((await snapshotOf(world, input)).state, 'voided');
  });

  test('a wrong security code takes nothing, though the bank approved; nor does what is too risky', async () => {
    for (const [card, kind] of [
      ['visa_wrong_code', 'incorrect_details'],
      ['visa_high_risk', 'suspected_fraud'],
    ] as const) {
      const input = aBegin({ mode: 'in_page', token: fake.sessionFor(card) });
      const snapshot = await pay(world, input);
      assert.deepEqual([snapshot.state, snapshot.decline?.kind], ['failed', kind]);
      assert.deepEqual([snapshot.authorizedMinor, snapshot.capturedMinor], [0n, 0n]);
    }
  });

  test('a challenge that the shop asks for comes whatever the card', async () => {
    const input = aBegin(world.means.approved, { isChallengeRequired: true });
    const begun = expectOk(await provider.begin(input));
    const left = await actInPage({ provider, begun, choice: 'abandon' });
    assert.ok(left.kind === 'client' && left.data['step'] === 'challenge');
    assert.equal((await snapshotOf(world, input)).capturedMinor, 0n);
  });

  test('what was to be said of the shopper is forgotten once the payment is decided', async () => {
    const input = aBegin(world.means.approved);
    await pay(world, input);
    const { rows } = await sql<{ row: string }>`
      select attempt::text as row from payments.worldpay_attempt as attempt
      where payment_id = ${input.paymentId}::uuid`.execute(db);
    assert.ok(rows[0]?.row.includes('settled'));
    assert.ok(!/ada@|Ely Place|jwt/.test(rows[0]?.row ?? ''));
  });
});

describe('Worldpay', () => {
  test('a wrong password is refused, and says nothing of it', async () => {
    const account = { ...TEST_ACCOUNT, password: 'password_other' };
    const begun = await openWorldpay({ db, account, apiBase: fake.origin }).begin(
      aBegin({ mode: 'redirect', token: undefined }),
    );
    assert.ok(!begun.ok);
    assert.equal(begun.refusal.code, 'refused_by_provider');
    assert.ok(!begun.refusal.message.includes('password'));
  });

  test('settlements and refunds that fail after all are not counted', async () => {
    const input = aBegin(world.means.approved);
    await pay(world, input);
    const payment = onlyPayment(fake, input.paymentId);
    giveBack(fake.world, payment, { amount: 3_000, reference: undefined });
    assert.equal((await snapshotOf(world, input)).refundedMinor, 3_000n, 'also those of the dashboard');
    failLast(fake.world, payment, 'refund');
    failLast(fake.world, payment, 'settlement');
    const after = await snapshotOf(world, input);
    assert.deepEqual([after.state, after.capturedMinor, after.refundedMinor], ['authorized', 0n, 0n]);
  });

  test('its book has what moved in a span, page by page, and what we moved of older payments', async () => {
    const { input, snapshot } = await settledWith(250n);
    const refund = { ...operationOf(input, snapshot, 'refund', 50n), reason: '' };
    expectOk(await provider.refund(refund));
    await chargedBack(input.paymentId, 'chargedBack', 200);
    await chargedBack(input.paymentId, 'chargebackReversed', 200);
    const now = world.now();
    const near = { from: now.subtract({ hours: 1 }), until: now.add({ hours: 1 }) };
    assert.deepEqual(await bookOf(input.paymentId, near), [
      'capture 250',
      'dispute -200',
      'dispute_reversal 200',
      'refund -50',
    ]);
    const before = { from: now.subtract({ hours: 48 }), until: now.subtract({ hours: 24 }) };
    assert.deepEqual(await bookOf(input.paymentId, before), []);
  });
});

async function settledWith(amountMinor: bigint) {
  const input = aBegin(world.means.approved, { amountMinor });
  return { input, snapshot: await pay(world, input) };
}

async function chargedBack(paymentId: string, type: string, amount: number): Promise<void> {
  const event = chargeBack(fake.world, onlyPayment(fake, paymentId), { type, amount });
  const { rawBody, headers } = deliveryOf(event, TEST_ACCOUNT.webhookSecrets);
  assert.ok((await provider.readWebhook(rawBody, headers, world.now())).ok);
}

async function bookOf(
  paymentId: string,
  span: Parameters<typeof provider.transactions>[0],
): Promise<string[]> {
  const book = await Array.fromAsync(provider.transactions(span));
  const own = book.filter((line) => line.paymentId === paymentId);
  return own.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`).toSorted();
}
