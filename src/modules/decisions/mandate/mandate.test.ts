import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { transact, transactOrRefuse } from '../../../platform/database/index.ts';
import {
  applyByMandate,
  readMandates,
  readSteps,
  saveMandate,
  startAgain,
  stopAll,
  tryMandate,
  undoDecision,
} from '../index.ts';
import { scoreKind } from '../score/score-kind.ts';
import { aDecisionShop, NOW } from '../testing/a-decision-shop.ts';
import { noMandate } from './mandate.ts';

const shop = await aDecisionShop(await testDatabase(8));
const { db, kinds, world, kind } = shop;
const reached = { baseUrl: 'http://localhost:3000', isBaseUrlSet: false };
const apply = async (now = NOW) => {
  const all = await shop.all();
  return Promise.all(all.map(({ id }) => applyByMandate(db, kinds, { id, now })));
};
const facts = (...prices: readonly bigint[]) => {
  world.facts = prices.map((priceMinor, index) => ({ id: `v${index}`, priceMinor }));
};
const states = async () => (await shop.all()).map(({ state }) => state).toSorted();

beforeEach(() => shop.clear());

describe('within its mandate', () => {
  test('it is approved when it is found, done by the worker once, and the audit names the mandate', async () => {
    await shop.allow();
    facts(1_990n);
    await shop.look();
    assert.deepEqual(await states(), ['approved']);
    assert.deepEqual(await Promise.all([apply(), apply()]).then((all) => all.flat().toSorted()), [
      'applied',
      'gone',
    ]);
    assert.deepEqual(await shop.effects(), ['v0 1990 mandate:test_kind@1']);
    const { rows } = await sql<{ actor: string; subject_id: string }>`
      select actor, subject_id from audit.entry where operation = 'decisions.apply'`.execute(db);
    assert.deepEqual(rows, [{ actor: 'mandate:test_kind@1', subject_id: (await shop.of('v0')).id }]);
  });

  test('what is over a limit, may cost money, or may not be asked at all is not done', async () => {
    await shop.allow({ mostMinor: 2_000n });
    world.facts = [
      { id: 'dear', priceMinor: 2_001n },
      { id: 'may_cost', priceMinor: 100n, lowMinor: -1n },
    ];
    await shop.look();
    assert.deepEqual(await states(), ['proposed', 'proposed']);
    await shop.allow({}, { rule: 'never' });
    await shop.look();
    assert.deepEqual(await states(), ['expired', 'expired']);
  });

  test('what its verbs refuse has failed, with the reason, and a person is asked', async () => {
    await shop.allow();
    facts(1_990n);
    await shop.look();
    world.refuses = 'price_moved';
    assert.deepEqual(await apply(), ['failed']);
    const { state, failure, mandate } = await shop.of('v0');
    assert.deepEqual([state, failure?.code, mandate], ['failed', 'price_moved', '']);
    assert.deepEqual(await shop.effects(), []);
  });

  test('what was changed since it was approved is asked for again', async () => {
    await shop.allow();
    facts(1_990n);
    await shop.look();
    await shop.allow({ mostMinor: 1_000n });
    assert.deepEqual(await states(), ['proposed']);
    assert.deepEqual(await apply(), ['gone']);
    assert.deepEqual(await shop.effects(), []);
  });
});

