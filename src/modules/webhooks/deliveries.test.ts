import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { deliverJob } from './deliver.ts';
import { changeEndpoint, createEndpoint, readEndpoints, replayDelivery, webhookReactions } from './index.ts';
import { NOW, openReceiver, signed, WEBHOOKS } from './test-receiver.ts';

const shop = await openSellingShop(await testDatabase(12));
const { connection } = shop;
const { db } = connection;
const { calls, at, run, makeDue, anEndpoint, erase, logOf, clear } = await openReceiver(connection);
beforeEach(clear);

test('an order is told as it is now, signed so that the standard library knows it', async () => {
  const { secret, endpoint } = await anEndpoint('/ok', ['orders.paid']);
  const cup = { variantId: shop.variants[0], quantity: 2 };
  const placed = expectOk(await order(shop, await aReadyCart(shop, cup)));
  await run();
  assert.equal(calls.length, 1);
  const [call] = calls;
  assert.ok(call);
  const told = signed(secret, call) as {
    type: string;
    timestamp: string;
    data: { order: Record<string, unknown> };
  };
  assert.equal(told.type, 'orders.paid');
  assert.ok(Temporal.Instant.from(told.timestamp));
  assert.equal(told.data.order['number'], placed.number);
  assert.deepEqual((told.data.order['totals'] as Record<string, unknown>)['total'], {
    amount: '28.90',
    currency: 'EUR',
  });
  assert.throws(() => signed(secret, { ...call, body: call.body.replace('28.90', '00.01') }));
  const [delivery] = await logOf(endpoint.id);
  assert.deepEqual([delivery?.state, delivery?.attempts.map(({ status }) => status)], ['delivered', [204]]);
  assert.equal(delivery?.messageId, call.headers['webhook-id']);
});

test('a broken receiver is asked again by the plan of the specification, always under the same id', async () => {
  const { endpoint } = await anEndpoint('/broken');
  await erase('a');
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 10; attempt++) {
    await run();
    assert.equal(calls.length, attempt);
    const [delivery] = await logOf(endpoint.id);
    const last = delivery?.attempts.at(-1);
    if (delivery?.nextAttemptAt && last)
      pauses.push(Math.round(last.at.until(delivery.nextAttemptAt).total('seconds')));
    await makeDue();
  }
  const hour = 3_600;
  assert.deepEqual(pauses, [5, 300, 1_800, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]);
  const [delivery] = await logOf(endpoint.id);
  assert.equal(delivery?.state, 'failed');
  assert.equal(delivery?.attempts[0]?.excerpt, 'out of order');
  assert.equal(new Set(calls.map(({ headers }) => headers['webhook-id'])).size, 1);
  await run();
  assert.equal(calls.length, 10);
});

test('a receiver that was away hears it when it is back', async () => {
  const { endpoint } = await anEndpoint('/broken');
  await erase('a');
  await run();
  const url = at('/ok');
  await db.transaction().execute((tx) => changeEndpoint(tx, WEBHOOKS, { id: endpoint.id, url, now: NOW }));
  await makeDue();
  await run();
  const [delivery] = await logOf(endpoint.id);
  assert.deepEqual(
    delivery?.attempts.map(({ status }) => status),
    [500, 204],
  );
  assert.equal(delivery?.state, 'delivered');
});

test('410 switches the endpoint off, and nothing more is sent there', async () => {
  const { endpoint } = await anEndpoint('/gone');
  await erase('a');
  await erase('b');
  await run();
  await makeDue();
  await run();
  const [known] = await readEndpoints(db);
  assert.deepEqual([known?.isActive, known?.inactiveReason], [false, 'gone']);
  assert.equal(calls.length, 1);
  assert.deepEqual(
    (await logOf(endpoint.id)).map(({ state }) => state),
    ['failed', 'failed'],
  );
});

