import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import {
  type ProductDraft,
  readBrands,
  readCategories,
  removeProducts,
  saveBrand,
  saveCategory,
  saveProducts,
} from '../../catalog/index.ts';
import { merchandisingReactions, saveCollection, setCollectionProducts } from '../../merchandising/index.ts';
import { analyticsReactions } from '../tasks.ts';
import { NOW } from '../testing/a-warehouse.ts';
import { openAnalytics } from '../warehouse/open-analytics.ts';
import { readGoodsRevision } from './changed-products.ts';
import { shopSources } from './shop-sources.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-goods-'));
const analytics = await openAnalytics({
  ...{ folder: join(folder, 'warehouse'), zone: 'UTC', memoryMb: 128 },
  sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
});
after(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});

const MUG = { handle: 'mug', title: 'Mug', brand: 'Halden', categories: [['Home', 'Kitchen']] };

async function save(...drafts: ProductDraft[]) {
  const saved = await transact(db, (tx) => saveProducts(tx, { drafts, now: NOW, cause: 'test' }));
  return saved.map((one) => ('refusal' in one ? assert.fail(one.refusal.message) : one));
}

async function goods(): Promise<string[]> {
  await runDueJobs({ connection, reactions: [...merchandisingReactions, ...analyticsReactions] });
  await analytics.feed(NOW);
  const rows = await analytics.rows<Record<string, string>>(`
    select sku || '|' || title || '|' || options || '|' || brand || '|' || category || '|' || ifnull((
      select string_agg(collection order by collection) from goods_collection
      where goods_collection.product_id = goods.product_id), '') as row
    from goods where is_listed order by sku`);
  return rows.map(({ row }) => row ?? '');
}

test('goods are called what the catalogue calls them, as soon as it says so', async () => {
  const [mug] = await save(
    {
      ...{ ...MUG, options: [{ name: 'Colour', values: ['Red', 'Blue'] }] },
      variants: [
        { optionValues: ['Red'], sku: 'mug-r' },
        { optionValues: ['Blue'], sku: 'mug-b' },
      ],
    },
    { handle: 'pot', title: 'Pot', variants: [{ optionValues: [], sku: 'pot' }] },
  );
  assert.ok(mug);
  const of = (mugs: string, pot = 'pot|Pot||||') => [`mug-b|Mug|Blue|${mugs}`, `mug-r|Mug|Red|${mugs}`, pot];
  assert.deepEqual(await goods(), of('Halden|Home › Kitchen|'));

  const { id: collectionId } = await transact(db, async (tx) => {
    const saved = await saveCollection(tx, { draft: { handle: 'gifts', title: 'Gifts' }, now: NOW });
    return expectOk(saved);
  });
  await transact(db, async (tx) =>
    expectOk(await setCollectionProducts(tx, { collectionId, productIds: [mug.id], now: NOW })),
  );
  assert.deepEqual(await goods(), of('Halden|Home › Kitchen|Gifts'));

  const [brand] = await readBrands(db);
  const home = (await readCategories(db)).find(({ name }) => name === 'Home');
  assert.ok(brand && home);
  await transact(db, async (tx) => {
    expectOk(await saveBrand(tx, { id: brand.id, name: 'Holden', now: NOW }));
    expectOk(await saveCategory(tx, { id: home.id, name: 'House' }));
    expectOk(await saveCollection(tx, { draft: { handle: 'gifts', title: 'Presents' }, now: NOW }));
  });
  assert.deepEqual(await goods(), of('Holden|House › Kitchen|Presents'));

  await save({ handle: 'pot', title: 'Teapot' });
  assert.deepEqual(await goods(), of('Holden|House › Kitchen|Presents', 'pot|Teapot||||'));
  await transact(db, async (tx) => expectOk(await removeProducts(tx, [mug.id])));
  assert.deepEqual(await goods(), ['pot|Teapot||||']);

  const before = await readGoodsRevision(db);
  await goods();
  assert.equal(await readGoodsRevision(db), before, 'nothing is read again when nothing happened');
});