describe('the week', () => {
  test('is never passed, however many workers race for it', async () => {
    const amounts = fc.array(fc.bigInt(1n, 4_000n), { minLength: 2, maxLength: 12 });
    const week = fc.record({
      weekMinor: fc.bigInt(4_000n, 12_000n),
      weekCount: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(amounts, week, async (prices, { weekMinor, weekCount }) => {
        await shop.clear();
        await shop.allow({ mostMinor: 4_000n, weekMinor, weekCount });
        facts(...prices);
        await shop.look();
        await Promise.all([apply(), apply()]);
        const done = (await shop.all()).filter(({ state }) => state === 'applied');
        const moved = done.reduce((sum, { fields }) => sum + BigInt(fields[0]?.value ?? 0), 0n);
        assert.ok(moved <= weekMinor && done.length <= weekCount, `${moved} of ${weekMinor}, ${done.length}`);
        assert.equal((await shop.effects()).length, done.length);
        // What is left out would not have fitted in, or is asked for.
        assert.deepEqual(
          (await states()).filter((state) => state === 'approved'),
          [],
        );
      }),
      { numRuns: 12 },
    );
  });

  test('is the seven days before, and what was undone is spent all the same', async () => {
    await shop.allow({ weekCount: 1 });
    facts(1_000n);
    await shop.look();
    await apply();
    const { id } = await shop.of('v0');
    await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id, by: 'staff:ada', now: NOW }));
    world.facts = [{ id: 'next', priceMinor: 1_000n }];
    await shop.look(NOW.add({ hours: 167 }));
    assert.equal((await shop.of('next')).state, 'proposed');
    world.facts = [{ id: 'later', priceMinor: 1_000n }];
    await shop.look(NOW.add({ hours: 168 }));
    assert.equal((await shop.of('later')).state, 'approved');
  });
});

describe('the stop button', () => {
  test('stops what is queued too, and gives it back to who decides', async () => {
    await shop.allow();
    facts(1_000n, 2_000n);
    await shop.look();
    assert.equal(await transact(db, (tx) => stopAll(tx, { by: 'staff:owner', now: NOW })), 2);
    assert.deepEqual(await apply(), ['gone', 'gone']);
    assert.deepEqual([await states(), await shop.effects()], [['proposed', 'proposed'], []]);
    const steps = await readSteps(db, (await shop.of('v0')).id);
    assert.deepEqual([steps.at(-1)?.by, steps.at(-1)?.why], ['staff:owner', 'stopped']);
  });

  test('holds for what is found while it is pressed, until somebody starts again', async () => {
    await shop.allow();
    await transact(db, (tx) => stopAll(tx, { by: 'staff:owner', now: NOW }));
    facts(1_000n);
    await shop.look();
    assert.deepEqual(await states(), ['proposed']);
    await transact(db, startAgain);
    facts(1_001n);
    await shop.look();
    assert.equal((await shop.of('v0')).state, 'approved');
  });

  test('is looked at again by whoever was about to act', async () => {
    await shop.allow();
    facts(1_000n);
    await shop.look();
    await sql`update decisions.setting set stopped_at = now(), stopped_by = 'staff:owner'`.execute(db);
    assert.deepEqual([await apply(), await shop.effects()], [['released'], []]);
  });

  test('pressed while workers are at it: what is not done by then is not done after it', async () => {
    await shop.allow();
    facts(1n, 2n, 3n, 4n, 5n, 6n);
    await shop.look();
    const all = await shop.all();
    const racing = all.map(({ id }) => applyByMandate(db, kinds, { id, now: NOW }));
    await transact(db, (tx) => stopAll(tx, { by: 'staff:owner', now: NOW }));
    const done = (await shop.effects()).length;
    await Promise.all(racing);
    assert.equal((await shop.effects()).length, done);
    assert.deepEqual(
      (await states()).filter((state) => state === 'approved'),
      [],
    );
  });
});

