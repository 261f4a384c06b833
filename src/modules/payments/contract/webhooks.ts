import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aShop, factsOf } from './shop.ts';
import { aBegin, type ProviderWorld, pay } from './world.ts';

/** Webhooks as they are meant to come, as they come too, and as nobody may send them. */
export function describeWebhooks(world: ProviderWorld): void {
  const { provider, means } = world;
  const shop = aShop(world);
  const aSnapshot = () => pay(world, aBegin(means.approved));
  const read = async (
    { rawBody, headers }: Awaited<ReturnType<typeof world.sign>>,
    at = world.now(),
  ): Promise<string> => {
    const event = await provider.readWebhook(rawBody, headers, at);
    return event.ok ? 'ok' : event.refusal.code;
  };

  test('a webhook under either live key is read, and says what it is about', async () => {
    const snapshot = await aSnapshot();
    for (const key of ['live', 'second'] as const) {
      const { rawBody, headers } = await world.webhookAbout(snapshot, key);
      const event = await provider.readWebhook(rawBody, headers, world.now());
      assert.ok(event.ok, key);
      assert.equal(event.value.reference, snapshot.reference);
      assert.ok(event.value.id);
    }
  });

  test('a webhook without signature, under a wrong key, or whose body was changed is refused', async () => {
    const webhook = await world.webhookAbout(await aSnapshot());
    assert.equal(await read({ ...webhook, headers: {} }), 'bad_signature');
    assert.equal(await read(await world.sign(webhook.rawBody, 'wrong', world.now())), 'bad_signature');
    const rawBody = Buffer.from(`${Buffer.from(webhook.rawBody)} `);
    assert.equal(await read({ ...webhook, rawBody }), 'bad_signature');
  });

  test('an old webhook is refused, where the signature says when it was made', async () => {
    if (!world.hasSignedTime) return;
    const webhook = await world.webhookAbout(await aSnapshot());
    assert.equal(await read(webhook, world.now().add({ hours: 1 })), 'too_old');
  });

  test('what is signed and no event is unreadable', async () => {
    for (const text of ['', 'null', '[]', '{}', '{"id":1}', 'not json']) {
      assert.equal(await read(await world.sign(Buffer.from(text), 'live', world.now())), 'unreadable', text);
    }
  });

  test('a webhook is kept once however often it comes, and late ones change nothing', async () => {
    const { payment, begun } = await shop.start(means.approved);
    if (begun.snapshot.state === 'requires_action') await world.act(begun, 'pay');
    const webhook = await world.webhookAbout(begun.snapshot);
    assert.equal((await shop.receive(webhook)).code, 'new');
    const paid = factsOf(await shop.paymentOf(payment.id));
    assert.equal(paid.capturedMinor, payment.amountMinor);
    const again = await Promise.all(Array.from({ length: 10 }, () => shop.receive(webhook)));
    assert.ok(again.every(({ code }) => code === 'known'));
    assert.equal((await shop.receive(await world.webhookAbout(begun.snapshot))).code, 'new');
    assert.deepEqual(factsOf(await shop.paymentOf(payment.id)), paid);
  });

  test('a webhook that comes before the answer to the call that it is about ends in the same payment', async () => {
    const call = await shop.begin(means.approved);
    const begun = await provider.begin(inputOf(call));
    assert.ok(begun.ok);
    if (begun.value.snapshot.state === 'requires_action') await world.act(begun.value, 'pay');
    await shop.receive(await world.webhookAbout(begun.value.snapshot));
    await shop.record({ call, result: begun });
    assert.equal((await shop.settle(call.paymentId)).newlyCapturedMinor, 0n);
    const payment = await shop.paymentOf(call.paymentId);
    assert.deepEqual([payment.state, payment.capturedMinor], ['captured', call.amountMinor]);
  });

  describeForged(world, shop);
}

/** S8: a callback can make nobody believe anything, and learns nothing from the answer. */
function describeForged(world: ProviderWorld, shop: ReturnType<typeof aShop>): void {
  const waiting = world.means.challenged ?? world.means.approved;

  test('forged callbacks change nothing and answer nothing', async () => {
    const { payment, begun } = await shop.start(waiting);
    const other = await shop.start(world.means.approved);
    const before = factsOf(await shop.paymentOf(payment.id));
    const { rawBody, headers } = await world.webhookAbout(begun.snapshot);
    const text = Buffer.from(rawBody).toString('utf8');
    const swapped = text
      .replaceAll(begun.snapshot.reference, other.begun.snapshot.reference)
      .replaceAll(payment.id, other.payment.id);
    const forged: readonly (readonly [what: string, webhook: Awaited<ReturnType<typeof world.sign>>])[] = [
      ['unsigned', { rawBody, headers: {} }],
      ['wrong key', await world.sign(rawBody, 'wrong', world.now())],
      ['another order', { rawBody: Buffer.from(swapped), headers }],
      ['another amount', { rawBody: Buffer.from(lying(text, { amount: 1 })), headers }],
      ['another currency', { rawBody: Buffer.from(lying(text, { currency: 'JPY' })), headers }],
      ['another state', { rawBody: Buffer.from(lying(text, { status: 'succeeded' })), headers }],
    ];
    for (const [what, webhook] of forged) {
      const answer = await shop.receive(webhook);
      const isSame = Buffer.from(webhook.rawBody).equals(Buffer.from(rawBody));
      if (isSame && Object.keys(webhook.headers).length > 0 && what.startsWith('another')) continue;
      assert.equal(answer.code, 'bad_signature', what);
      for (const secret of [payment.id, payment.orderId, begun.snapshot.reference]) {
        assert.ok(!answer.message.includes(secret), `${what}: ${answer.message}`);
      }
    }
    assert.deepEqual(factsOf(await shop.paymentOf(payment.id)), before);
  });

  test('a webhook that is signed and lies is believed nothing: what counts is what the provider answers', async () => {
    const { payment, begun } = await shop.start(waiting);
    const before = factsOf(await shop.paymentOf(payment.id));
    const text = Buffer.from((await world.webhookAbout(begun.snapshot)).rawBody).toString('utf8');
    const lies = { status: 'succeeded', state: 'captured', amount: 1, value: '0.01', currency: 'JPY' };
    const rawBody = Buffer.from(lying(text, lies));
    await shop.receive(await world.sign(rawBody, 'live', world.now()));
    assert.deepEqual(factsOf(await shop.paymentOf(payment.id)), before);
  });

  test('a replayed callback is one that was seen, or too old', async () => {
    const { begun } = await shop.start(waiting);
    const webhook = await world.webhookAbout(begun.snapshot);
    assert.equal((await shop.receive(webhook)).code, 'new');
    const later = world.now().add({ hours: 24 });
    const code = (await shop.receive(webhook, later)).code;
    assert.equal(code, world.hasSignedTime ? 'too_old' : 'known');
  });
}

function inputOf(call: Awaited<ReturnType<ReturnType<typeof aShop>['begin']>>) {
  const { paymentId, idempotencyKey, amountMinor, currency, request } = call;
  assert.equal(request.kind, 'begin');
  if (request.kind !== 'begin') throw new TypeError('no beginning');
  return { ...request.input, paymentId, idempotencyKey, amountMinor, currency };
}

/** The same JSON with these fields changed wherever they stand. */
function lying(text: string, lies: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) =>
      Object.hasOwn(lies, key) && typeof value !== 'object' ? lies[key] : value,
    ),
  );
}
