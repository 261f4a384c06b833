import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk, localeOf } from '../../kernel/index.ts';
import { removeProducts, saveProducts, setTranslations } from '../catalog/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../markets/index.ts';
import {
  openSearch,
  projectProducts,
  rebuildDocuments,
  type Search,
  type SearchQuery,
  saveSearchRule,
  saveSynonym,
  zeroResults,
} from './index.ts';
import { NOW, shopWith } from './testing/shop.ts';

const connection = await testDatabase();
const { db } = connection;
await db.transaction().execute(async (tx) => {
  const shop = {
    name: 'Test',
    tagline: '',
    legalName: 'Test',
    email: 'a@example.com',
    phone: '',
    postalAddress: 'x',
  };
  const defaults = { country: '', vatId: '', baseUrl: '', timeZone: 'UTC', template: 'atelier' as const };
  expectOk(
    await saveShop(tx, {
      ...shop,
      ...defaults,
      defaultCurrency: currencyOf('EUR'),
      defaultLocale: localeOf('en'),
    }),
  );
  const market = { code: 'eu', name: 'EU', countries: ['DE'], currency: currencyOf('EUR'), position: 0 };
  expectOk(await saveMarket(tx, { ...market, pricesIncludeTax: true }));
  expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
  expectOk(await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: 'de' }));
});

const BASE: SearchQuery = {
  locale: localeOf('en'),
  currency: currencyOf('EUR'),
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 24,
  now: NOW,
};
const handles = (search: Search, query: Partial<SearchQuery>): string[] =>
  search.query({ ...BASE, ...query }).hits.map(({ handle }) => handle);

async function opened(options: { readonly snapshotFolder?: string } = {}): Promise<Search> {
  const search = await openSearch({ connection, ...options });
  after(() => search.close());
  return search;
}

async function isSoon(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 100 && !condition(); waited++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(condition());
}

test('a product is found by its words, with its price and stock, in each language', async () => {
  const [id] = await shopWith(db, [
    {
      handle: 'mug-alma',
      title: 'Mug Alma',
      productType: 'Mug',
      brand: 'Nord',
      eur: 1_990n,
      tags: ['stoneware'],
    },
    { handle: 'sold-out-mug', title: 'Mug Berta', stock: 0 },
  ]);
  await db.transaction().execute(async (tx) => {
    assert.ok(id);
    const fields = { title: 'Becher Alma' };
    const locale = localeOf('de');
    expectOk(await setTranslations(tx, { entity: 'product', entityId: id, locale, fields }));
    await projectProducts(tx, { productIds: [id] });
  });
  const search = await opened();
  assert.deepEqual(handles(search, { text: 'mugs' }), ['mug-alma', 'sold-out-mug']);
  assert.deepEqual(handles(search, { text: 'mug', inStockOnly: true }), ['mug-alma']);
  const german = search.query({ ...BASE, text: 'becher', locale: localeOf('de') });
  assert.equal(german.hits[0]?.title, 'Becher Alma');
  assert.equal(german.hits[0]?.price.minor, 1_990n);
  assert.deepEqual(handles(search, { text: 'nord stonewear' }), ['mug-alma']);
});

test('a change told by another process is found within a second, without being asked to look', async () => {
  const search = await opened();
  const [id] = await shopWith(db, [{ handle: 'vase', title: 'Vase Carla' }]);
  await isSoon(() => handles(search, { text: 'carla' }).length === 1);
  assert.ok(search.state().lagMs < 1_000);
  await db.transaction().execute(async (tx) => {
    await removeProducts(tx, id === undefined ? [] : [id]);
    await projectProducts(tx, { productIds: [id ?? ''] });
  });
  await isSoon(() => handles(search, { text: 'carla' }).length === 0);
});

test('a draft has no document, and an unchanged product writes none', async () => {
  const ids = await shopWith(db, [{ handle: 'plate', title: 'Plate' }]);
  const revision = async () => (await sql`select max(revision) from search.document`.execute(db)).rows;
  const before = await revision();
  await db.transaction().execute((tx) => projectProducts(tx, { productIds: ids }));
  assert.deepEqual(await revision(), before);
  await db.transaction().execute(async (tx) => {
    await saveProducts(tx, { drafts: [{ handle: 'plate', status: 'draft' }], now: NOW, cause: 'test' });
    await projectProducts(tx, { productIds: ids });
  });
  const { rows } = await sql`select 1 from search.removal where product_id = any(${ids}::uuid[])`.execute(db);
  assert.equal(rows.length, 1);
});

