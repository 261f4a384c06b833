import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aMember } from '../../../../test/staff.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { MAIL_KINDS } from '../../../modules/mails/index.ts';
import { listMembers } from '../../../modules/staff/index.ts';
import { webhookReactions } from '../../../modules/webhooks/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(8);
const { db } = connection;
const NOW = Temporal.Now.instant();
let now = NOW;
const app = await anApi(connection, aSearch([]), { now: () => now });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const scopes = Object.keys(SCOPES);
const { secret } = expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now: NOW })));
const admin = makeClient(ADMIN_API, { origin, token: secret });
const owner = await aMember(db, NOW);

/** As the owner's browser asks. */
function asOwner(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, token = owner.token) {
  return app.inject({
    ...{ method, url: `/api/admin/v1${path}`, ...(payload ? { payload } : {}) },
    headers: {
      ...{ cookie: `institor_staff=${token}`, 'sec-fetch-site': 'same-origin' },
      'idempotency-key': randomUUID(),
    },
  });
}

test('a member makes a key once they confirm that it is they, with what they may themselves', async () => {
  const body = { name: 'ERP', scopes: ['stock:read'] };
  const made = await asOwner('POST', '/api-keys', body);
  assert.equal(made.statusCode, 201, made.body);
  const { token } = await aMember(db, NOW, ['developer']);
  const more = await asOwner('POST', '/api-keys', { name: 'ERP', scopes: ['orders:refund'] }, token);
  assert.deepEqual([more.statusCode, more.json().code], [403, 'scope_not_held']);
  now = NOW.add({ minutes: 11 });
  const late = await asOwner('POST', '/api-keys', body);
  assert.deepEqual([late.statusCode, late.json().code], [403, 'step_up_required']);
  const hook = { url: 'https://erp.example/hook', topics: ['orders.*'] };
  assert.equal((await asOwner('POST', '/webhook-endpoints', hook)).json().code, 'step_up_required');
  now = NOW;
});

test('the delivery log is narrowed by endpoint, state and topic, and one delivery shows its message', async () => {
  const hook = (topics: string[]) =>
    got(admin.createWebhookEndpoint({ body: { url: 'https://erp.example/hook', topics }, ...once() }));
  const { endpoint: all } = await hook(['*']);
  const { endpoint: some } = await hook(['customers.erased']);
  await transact(db, (tx) => tell(tx, 'customers.erased', { customerId: randomUUID() }));
  await transact(db, (tx) => tell(tx, 'catalog.products_removed', { productIds: [randomUUID()] }));
  await runDueJobs({ connection, jobs: [], reactions: webhookReactions, mayFail: true });
  const count = async (query: object) =>
    (await got(admin.listWebhookDeliveries({ query }))).items.map(({ topic }) => topic).toSorted();
  assert.equal((await count({})).length, 3);
  assert.deepEqual(await count({ endpointId: some.id }), ['customers.erased']);
  assert.deepEqual(await count({ topic: 'catalog.products_removed' }), ['catalog.products_removed']);
  assert.equal((await count({ state: 'pending' })).length, 3);
  assert.deepEqual(await count({ state: 'failed' }), []);
  assert.deepEqual(await count({ endpointId: all.id, topic: 'customers.erased', state: 'pending' }), [
    'customers.erased',
  ]);
  const [delivery] = (await got(admin.listWebhookDeliveries({ query: { endpointId: some.id } }))).items;
  const one = await got(admin.readWebhookDelivery({ params: { id: delivery?.id ?? '' } }));
  assert.equal(JSON.parse(one.body ?? '').type, 'customers.erased');
  const blind = expectOk(
    await transact(db, (tx) => createKey(tx, { name: 'blind', scopes: ['webhooks:read'], now: NOW })),
  );
  const without = makeClient(ADMIN_API, { origin, token: blind.secret });
  const hidden = await got(without.readWebhookDelivery({ params: { id: one.id } }));
  assert.equal(hidden.body, undefined);
  assert.equal(await refusedAs(admin.readWebhookDelivery({ params: { id: randomUUID() } })), 'not_found');
  assert.ok((await got(admin.listWebhookTopics({}))).items.includes('orders.paid'));
});

test('every mail is shown in each language, and its example goes to whoever asks', async () => {
  const { kinds, languages } = await got(admin.listMailTemplates({}));
  assert.deepEqual(kinds, MAIL_KINDS);
  for (const kind of kinds) {
    for (const language of languages) {
      const mail = await got(admin.previewMailTemplate({ params: { kind, language } }));
      assert.ok(mail.subject && mail.text && mail.html.startsWith('<!doctype html>'), `${kind} ${language}`);
    }
  }
  const params = { kind: 'shipped', language: 'de' } as const;
  const { email } = (await listMembers(db)).find(({ roles }) => roles.includes('owner')) ?? assert.fail();
  const sent = await asOwner('POST', '/mail-templates/shipped/de/examples');
  assert.deepEqual([sent.statusCode, sent.json().to], [202, email], sent.body);
  const mail = await got(admin.readMail({ params: { id: sent.json().mailId } }));
  assert.deepEqual([mail.kind, mail.locale, mail.to], ['shipped', 'de', email]);
  const preview = await got(admin.previewMailTemplate({ params }));
  assert.equal(mail.subject, `[Test] ${preview.subject}`);
  assert.equal(await refusedAs(admin.sendMailExample({ params, ...once() })), 'not_a_member');
});
