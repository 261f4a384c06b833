import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import type { Result } from '../../../kernel/index.ts';
import { transact, transactOrRefuse } from '../../../platform/database/index.ts';
import type { Decision } from '../decision.ts';
import {
  approveDecision,
  editDecision,
  lookFor,
  readLooks,
  readSteps,
  rejectDecision,
  reopenDecision,
  undoDecision,
} from '../index.ts';
import { aDecisionShop, NOW } from '../testing/a-decision-shop.ts';
import { tidyDecisions } from './expire.ts';

const shop = await aDecisionShop(await testDatabase(8));
const { db, kinds, world } = shop;
const doing = { by: 'staff:ada', now: NOW };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const approve = ({ id }: Decision) => approveDecision(db, kinds, { id, ...doing });
const reject = ({ id }: Decision, reason = 'not now') =>
  transactOrRefuse(db, (tx) => rejectDecision(tx, { id, reason, ...doing }));
const edit = ({ id }: Decision, price: string, expectedVersion?: bigint) =>
  transactOrRefuse(db, (tx) => editDecision(tx, kinds, { id, edits: { price }, expectedVersion, ...doing }));
const undo = ({ id }: Decision) => transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id, ...doing }));
const states = async () => (await shop.all()).map(({ subject, state }) => `${subject.id} ${state}`);

beforeEach(() => shop.clear());

describe('a look', () => {
  test('proposes the same facts once, and ends what is not true any more', async () => {
    world.facts = [
      { id: 'a', priceMinor: 1_990n },
      { id: 'b', priceMinor: 2_000n },
    ];
    assert.equal((await shop.look()).length, 2);
    assert.equal((await shop.look()).length, 0);
    world.facts = [{ id: 'b', priceMinor: 2_000n }];
    await shop.look();
    assert.deepEqual((await states()).toSorted(), ['a expired', 'b proposed']);
    const steps = await readSteps(db, (await shop.of('a')).id);
    assert.deepEqual(
      steps.map(({ to, by, why }) => `${to} ${by} ${why}`),
      ['proposed engine ', 'expired engine not_true_any_more'],
    );
  });

  test('puts changed facts in the place of what was open, with what somebody had changed there', async () => {
    world.facts = [{ id: 'a', priceMinor: 1_990n }];
    await shop.look();
    await edit(await shop.of('a'), '1500');
    world.facts = [{ id: 'a', priceMinor: 1_800n }];
    await shop.look();
    const [news, before] = await shop.all();
    assert.deepEqual([news?.state, before?.state, news?.supersedes], ['proposed', 'expired', before?.id]);
    assert.deepEqual(
      news?.carried.map(({ key, value }) => [key, value]),
      [['price', '1500']],
    );
  });

  test('gives up what another model of its kind has proposed of the same facts', async () => {
    world.facts = [{ id: 'a', priceMinor: 1_990n }];
    await shop.look();
    await lookFor(db, { ...shop.kind, version: 2 }, NOW);
    assert.deepEqual(
      (await shop.all()).map(({ state, proposedBy }) => `${state} ${proposedBy}`),
      ['proposed engine:test_kind@2', 'expired engine:test_kind@1'],
    );
  });

  test('respects a no until the facts are others', async () => {
    world.facts = [{ id: 'a', priceMinor: 1_990n }];
    await shop.look();
    await reject(await shop.of('a'));
    assert.equal((await shop.look()).length, 0);
    world.facts = [{ id: 'a', priceMinor: 1_500n }];
    assert.equal((await shop.look()).length, 1);
  });

  test('of a kind that fails is seen, and stops no other', async () => {
    const other = await aDecisionShop({ db } as Parameters<typeof aDecisionShop>[0], 'other_kind');
    other.world.facts = [{ id: 'a', priceMinor: 1n }];
    world.fails = 'the forecast is away';
    await assert.rejects(shop.look(), /the forecast is away/);
    assert.equal((await other.look()).length, 1);
    const looks = await readLooks(db);
    assert.deepEqual(
      looks.map(({ kind, found, failure }) => `${kind} ${found} ${failure}`),
      ['other_kind 1 ', 'test_kind 0 Error: the forecast is away'],
    );
    world.fails = undefined;
    await shop.look();
    assert.equal((await readLooks(db)).find(({ kind }) => kind === 'test_kind')?.failedAt, undefined);
  });

  test('counts what is too small for anybody, and leaves it to a mandate that may do it', async () => {
    world.facts = [
      { id: 'a', priceMinor: 1n },
      { id: 'b', priceMinor: 2n, valueMinor: 300n },
    ];
    const leftOut = async () =>
      (await readLooks(db)).map((look) => [look.found, look.leftOut.count, look.leftOut.valueMinor]);
    assert.equal((await shop.look()).length, 1);
    assert.deepEqual(await leftOut(), [[1, 1, 300n]]);
    await shop.allow({}, { isDryRun: true });
    assert.equal((await shop.look()).length, 0, 'a dry run asks all the same');
    await shop.allow();
    assert.equal((await shop.look()).length, 1);
    assert.deepEqual(await leftOut(), [[2, 0, 0n]]);
    assert.equal((await shop.of('b')).state, 'approved');
  });

  test('of two at once proposes each thing once', async () => {
    world.facts = [
      { id: 'a', priceMinor: 1n },
      { id: 'b', priceMinor: 2n },
    ];
    await Promise.all([shop.look(), shop.look(), shop.look()]);
    assert.equal((await shop.all()).length, 2);
  });
});

