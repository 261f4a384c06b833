import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { readEntries } from '../../../modules/audit/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
type Sent = Parameters<typeof admin.saveShop>[0]['body'];
const change = async (sent: Omit<Sent, 'version'>) => {
  const { version } = await got(admin.readShop({}));
  return admin.saveShop({ body: { version, ...sent } });
};

test('a part of the shop is changed, the others stay, and everybody is told once', async () => {
  const told = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from platform.outbox where topic = 'markets.changed'`
      .execute(db)
      .then(({ rows }) => rows[0]?.n)) ?? 0;
  const before = await got(admin.readShop({}));
  const toldBefore = await told();
  const saved = await got(change({ name: 'Halden & Daughters', template: 'nocturne' }));
  const version = String(Number(before.version) + 1);
  assert.deepEqual(saved, { ...before, name: 'Halden & Daughters', template: 'nocturne', version });
  assert.deepEqual(await got(admin.readShop({})), saved);
  assert.deepEqual(await got(change({ template: 'nocturne' })), saved);
  assert.equal(await told(), toldBefore + 1);
});

test('who saves what somebody else has changed meanwhile is told, and nothing of either is lost', async () => {
  const { version, tagline } = await got(admin.readShop({}));
  const saves = ['One', 'Two', 'Three'].map((phone) => admin.saveShop({ body: { version, phone } }));
  const outcomes = await Promise.all(saves);
  assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1);
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem.code]));
  assert.deepEqual(refused, ['version_conflict', 'version_conflict']);
  assert.equal((await got(admin.readShop({}))).tagline, tagline);
});

test('everything that is wrong is told at once, each at its field, and nothing is saved', async () => {
  const before = await got(admin.readShop({}));
  const answer = await change({
    ...{ name: ' ', email: 'nobody', timeZone: 'Europe/Olso', country: 'DE', vatId: 'DE12' },
    ...{ baseUrl: 'https://shop.example/', defaultLocale: 'english!' },
  });
  assert.ok(!answer.ok);
  assert.deepEqual(
    answer.problem.errors?.map(({ field, code }) => `${field} ${code}`),
    [
      'name missing',
      'email invalid',
      'baseUrl invalid',
      'timeZone invalid',
      'defaultLocale invalid',
      'vatId invalid',
    ],
  );
  assert.deepEqual(await got(admin.readShop({})), before);
});

test('a VAT id has the form of its country where that is known', async () => {
  assert.equal((await got(change({ country: 'DE', vatId: 'de 123 456 789' }))).vatId, 'DE123456789');
  assert.equal(await refusedAs(change({ vatId: '123456789' })), 'invalid');
  assert.equal((await got(change({ country: 'AU', vatId: '51 824 753 556' }))).vatId, '51 824 753 556');
  assert.equal((await got(change({ country: 'DE', vatId: '' }))).vatId, '');
});

test('what a change of the shop was before and is after stands in the audit log', async () => {
  const { name } = await got(admin.readShop({}));
  await got(change({ name: 'Audited' }));
  const [entry] = await readEntries(db, { limit: 1 });
  assert.equal(entry?.kind, 'shop');
  const changed = entry?.differences.find(({ field }) => field === 'name');
  assert.deepEqual([changed?.before, changed?.after], [name, 'Audited']);
});

test('what stands on a market is counted, and what would be missing in another currency', async () => {
  const params = { code: 'eu' };
  const euro = await got(admin.readMarketUse({ params, query: { currency: 'EUR' } }));
  assert.ok(euro.variants > 0 && euro.variantsPriced === euro.variants, JSON.stringify(euro));
  assert.ok(euro.deliveryMethods > 0 && euro.deliveryMethodsPriced === euro.deliveryMethods);
  assert.equal(euro.storefronts, 1);
  const yen = await got(admin.readMarketUse({ params, query: { currency: 'JPY' } }));
  assert.deepEqual([yen.variants, yen.variantsPriced, yen.deliveryMethodsPriced], [euro.variants, 0, 0]);
});
