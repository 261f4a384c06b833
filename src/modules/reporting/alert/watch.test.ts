import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aMember } from '../../../../test/staff.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { readMail, readMailbox } from '../../mails/index.ts';
import { saveShop } from '../../markets/index.ts';
import {
  type AlertInput,
  changeAlert,
  createAlert,
  previewAlert,
  quietAlert,
  readAlert,
  readFirings,
  removeAlert,
} from '../index.ts';
import { evaluateAlerts } from './evaluate.ts';
import { tellFirings } from './tell-firings.ts';
import { EUR, plantedAnswers, SHOP, zone } from './testing/planted-answers.ts';

const connection = await testDatabase();
const { db } = connection;
expectOk(await transact(db, (tx) => saveShop(tx, SHOP)));
const at = (text: string) => Temporal.Instant.from(text);
const { member } = await aMember(db, at('2026-11-20T00:00:00Z'));

const planted = plantedAnswers(at('2026-11-27T12:00:00Z'));
const { answers, days } = planted;
const reached = { baseUrl: 'https://mill.example', isBaseUrlSet: true };
const { signal } = new AbortController();

/** As the job does: judges, then tells. */
async function look(now: string): Promise<void> {
  planted.knownTo = at(now);
  await evaluateAlerts(db, answers, { now: at(now), signal });
  await tellFirings(db, { answers, reached }, at(now));
}

const INPUT: AlertInput = {
  ...{ name: 'Few orders', query: 'FROM sales SHOW orders', language: 'en', grain: 'day', graceMinutes: 60 },
  ...{ rule: { kind: 'threshold', below: 10 }, quiet: { from: 22, to: 7 }, hasWebhooks: true },
  recipients: [{ kind: 'member', memberId: member.id }],
};
const SAVER = { by: 'staff:x', maySeeCosts: false, now: at('2026-11-20T08:00:00Z') };
const create = (change: Partial<AlertInput> = {}) =>
  transact(db, (tx) => createAlert(tx, { answers }, { ...INPUT, ...SAVER, ...change }));

async function mails() {
  const found = expectOk(await readMailbox(db)).mails.toReversed();
  return Promise.all(found.map(async ({ id }) => (await readMail(db, id)) ?? assert.fail('no mail')));
}
const told = async () => {
  const { rows } = await sql<{ topic: string }>`
    select topic from platform.outbox where topic like 'reporting.%' order by id`.execute(db);
  return rows.map(({ topic }) => topic);
};

beforeEach(async () => {
  await sql`delete from reporting.alert`.execute(db);
  await sql`delete from mails.mail`.execute(db);
  await sql`delete from platform.outbox where topic like 'reporting.%'`.execute(db);
  days.clear();
  planted.isAway = false;
});

test('an alert that reaches nobody is none', async () => {
  const made = await create({ recipients: [], hasWebhooks: false });
  assert.equal(made.ok ? 'made' : made.refusal.code, 'no_recipients');
  expectOk(await create({ recipients: [] }));
});

test('a day is judged once it is over and late events had their hour, and an episode is told once', async () => {
  const alert = expectOk(await create());
  for (const [day, orders] of [
    ['24', 20],
    ['25', 4],
    ['26', 3],
    ['27', 15],
  ] as const)
    days.set(`2026-11-${day}`, orders);
  await look('2026-11-25T08:00:00Z');
  assert.equal((await readAlert(db, alert.id))?.judgedTo, '2026-11-24');
  await look('2026-11-25T23:30:00Z');
  assert.deepEqual(await readFirings(db, { limit: 9 }), []);
  await look('2026-11-26T00:05:00Z');
  const [firing] = await readFirings(db, { limit: 9 });
  assert.deepEqual(
    [firing?.began, firing?.value, firing?.low, firing?.ended],
    ['2026-11-25', 4, 10, undefined],
  );
  // It is night: nobody is woken.
  assert.equal((await mails()).length, 0);
  await look('2026-11-26T06:00:00Z');
  await look('2026-11-26T06:05:00Z');
  await look('2026-11-27T06:00:00Z');
  assert.deepEqual(
    (await mails()).map(({ subject, kind }) => [subject, kind]),
    [['Few orders: 4', 'alert']],
  );
  assert.deepEqual(await told(), ['reporting.alert_fired']);
  await look('2026-11-28T06:00:00Z');
  const [over] = await readFirings(db, { limit: 9 });
  assert.deepEqual([over?.length, over?.ended], [2, '2026-11-27']);
  const [fired, ended] = await mails();
  assert.match(fired?.text ?? '', /Orders 25 Nov 2026: 4\. That is below the limit of 10\./);
  assert.match(fired?.html ?? '', new RegExp(`https://mill\\.example/cockpit/analytics/alerts/${alert.id}`));
  assert.match(
    ended?.text ?? '',
    /27 Nov 2026 was as usual again; it began 25 Nov 2026\. It lasted 2 days\./,
  );
  assert.deepEqual(await told(), ['reporting.alert_fired', 'reporting.alert_recovered']);
});

