import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, openJournalWorld } from '../../../../test/selling/dealings.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { settled } from '../../../../test/settled.ts';
import { aMember } from '../../../../test/staff.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { analyticsClient, openOwner, shopSources } from '../../analytics/index.ts';
import { readMail, readMailbox } from '../../mails/index.ts';
import {
  answersOf,
  changeSchedule,
  createSchedule,
  previewReport,
  type ReportBlock,
  readRuns,
  readSchedule,
  removeSchedule,
  reportingJobs,
  type ScheduleInput,
  sendNow,
  unsubscribe,
} from '../index.ts';
import { beginDueRuns } from './begin-runs.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

const connection = await testDatabase();
const { db } = connection;
const { shop, cup, pot } = await openJournalWorld(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-reporting-'));
const secrets = withKeys([Buffer.alloc(32, 7)]);
const failures: object[] = [];
const answers = answersOf(analyticsClient({ folder, secrets }));
const owned = () =>
  openOwner({
    ...{ folder, readLedger: async function* () {}, readZone: async () => 'UTC', secrets, memoryMb: 128 },
    sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
    ...{ host: '127.0.0.1', port: 0, feedEveryMs: 20, log: { error: (about) => failures.push(about) } },
  });
let owner: Awaited<ReturnType<typeof owned>> | undefined;
after(async () => {
  await owner?.close();
  await rm(folder, { recursive: true, force: true });
});

const reached = { baseUrl: 'https://mill.example', isBaseUrlSet: true };
const jobs = reportingJobs({ answers, secrets, reached });
const run = (mayFail = false) => runDueJobs({ connection, jobs, mayFail });
const { member: grace } = await aMember(db, NOW, ['owner']);
const SALES: ReportBlock = {
  title: '',
  question: {
    kind: 'report',
    report: 'sales_over_time',
    span: 'this_week',
    compare: 'previous',
    grain: 'day',
  },
  measures: ['net_sales', 'orders'],
};
const BY_PRODUCT: ReportBlock = {
  title: 'What sells',
  question: { kind: 'query', text: 'FROM sales SHOW net_sales, units GROUP BY product DURING this_week' },
  measures: [],
};
const INPUT: ScheduleInput = {
  ...{ name: 'Every morning', language: 'en', blocks: [SALES, BY_PRODUCT], isPaused: false },
  cadence: { every: 'day', hour: 6 },
  recipients: [
    { kind: 'member', memberId: grace.id },
    { kind: 'address', email: 'bank@example.com' },
  ],
};
const TOMORROW = NOW.add({ hours: 24 });
const SAVER = { by: `staff:${grace.id}`, maySeeCosts: false, now: NOW };
const create = (change: Partial<ScheduleInput & typeof SAVER> = {}) =>
  transact(db, (tx) => createSchedule(tx, { answers }, { ...INPUT, ...SAVER, ...change }));

async function mailsTo(to: string) {
  const { mails } = expectOk(await readMailbox(db, { to }));
  return Promise.all(mails.map(async ({ id }) => (await readMail(db, id)) ?? assert.fail('no such mail')));
}

test('a schedule that cannot be is refused by the name of what is wrong', async () => {
  const bad = (text: string): ReportBlock => ({ title: '', question: { kind: 'query', text }, measures: [] });
  const table: readonly [change: Parameters<typeof create>[0], code: string, field: string][] = [
    [{ name: ' ' }, 'invalid_name', 'name'],
    [{ blocks: [] }, 'no_blocks', 'blocks'],
    [{ blocks: Array(9).fill(SALES) }, 'too_many', 'blocks'],
    [{ blocks: [bad('FROM sales SHOW nonsense')] }, 'invalid_query', 'blocks[0].question'],
    [
      { blocks: [SALES, bad('FROM sales SHOW cost_of_goods DURING yesterday')] },
      'costs_hidden',
      'blocks[1].question',
    ],
    [{ blocks: [{ ...SALES, measures: ['sessions'] }] }, 'invalid_query', 'blocks[0].measures'],
    [{ recipients: [] }, 'no_recipients', 'recipients'],
    [
      { recipients: [{ kind: 'address', email: 'a@b.example, c@d.example' }] },
      'invalid_recipient',
      'recipients[0]',
    ],
    [
      { recipients: [{ kind: 'member', memberId: '0197aa00-0000-7000-8000-000000000000' }] },
      'invalid_recipient',
      'recipients[0]',
    ],
  ];
  for (const [change, code, field] of table) {
    const made = await create(change);
    assert.deepEqual(made.ok ? 'made' : [made.refusal.code, made.refusal.field], [code, field]);
  }
});

const schedule = expectOk(await create());
const due = schedule.nextRunAt ?? assert.fail('no next run');

test('when its time has come it is begun once, however many look, and knows its next time', async () => {
  assert.equal(await beginDueRuns(db, due.subtract({ seconds: 1 })), 0);
  const begun = await Promise.all([beginDueRuns(db, due), beginDueRuns(db, due), beginDueRuns(db, due)]);
  assert.equal(
    begun.reduce((sum, count) => sum + count, 0),
    1,
  );
  assert.equal(
    (await readSchedule(db, schedule.id))?.nextRunAt?.toString(),
    due.add({ hours: 24 }).toString(),
  );
});

test('while nobody answers nothing is mailed, and what is wrong stands at the run', async () => {
  await run(true);
  const [first] = await readRuns(db, schedule.id, 10);
  assert.deepEqual([first?.state, first?.problem], ['waiting', 'the process of reports does not answer']);
  assert.deepEqual(await mailsTo('bank@'), []);
});

test('when it answers, everybody gets one mail, though the job is run by two workers at once', async () => {
  const { placed } = dealingsIn(shop);
  await placed([{ variantId: cup, quantity: 3 }]);
  await placed([{ variantId: pot, quantity: 1 }]);
  await settled(db);
  owner = await owned();
  const client = analyticsClient({ folder, secrets });
  // What is asked for until then is fed: the run waits for as much.
  for (;;) {
    const standing = await client.readStanding();
    if (standing.ok && standing.value.asOf !== undefined) break;
  }
  const all = sql`select id from graphile_worker.jobs`;
  await sql`select graphile_worker.reschedule_jobs(array(${all}), run_at => now())`.execute(db);
  await Promise.all([run(true), run(true)]);
  const { rows } = await sql<{ id: string }>`select id from reporting.run`.execute(db);
  // A worker that died between the commit and its note runs the job again.
  await sql`select graphile_worker.add_job('reporting.send', ${JSON.stringify({ runId: rows[0]?.id })}::json)`.execute(
    db,
  );
  await run();
  assert.equal((await mailsTo('bank@')).length, 1);
  assert.equal((await mailsTo(grace.email)).length, 1);
  const [first] = await readRuns(db, schedule.id, 10);
  assert.deepEqual([first?.state, first?.problem, first?.mails], ['sent', '', 2]);
});

test('the mail has the numbers of the ledger, says what they mean, and carries its pictures', async () => {
  const [mail] = await mailsTo('bank@');
  assert.ok(mail);
  const { rows } = await sql<{ net: bigint; orders: number }>`
    select sum(gross_minor - discount_minor - returns_minor)::bigint as net, count(distinct order_id)::int as orders
    from orders.sales_entry`.execute(db);
  const net = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(
    Number(rows[0]?.net) / 100,
  );
  assert.ok(mail.text.includes(`Net sales: ${net} (nothing before)`), mail.text);
  assert.ok(mail.text.includes(`Orders: ${rows[0]?.orders} (nothing before)`));
  assert.match(mail.text, /Net sales came to €[\d.,]+; there was nothing to compare with\./);
  assert.match(mail.text, /The largest part is .+: Net sales €[\d.,]+, [\d.]+% of all\./);
  assert.match(mail.text, new RegExp(`^All \\| ${net.replaceAll('.', '\\.')} \\|`, 'm'));
  const pictures = [...mail.html.matchAll(/src="data:image\/png;base64,([^"]+)" alt="([^"]+)"/g)];
  assert.equal(pictures.length, 2);
  for (const [, bytes = '', alt = ''] of pictures) {
    const { width = 0, height = 0 } = await sharp(Buffer.from(bytes, 'base64')).metadata();
    assert.ok(width > 1_000 && height > 100, `${width} × ${height}`);
    assert.match(alt, /^Net sales by /);
  }
});

test('a stranger is led out of the list and not into the cockpit; a member the other way round', async () => {
  const [[bank], [member]] = await Promise.all([mailsTo('bank@'), mailsTo(grace.email)]);
  assert.match(bank?.unsubscribeUrl ?? '', /^https:\/\/mill\.example\/r\/unsubscribe\?token=/);
  assert.doesNotMatch(bank?.html ?? '', /\/cockpit/);
  assert.equal(member?.unsubscribeUrl, '');
  assert.match(member?.html ?? '', /https:\/\/mill\.example\/cockpit\/analytics/);
});

test('who says no gets nothing more, also when somebody puts the address in again', async () => {
  const token = unsubscribeToken(secrets, { scheduleId: schedule.id, email: 'bank@example.com' });
  const stranger = unsubscribeToken(withKeys([Buffer.alloc(32, 8)]), {
    scheduleId: schedule.id,
    email: 'x@y.example',
  });
  const say = (given: string) => transact(db, (tx) => unsubscribe(tx, secrets, { token: given, now: NOW }));
  assert.equal((await say(stranger)).ok, false);
  assert.equal((await say(`${token}x`)).ok, false);
  expectOk(await say(token));
  const recipients = [...INPUT.recipients, { kind: 'address', email: 'Bank@example.com' } as const];
  const change = { ...INPUT, ...SAVER, recipients, id: schedule.id, version: 1n };
  expectOk(await transact(db, (tx) => changeSchedule(tx, { answers }, change)));
  await transact(db, (tx) =>
    sql`update reporting.schedule set next_run_at = ${due.add({ hours: 24 }).toString()}::timestamptz`.execute(
      tx,
    ),
  );
  assert.equal(await beginDueRuns(db, due.add({ hours: 24 * 3 })), 1);
  await settle();
  assert.equal((await mailsTo('bank@')).length, 1);
  assert.equal((await mailsTo(grace.email)).length, 2);
});

/** Runs to the end what waits for the warehouse to be as far as the run, which is in the future here. */
async function settle() {
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await run(true);
    await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
      db,
    );
  }
}

