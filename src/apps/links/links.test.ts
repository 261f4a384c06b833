import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import fastify from 'fastify';
import { sql } from 'kysely';
import { launchBrowser } from '../../../test/browser.ts';
import { testDatabase } from '../../../test/database.ts';
import { accessibilityBreaches, openAudited, sidewaysOverflow } from '../../../test/journeys/page-audit.ts';
import { pictureOf } from '../../../test/journeys/picture.ts';
import { aMember } from '../../../test/staff.ts';
import { currencyOf, expectOk, ok, refuse } from '../../kernel/index.ts';
import { analyticsClient } from '../../modules/analytics/index.ts';
import { NEW_SHOP, saveShop } from '../../modules/markets/index.ts';
import {
  type Answers,
  answersOf,
  createLink,
  createSchedule,
  type Language,
  type LinkSource,
  type ReportBlock,
  readLinks,
  readUnsubscribed,
  revokeLink,
} from '../../modules/reporting/index.ts';
import { transact } from '../../platform/database/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { registerLinks } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const EUR = currencyOf('EUR');
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const SHOP = { ...NEW_SHOP, name: 'Mill & Sons', legalName: 'Mill GmbH', email: 'shop@mill.example' };
expectOk(
  await transact(db, (tx) =>
    saveShop(tx, { ...SHOP, postalAddress: 'Weg 1', defaultCurrency: EUR, timeZone: 'Europe/Berlin' }),
  ),
);
const { member } = await aMember(db, NOW);
const secrets = withKeys([Buffer.alloc(32, 7)]);
let [now, isAway] = [NOW, false];
const known = answersOf(analyticsClient({ folder: '/nowhere', secrets }));

/** Net sales of two weeks by day, and of three channels: what the warehouse would say. */
const answers: Answers = {
  ...known,
  answer: async (question, today) => {
    if (isAway) return refuse('analytics_away', 'the process of reports does not answer');
    const isByDay = question.kind === 'query' && question.text.includes('TIMESERIES');
    const span = { from: today.subtract({ days: 14 }), to: today.subtract({ days: 1 }) };
    const before = { from: today.subtract({ days: 28 }), to: today.subtract({ days: 15 }) };
    const values = (cents: number) => ({
      net_sales: BigInt(cents),
      orders: BigInt(Math.round(cents / 5_000)),
    });
    const row = (of: Record<string, string>, cents: number, was: number) => {
      return { of, currency: EUR, values: values(cents), before: values(was) };
    };
    const days = Array.from({ length: 14 }, (_, day) =>
      row(
        { time: span.from.add({ days: day }).toString() },
        90_000 + ((day * 7_919) % 31_000),
        70_000 + ((day * 6_101) % 24_000),
      ),
    );
    const channels = [
      row({ channel: 'Organic Search' }, 840_000, 610_000),
      row({ channel: 'Email' }, 420_000, 455_000),
      row({ channel: '<b>Direct</b>' }, 101_300, 30_000),
    ];
    const rows = isByDay ? days : channels;
    const sum = (pick: (one: (typeof rows)[number]) => bigint) =>
      Number(rows.reduce((all, one) => all + pick(one), 0n));
    return ok({
      ...{
        report: { id: 'explore', titleKey: '', about: '' },
        span,
        comparedWith: before,
        zone: 'Europe/Berlin',
      },
      ...{ asOf: NOW, isCut: false, rows, dimensions: [{ id: isByDay ? 'time' : 'channel', about: '' }] },
      measures: [
        { id: 'net_sales', kind: 'money', about: '', timeRule: '' },
        { id: 'orders', kind: 'count', about: '', timeRule: '' },
      ],
      totals: [
        row(
          {},
          sum(({ values: v }) => v.net_sales),
          sum(({ before: v }) => v.net_sales),
        ),
      ],
    });
  },
};

