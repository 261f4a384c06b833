import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { localeOf, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import {
  type CollectionDraft,
  countProducts,
  previewRule,
  readCollectionByHandle,
  readCollectionProducts,
  readCollections,
  readCollectionTranslations,
  removeCollection,
  saveCollection,
  translateCollection,
} from './index.ts';
import { aCollection, makeEar, NOW, saveAndFollow } from './test-shop.ts';

const { db } = await testDatabase();
const hear = makeEar(db, 'merchandising.collections_changed');
const LATER = NOW.add({ hours: 1 });
const SALE = { field: 'tag', is: 'equal_to', value: 'sale' };
const ids = await saveAndFollow(db, [
  { handle: 'mug', tags: ['sale'], eur: 900n },
  { handle: 'cup', tags: ['sale'], eur: 1900n },
  { handle: 'bowl', tags: ['new'], eur: 2900n },
]);
const [mug, cup, bowl] = ids;

function inTransaction<Value>(run: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(run);
}

function save(draft: CollectionDraft, now = NOW) {
  return inTransaction((tx) => saveCollection(tx, { draft, now }));
}

function refusal(result: Result<unknown>): string {
  return result.ok ? 'not refused' : `${result.refusal.code} ${result.refusal.field}`;
}

test('a collection is made, found by its handle, and sanitised', async () => {
  await save({
    handle: 'gifts',
    title: ' Gifts ',
    descriptionHtml: '<p onclick="x()">For all<script>x</script></p>',
  });
  const found = await readCollectionByHandle(db, 'gifts');
  assert.equal(found?.kind, 'manual');
  assert.equal(found?.title, 'Gifts');
  assert.equal(found?.descriptionHtml, '<p>For all</p>');
  assert.equal(found?.version, 1n);
  assert.equal(await readCollectionByHandle(db, 'nothing'), undefined);
});

test('the same draft again writes and tells nothing; what is left out stays', async () => {
  await save({ handle: 'same', title: 'Same', sort: 'title', rule: SALE });
  await hear();
  await save({ handle: 'same', title: 'Same' }, LATER);
  await save({ handle: 'same', rule: SALE }, LATER);
  assert.deepEqual(await hear(), []);
  const found = await readCollectionByHandle(db, 'same');
  assert.deepEqual([found?.sort, found?.version, found?.updatedAt], ['title', 1n, NOW]);
});

test('a new rule takes in what there is, a changed one moves only who must move, and both are told', async () => {
  await hear();
  const { id } = await aCollection(db, { handle: 'ruled', rule: SALE });
  assert.deepEqual(new Set(await readCollectionProducts(db, id)), new Set([mug, cup]));
  assert.deepEqual(await hear(), [
    { collectionIds: [id], productIds: [] },
    { collectionIds: [id], productIds: [mug, cup].toSorted() },
  ]);
  await save({ handle: 'ruled', rule: { field: 'price:EUR', is: 'more_than', value: '10.00' } }, LATER);
  assert.deepEqual(new Set(await readCollectionProducts(db, id)), new Set([cup, bowl]));
  const [, moved] = (await hear()) as { productIds: string[] }[];
  assert.deepEqual(new Set(moved?.productIds), new Set([mug, bowl]));
  assert.deepEqual(await countProducts(db, [id]), new Map([[id, 2]]));
});

test('a rule taken away leaves its products to be ordered by hand', async () => {
  const { id } = await aCollection(db, { handle: 'frozen', rule: SALE });
  await save({ handle: 'frozen', rule: null });
  assert.equal((await readCollectionByHandle(db, 'frozen'))?.kind, 'manual');
  assert.deepEqual(new Set(await readCollectionProducts(db, id)), new Set([mug, cup]));
});

test('by its id a collection takes another handle', async () => {
  const { id } = await aCollection(db, { handle: 'old-name' });
  await save({ id, handle: 'new-name' });
  assert.equal((await readCollectionByHandle(db, 'new-name'))?.id, id);
  assert.equal(await readCollectionByHandle(db, 'old-name'), undefined);
});

test('what is wrong is refused by name and field, and nothing is written', async () => {
  const { id } = await aCollection(db, { handle: 'taken' });
  const before = await readCollections(db);
  const title = 'X';
  const refused: [CollectionDraft, string][] = [
    [{ handle: 'Not A Handle', title }, 'handle_invalid handle'],
    [{ handle: '', title }, 'handle_invalid handle'],
    [{ handle: 'untitled' }, 'title_missing title'],
    [{ handle: 'taken', title: ' ' }, 'title_missing title'],
    [{ handle: 'long', title: 'x'.repeat(256) }, 'field_invalid title'],
    [{ handle: 'x', title, position: -1 }, 'field_invalid position'],
    [
      { handle: 'x', title, rule: { all: [SALE, { field: 'x', is: 'set' }] } },
      'rule_invalid rule.all[1].field',
    ],
    [{ handle: 'gifts', id }, 'handle_taken handle'],
    [{ handle: 'free', id: newId<'collection'>(), title }, 'collection_unknown collectionId'],
    [{ handle: 'taken', title, expectedVersion: 7n }, 'version_conflict expectedVersion'],
  ];
  await save({ handle: 'gifts', title: 'Gifts' });
  for (const [draft, code] of refused) assert.equal(refusal(await save(draft)), code);
  const after = (await readCollections(db)).filter((one) => one.handle !== 'gifts');
  assert.deepEqual(
    after,
    before.filter((one) => one.handle !== 'gifts'),
  );
});

test('a removed collection is gone with its memberships, and its products are told of', async () => {
  const { id } = await aCollection(db, { handle: 'short-lived', rule: SALE });
  await hear();
  const remove = () => inTransaction((tx) => removeCollection(tx, { collectionId: id }));
  assert.ok((await remove()).ok);
  assert.deepEqual(await readCollectionProducts(db, id), []);
  assert.deepEqual(await hear(), [{ collectionIds: [id], productIds: [mug, cup].toSorted() }]);
  assert.equal(refusal(await remove()), 'collection_unknown collectionId');
});

test('words are read in the nearest language that has them', async () => {
  const { id } = await aCollection(db, { handle: 'worded', title: 'Lamps', descriptionHtml: 'Light' });
  const translate = (locale: string, words: Record<string, string>) =>
    inTransaction((tx) => translateCollection(tx, { collectionId: id, locale: localeOf(locale), words }));
  await translate('de', { title: 'Lampen', descriptionHtml: '<b>Licht</b>' });
  await translate('de-AT', { title: 'Luster' });
  const inAustria = await readCollectionByHandle(db, 'worded', localeOf('de-AT'));
  assert.deepEqual([inAustria?.title, inAustria?.descriptionHtml], ['Luster', '<strong>Licht</strong>']);
  assert.equal((await readCollectionByHandle(db, 'worded', localeOf('de-CH')))?.title, 'Lampen');
  assert.equal((await readCollectionByHandle(db, 'worded', localeOf('fr')))?.title, 'Lamps');
  assert.deepEqual((await readCollectionTranslations(db, localeOf('de-AT'))).get(id), {
    title: 'Luster',
    descriptionHtml: '<strong>Licht</strong>',
  });
  await hear();
  await translate('de-AT', { title: 'Luster' });
  assert.deepEqual(await hear(), []);
  await translate('de-AT', {});
  assert.equal((await readCollectionByHandle(db, 'worded', localeOf('de-AT')))?.title, 'Lampen');
});

test('a rule is tried without keeping anything', async () => {
  const tried = await previewRule(db, { rule: SALE, now: NOW });
  assert.deepEqual(tried, { ok: true, value: { count: 2, sample: [mug, cup].toSorted() } });
  assert.equal(refusal(await previewRule(db, { rule: {}, now: NOW })), 'rule_invalid rule.field');
});
