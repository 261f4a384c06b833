import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { aShop } from '../../contract/shop.ts';
import { aBegin, pay, snapshotOf } from '../../contract/world.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { chargeBack, giveBack } from './fake/act.ts';
import { deliver, deliveryOf } from './fake/deliveries.ts';
import { actInPage, onlyPayment, TEST_ACCOUNT, worldpayWorld } from './fake/worldpay-world.ts';
import { signEvent } from './webhook.ts';

const { db } = await testDatabase();
const world = await worldpayWorld(db, 'in_page');
const { fake, provider } = world;
const shop = aShop(world);
after(() => fake.close());
const FIELDS = { mode: 'in_page' as const, token: undefined };

describe('Worldpay’s events', () => {
  test('an event is believed under any of its signatures, in any order, by the key that it names', async () => {
    const { begun } = await shop.start(world.means.challenged ?? FIELDS);
    const { rawBody } = await world.webhookAbout(begun.snapshot);
    const [live, second] = TEST_ACCOUNT.webhookSecrets;
    assert.ok(live && second);
    const read = async (header: string) => {
      const event = await provider.readWebhook(rawBody, { 'event-signature': header }, world.now());
      return event.ok;
    };
    const good = signEvent(rawBody, [live]);
    const stolen = signEvent(rawBody, [{ ...live, keyId: second.keyId }]);
    const unknown = signEvent(rawBody, [{ ...live, keyId: '9' }]);
    const base64 = `2/SHA256/${Buffer.from(good.split('/')[2] ?? '', 'hex').toString('base64')}`;
    for (const header of [good, base64, `${unknown},${good}`, `${good}, 9/SHA256/${'0'.repeat(64)}`]) {
      assert.equal(await read(header), true, header);
    }
    for (const header of [
      '',
      stolen,
      unknown,
      good.slice(0, -1),
      good.replace('SHA256', 'SHA1'),
      `${good.split('/')[2]}`,
    ]) {
      assert.equal(await read(header), false, header);
    }
    assert.equal(await read(Array.from({ length: 11 }, () => good).join(',')), false, 'far too many');
  });

  test('webhooks come over HTTP, doubled and in the wrong order, and end in what Worldpay says', async () => {
    const endpoint = await anEndpoint();
    const { payment, begun } = await shop.start(world.means.approved);
    const seen = fake.world.events.length;
    await actInPage({ provider, begun, choice: 'pay' });
    const paid = onlyPayment(fake, payment.id);
    giveBack(fake.world, paid, { amount: 1_000, reference: undefined });
    chargeBack(fake.world, paid, { type: 'informationRequested', amount: 10_000 });
    chargeBack(fake.world, paid, { type: 'chargebackReversed', amount: 10_000 });
    const events = fake.world.events.slice(seen).toReversed();
    const kinds = [
      'chargebackReversed',
      'informationRequested',
      'sentForRefund',
      'sentForSettlement',
      'authorized',
    ];
    assert.deepEqual(
      events.map(({ type }) => type),
      kinds,
    );
    const statuses = await deliver(endpoint.url, events, { secrets: TEST_ACCOUNT.webhookSecrets, times: 2 });
    await endpoint.close();
    assert.deepEqual(
      statuses,
      kinds.flatMap(() => [200, 208]),
    );
    const after = await shop.paymentOf(payment.id);
    assert.deepEqual([after.refundedMinor, after.disputedMinor, after.state], [1_000n, 0n, 'captured']);
  });

  test('a chargeback of a payment that is not ours is kept nowhere', async () => {
    const event = { type: 'chargedBack', amount: 10_000 };
    const input = aBegin(world.means.approved);
    await pay(world, input);
    const other = { ...onlyPayment(fake, input.paymentId), transactionReference: aBegin(FIELDS).paymentId };
    const { rawBody, headers } = deliveryOf(
      chargeBack(fake.world, other, event),
      TEST_ACCOUNT.webhookSecrets,
    );
    assert.ok((await provider.readWebhook(rawBody, headers, world.now())).ok);
    assert.equal((await snapshotOf(world, input)).disputedMinor, 0n);
  });

  test('its book is compared with ours every night, and what the shop has not heard of is found', async () => {
    const now = world.now();
    const day = now.toZonedDateTimeISO('UTC').toPlainDate();
    const compare = async () => {
      const found = await reconcile(shop.deps, { provider: 'worldpay', day, now: now.add({ hours: 24 }) });
      return found.map(({ kind, about, theirsMinor }) => `${kind} ${about} ${theirsMinor}`);
    };
    await compare();
    const { payment, begun } = await shop.start(world.means.approved, { amountMinor: 777n });
    await actInPage({ provider, begun, choice: 'pay' });
    assert.deepEqual(
      (await compare()).filter((line) => line.includes('777')),
      ['missing_here capture 777'],
    );
    await shop.settle(payment.id);
    assert.deepEqual(
      (await compare()).filter((line) => line.includes('777')),
      [],
    );
    giveBack(fake.world, onlyPayment(fake, payment.id), { amount: 333, reference: undefined });
    assert.deepEqual(
      (await compare()).filter((line) => line.includes('333')),
      ['missing_here refund 333'],
    );
  });
});

/** The shop's door for webhooks: 200 for a new one, 208 for one it knows, 400 for one that is nobody's. */
async function anEndpoint(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const rawBody = await buffer(request);
    const headers = { 'event-signature': `${request.headers['event-signature']}` };
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