const server = fastify();
await registerLinks(server, { connection, answers, secrets, now: () => now, readsPerMinute: 0 });
const address = await server.listen({ host: '127.0.0.1', port: 0 });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => {
  [now, isAway] = [NOW, false];
});

const query = (title: string, text: string): ReportBlock => ({
  title,
  question: { kind: 'query', text },
  measures: [],
});
const BLOCKS = [
  query(
    'Net sales',
    'FROM sales SHOW net_sales, orders TIMESERIES day DURING last_28_days COMPARE TO previous',
  ),
  query(
    'Channels',
    'FROM sales SHOW net_sales, orders GROUP BY channel DURING last_28_days COMPARE TO previous',
  ),
];
const SAVER = { by: `staff:${member.id}`, maySeeCosts: false, now: NOW };
async function aLink(
  change: { language?: Language; source?: LinkSource; days?: number; maySeeCosts?: boolean } = {},
) {
  const source = { kind: 'blocks', blocks: BLOCKS } as const;
  const input = { title: 'For the bank', language: 'en', source, days: 30, ...SAVER, ...change } as const;
  return expectOk(await transact(db, (tx) => createLink(tx, { answers }, input)));
}
const open = (token: string) => server.inject({ url: `/r/${token}` });

test('a link shows its numbers to anybody, and to no cache, no engine and no script', async () => {
  const { token } = await aLink();
  const page = await open(token);
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /Net sales rose by [\d.]+%, from €[\d.,]+ to €[\d.,]+\./);
  assert.match(page.body, /Pushed up by Organic Search \(\+€2,300\.00\) and/);
  assert.match(page.body, /Pulled down by Email \(−€350\.00\)\./);
  assert.doesNotMatch(page.body, /<script|<a |<img|<b>Direct/);
  const { 'set-cookie': cookie, 'content-security-policy': policy, ...headers } = page.headers;
  assert.equal(cookie, undefined);
  assert.match(String(policy), /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'/);
  assert.deepEqual(
    [headers['cache-control'], headers['x-robots-tag'], headers['referrer-policy']],
    ['no-store', 'noindex, nofollow', 'no-referrer'],
  );
});

test('its token is in the answer once and nowhere in the database, and opening it is counted by the day', async () => {
  const { link, token } = await aLink();
  const { rows } = await sql<{ row: string }>`select link::text as row from reporting.link`.execute(db);
  assert.ok(
    rows.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token).toString('hex'))),
  );
  now = Temporal.Instant.from('2026-11-27T23:30:00Z');
  await open(token);
  await open(token);
  const found = (await readLinks(db)).find(({ id }) => id === link.id);
  assert.deepEqual([found?.openedCount, found?.lastOpenedOn?.toString()], [2, '2026-11-28']);
});

test('taken back, too old, unknown and nonsense are answered alike, at once', async () => {
  const { link, token } = await aLink({ days: 1 });
  const bodies = new Set<string>();
  now = NOW.add({ hours: 24 });
  bodies.add((await open(token)).body);
  now = NOW;
  assert.equal((await open(token)).statusCode, 200);
  expectOk(await transact(db, (tx) => revokeLink(tx, { id: link.id, now: NOW })));
  for (const wrong of [token, token.replace(/^./, 'A'), 'nonsense', '%00', 'x'.repeat(90)]) {
    const page = await open(wrong);
    assert.equal(page.statusCode, 404, wrong);
    bodies.add(page.body);
  }
  assert.equal(bodies.size, 1);
});