test('two workers that look at once find one episode and tell it once', async () => {
  expectOk(await create());
  days.set('2026-11-25', 4);
  planted.knownTo = at('2026-11-26T08:00:00Z');
  const once = async () => {
    await evaluateAlerts(db, answers, { now: planted.knownTo, signal });
    await tellFirings(db, { answers, reached }, planted.knownTo);
  };
  await Promise.all([once(), once(), once()]);
  await once();
  assert.deepEqual([(await mails()).length, (await told()).length], [1, 1]);
});

test('what began and ended in the night is one mail in the morning, that says that it is over', async () => {
  expectOk(await create({ grain: 'hour', graceMinutes: 0, rule: { kind: 'threshold', above: 5 } }));
  for (const [hour, orders] of [
    ['22', 1],
    ['23', 9],
  ] as const)
    days.set(`2026-11-25T${hour}:00`, orders);
  for (const now of ['2026-11-25T22:05:00Z', '2026-11-25T23:05:00Z', '2026-11-26T05:55:00Z']) await look(now);
  assert.equal((await mails()).length, 0);
  await look('2026-11-26T06:02:00Z');
  const found = await mails();
  assert.equal(found.length, 1);
  assert.match(
    found[0]?.text ?? '',
    /above the limit of 5\. By now it is over: 26 Nov 2026, 00:00 was as usual again\./,
  );
  assert.deepEqual(await told(), ['reporting.alert_fired', 'reporting.alert_recovered']);
});

test('a snooze is kept: what is over before its end is in the history and nobody hears of it', async () => {
  const alert = expectOk(await create());
  expectOk(
    await transact(db, (tx) =>
      quietAlert(tx, { id: alert.id, isMuted: false, until: at('2026-11-27T10:00:00Z') }),
    ),
  );
  for (const [day, orders] of [
    ['24', 20],
    ['25', 4],
    ['26', 15],
  ] as const)
    days.set(`2026-11-${day}`, orders);
  for (const now of [
    '2026-11-25T08:00:00Z',
    '2026-11-26T08:00:00Z',
    '2026-11-27T08:00:00Z',
    '2026-11-27T11:00:00Z',
  ])
    await look(now);
  assert.deepEqual([(await mails()).length, (await readFirings(db, { limit: 9 })).length], [0, 1]);
});

test('what goes on when the snooze ends is told then; what is muted is never told, and judged all the same', async () => {
  const loud = expectOk(await create());
  const muted = expectOk(await create({ name: 'Muted' }));
  expectOk(
    await transact(db, (tx) =>
      quietAlert(tx, { id: loud.id, isMuted: false, until: at('2026-11-26T10:00:00Z') }),
    ),
  );
  expectOk(await transact(db, (tx) => quietAlert(tx, { id: muted.id, isMuted: true, until: undefined })));
  days.set('2026-11-25', 4);
  await look('2026-11-26T08:00:00Z');
  assert.equal((await mails()).length, 0);
  await look('2026-11-26T10:05:00Z');
  assert.deepEqual(
    (await mails()).map(({ subject }) => subject),
    ['Few orders: 4'],
  );
  assert.equal((await readFirings(db, { limit: 9 })).length, 2);
});

test('while nobody answers the alert says so, and judges later what it missed', async () => {
  const alert = expectOk(await create());
  for (const [day, orders] of [
    ['24', 20],
    ['25', 4],
    ['26', 15],
  ] as const)
    days.set(`2026-11-${day}`, orders);
  await look('2026-11-25T08:00:00Z');
  planted.isAway = true;
  await look('2026-11-26T08:00:00Z');
  assert.match((await readAlert(db, alert.id))?.problem ?? '', /does not answer/);
  planted.isAway = false;
  await look('2026-11-27T09:00:00Z');
  const [firing] = await readFirings(db, { limit: 9 });
  assert.deepEqual([firing?.began, firing?.ended], ['2026-11-25', '2026-11-26']);
  assert.equal((await readAlert(db, alert.id))?.problem, '');
});

