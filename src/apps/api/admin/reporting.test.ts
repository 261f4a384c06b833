import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';
import { REPORTING_EXAMPLES } from './examples-reporting.ts';

const connection = await testDatabase();
const { shop, cup } = await openJournalWorld(connection);
const { db } = shop.deps;
const folder = await mkdtemp(join(tmpdir(), 'institor-reporting-api-'));
const secrets = withKeys([Buffer.alloc(32, 7)]);
const failures: object[] = [];
const analytics = analyticsClient({ folder, secrets });
const app = await anApi(connection, aSearch([]), { system: { ...A_SYSTEM, analytics } });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const owned = () =>
  openOwner({
    ...{
      folder,
      readLedger: async function* () {},
      readZone: async () => 'Europe/Berlin',
      secrets,
      memoryMb: 128,
    },
    sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
    ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
  });
let owner: Awaited<ReturnType<typeof owned>> | undefined;
after(async () => {
  await app.close();
  await owner?.close();
  await rm(folder, { recursive: true, force: true });
});
const clientOf = async (...scopes: string[]) => {
  const now = Temporal.Now.instant();
  const key = await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now }));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
/** Each is another request. */
const once = () => ({ idempotencyKey: randomUUID() });
const manager = await clientOf('reports:read', 'reports:write', 'costs:read');
const marketer = await clientOf('reports:read', 'reports:write');
const reader = await clientOf('reports:read');

const SALES = {
  ...{ title: '', measures: [] as string[] },
  question: {
    ...{ kind: 'report' as const, report: 'sales_over_time' },
    ...{ span: 'this_month' as const, grain: 'day' as const },
  },
};
const COSTS = {
  ...{ title: '', measures: [] as string[] },
  question: { kind: 'query' as const, text: 'FROM sales SHOW cost_of_goods DURING this_month' },
};
const SCHEDULE = {
  ...{ name: 'Mornings', language: 'de' as const, blocks: [SALES], isPaused: false },
  cadence: { every: 'month' as const, monthDay: 31, hour: 7 },
  recipients: [{ kind: 'address' as const, email: 'Ada@Example.com' }],
};
const WATCHED = {
  ...{ query: 'FROM sales SHOW orders', rule: { kind: 'threshold' as const, above: 1 } },
  ...{ grain: 'day' as const, graceMinutes: 0 },
};
const ALERT = {
  ...{ name: 'Many orders', language: 'en' as const, ...WATCHED, quietFrom: 22, quietTo: 7 },
  ...{ hasWebhooks: true, recipients: [] as { kind: 'address'; email: string }[] },
};

test('a schedule is made, listed with its next run, changed by who knows it, and removed', async () => {
  assert.equal(await refusedAs(reader.createReportSchedule({ ...once(), body: SCHEDULE })), 'forbidden');
  const made = await got(manager.createReportSchedule({ ...once(), body: SCHEDULE }));
  const { items } = await got(reader.listReportSchedules({}));
  assert.deepEqual(
    items.map(({ name, nextRunAt }) => [name, nextRunAt]),
    [['Mornings', made.nextRunAt]],
  );
  const day = Temporal.Instant.from(made.nextRunAt ?? '').toZonedDateTimeISO('Europe/Berlin');
  assert.deepEqual([day.hour, day.day], [7, day.daysInMonth]);
  const params = { id: made.id };
  const change = { ...SCHEDULE, isPaused: true };
  assert.equal(
    await refusedAs(manager.changeReportSchedule({ params, body: { ...change, version: 'x' } })),
    'version_changed',
  );
  await got(manager.changeReportSchedule({ params, body: { ...change, version: made.version } }));
  const read = await got(reader.readReportSchedule({ params }));
  assert.deepEqual([read.isPaused, read.nextRunAt, read.version, read.runs], [true, undefined, '2', []]);
  assert.deepEqual(read.recipients, [{ kind: 'address', email: 'Ada@example.com' }]);
  assert.equal(await refusedAs(manager.sendReportNow({ ...once(), params })), 'not_a_member');
  await got(manager.removeReportSchedule({ params }));
  assert.equal(await refusedAs(reader.readReportSchedule({ params })), 'not_found');
});

