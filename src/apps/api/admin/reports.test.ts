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
import { analyticsClient, analyticsJobs, openOwner, shopSources } from '../../../modules/analytics/index.ts';
import { exportJournal } from '../../../modules/ledger/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import { reconcile } from '../../../modules/payments/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { enqueue, runDueJobs } from '../../../platform/jobs/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { shop, cup } = await openJournalWorld(connection);
const { db } = shop.deps;
const folder = await mkdtemp(join(tmpdir(), 'institor-reports-'));
const secrets = withKeys([Buffer.alloc(32, 7)]);
const failures: object[] = [];
const analytics = analyticsClient({ folder, secrets });
const app = await anApi(connection, aSearch([]), { system: { ...A_SYSTEM, analytics } });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const ours = { readLedger: (span: Parameters<typeof exportJournal>[1]) => exportJournal(db, span) };
const owned = () =>
  openOwner({
    ...{ folder, ...ours, readZone: async () => 'UTC', secrets, memoryMb: 128 },
    sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
    ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
  });
let owner: Awaited<ReturnType<typeof owned>> | undefined;
after(async () => {
  await app.close();
  await owner?.close();
  await rm(folder, { recursive: true, force: true });
});
const now = Temporal.Now.instant();
const clientOf = async (...scopes: string[]) => {
  const key = await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now }));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const analyst = await clientOf('reports:read', 'costs:read');
const marketer = await clientOf('reports:read');
const span = { from: '2026-11-20', to: '2026-11-30' };
const asked = { params: { id: 'sales_over_time' }, query: { ...span, grain: 'month' } } as const;

test('without the process of the warehouse reports are away by name, and the rest of the API is not', async () => {
  assert.equal(await refusedAs(analyst.runReport(asked)), 'analytics_away');
  assert.equal(
    await refusedAs(analyst.listReportOrders({ params: asked.params, query: span })),
    'analytics_away',
  );
  assert.ok((await got(analyst.listReports({}))).items.length >= 13);
  const [german] = (await got(analyst.listReports({ query: { language: 'de' } }))).items;
  assert.match(german?.about ?? '', /^Was verkauft wurde, Tag für Tag/);
  assert.match(german?.dimensions[0]?.about ?? '', /^Stunde, Tag, Woche/);
  const words = await got(analyst.listExplorationWords({ query: { language: 'fr' } }));
  assert.ok(words.dimensions.some(({ about }) => about === 'Marque du produit.'));
  assert.deepEqual((await got(analyst.readAgreement({ query: span }))).items, []);
});

test('a report over the API: money as decimals of the row’s currency, and the orders behind it', async () => {
  const orderId = await dealingsIn(shop).placed([{ variantId: cup, quantity: 2 }]);
  await settled(db);
  owner = await owned();
  for (;;) {
    const standing = await analytics.readStanding();
    if (standing.ok && standing.value.asOf !== undefined) break;
  }
  const report = await got(analyst.runReport(asked));
  const [row] = report.rows;
  assert.deepEqual(
    [row?.of, row?.currency, row?.values['gross_sales']],
    [{ time: '2026-11-01' }, 'EUR', '20.17'],
  );
  assert.deepEqual([row?.values['orders'], row?.values['average_order_value']], [1, '20.17']);
  assert.ok(report.measures.every(({ about, timeRule }) => about !== '' && timeRule !== ''));
  const of = ['time:2026-11-01'];
  const orders = await got(
    analyst.listReportOrders({ params: asked.params, query: { ...span, grain: 'month', of } }),
  );
  const { number = '', day = '', ...order } = orders.items[0] ?? {};
  assert.deepEqual(order, { id: orderId, origin: '', netSales: '20.17', currency: 'EUR' });
  assert.deepEqual([/^\d+$/.test(number), day], [true, '2026-11-26']);
});

test('who is on the shop now, over the API: nobody yet', async () => {
  const { orders, visitors, minutes, at } = await got(marketer.readLive({}));
  assert.deepEqual([orders, visitors], [[], { last5: 0, last30: 0 }]);
  assert.deepEqual([minutes.length, Number.isNaN(Date.parse(at))], [30, false]);
});

test('a funnel over the API takes its steps from the query, and needs two', async () => {
  const run = (step: readonly string[]) =>
    analyst.runReport({ params: { id: 'funnel' }, query: { ...span, step: [...step], segment: 'device' } });
  assert.deepEqual((await got(run(['/cart', 'purchase']))).rows, []);
  assert.equal(await refusedAs(run(['purchase'])), 'invalid_steps');
});

