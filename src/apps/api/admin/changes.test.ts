import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pino } from 'pino';
import { testDatabase } from '../../../../test/database.ts';
import type { Staff } from '../../../platform/api/index.ts';
import { listen } from '../../../platform/broadcast/index.ts';
import { makeMetrics, makeServer } from '../../../platform/http/index.ts';
import { type Topic, tell } from '../../../platform/outbox/index.ts';
import { mountChanges } from './changes.ts';

const connection = await testDatabase();
const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
const member = (id: string, permissions: readonly string[]): Staff => ({
  ...{ kind: 'staff', id, name: id, sessionId: id, limits: new Map(), steppedUpAt: undefined },
  permissions: new Set(permissions),
});
const MEMBERS = new Map([
  ['ada', member('ada', ['orders:read', 'stock:read'])],
  ['grace', member('grace', ['products:read'])],
]);
await mountChanges(server, {
  listen: (listener) => listen(connection, listener),
  authenticate: async ({ cookie = '' }) => MEMBERS.get(cookie),
});
const address = await server.listen({ host: '127.0.0.1', port: 0 });
after(() => server.close());

const open = (who: string) =>
  fetch(`${address}/api/admin/v1/changes`, { headers: { cookie: who, 'sec-fetch-site': 'same-origin' } });

/** Reads until the stream has said something with data. */
async function heard(answer: Response): Promise<string> {
  assert.ok(answer.body);
  let text = '';
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes('data: ')) break;
  }
  return /data: (.*)/.exec(text)?.[1] ?? '';
}

const say = (topic: string) =>
  connection.db.transaction().execute((tx) => tell(tx, topic as Topic, {} as never));

test('everybody hears of what they may read, and of nothing else', async () => {
  const [ada, grace] = await Promise.all([open('ada'), open('grace')]);
  const both = Promise.all([heard(ada), heard(grace)]);
  for (const topic of ['orders.paid', 'catalog.products_changed', 'webhooks.unknown']) await say(topic);
  assert.deepEqual(await both, ['orders.paid', 'catalog.products_changed']);
});

test('who is not signed in, or comes from another site, hears nothing', async () => {
  assert.equal((await open('nobody')).status, 401);
  const elsewhere = { cookie: 'ada', 'sec-fetch-site': 'cross-site' };
  assert.equal((await fetch(`${address}/api/admin/v1/changes`, { headers: elsewhere })).status, 401);
});

test('a person has as many streams as tabs, within reason', async () => {
  const streams = await Promise.all(Array.from({ length: 22 }, () => open('grace')));
  const refused = streams.filter(({ status }) => status === 429);
  assert.ok(refused.length >= 2);
  await Promise.all(streams.map((stream) => stream.body?.cancel()));
});
