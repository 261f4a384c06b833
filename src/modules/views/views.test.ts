import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { MOST_VIEWS, readViews, removeView, saveView } from './index.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const [ada, grace] = ['staff:ada', 'staff:grace'];

const save = (change: Partial<Parameters<typeof saveView>[1]> = {}) =>
  db.transaction().execute((tx) =>
    saveView(tx, {
      ...{ list: 'orders', name: 'To ship', query: 'state=paid', owner: ada, isShared: false, now },
      ...change,
    }),
  );
const names = async (owner: string, list = 'orders') =>
  (await readViews(db, { list, owner })).map(({ name }) => name);

test('everybody sees their own views and the shared ones, of the list that they look at', async () => {
  expectOk(await save());
  expectOk(await save({ name: 'Big', isShared: true }));
  expectOk(await save({ name: 'Drafts', list: 'products' }));
  assert.deepEqual(await names(ada), ['Big', 'To ship']);
  assert.deepEqual(await names(grace), ['Big']);
  assert.deepEqual(await names(ada, 'products'), ['Drafts']);
});

test('only its owner changes or forgets a view', async () => {
  const { id } = expectOk(await save({ name: 'Mine', isShared: true }));
  const taken = await save({ id, name: 'Hers', owner: grace });
  assert.equal(taken.ok ? 'saved' : taken.refusal.code, 'not_found');
  const remove = (owner: string) => db.transaction().execute((tx) => removeView(tx, { id, owner }));
  assert.equal((await remove(grace)).ok, false);
  expectOk(await save({ id, name: 'Still mine' }));
  assert.ok((await remove(ada)).ok);
  assert.equal((await remove(ada)).ok, false);
});

test('a view that cannot be is refused by the name of what is wrong', async () => {
  const owner = 'staff:table';
  const { id } = expectOk(await save({ owner, name: 'One' }));
  expectOk(await save({ owner, name: 'Two' }));
  const table = [
    [{ name: ' ' }, 'invalid_name'],
    [{ name: 'x'.repeat(61) }, 'invalid_name'],
    [{ list: 'Orders!' }, 'invalid_list'],
    [{ query: 'x'.repeat(2_001) }, 'invalid_query'],
    [{ name: 'One' }, 'name_taken'],
    [{ name: 'Two', id }, 'name_taken'],
    [{ name: 'Three', id: newId<'view'>() }, 'not_found'],
  ] as const;
  for (const [change, code] of table) {
    const saved = await save({ owner, ...change });
    assert.equal(saved.ok ? 'saved' : saved.refusal.code, code);
  }
});

test('however many tabs save at once, nobody keeps more views than there may be', async () => {
  const owner = 'staff:keen';
  for (let index = 2; index < MOST_VIEWS; index++) expectOk(await save({ owner, name: `View ${index}` }));
  const last = await Promise.all(
    Array.from({ length: 6 }, (_, index) => save({ owner, name: `Last ${index}` })),
  );
  assert.deepEqual(last.filter(({ ok }) => ok).length, 2);
  assert.ok(last.every((saved) => saved.ok || saved.refusal.code === 'too_many'));
});
