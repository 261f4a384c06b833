import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { MOST_EXPLORATIONS, removeExploration, saveExploration } from './save-exploration.ts';
import { readExplorations } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const [ada, grace] = ['staff:ada', 'staff:grace'];

const save = (change: Partial<Parameters<typeof saveExploration>[1]> = {}) =>
  db.transaction().execute((tx) =>
    saveExploration(tx, {
      ...{ name: 'Weeks', query: 'show net_sales timeseries week', owner: ada, isShared: false, now },
      ...change,
    }),
  );
const names = async (owner: string) => (await readExplorations(db, owner)).map(({ name }) => name);

test('everybody sees their own explorations and the shared ones, as they are printed', async () => {
  expectOk(await save());
  expectOk(await save({ name: 'Channels', isShared: true, query: 'SHOW sessions GROUP BY channel' }));
  assert.deepEqual(await names(ada), ['Channels', 'Weeks']);
  assert.deepEqual(await names(grace), ['Channels']);
  const [, weeks] = await readExplorations(db, ada);
  assert.equal(weeks?.query, 'FROM sales SHOW net_sales TIMESERIES week DURING last_28_days');
});

test('only its owner changes or forgets one, and nobody over a change that they have not seen', async () => {
  const { id, version } = expectOk(await save({ name: 'Mine', isShared: true }));
  const code = async (change: Parameters<typeof save>[0]) => {
    const saved = await save(change);
    return saved.ok ? saved.value.version : saved.refusal.code;
  };
  assert.equal(await code({ change: { id, version }, owner: grace }), 'not_found');
  assert.equal(await code({ change: { id, version }, name: 'Still mine' }), 2n);
  assert.equal(await code({ change: { id, version }, name: 'Late' }), 'version_conflict');
  const remove = (owner: string) => db.transaction().execute((tx) => removeExploration(tx, { id, owner }));
  assert.equal((await remove(grace)).ok, false);
  assert.equal((await remove(ada)).ok, true);
  assert.equal((await remove(ada)).ok, false);
});

test('what cannot be kept is refused by the name of what is wrong', async () => {
  const owner = 'staff:table';
  const { id, version } = expectOk(await save({ owner, name: 'One' }));
  expectOk(await save({ owner, name: 'Two' }));
  const table = [
    [{ name: ' ' }, 'invalid_name'],
    [{ name: 'x'.repeat(81) }, 'invalid_name'],
    [{ query: 'SHOW weather' }, 'invalid_query'],
    [{ name: 'One' }, 'name_taken'],
    [{ name: 'Two', change: { id, version } }, 'name_taken'],
    [{ name: 'Three', change: { id: newId<'exploration'>(), version } }, 'not_found'],
  ] as const;
  for (const [change, code] of table) {
    const saved = await save({ owner, ...change });
    assert.equal(saved.ok ? 'saved' : saved.refusal.code, code);
  }
});

test('however many windows save at once, nobody keeps more than there may be', async () => {
  const owner = 'staff:keen';
  for (let index = 2; index < MOST_EXPLORATIONS; index++) {
    expectOk(await save({ owner, name: `Exploration ${index}` }));
  }
  const last = await Promise.all(
    Array.from({ length: 5 }, (_, index) => save({ owner, name: `Last ${index}` })),
  );
  assert.deepEqual(last.filter(({ ok }) => ok).length, 2);
  assert.ok(last.every((saved) => saved.ok || saved.refusal.code === 'too_many'));
  const same = await Promise.all([save({ name: 'Once' }), save({ name: 'Once' })]);
  assert.deepEqual(same.map((saved) => saved.ok || saved.refusal.code).toSorted(), ['name_taken', true]);
});