test('“send it to me now” reaches who asks and nobody else, and changes nothing', async () => {
  const before = await readSchedule(db, schedule.id);
  const now = Temporal.Now.instant();
  expectOk(await transact(db, (tx) => sendNow(tx, { id: schedule.id, memberId: grace.id, now })));
  await settle();
  assert.equal((await mailsTo(grace.email)).length, 3);
  assert.deepEqual((await readSchedule(db, schedule.id))?.nextRunAt, before?.nextRunAt);
});

test('who has changed it meanwhile is told, and a paused one is never due', async () => {
  const save = (version: bigint) =>
    transact(db, (tx) =>
      changeSchedule(tx, { answers }, { ...INPUT, ...SAVER, isPaused: true, id: schedule.id, version }),
    );
  const stale = await save(1n);
  assert.equal(stale.ok ? '' : stale.refusal.code, 'version_changed');
  expectOk(await save(2n));
  assert.equal(await beginDueRuns(db, due.add({ hours: 24 * 30 })), 0);
});

test('costs are shown to whom they may be, and hidden by name where what costs are has changed', async () => {
  const COSTS: ReportBlock = {
    title: '',
    question: { kind: 'report', report: 'margin', span: 'this_week' },
    measures: [],
  };
  const preview = (maySeeCosts: boolean, blocks = [COSTS]) =>
    previewReport(db, answers, { name: 'x', language: 'en', blocks, maySeeCosts, now: TOMORROW });
  const hidden = await preview(false);
  assert.equal(hidden.ok ? '' : hidden.refusal.code, 'costs_hidden');
  assert.match(expectOk(await preview(true)).text, /Gross profit/);
  const saved = expectOk(await create({ maySeeCosts: true, blocks: [COSTS], name: 'Costs' }));
  // Whoever could see them cannot any more.
  await sql`update reporting.schedule set may_see_costs = false where id = ${saved.id}`.execute(db);
  const now = Temporal.Now.instant();
  expectOk(await transact(db, (tx) => sendNow(tx, { id: saved.id, memberId: grace.id, now })));
  await settle();
  const [mail] = await mailsTo(grace.email);
  assert.match(mail?.text ?? '', /could not be shown: it tells what goods cost/);
  assert.doesNotMatch(mail?.text ?? '', /Gross profit: /);
});

test('the same is said in four languages', async () => {
  const said = new Set<string>();
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    const blocks = [SALES, BY_PRODUCT];
    const { html, text } = expectOk(
      await previewReport(db, answers, { name: 'x', language, blocks, maySeeCosts: false, now: TOMORROW }),
    );
    assert.match(html, new RegExp(`<html lang="${language}`));
    assert.doesNotMatch(text, /undefined|NaN|\[object/);
    said.add(text.split('\n').find((line) => line.includes('€') && line.includes('.')) ?? '');
  }
  assert.equal(said.size, 4);
});

test('removed, it leaves no run behind, and the warehouse had no trouble', async () => {
  expectOk(await transact(db, (tx) => removeSchedule(tx, schedule.id)));
  assert.deepEqual(await readRuns(db, schedule.id, 10), []);
  assert.deepEqual(failures, []);
});