test('a rebuild makes what is missing and takes out what is nobody’s', async () => {
  const ids = await shopWith(db, [{ handle: 'bowl', title: 'Bowl Dora' }]);
  await sql`update search.document set product_id = gen_random_uuid() where product_id = any(${ids}::uuid[])`.execute(
    db,
  );
  const seen: number[] = [];
  await rebuildDocuments(connection, { progress: (done) => seen.push(done) });
  assert.ok((seen.at(-1) ?? 0) >= 1);
  const search = await opened();
  assert.deepEqual(handles(search, { text: 'dora' }), ['bowl']);
});

test('a start from the snapshot answers as a start from the database, changes in between included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  after(() => rm(folder, { recursive: true }));
  const first = await openSearch({ connection, snapshotFolder: folder });
  await first.close();
  await shopWith(db, [{ handle: 'lamp', title: 'Lamp Emma' }]);
  const fromSnapshot = await opened({ snapshotFolder: folder });
  const fromDatabase = await opened();
  assert.equal(fromSnapshot.state().loadedFrom, 'snapshot');
  assert.equal(fromDatabase.state().loadedFrom, 'database');
  for (const query of [{}, { text: 'mug' }, { text: 'emma' }, { sort: 'title' as const }]) {
    const { tookMs: _a, ...left } = fromSnapshot.query({ ...BASE, ...query });
    const { tookMs: _b, ...right } = fromDatabase.query({ ...BASE, ...query });
    assert.deepEqual(left, right);
  }
});

test('a damaged snapshot is not used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  after(() => rm(folder, { recursive: true }));
  await (await openSearch({ connection, snapshotFolder: folder })).close();
  const file = join(folder, 'search-index.bin');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 0xff, bytes.length - 1);
  await writeFile(file, bytes);
  const search = await opened({ snapshotFolder: folder });
  assert.equal(search.state().loadedFrom, 'database');
});

test('synonyms and rules hold as soon as they are saved, and bad ones are refused', async () => {
  await shopWith(db, [{ handle: 'sofa', title: 'Sofa Frida' }]);
  const search = await opened();
  await search.catchUp();
  await db.transaction().execute(async (tx) => {
    expectOk(await saveSynonym(tx, { locale: 'en', source: 'couch', words: ['sofa'] }));
    expectOk(await saveSearchRule(tx, { locale: 'en', query: 'Returns', redirectTo: '/pages/returns' }));
    const taken = await saveSearchRule(tx, { locale: 'en', query: 'returns', redirectTo: '/x' });
    assert.equal(taken.ok ? '' : taken.refusal.code, 'query_taken');
    const few = await saveSynonym(tx, { locale: 'en', words: ['sofa'] });
    assert.equal(few.ok ? '' : few.refusal.code, 'too_few');
    const elsewhere = await saveSearchRule(tx, { locale: 'en', query: 'x', redirectTo: '//evil.example' });
    assert.equal(elsewhere.ok ? '' : elsewhere.refusal.code, 'invalid_redirect');
  });
  await isSoon(() => handles(search, { text: 'couch' }).length === 1);
  assert.equal(search.query({ ...BASE, text: 'returns' }).redirectTo, '/pages/returns');
});

test('what was asked is kept without a person in it, and what was asked in vain is reported', async () => {
  const search = await openSearch({ connection });
  const asked = { locale: 'en', hits: 0, correctedTo: undefined };
  for (const text of ['Espresso  Machine', 'espresso machine', 'me@example.com', '+49 170 1234567'])
    search.recordQuery({ ...asked, text });
  search.recordQuery({ ...asked, text: 'mug', hits: 2 });
  await search.close();
  const since = Temporal.Now.instant().subtract({ minutes: 5 });
  const found = await zeroResults(db, { since, limit: 10 });
  assert.deepEqual(
    found.map(({ query, count }) => ({ query, count })),
    [{ query: 'espresso machine', count: 2 }],
  );
});