for (const [path, error] of [
  ['/moved', ''],
  ['/slow', /longer than 400 ms/],
] as const) {
  test(`${path} counts as a failure`, async () => {
    const { endpoint } = await anEndpoint(path);
    await erase('a');
    await run();
    assert.equal(calls.length, 1);
    const [delivery] = await logOf(endpoint.id);
    assert.equal(delivery?.state, 'pending');
    if (error) assert.match(delivery?.attempts[0]?.error ?? '', error);
    else assert.equal(delivery?.attempts[0]?.status, 302);
  });
}

test('an answer without end is cut off, and what came first counts', async () => {
  const { endpoint } = await anEndpoint('/endless');
  await erase('a');
  await run();
  const [delivery] = await logOf(endpoint.id);
  assert.equal(delivery?.state, 'delivered');
  assert.equal(delivery?.attempts[0]?.excerpt.length, 1_000);
});

test('a name that leads into our own network is not called', async () => {
  const closed = { secrets: WEBHOOKS.secrets };
  for (const url of ['https://127.0.0.1/x', 'https://localhost/x', 'https://169.254.169.254/latest']) {
    await sql`delete from webhooks.endpoint`.execute(db);
    const made = expectOk(
      await db.transaction().execute((tx) => createEndpoint(tx, closed, { url, topics: ['*'], now: NOW })),
    );
    await erase('a');
    await runDueJobs({ connection, jobs: [deliverJob(closed, 400)], reactions: webhookReactions });
    const [delivery] = await logOf(made.endpoint.id);
    assert.match(delivery?.attempts[0]?.error ?? '', /public internet/, url);
  }
  assert.equal(calls.length, 0);
});

test('a replay sends the same message again, from the beginning of the plan', async () => {
  const { endpoint } = await anEndpoint('/ok');
  await erase('a');
  await run();
  const [delivery] = await logOf(endpoint.id);
  assert.ok(delivery);
  const replay = () => db.transaction().execute((tx) => replayDelivery(tx, { id: delivery.id, now: NOW }));
  expectOk(await replay());
  expectOk(await replay());
  await run();
  assert.equal(calls.length, 2, 'replayed twice before it went is sent once');
  assert.equal(new Set(calls.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size, 1);
});

test('two orders to send the same attempt are one call', async () => {
  const { endpoint } = await anEndpoint('/broken');
  await erase('a');
  await run();
  const [delivery] = await logOf(endpoint.id);
  assert.ok(delivery);
  const replay = () => db.transaction().execute((tx) => replayDelivery(tx, { id: delivery.id, now: NOW }));
  expectOk(await replay());
  expectOk(await replay());
  await run();
  assert.equal(calls.length, 2);
});

test('ids sort as events were told, and an event about many things is several messages', async () => {
  await anEndpoint('/ok', ['customers.erased', 'catalog.products_removed']);
  const productIds = Array.from({ length: 120 }, (_, index) => `p${index}`);
  await db.transaction().execute(async (tx) => {
    for (const customerId of ['a', 'b', 'c']) await tell(tx, 'customers.erased', { customerId });
    await tell(tx, 'catalog.products_removed', { productIds });
  });
  await run();
  const told = calls.toSorted((a, b) =>
    String(a.headers['webhook-id']).localeCompare(String(b.headers['webhook-id'])),
  );
  const data = told.map(
    ({ body }) => (JSON.parse(body) as { data: { customerId?: string; productIds?: string[] } }).data,
  );
  assert.deepEqual(
    data.slice(0, 3).map(({ customerId }) => customerId),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(
    data.slice(3).flatMap((part) => part.productIds ?? []),
    productIds,
  );
  assert.equal(data.length, 6);
});

test('an event that is delivered to us twice is told once', async () => {
  await anEndpoint('/ok');
  await erase('a');
  await run();
  await sql`delete from platform.reaction_done`.execute(db);
  await sql`insert into platform.undistributed select max(id), false from platform.outbox`.execute(db);
  await run();
  assert.equal(calls.length, 1);
});
