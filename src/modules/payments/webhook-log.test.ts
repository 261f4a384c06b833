import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { keepWebhook, readWebhookEvents } from './index.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-26T10:00:00Z');

test('webhooks are listed the latest first, page by page, without what they said', async () => {
  const keep = (provider: 'test' | 'stripe', id: string) => {
    const event = { id, kind: 'payment.captured', reference: undefined, paymentId: undefined };
    const webhook = { provider, event, rawBody: '{"name":"Ada"}', headers: { 'user-agent': 'x' } };
    return db.transaction().execute((tx) => keepWebhook(tx, { webhook, now }));
  };
  for (const id of ['a', 'b', 'c']) await keep('test', id);
  await keep('stripe', 'd');
  const [first, second, ...more] = await readWebhookEvents(db, { limit: 2 });
  assert.deepEqual([first?.eventId, second?.eventId, more.length], ['d', 'c', 0]);
  assert.ok(second && !JSON.stringify(second).includes('Ada'));
  const rest = await readWebhookEvents(db, { limit: 10, before: second.id });
  assert.deepEqual(
    rest.map(({ eventId }) => eventId),
    ['b', 'a'],
  );
  const own = await readWebhookEvents(db, { provider: 'stripe', limit: 10 });
  assert.deepEqual([own.length, own[0]?.processedAt], [1, undefined]);
});