test('a link to a schedule shows what that shows now, and nothing of costs that its maker may not see', async () => {
  const COSTS = query('Margin', 'FROM sales SHOW contribution_margin_1 TIMESERIES day DURING last_7_days');
  const schedule = expectOk(
    await transact(db, (tx) =>
      createSchedule(
        tx,
        { answers },
        {
          ...{
            name: 'Mornings',
            language: 'en',
            blocks: [BLOCKS[0] ?? COSTS, COSTS],
            isPaused: false,
            ...SAVER,
          },
          ...{ cadence: { every: 'day', hour: 6 }, recipients: [{ kind: 'member', memberId: member.id }] },
          maySeeCosts: true,
        },
      ),
    ),
  );
  const { token } = await aLink({ source: { kind: 'schedule', scheduleId: schedule.id } });
  const page = await open(token);
  assert.match(page.body, /<h2 id="block-1">Net sales<\/h2>/);
  assert.match(page.body, /This part could not be shown: it tells what goods cost/);
  const all = { source: { kind: 'schedule', scheduleId: schedule.id }, maySeeCosts: true } as const;
  const { token: seesAll } = await aLink(all);
  assert.doesNotMatch((await open(seesAll)).body, /it tells what goods cost/);
  // Whoever makes a link sees no more by it than whoever set up what it shows.
  await sql`update reporting.schedule set may_see_costs = false where id = ${schedule.id}`.execute(db);
  assert.match((await open(seesAll)).body, /it tells what goods cost/);
});

test('while the warehouse is away the page says so and is no 200', async () => {
  const { token } = await aLink({ language: 'de' });
  isAway = true;
  const page = await open(token);
  assert.equal(page.statusCode, 503);
  assert.match(page.body, /Die Zahlen werden vorbereitet/);
});

test('a network that asks too often waits', async () => {
  const limited = fastify();
  await registerLinks(limited, { connection, answers, secrets, now: () => NOW, readsPerMinute: 10 });
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1)
    statuses.push((await limited.inject({ url: '/r/nonsense' })).statusCode);
  assert.deepEqual(statuses, [404, 404, 429]);
  await limited.close();
});

test('the way out asks first, takes off by one press or by a mailbox, and knows no other', async () => {
  const schedule = expectOk(
    await transact(db, (tx) =>
      createSchedule(
        tx,
        { answers },
        {
          ...{ name: 'For „friends“ & <others>', language: 'fr', blocks: BLOCKS, isPaused: false, ...SAVER },
          ...{
            cadence: { every: 'day', hour: 6 },
            recipients: [{ kind: 'address', email: 'bank@example.com' }],
          },
        },
      ),
    ),
  );
  const token = secrets.seal(JSON.stringify(['unsubscribe', schedule.id, 'bank@example.com']));
  const url = `/r/unsubscribe?token=${encodeURIComponent(token)}`;
  const asked = await server.inject({ url });
  assert.match(asked.body, /Ne plus recevoir « For „friends“ &amp; &lt;others&gt; » \?/);
  assert.equal((await readUnsubscribed(db, schedule.id)).size, 0);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const done = await server.inject({ method: 'POST', url, headers, payload: 'List-Unsubscribe=One-Click' });
  assert.deepEqual(
    [done.statusCode, [...(await readUnsubscribed(db, schedule.id))]],
    [200, ['bank@example.com']],
  );
  const other = await server.inject({
    method: 'POST',
    url: '/r/unsubscribe?token=v1.x.y',
    headers,
    payload: '',
  });
  assert.equal(other.statusCode, 404);
});

for (const [language, scheme, width] of [
  ['en', 'light', 1440],
  ['de', 'dark', 390],
  ['fr', 'dark', 1440],
  ['es', 'light', 390],
] as const) {
  test(`everybody can read it: ${language}, ${scheme}, ${width} px`, async () => {
    const { token } = await aLink({ language });
    const { page, complaints } = await openAudited(browser, {
      viewport: { width, height: 844 },
      colorScheme: scheme,
    });
    await page.goto(`${address}/r/${token}`);
    await pictureOf(page, `link-${language}-${scheme}-${width}`);
    assert.deepEqual(await accessibilityBreaches(page), []);
    assert.ok((await sidewaysOverflow(page)) <= 0);
    await page.goto(`${address}/r/nonsense`);
    assert.deepEqual(await accessibilityBreaches(page), []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}
