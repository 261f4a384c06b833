import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import { checkPages } from './check-pages.ts';
import {
  compare,
  keepLook,
  keepReports,
  pagewatchJobs,
  readFindings,
  readReports,
  type SeenPage,
  type Trait,
} from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Instant.from('2026-11-27T03:00:00Z');
const HASH = 'sha256-a';
const PAGE: SeenPage = {
  page: '/checkout',
  traits: [
    { kind: 'script', subject: '/assets/checkout.js', value: HASH },
    { kind: 'form', subject: '', value: 'post /checkout' },
    { kind: 'form', subject: '', value: 'post /checkout' },
  ],
};

const traits = fc.array(
  fc.record<Trait>({
    kind: fc.constantFrom('script', 'form', 'frame'),
    subject: fc.constantFrom('', 'a', 'b'),
    value: fc.constantFrom('1', '2', '3'),
  }),
  { maxLength: 8 },
);

describe('what differs from what was approved', () => {
  test('nothing does between a page and itself, in whatever order', () => {
    fc.assert(
      fc.property(traits, (some) => {
        const turned = [{ page: '/p', traits: some.toReversed() }];
        assert.deepEqual(compare([{ page: '/p', traits: some }], turned), []);
      }),
    );
  });

  test('one thing more is one addition, one less is one removal, and the way back is the opposite', () => {
    fc.assert(
      fc.property(traits, fc.integer({ min: 0, max: 8 }), (some, place) => {
        const more: Trait = { kind: 'frame', subject: '', value: 'https://evil.example' };
        const before = [{ page: '/p', traits: some }];
        const after = [{ page: '/p', traits: some.toSpliced(place, 0, more) }];
        assert.deepEqual(
          compare(before, after).map(({ change, is }) => [change, is]),
          [['added', more.value]],
        );
        assert.deepEqual(
          compare(after, before).map(({ change, was }) => [change, was]),
          [['removed', more.value]],
        );
      }),
    );
  });

  test('a second form like the first is an addition: things are counted, not only named', () => {
    const [script, form] = PAGE.traits;
    assert.ok(script && form);
    const found = compare([{ ...PAGE, traits: [script, form] }], [PAGE]);
    assert.deepEqual(
      found.map(({ change, kind }) => [change, kind]),
      [['added', 'form']],
    );
  });

  test('a page that nobody approved, and one that is not there, are one finding each', () => {
    assert.deepEqual(
      [...compare([], [PAGE]), ...compare([PAGE], [])].map(({ change, kind, page }) => [change, kind, page]),
      [
        ['added', 'page', '/checkout'],
        ['removed', 'page', '/checkout'],
      ],
    );
  });
});

test('until somebody approves the pages that is the finding, and a check that gets nowhere is one too, each once', async () => {
  for (const look of [
    { ok: true, value: [PAGE] },
    { ok: true, value: [PAGE] },
    { ok: false, refusal: { code: 'nothing_to_buy', message: '' } },
    { ok: false, refusal: { code: 'nothing_to_buy', message: '' } },
  ] as const) {
    await db.transaction().execute((tx) => keepLook(tx, look, now));
  }
  const found = await readFindings(db, { isOpen: true });
  assert.deepEqual(found.map(({ change, subject }) => `${change} ${subject}`).toSorted(), [
    'not_seen nothing_to_buy',
    'unapproved ',
  ]);
  assert.equal(await toldTimes(), 2);
});

test('what browsers refused is counted in groups; only what could steal is told, within the hour, once', async () => {
  const before = await toldTimes();
  const group = (directive: string, blocked: string) => ({ page: '/checkout', directive, blocked, count: 3 });
  const groups = [
    group('script-src-elem', 'https://evil.example'),
    group('img-src', 'https://pictures.example'),
    group('script-src', 'chrome-extension://abcdef'),
    group('connect-src', 'https://collect.example'),
  ];
  for (let time = 0; time < 2; time++) {
    await db.transaction().execute((tx) => keepReports(tx, groups, now));
    await tellDue();
  }
  const reports = await readReports(db);
  assert.deepEqual(
    reports.map(({ count }) => count),
    [6n, 6n, 6n, 6n],
  );
  const refused = (await readFindings(db, {})).filter(({ change }) => change === 'refused');
  assert.deepEqual(refused.map(({ is }) => is).toSorted(), [
    'https://collect.example',
    'https://evil.example',
  ]);
  assert.equal((await toldTimes()) - before, 1);
});

test('five hundred kinds of report are kept and no more, however many strangers send', async () => {
  const groups = Array.from({ length: 900 }, (_, place) => {
    return { page: '/checkout', directive: 'img-src', blocked: `https://${place}.example`, count: 1 };
  });
  await db.transaction().execute((tx) => keepReports(tx, groups, now));
  assert.equal((await readReports(db, 1_000)).length, 500);
});

test('a shop that does not answer is asked again, and the last time its owner is told', async () => {
  // A port that nobody listens at: loopback refuses at once.
  const deps = { baseUrl: 'http://127.0.0.1:9' };
  const unanswered = async () =>
    (await readFindings(db, { isOpen: true })).filter(({ subject }) => subject === 'no_answer').length;
  await assert.rejects(checkPages(db, deps, { now, isLastAttempt: false }), /fetch failed/);
  assert.equal(await unanswered(), 0);
  const before = await toldTimes();
  await assert.rejects(checkPages(db, deps, { now, isLastAttempt: true }), /fetch failed/);
  assert.deepEqual([await unanswered(), (await toldTimes()) - before], [1, 1]);
});

async function toldTimes(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox where topic = 'pagewatch.found'`.execute(db);
  return rows[0]?.count ?? 0;
}

async function tellDue(): Promise<void> {
  await db.transaction().execute((tx) => enqueue(tx, 'pagewatch.tell', {}));
  const jobs = pagewatchJobs({ baseUrl: 'http://127.0.0.1:9' });
  await runDueJobs({ connection, jobs, reactions: [] });
}