test('a note on charts, over the API: put there, read beside holidays, changed, taken off', async () => {
  const writer = await clientOf('reports:read', 'reports:write');
  const body = { from: '2026-11-27', to: '2026-11-30', text: 'Newsletter' };
  assert.equal(await refusedAs(marketer.createAnnotation({ body, idempotencyKey: newId() })), 'forbidden');
  const { id } = await got(writer.createAnnotation({ body, idempotencyKey: newId() }));
  const asked = { query: { from: '2026-11-29', to: '2026-12-26', language: 'de' } } as const;
  const { notes, happenings } = await got(marketer.listAnnotations(asked));
  assert.deepEqual(
    notes.map((note) => [note.id, note.from, note.text]),
    [[id, '2026-11-27', 'Newsletter']],
  );
  assert.ok(happenings.some(({ kind, from }) => kind === 'holiday' && from === '2026-12-25'));
  await got(writer.changeAnnotation({ params: { id }, body: { ...body, text: 'Mail' } }));
  assert.equal((await got(marketer.readAnnotation({ params: { id } }))).text, 'Mail');
  await got(writer.removeAnnotation({ params: { id } }));
  assert.equal(await refusedAs(marketer.readAnnotation({ params: { id } })), 'not_found');
});

test('customers over the API: too few of them is an answer with its reason, and when they come again', async () => {
  const value = await got(marketer.readCustomerValue({ query: span }));
  assert.deepEqual([value.customers, value.reason?.code, value.currency], [1, 'not_enough_data', 'EUR']);
  assert.equal(value.model, undefined);
  const second = await got(marketer.readSecondOrder({ query: span }));
  assert.deepEqual([second.customers, second.again, second.curve, second.median], [1, 0, [], {}]);
  assert.equal(second.repeatRate?.estimate, 0);
  const backwards = { query: { from: span.to, to: span.from } };
  assert.equal(await refusedAs(marketer.readCustomerValue(backwards)), 'invalid_span');
  assert.equal(await refusedAs(marketer.readSecondOrder(backwards)), 'invalid_span');
});

test('a report that takes more than a statement is listed, run and led to its orders like any other', async () => {
  const listed = (await got(marketer.listReports({}))).items.map(({ id }) => id);
  assert.ok(listed.includes('customer_segments') && listed.includes('bought_together'));
  const asked = { params: { id: 'customer_segments' }, query: span } as const;
  const { rows } = await got(marketer.runReport(asked));
  assert.deepEqual([rows.length, rows[0]?.values['net_sales'], rows[0]?.currency], [1, '20.17', 'EUR']);
  const of = [`segment:${rows[0]?.of['segment']}`];
  const { items } = await got(marketer.listReportOrders({ ...asked, query: { ...span, of } }));
  assert.equal(items.length, 1);
});

test('what goods cost is for those who may see it', async () => {
  const margin = { params: { id: 'margin' }, query: span } as const;
  assert.equal(await refusedAs(marketer.runReport(margin)), 'costs_hidden');
  assert.equal(await refusedAs(marketer.listReportOrders(margin)), 'costs_hidden');
  const seen = (await got(marketer.listReports({}))).items.map(({ id }) => id);
  assert.ok(seen.includes('channels') && !seen.includes('margin'));
  await got(analyst.runReport(margin));
});

test('refusals name what is wrong', async () => {
  const run = (id: string, from: string, to: string) =>
    analyst.runReport({ params: { id }, query: { from, to } });
  assert.equal(await refusedAs(run('weather', span.from, span.to)), 'unknown_report');
  assert.equal(await refusedAs(run('channels', span.to, span.from)), 'invalid_span');
  assert.equal(
    await refusedAs(analyst.readAgreement({ query: { from: '2020-01-01', to: '2026-01-01' } })),
    'invalid_span',
  );
  const of = ['shoe:size'];
  const orders = analyst.listReportOrders({ params: { id: 'channels' }, query: { ...span, of } });
  assert.equal(await refusedAs(orders), 'unknown_dimension');
});

test('the nightly check keeps what it found, day by day', async () => {
  const { timeZone } = await readShop(db);
  const to = Temporal.Now.plainDateISO(timeZone);
  const found = await reconcile(shop.deps, { provider: 'test', day: to.subtract({ days: 1 }), now });
  await transact(db, (tx) => enqueue(tx, 'analytics.check_agreement', {}));
  await runDueJobs({ connection, jobs: analyticsJobs(analytics) });
  const query = { from: to.subtract({ days: 40 }).toString(), to: to.toString() };
  const { items } = await got(analyst.readAgreement({ query }));
  assert.deepEqual([items.length, items[0]?.day], [35, to.subtract({ days: 1 }).toString()]);
  assert.deepEqual(
    items.flatMap(({ differences }) => differences),
    [],
  );
  const [{ providers } = { providers: [] }] = items;
  assert.deepEqual(
    providers.map(({ provider, differences }) => [provider, differences]),
    [['test', found.length]],
  );
  assert.deepEqual(failures, []);
});