test('a day on which nothing at all is known of sales is a day of zero', async () => {
  expectOk(await create({ query: 'FROM sales SHOW net_sales', rule: { kind: 'threshold', below: 0.01 } }));
  await look('2026-11-27T08:00:00Z');
  const [firing] = await readFirings(db, { limit: 9 });
  assert.deepEqual([firing?.value, firing?.kind, firing?.currency], [0, 'money', 'EUR']);
  assert.match((await mails())[0]?.subject ?? '', /€0\.00/);
});

test('the preview says what would have fired, by the rule that judges', async () => {
  for (let day = 0; day < 600; day += 1) {
    const time = Temporal.PlainDate.from('2025-06-01').add({ days: day });
    days.set(time.toString(), 100_000 + ((day * 7_919) % 17_000) + (time.dayOfWeek > 5 ? 60_000 : 0));
  }
  days.set('2026-11-10', 20_000);
  planted.knownTo = at('2026-11-27T12:00:00Z');
  const asked = { query: 'FROM sales SHOW net_sales', grain: 'day', graceMinutes: 60 } as const;
  const rule = { kind: 'anomaly', direction: 'down', falseAlarms: 'quarter' } as const;
  const shop = { zone, currency: EUR, now: planted.knownTo };
  const preview = expectOk(await previewAlert({ db, answers }, { ...asked, rule, language: 'en' }, shop));
  assert.deepEqual(
    [preview.points.length, preview.points.at(-1)?.time, preview.unjudged],
    [90, '2026-11-26', 0],
  );
  assert.ok(preview.episodes.length >= 1 && preview.episodes.length <= 3, `${preview.episodes.length}`);
  const tenth = preview.points.find(({ time }) => time === '2026-11-10');
  assert.ok(tenth?.isOut && tenth.value === 200 && (tenth.low ?? 0) > 900 && tenth.high === undefined);
});

test('a holiday is not unusual, and the day after it is what it is', async () => {
  const rule = { kind: 'anomaly', direction: 'down', falseAlarms: 'month' } as const;
  const alert = expectOk(await create({ rule }));
  for (let day = 0; day < 560; day += 1) {
    const time = Temporal.PlainDate.from('2025-06-20').add({ days: day });
    days.set(time.toString(), 100 + ((day * 7_919) % 17));
  }
  // The last Sunday before Christmas that is a day like others, Christmas Day, and a Sunday after it.
  for (const day of ['2026-12-25', '2026-12-27']) days.set(day, 30);
  for (const day of ['20', '21', '22', '23', '24', '26']) days.set(`2026-12-${day}`, 108);
  await look('2026-12-24T08:00:00Z');
  await look('2026-12-26T08:00:00Z');
  assert.deepEqual(await readFirings(db, { limit: 9 }), [], 'Christmas Day');
  assert.equal((await readAlert(db, alert.id))?.judgedTo, '2026-12-25');
  await look('2026-12-28T08:00:00Z');
  const [firing] = await readFirings(db, { limit: 9 });
  assert.deepEqual([firing?.began, firing?.length], ['2026-12-27', 1]);
  planted.knownTo = at('2026-12-28T12:00:00Z');
  const asked = { query: INPUT.query, grain: 'day', graceMinutes: 60, rule, language: 'de' } as const;
  const preview = expectOk(
    await previewAlert({ db, answers }, asked, { zone, currency: EUR, now: planted.knownTo }),
  );
  assert.deepEqual(
    preview.known.map(({ time, why }) => `${time.slice(5)} ${why}`),
    [
      '10-03 Tag der Deutschen Einheit',
      '12-24 Heiliger Abend',
      '12-25 1. Weihnachtstag',
      '12-26 2. Weihnachtstag',
    ],
  );
  assert.equal(preview.unjudged, 0);
});

test('changed, it is judged by the new rule; removed, it leaves nothing', async () => {
  const alert = expectOk(await create());
  days.set('2026-11-25', 4);
  await look('2026-11-26T08:00:00Z');
  const change = { ...INPUT, ...SAVER, rule: { kind: 'threshold', below: 2 } as const, id: alert.id };
  const stale = await transact(db, (tx) => changeAlert(tx, { answers }, { ...change, version: 9n }));
  assert.equal(stale.ok ? '' : stale.refusal.code, 'version_changed');
  expectOk(await transact(db, (tx) => changeAlert(tx, { answers }, { ...change, version: 1n })));
  days.set('2026-11-26', 3);
  await look('2026-11-27T08:00:00Z');
  assert.equal((await readFirings(db, { limit: 9 }))[0]?.ended, '2026-11-26');
  expectOk(await transact(db, (tx) => removeAlert(tx, alert.id)));
  assert.deepEqual(await readFirings(db, { limit: 9 }), []);
});