describe('a dry run', () => {
  test('says what it would have done and does nothing', async () => {
    await shop.allow({}, { isDryRun: true });
    facts(1_000n);
    await shop.look();
    await apply();
    assert.deepEqual([await states(), await shop.effects()], [['proposed'], []]);
    const steps = await readSteps(db, (await shop.of('v0')).id);
    assert.deepEqual([steps.at(-1)?.by, steps.at(-1)?.why], ['mandate:test_kind@1', 'would_apply']);
  });

  test('of a rule that is not there yet replays four weeks, and writes nothing', async () => {
    facts(1_000n, 2_000n, 3_000n);
    world.facts[2] = { id: 'v2', priceMinor: 3_000n, lowMinor: -1n };
    await shop.look();
    const count = () => sql<{ n: bigint }>`select count(*) as n from decisions.step`.execute(db);
    const before = await count();
    const limits = { ...noMandate('test_kind').limits, mostMinor: 5_000n, weekMinor: 2_500n };
    const draft = { kind: 'test_kind', rule: 'within', limits, isDryRun: false } as const;
    const { days, proposed, done, amountMinor, valueMinor, asked } = await tryMandate(db, kinds, {
      ...{ draft, now: NOW, zone: 'Europe/Berlin' },
    });
    assert.deepEqual([days, proposed, done.length, amountMinor, valueMinor], [28, 3, 1, 1_000n, 1_000n]);
    assert.deepEqual(asked, { over_week: 1, may_cost: 1 });
    assert.deepEqual([await states(), await shop.effects()], [['proposed', 'proposed', 'proposed'], []]);
    assert.deepEqual((await count()).rows, before.rows);
    assert.equal((await readMandates(db)).size, 0);
  });
});

test('a mandate without limits is refused, and so is one that somebody changed meanwhile', async () => {
  const save = (limits: object, expectedVersion = 0n) =>
    transactOrRefuse(db, (tx) =>
      saveMandate(tx, kinds, {
        ...{ ...noMandate('test_kind'), rule: 'within', by: 'staff:owner', now: NOW, expectedVersion },
        limits: { ...noMandate('').limits, ...limits },
      }),
    );
  const codeOf = async (result: ReturnType<typeof save>) => {
    const told = await result;
    return told.ok ? 'ok' : told.refusal.code;
  };
  assert.equal(await codeOf(save({ mostMinor: 1n })), 'no_limit');
  assert.equal(await codeOf(save({ weekMinor: 1n })), 'no_limit');
  assert.equal(await codeOf(save({ mostMinor: 2n, weekMinor: 1n })), 'invalid_limit');
  assert.equal(await codeOf(save({ mostMinor: 1n, weekCount: 1 })), 'ok');
  assert.equal(await codeOf(save({ mostMinor: 1n, weekCount: 2 })), 'version_changed');
});

test('a kind that is wrong too often loses its mandate, says so once, and only a person gives it back', async () => {
  const later = NOW.add({ hours: 24 * 15 });
  await shop.allow();
  facts(...Array.from({ length: 10 }, (_, index) => BigInt(index + 1)));
  await shop.look();
  await apply();
  for (const [index, { id }] of world.facts.entries()) world.realised.set(id, index < 3 ? 1_000 : 400);
  assert.equal(await scoreKind(db, kind, { now: later, reached }), 10);
  const lost = (await readMandates(db)).get('test_kind');
  assert.deepEqual([lost?.rule, lost?.lost?.why, lost?.version], ['within', 'intervals', 2n]);
  world.facts = [{ id: 'next', priceMinor: 1n }];
  await shop.look(later);
  assert.equal((await shop.of('next')).state, 'proposed');
  assert.equal(await scoreKind(db, kind, { now: later, reached }), 0);
  const told = async () =>
    (await sql`select from platform.outbox where topic = 'decisions.lost_mandate'`.execute(db)).rows.length;
  assert.equal(await told(), 1);
  await shop.allow({}, { now: later });
  await scoreKind(db, kind, { now: later.add({ hours: 24 }), reached });
  assert.equal((await readMandates(db)).get('test_kind')?.lost, undefined);
  assert.equal(await told(), 1);
});

test('what there are too few data for is no score, and what is not over is none yet', async () => {
  await shop.allow();
  facts(1n, 2n);
  await shop.look();
  await apply();
  world.realised = new Map([['v0', Number.NaN]]);
  assert.equal(await scoreKind(db, kind, { now: NOW.add({ hours: 24 * 13 }), reached }), 0);
  assert.equal(await scoreKind(db, kind, { now: NOW.add({ hours: 24 * 14 }), reached }), 1);
  const { outcome } = await shop.of('v0');
  assert.deepEqual(outcome && !outcome.isEnough && outcome.why, 'no_sales');
  assert.equal((await shop.of('v1')).outcome, undefined);
});
