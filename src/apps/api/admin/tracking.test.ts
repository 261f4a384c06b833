import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import {
  isSenderSecret,
  openCollector,
  readConsentRules,
  recordConsent,
} from '../../../modules/collector/index.ts';
import { readAnalyticsMode } from '../../../modules/markets/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { db } = connection;
const app = await anApi(connection, aSearch([]));
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const collector = openCollector(connection);
after(async () => {
  await app.close();
  await collector.close();
});
const clientOf = async (...scopes: string[]) => {
  const asked = { name: 'test', scopes, now: Temporal.Now.instant() };
  const key = await transact(db, (tx) => createKey(tx, asked));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const keeper = await clientOf('settings:read', 'settings:write');
const reader = await clientOf('settings:read');

test('how visits are counted is shown and changed, what is not sent stays', async () => {
  const first = await got(reader.readTracking({ query: {} }));
  assert.deepEqual(
    [first.mode, first.gpcRefuses, first.holdsDays, first.regions],
    ['cookieless', ['marketing'], 182, 0],
  );
  assert.equal(await refusedAs(reader.saveTracking({ body: { mode: 'ask' } })), 'forbidden');
  await got(keeper.saveTracking({ body: { mode: 'ask' } }));
  await got(keeper.saveTracking({ body: { gpcRefuses: ['marketing', 'statistics'] } }));
  await got(keeper.saveTracking({ body: { holdsDays: 90 } }));
  assert.equal(await readAnalyticsMode(db), 'ask');
  const [rule, ...others] = (await readConsentRules(db)).regions;
  assert.deepEqual([rule?.gpcRefuses, rule?.holdsDays, others], [['marketing', 'statistics'], 90, []]);
  assert.equal((await got(reader.readTracking({ query: {} }))).mode, 'ask');
});

test('the banner’s own words are kept by market and language, and taken back', async () => {
  const words = { market: '', locale: 'de', title: 'Kennen wir uns?', text: 'Eine Zahl, sechs Monate.' };
  await got(keeper.saveConsentBanner({ body: words }));
  assert.deepEqual((await got(reader.readTracking({ query: {} }))).banners, [words]);
  const refused = (change: Partial<typeof words>) =>
    refusedAs(keeper.saveConsentBanner({ body: { ...words, ...change } }));
  assert.equal(await refused({ locale: '!!' }), 'unknown_locale');
  assert.equal(await refused({ market: 'mars' }), 'unknown_market');
  assert.equal(await refused({ title: '' }), 'invalid');
  await got(keeper.saveConsentBanner({ body: { ...words, title: '', text: '' } }));
  assert.deepEqual((await got(reader.readTracking({ query: {} }))).banners, []);
});

test('decisions are counted by what was decided, and each is shown with the text that was on the screen', async () => {
  const shown = { version: '1', locale: 'en', text: 'May we count?' };
  const choices = (statistics: boolean) => ({ statistics, preferences: false, marketing: false });
  const now = Temporal.Now.instant();
  const decide = (consentId = newId<'consent'>()) => {
    const of = (method: 'accept_all' | 'reject_all' | 'withdrawal' | 'signal', at = now) =>
      transact(db, (tx) =>
        recordConsent(tx, {
          ...{ consentId, choices: choices(method === 'accept_all'), method, shown },
          ...{ hasGpc: method === 'signal', now: at },
        }),
      );
    return { consentId, of };
  };
  const ada = decide();
  await ada.of('accept_all', now.subtract({ hours: 1 }));
  await ada.of('withdrawal');
  await decide().of('accept_all');
  await decide().of('reject_all');
  await decide().of('signal');
  await decide().of('accept_all', now.subtract({ hours: 24 * 40 }));
  const { decisions } = await got(reader.readTracking({ query: {} }));
  assert.deepEqual(decisions, { accepted: 2, rejected: 1, withdrawn: 1, bySignal: 1 });
  assert.equal((await got(reader.readTracking({ query: { days: '60' } }))).decisions.accepted, 3);
  const proof = await got(reader.readConsentProof({ query: { id: ada.consentId } }));
  assert.deepEqual(
    [proof.isWhole, proof.decisions.map((one) => [one.method, one.choices.statistics, one.shown.text])],
    [
      true,
      [
        ['accept_all', true, 'May we count?'],
        ['withdrawal', false, 'May we count?'],
      ],
    ],
  );
  assert.equal(await refusedAs(reader.readConsentProof({ query: { id: newId() } })), 'not_found');
});

test('what a layer put aside wrongly is put back, by its reason', async () => {
  const now = Temporal.Now.instant();
  const sender = { kind: 'browser', ip: '192.0.2.1', site: 'shop.example', hasGpc: false } as const;
  const view = () => [{ id: newId(), name: 'page_view' as const, happenedAt: now, params: {} }];
  await collector.collect({ events: view(), sender: { ...sender, userAgent: 'curl/8' }, now });
  const [dropped, ...rest] = (await got(reader.readTracking({ query: {} }))).dropped;
  assert.deepEqual([dropped?.reason, dropped?.count, dropped?.held, rest], ['user_agent', 1, 1, []]);
  const released = await got(
    keeper.releaseQuarantine({ body: { reason: 'user_agent' }, idempotencyKey: newId() }),
  );
  assert.deepEqual(released, { count: 1 });
  const [back] = (await got(reader.readTracking({ query: {} }))).dropped;
  assert.deepEqual([back?.count, back?.held], [0, 0]);
  assert.deepEqual(
    await got(keeper.releaseQuarantine({ body: { reason: 'staff' }, idempotencyKey: newId() })),
    { count: 0 },
  );
});

test('a server that is revoked is listed, and sends no more', async () => {
  const body = { name: 'Warehouse' };
  const made = await got(keeper.createEventSender({ body, idempotencyKey: newId() }));
  assert.ok(await isSenderSecret(db, made.secret));
  const [listed] = (await got(reader.listEventSenders({ query: {} }))).items;
  assert.deepEqual([listed?.id, listed?.name, listed?.revokedAt], [made.id, 'Warehouse', undefined]);
  const about = { params: { id: made.id } };
  assert.deepEqual(await got(keeper.revokeEventSender(about)), { isRevoked: true });
  assert.equal(await refusedAs(keeper.revokeEventSender(about)), 'not_found');
  assert.equal(await isSenderSecret(db, made.secret), false);
  assert.equal(
    await refusedAs(keeper.createEventSender({ body: { name: ' ' }, idempotencyKey: newId() })),
    'missing',
  );
});