describe('a person', () => {
  beforeEach(async () => {
    world.facts = [{ id: 'a', priceMinor: 1_990n }];
    await shop.look();
  });

  test('approves, and it is done once however often and from however many windows', async () => {
    const decision = await shop.of('a');
    const all = await Promise.all([approve(decision), approve(decision), approve(decision)]);
    assert.deepEqual(all.map(codeOf).toSorted(), ['ok', 'wrong_state', 'wrong_state']);
    assert.deepEqual(await shop.effects(), ['a 1990 staff:ada']);
    const { state, appliedAt, mandate } = await shop.of('a');
    assert.deepEqual([state, appliedAt?.toString(), mandate], ['applied', NOW.toString(), '']);
  });

  test('changes it, and what it is expected to bring is reckoned anew', async () => {
    const decision = await shop.of('a');
    assert.equal(codeOf(await edit(decision, '99')), 'invalid_edit');
    assert.equal(codeOf(await edit(decision, '1500', decision.version + 1n)), 'version_changed');
    assert.equal(codeOf(await edit(decision, '1500', decision.version)), 'ok');
    assert.equal(codeOf(await approve(decision)), 'ok');
    assert.deepEqual(await shop.effects(), ['a 1500 staff:ada']);
  });

  test('is told why it could not be done, and tries again', async () => {
    world.refuses = 'price_moved';
    const refused = await approve(await shop.of('a'));
    assert.ok(!refused.ok && refused.refusal.message === 'price_moved: the verb said no');
    const failed = await shop.of('a');
    assert.deepEqual([failed.state, failed.failure?.code], ['failed', 'price_moved']);
    assert.deepEqual(await shop.effects(), []);
    world.refuses = undefined;
    assert.equal(codeOf(await approve(failed)), 'ok');
    assert.deepEqual(await shop.effects(), ['a 1990 staff:ada']);
  });

  test('takes it back once, unless the world has moved on', async () => {
    const decision = await shop.of('a');
    await approve(decision);
    world.refuses = 'price_moved';
    assert.equal(codeOf(await undo(decision)), 'could_not_undo');
    world.refuses = undefined;
    assert.deepEqual((await Promise.all([undo(decision), undo(decision)])).map(codeOf).toSorted(), [
      'ok',
      'wrong_state',
    ]);
    assert.deepEqual(await shop.effects(), ['a 1990 staff:ada', 'a -1990 staff:ada']);
    assert.equal((await shop.look()).length, 0, 'what was taken back is not proposed again');
  });

  test('says no with a reason and may think again', async () => {
    const decision = await shop.of('a');
    await reject(decision, 'the season ends');
    const steps = await readSteps(db, decision.id);
    assert.equal(steps.at(-1)?.why, 'the season ends');
    assert.equal(
      codeOf(await transactOrRefuse(db, (tx) => reopenDecision(tx, { id: decision.id, ...doing }))),
      'ok',
    );
    assert.equal((await shop.of('a')).state, 'proposed');
  });

  test('cannot approve what is over', async () => {
    const late = { by: 'staff:ada', now: NOW.add({ hours: 24 * 31 }) };
    const { id } = await shop.of('a');
    assert.equal(codeOf(await approveDecision(db, kinds, { id, ...late })), 'over');
    await transact(db, (tx) => tidyDecisions(tx, late.now));
    assert.equal((await shop.of('a')).state, 'expired');
  });
});

test('a process that is killed between the deed and its mark leaves neither, and the next try does it once', async () => {
  world.facts = [{ id: 'a', priceMinor: 1_990n }];
  await shop.look();
  const decision = await shop.of('a');
  world.afterEffect = async ({ tx }) => {
    // PostgreSQL ends this very connection, as it does when its process is gone.
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  };
  await assert.rejects(approve(decision));
  world.afterEffect = async () => undefined;
  assert.deepEqual([await shop.effects(), (await shop.of('a')).state], [[], 'proposed']);
  await approve(decision);
  assert.deepEqual(await shop.effects(), ['a 1990 staff:ada']);
});
