import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { depthOf, isWithin, movedPath, pathUnder } from './category-tree.ts';
import {
  type Category,
  type CategoryId,
  moveCategory,
  readCategories,
  readProductByHandle,
  removeCategory,
  saveCategory,
  saveProducts,
} from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase();

const save = (input: Parameters<typeof saveCategory>[1]) =>
  db.transaction().execute((tx) => saveCategory(tx, input));
const move = (id: CategoryId, parentId: CategoryId | undefined) =>
  db.transaction().execute((tx) => moveCategory(tx, { id, parentId }));
const make = async (name: string, parentId?: CategoryId): Promise<Category> =>
  expectOk(await save({ name, parentId }));
const paths = async () => (await readCategories(db)).map(({ path }) => path);

test('a rename and a move take the whole subtree along', async () => {
  const home = await make('Home');
  const kitchen = await make('Kitchen', home.id);
  await make('Mugs', kitchen.id);
  const sale = await make('Sale');
  assert.deepEqual(await paths(), ['home', 'sale', 'home/kitchen', 'home/kitchen/mugs']);
  expectOk(await save({ id: kitchen.id, name: 'Cooking', handle: 'cooking' }));
  assert.deepEqual(await paths(), ['home', 'sale', 'home/cooking', 'home/cooking/mugs']);
  const moved = expectOk(await move(kitchen.id, sale.id));
  assert.equal(moved.name, 'Cooking');
  assert.deepEqual(await paths(), ['home', 'sale', 'sale/cooking', 'sale/cooking/mugs']);
  expectOk(await move(kitchen.id, undefined));
  assert.deepEqual(await paths(), ['home', 'sale', 'cooking', 'cooking/mugs']);
});

test('a category cannot be put under itself, nowhere, or too deep', async () => {
  const top = await make('Top');
  const below = await make('Below', top.id);
  const neighbour = await make('Top too');
  for (const parentId of [top.id, below.id]) {
    const refused = await move(top.id, parentId);
    assert.equal(!refused.ok && refused.refusal.code, 'cycle');
  }
  assert.equal((await move(top.id, neighbour.id)).ok, true);
  let deepest = below;
  for (let depth = depthOf('top-too/top/below'); depth < 8; depth += 1)
    deepest = await make(`D${depth}`, deepest.id);
  const tooDeep = await save({ name: 'One more', parentId: deepest.id });
  assert.equal(!tooDeep.ok && tooDeep.refusal.code, 'too_deep');
  const taken = await save({ name: 'Other', handle: 'top' });
  assert.equal(!taken.ok && taken.refusal.code, 'handle_taken');
});

test('a category with others below stays; one without goes, and its products stay', async () => {
  const drafts = [{ handle: 'vase', title: 'Vase', categories: [['Decor', 'Vases'], ['Gifts']] }];
  await db.transaction().execute((tx) => saveProducts(tx, { drafts, now: NOW, cause: 'test' }));
  const byPath = new Map((await readCategories(db)).map((category) => [category.path, category]));
  const [decor, vases] = [byPath.get('decor'), byPath.get('decor/vases')];
  assert.ok(decor && vases);
  const remove = (id: CategoryId) => db.transaction().execute((tx) => removeCategory(tx, id));
  const refused = await remove(decor.id);
  assert.equal(!refused.ok && refused.refusal.code, 'has_children');
  expectOk(await remove(vases.id));
  expectOk(await remove(decor.id));
  const left = await readProductByHandle(db, 'vase');
  assert.deepEqual(left?.categoryIds, [byPath.get('gifts')?.id]);
});

test('a move keeps what is below a path, and only that', () => {
  const handle = fc.stringMatching(/^[a-z]{1,3}$/);
  const path = fc.array(handle, { minLength: 1, maxLength: 4 }).map((handles) => handles.join('/'));
  fc.assert(
    fc.property(path, path, handle, (before, after, name) => {
      assert.equal(movedPath(before, before, after), after);
      const child = pathUnder({ path: before }, name);
      assert.equal(movedPath(child, before, after), pathUnder({ path: after }, name));
      assert.ok(isWithin(child, before) && !isWithin(before, child) && !isWithin(`${before}x`, before));
    }),
  );
});
