import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, openJournalWorld } from '../../../../test/selling/dealings.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { settled } from '../../../../test/settled.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { analyticsClient, openOwner, shopSources } from '../../../modules/analytics/index.ts';
import { readEntries } from '../../../modules/audit/index.ts';
import { exportJournal } from '../../../modules/ledger/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { shop, cup } = await openJournalWorld(connection);
const { db } = shop.deps;
const folder = await mkdtemp(join(tmpdir(), 'institor-targets-'));
const secrets = withKeys([Buffer.alloc(32, 7)]);
const analytics = analyticsClient({ folder, secrets });
const app = await anApi(connection, aSearch([]), { now: () => NOW, system: { ...A_SYSTEM, analytics } });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const failures: object[] = [];
let owner: Awaited<ReturnType<typeof openOwner>> | undefined;
after(async () => {
  await app.close();
  await owner?.close();
  await rm(folder, { recursive: true, force: true });
});
const today = NOW.toZonedDateTimeISO('UTC').toPlainDate();
const year = String(today.year);
const month = today.toString().slice(0, 7);
const clientOf = async (...scopes: string[]) => {
  const key = await transact(db, (tx) => createKey(tx, { name: scopes.join(' '), scopes, now: NOW }));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const planner = await clientOf('targets:read', 'targets:write', 'costs:read', 'reports:read');
const reader = await clientOf('targets:read', 'reports:read');
const cell = { kpi: 'net_sales', market: '', currency: 'EUR', period: month } as const;
const set = (targets: Parameters<typeof planner.setTargets>[0]['body']['targets'], client = planner) =>
  client.setTargets({ params: { year }, body: { targets } });

test('targets are set by who may, are in the log with what they were, and say who set them', async () => {
  assert.equal(await refusedAs(set([{ ...cell, amount: '10.00' }], reader)), 'forbidden');
  assert.deepEqual(
    await got(
      set([
        { ...cell, amount: '10.00' },
        { kpi: 'orders', market: '', period: year, amount: '12' },
      ]),
    ),
    { changed: 2 },
  );
  assert.deepEqual(await got(set([{ ...cell, amount: '20.50' }])), { changed: 1 });
  const { items } = await got(reader.listTargets({ params: { year } }));
  const sales = items.find(({ kpi }) => kpi === 'net_sales');
  assert.ok(sales);
  assert.deepEqual([items.length, sales.amount, sales.period, sales.currency], [2, '20.50', month, 'EUR']);
  const changes = await got(reader.listTargetChanges({ params: { year, id: sales.id } }));
  assert.deepEqual(
    changes.items.map(({ before, after }) => [before, after]),
    [
      ['10.00', '20.50'],
      [null, '10.00'],
    ],
  );
  assert.match(changes.items[0]?.by ?? '', /^api_key:/);
  const entries = await readEntries(db, { limit: 10 });
  const kept = entries.find(({ operation, outcome }) => operation === 'setTargets' && outcome === 'done');
  assert.ok(
    JSON.stringify(kept?.differences).includes('20.50'),
    JSON.stringify(entries.map(({ operation }) => operation)),
  );
});

test('refusals name the cell, and what the margin is to be is hidden from who may not see costs', async () => {
  const table = [
    [{ ...cell, period: '1999' }, 'invalid_period'],
    [{ ...cell, period: `${year}-Q5` }, 'invalid_period'],
    [{ ...cell, amount: 'lots' }, 'invalid_amount'],
    [{ ...cell, market: 'mars' }, 'invalid_market'],
    [{ ...cell, kpi: 'ad_spend', market: 'eu' }, 'market_not_known'],
  ] as const;
  for (const [wrong, code] of table) assert.equal(await refusedAs(set([{ amount: '5.00', ...wrong }])), code);
  await got(set([{ ...cell, kpi: 'contribution_margin_1', amount: '5.00' }]));
  const listed = async (client: typeof planner) =>
    (await got(client.listTargets({ params: { year } }))).items.map(({ kpi }) => kpi);
  assert.ok((await listed(planner)).includes('contribution_margin_1'));
  assert.ok(!(await listed(reader)).includes('contribution_margin_1'));
});

test('while the warehouse is away targets can be read and set, and their pace is away by name', async () => {
  assert.equal(await refusedAs(reader.listPaces({ params: { year }, query: {} })), 'analytics_away');
});

test('a pace over the API: what was sold so far, and that a young shop has no forecast', async () => {
  await dealingsIn(shop).placed([{ variantId: cup, quantity: 2 }]);
  await settled(db);
  owner = await openOwner({
    ...{ folder, readZone: async () => 'UTC', secrets, memoryMb: 128 },
    readLedger: (span) => exportJournal(db, span),
    sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
    ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
  });
  const paces = async () =>
    (await got(reader.listPaces({ params: { year }, query: { isCurrent: 'true' } }))).items;
  let items = await paces();
  const sold = () => items.find(({ kpi, period }) => kpi === 'net_sales' && period === month);
  while (sold()?.actual !== '20.17') items = await paces();
  assert.deepEqual([sold()?.state, sold()?.forecast, sold()?.method], ['unknown', undefined, 'flat']);
  const id = sold()?.id ?? '';
  const { days } = await got(reader.readTargetCourse({ params: { year, id } }));
  assert.equal(days.at(-1)?.plan, '20.50');
  assert.equal(days.find(({ day }) => day === today.toString())?.actual, '20.17');
  const none = { params: { year, id: '00000000-0000-7000-8000-000000000000' } };
  assert.equal(await refusedAs(reader.readTargetCourse(none)), 'not_found');
});

test('why a number changed over the API: parts are decimals that add up', async () => {
  const query = {
    from: today.toString(),
    to: today.toString(),
    compare: 'previous',
    currency: 'EUR',
  } as const;
  const told = await got(reader.explainChange({ params: { of: 'net_sales' }, query }));
  assert.deepEqual([told.before, told.after, told.change], ['0.00', '20.17', '20.17']);
  const added = told.factors.reduce((sum, { change }) => sum + Math.round(Number(change) * 100), 0);
  assert.equal(added, 2_017);
  assert.deepEqual(told.findings[0], { kind: 'change', before: '0.00', after: '20.17', change: '20.17' });
  const margin = { params: { of: 'contribution_margin_1' }, query } as const;
  assert.equal(await refusedAs(reader.explainChange(margin)), 'costs_hidden');
  await got(planner.explainChange(margin));
  const backwards = { ...query, to: today.subtract({ days: 1 }).toString() };
  assert.equal(
    await refusedAs(reader.explainChange({ params: { of: 'orders' }, query: backwards })),
    'invalid_span',
  );
  assert.deepEqual(failures, []);
});
