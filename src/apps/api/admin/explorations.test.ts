import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, openJournalWorld } from '../../../../test/selling/dealings.ts';
import { settled } from '../../../../test/settled.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { analyticsClient, openOwner, shopSources } from '../../../modules/analytics/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { shop, cup } = await openJournalWorld(connection);
const { db } = shop.deps;
const orderId = await dealingsIn(shop).placed([{ variantId: cup, quantity: 2 }]);
await settled(db);
const folder = await mkdtemp(join(tmpdir(), 'institor-explorations-'));
const failures: object[] = [];
const secrets = withKeys([Buffer.alloc(32, 7)]);
const analytics = analyticsClient({ folder, secrets });
const app = await anApi(connection, aSearch([]), { system: { ...A_SYSTEM, analytics } });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const owner = await openOwner({
  ...{ folder, readLedger: async function* () {}, readZone: async () => 'UTC', secrets, memoryMb: 128 },
  sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
  ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
});
after(async () => {
  await app.close();
  await owner.close();
  await rm(folder, { recursive: true, force: true });
});
const now = Temporal.Now.instant();
const keyOf = async (...scopes: string[]) =>
  expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now }))).secret;
const [analystKey, marketerKey] = [await keyOf('reports:read', 'costs:read'), await keyOf('reports:read')];
const analyst = makeClient(ADMIN_API, { origin, token: analystKey });
const marketer = makeClient(ADMIN_API, { origin, token: marketerKey });

const SALES = 'SHOW gross_sales, orders GROUP BY country DURING last_365_days';
const answered = (q: string) => got(analyst.readExploration({ query: { q } }));

test('a query is answered, and each row leads to its orders', async () => {
  for (;;) {
    const standing = await analytics.readStanding();
    if (standing.ok && standing.value.asOf !== undefined) break;
  }
  const answer = await answered(SALES);
  const [row] = answer.rows;
  assert.deepEqual([row?.currency, row?.values['gross_sales'], row?.values['orders']], ['EUR', '20.17', 1]);
  const of = [`country:${row?.of['country']}`];
  const orders = await got(analyst.listExplorationOrders({ query: { q: SALES, of } }));
  assert.deepEqual(
    orders.items.map(({ id }) => id),
    [orderId],
  );
});

test('an answer is a file in each format', async () => {
  const beginnings = [
    ['readExplorationCsv', 'country,currency,gross_sales,orders\r\n'],
    ['readExplorationXlsx', 'PK'],
    ['readExplorationParquet', 'PAR1'],
    ['readExplorationPdf', '%PDF-'],
  ] as const;
  for (const [operation, beginning] of beginnings) {
    const file = await got(analyst[operation]({ query: { q: SALES } }));
    assert.equal((await file.text()).slice(0, beginning.length), beginning);
  }
});

test('what is wrong with a query is said with its place', async () => {
  const answer = await fetch(
    `${origin}/api/admin/v1/explorations/answer?q=${encodeURIComponent('SHOW net_slaes')}`,
    {
      headers: { authorization: `Bearer ${analystKey}` },
    },
  );
  const problem = await answer.json();
  assert.equal(answer.status, 422);
  assert.match(JSON.stringify(problem), /did you mean net_sales\? \(at letter 6\)/);
});

test('what goods cost is for those who may see it, be it only as an order of rows or in a file', async () => {
  const costs = ['SHOW cost_of_goods', 'SHOW orders GROUP BY country ORDER BY margin_rate'];
  for (const q of costs) {
    assert.equal(await refusedAs(marketer.readExploration({ query: { q } })), 'costs_hidden');
    assert.equal(await refusedAs(marketer.readExplorationCsv({ query: { q } })), 'costs_hidden');
    assert.equal(await refusedAs(marketer.listExplorationOrders({ query: { q } })), 'costs_hidden');
  }
  const words = (await got(marketer.listExplorationWords({}))).measures.map(({ id }) => id);
  assert.ok(words.includes('net_sales') && !words.includes('cost_of_goods'));
  const all = await got(analyst.listExplorationWords({}));
  assert.ok(all.measures.some(({ id }) => id === 'cost_of_goods'));
});

test('values are offered as they are', async () => {
  const offered = async (dimension: string, contains?: string) =>
    (await got(analyst.listExplorationValues({ query: { dimension, ...(contains ? { contains } : {}) } })))
      .items;
  const [country = ''] = await offered('country');
  assert.match(country, /^[A-Z]{2}$/);
  assert.deepEqual(await offered('country', 'nowhere'), []);
  assert.deepEqual(await offered('currency'), ['EUR']);
  assert.equal(
    await refusedAs(analyst.listExplorationValues({ query: { dimension: 'mood' } })),
    'unknown_dimension',
  );
});

test('an exploration is kept, changed by who has seen it as it is, and forgotten', async () => {
  const body = { name: 'Countries', query: SALES, isShared: true };
  const kept = await got(analyst.createExploration({ body, ...once() }));
  assert.equal(kept.query, 'FROM sales SHOW gross_sales, orders GROUP BY country DURING last_365_days');
  const [seen] = (await got(marketer.listExplorations({}))).items;
  assert.deepEqual([seen?.name, seen?.isOwn], ['Countries', false]);
  const params = { id: kept.id };
  const change = { params, body: { ...body, name: 'Lands', version: kept.version } };
  assert.equal(await refusedAs(marketer.changeExploration(change)), 'not_found');
  await got(analyst.changeExploration(change));
  assert.equal(await refusedAs(analyst.changeExploration(change)), 'version_conflict');
  assert.equal(await refusedAs(marketer.removeExploration({ params })), 'not_found');
  await got(analyst.removeExploration({ params }));
  assert.deepEqual((await got(analyst.listExplorations({}))).items, []);
});