test('what goods cost is saved and shown by who may see it, and by nobody else', async () => {
  const body = { ...SCHEDULE, blocks: [COSTS] };
  assert.equal(await refusedAs(marketer.createReportSchedule({ ...once(), body })), 'costs_hidden');
  const preview = { name: 'x', language: 'en' as const, blocks: [COSTS] };
  assert.equal(await refusedAs(marketer.previewReportMail({ body: preview })), 'costs_hidden');
  const source = { kind: 'blocks' as const, blocks: [COSTS] };
  const link = { title: 'x', language: 'en' as const, days: 3, source };
  assert.equal(await refusedAs(marketer.createReportLink({ ...once(), body: link })), 'costs_hidden');
  const watched = { ...WATCHED, query: 'FROM sales SHOW cost_of_goods' };
  assert.equal(await refusedAs(marketer.previewReportAlert({ body: watched })), 'costs_hidden');
  await got(manager.createReportSchedule({ ...once(), body }));
});

test('a link is told once, listed without its address, and taken back', async () => {
  const made = await got(
    manager.createReportLink({ ...once(), body: REPORTING_EXAMPLES.createReportLink as never }),
  );
  assert.match(made.path, /^\/r\/[\w-]{43}$/);
  const [listed] = (await got(reader.listReportLinks({}))).items;
  assert.deepEqual([listed?.title, listed?.blocks, listed?.openedCount], ['For the bank', 2, 0]);
  assert.ok(!JSON.stringify(listed).includes(made.path.slice(3)));
  await got(manager.revokeReportLink({ params: { id: made.id } }));
  assert.ok((await got(reader.listReportLinks({}))).items[0]?.revokedAt);
  const nothing = {
    title: 'x',
    language: 'en' as const,
    days: 1,
    source: { kind: 'blocks' as const, blocks: [] },
  };
  assert.equal(await refusedAs(manager.createReportLink({ ...once(), body: nothing })), 'no_blocks');
});

test('an alert is previewed by the warehouse itself, made, left alone, and removed', async () => {
  assert.equal(await refusedAs(reader.previewReportAlert({ body: WATCHED })), 'forbidden');
  assert.equal(await refusedAs(manager.previewReportAlert({ body: WATCHED })), 'analytics_away');
  const { placed } = dealingsIn(shop);
  for (const quantity of [1, 2]) await placed([{ variantId: cup, quantity }]);
  await settled(db);
  owner = await owned();
  for (;;) {
    const standing = await analytics.readStanding();
    if (standing.ok && standing.value.asOf !== undefined) break;
  }
  // Both were placed on the 26th of November, which is over by now; in 90 days it is nowhere in the preview.
  const preview = await got(manager.previewReportAlert({ body: WATCHED }));
  assert.deepEqual([preview.measure, preview.kind, preview.unjudged], ['orders', 'count', 0]);
  assert.ok(preview.points.length >= 89 && preview.points.length <= 91);
  const sold = preview.points.find(({ time }) => time === '2026-11-26');
  if (sold !== undefined) {
    assert.deepEqual([sold.value, sold.isOut], [2, true]);
    assert.equal(preview.episodes[0]?.began, '2026-11-26');
  }
  const hourly = { ...WATCHED, grain: 'hour', query: 'FROM sales SHOW net_sales' } as const;
  const hours = await got(manager.previewReportAlert({ body: hourly }));
  assert.ok(hours.points.length > 89 * 24 && hours.kind === 'money' && hours.currency === 'EUR');
  const made = await got(manager.createReportAlert({ ...once(), body: ALERT }));
  const params = { id: made.id };
  const until = Temporal.Now.instant().add({ hours: 5 }).toString();
  const quiet = await got(manager.quietReportAlert({ params, body: { isMuted: false, until } }));
  assert.equal(quiet.snoozedUntil, until);
  const body = {
    ...ALERT,
    rule: { kind: 'anomaly', direction: 'up', falseAlarms: 'year' },
    version: '2',
  } as const;
  const changed = await got(manager.changeReportAlert({ params, body }));
  assert.deepEqual([changed.rule, changed.version], [body.rule, '3']);
  assert.equal((await got(reader.listReportAlerts({}))).items.length, 1);
  assert.deepEqual((await got(reader.readReportAlert({ params }))).firings, []);
  await got(manager.removeReportAlert({ params }));
});

test('the mail is previewed with its pictures inside, in its language', async () => {
  const { subject, html, text } = await got(
    marketer.previewReportMail({ body: { name: 'Am Morgen', language: 'de', blocks: [SALES] } }),
  );
  assert.match(subject, /^Am Morgen · /);
  assert.match(html, /<html lang="de-DE">[\s\S]+src="data:image\/png;base64,/);
  assert.match(text, /Nettoumsatz: /);
  assert.deepEqual(failures, []);
});
