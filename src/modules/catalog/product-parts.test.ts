import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, idFrom, localeOf, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  archiveProducts,
  findExistingHandles,
  listVariantIds,
  type Product,
  type ProductDraft,
  readBundleComponents,
  readBundlesOf,
  readDigitalFiles,
  readHandles,
  readProductByHandle,
  readRelations,
  readTranslatedLocales,
  readTranslations,
  readUsedFields,
  removeProducts,
  saveProducts,
  setBundleComponents,
  setDigitalFiles,
  setManyRelations,
  setManyTranslations,
  setRelations,
  setTranslations,
  translateProduct,
  type VariantId,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase();
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const save = (drafts: ProductDraft[]) => write((tx) => saveProducts(tx, { drafts, now, cause: 'test' }));
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function read(handle: string): Promise<Product & { readonly variantId: VariantId }> {
  const product = await readProductByHandle(db, handle);
  const variantId = product?.variants[0]?.id;
  assert.ok(product && variantId);
  return { ...product, variantId };
}

async function countEvents(): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.outbox`.execute(db);
  return rows[0]?.n ?? 0n;
}

await save([
  { handle: 'cup', title: 'Cup' },
  { handle: 'pot', title: 'Pot' },
  { handle: 'tea-set', title: 'Tea set', kind: 'bundle' },
  { handle: 'gift-set', title: 'Gift set', kind: 'bundle' },
]);
const [cup, pot, teaSet, giftSet] = [
  await read('cup'),
  await read('pot'),
  await read('tea-set'),
  await read('gift-set'),
];

test('a bundle is made of variants that are no bundles', async () => {
  const set = (of: VariantId, parts: { variantId: VariantId; quantity: number }[]) =>
    write((tx) => setBundleComponents(tx, of, parts));
  const cups = { variantId: cup.variantId, quantity: 4 };
  const unknown = idFrom<'variant'>(0, new Uint8Array(10));
  expectOk(await set(teaSet.variantId, [cups, { variantId: pot.variantId, quantity: 1 }]));
  const parts = (await readBundleComponents(db, [teaSet.variantId, cup.variantId])).get(teaSet.variantId);
  assert.deepEqual(
    parts?.find(({ variantId }) => variantId === cup.variantId),
    cups,
  );
  assert.deepEqual(await readBundlesOf(db, [cup.variantId, pot.variantId]), [teaSet.variantId]);
  assert.equal(
    codeOf(await set(giftSet.variantId, [{ variantId: teaSet.variantId, quantity: 1 }])),
    'component_is_bundle',
  );
  assert.equal(
    codeOf(await set(giftSet.variantId, [{ variantId: giftSet.variantId, quantity: 1 }])),
    'component_is_bundle',
  );
  assert.equal(codeOf(await set(cup.variantId, [{ variantId: pot.variantId, quantity: 1 }])), 'not_a_bundle');
  assert.equal(codeOf(await set(giftSet.variantId, [cups, cups])), 'duplicate');
  assert.equal(codeOf(await set(giftSet.variantId, [{ ...cups, quantity: 0 }])), 'invalid');
  assert.equal(codeOf(await set(giftSet.variantId, [{ variantId: unknown, quantity: 1 }])), 'not_found');
});

test('a component stays as long as a bundle is made of it', async () => {
  const [becomes] = await save([{ handle: 'cup', kind: 'bundle' }]);
  assert.equal(becomes && 'refusal' in becomes && becomes.refusal.code, 'variant_in_bundle');
  const sizes = [{ optionValues: ['L'] }, { optionValues: ['S'] }];
  const [loses] = await save([
    { handle: 'cup', options: [{ name: 'Size', values: ['L'] }], variants: sizes },
  ]);
  assert.equal(loses && 'refusal' in loses && loses.refusal.code, 'variant_in_bundle');
  assert.equal(codeOf(await write((tx) => removeProducts(tx, [cup.id]))), 'variant_in_bundle');
  const [noBundle] = await save([{ handle: 'gift-set', kind: 'physical' }]);
  assert.ok(noBundle && 'outcome' in noBundle);
});

test('a bundle that becomes another kind is made of nothing', async () => {
  await save([{ handle: 'set', title: 'Set', kind: 'bundle' }]);
  const set = await read('set');
  expectOk(
    await write((tx) => setBundleComponents(tx, set.variantId, [{ variantId: pot.variantId, quantity: 2 }])),
  );
  await save([{ handle: 'set', kind: 'physical' }]);
  assert.equal((await readBundleComponents(db, [set.variantId])).size, 0);
});

test('relations keep their order, and the same again tells nothing', async () => {
  const relate = (ids: Product['id'][]) => write((tx) => setRelations(tx, cup.id, 'cross_sell', ids));
  expectOk(await relate([teaSet.id, pot.id, teaSet.id]));
  assert.deepEqual((await readRelations(db, [cup.id, pot.id])).get(cup.id), {
    related: [],
    crossSell: [teaSet.id, pot.id],
    upSell: [],
  });
  const told = await countEvents();
  expectOk(await relate([teaSet.id, pot.id]));
  assert.equal(await countEvents(), told);
  assert.equal(codeOf(await relate([cup.id])), 'to_itself');
  assert.equal(codeOf(await relate([idFrom(0, new Uint8Array(10))])), 'not_found');
});

test('many lists are set at once, told of once, and a refused one keeps nobody else out', async () => {
  const told = await countEvents();
  const list = (productId: Product['id'], relatedIds: Product['id'][]) =>
    ({ productId, kind: 'up_sell', relatedIds }) as const;
  const lists = [list(cup.id, [pot.id, teaSet.id]), list(pot.id, [pot.id]), list(teaSet.id, [cup.id])];
  const set = (given: typeof lists) => write((tx) => setManyRelations(tx, given));
  assert.deepEqual((await set(lists)).map(codeOf), ['ok', 'to_itself', 'ok']);
  assert.equal((await countEvents()) - told, 1n);
  const read2 = await readRelations(db, [cup.id, pot.id, teaSet.id, giftSet.id]);
  assert.deepEqual(
    [read2.get(cup.id)?.upSell, read2.get(pot.id), read2.get(teaSet.id)?.upSell],
    [[pot.id, teaSet.id], undefined, [cup.id]],
  );
  assert.deepEqual((await set([list(cup.id, []), list(teaSet.id, [cup.id])])).map(codeOf), ['ok', 'ok']);
  assert.deepEqual((await readRelations(db, [cup.id])).get(cup.id)?.upSell, []);
  assert.equal((await countEvents()) - told, 2n);
});

test('digital files are kept in order with their limits', async () => {
  const file = {
    assetId: idFrom<'asset'>(7, new Uint8Array(10)),
    name: 'Pattern',
    downloadLimit: 3,
    expiryDays: undefined,
  };
  const other = {
    ...file,
    assetId: idFrom<'asset'>(3, new Uint8Array(10)),
    downloadLimit: undefined,
    expiryDays: 30,
  };
  const set = (files: (typeof file | typeof other)[]) =>
    write((tx) => setDigitalFiles(tx, cup.variantId, files));
  expectOk(await set([file, other]));
  assert.deepEqual((await readDigitalFiles(db, [cup.variantId])).get(cup.variantId), [file, other]);
  assert.equal(codeOf(await set([{ ...file, downloadLimit: 0 }])), 'invalid');
  assert.equal(codeOf(await set([file, file])), 'duplicate');
});

test('a translated product has the texts of its language and keeps the rest', async () => {
  const options = [{ name: 'Colour', values: ['Red', 'Blue'] }];
  const variants = ['Red', 'Blue'].map((value) => ({ optionValues: [value] }));
  await save([{ handle: 'scarf', title: 'Scarf', descriptionHtml: '<p>Warm</p>', options, variants }]);
  const scarf = await read('scarf');
  const fields = {
    title: ' Schal ',
    'option:0:name': 'Farbe',
    'option:0:value:Red': 'Rot',
    description_html: '<b>w</b>',
  };
  const set = (given: Record<string, string>) =>
    write((tx) =>
      setTranslations(tx, { entity: 'product', entityId: scarf.id, locale: localeOf('de'), fields: given }),
    );
  expectOk(await set(fields));
  const read2 = () =>
    readTranslations(db, { entity: 'product', entityIds: [scarf.id, cup.id], locale: localeOf('de') });
  const texts = await read2();
  assert.deepEqual([...texts.keys()], [scarf.id]);
  const german = translateProduct(scarf, texts.get(scarf.id) ?? {});
  assert.deepEqual([german.title, german.descriptionHtml], ['Schal', '<strong>w</strong>']);
  assert.deepEqual(german.options, [{ name: 'Farbe', values: ['Rot', 'Blue'] }]);
  assert.deepEqual(
    german.variants.map(({ optionValues }) => optionValues),
    [['Rot'], ['Blue']],
  );
  const told = await countEvents();
  expectOk(await set(fields));
  assert.equal(await countEvents(), told);
  expectOk(await set({ title: '' }));
  assert.equal((await read2()).get(scarf.id)?.['title'], undefined);
  assert.equal(codeOf(await set({ colour: 'x' })), 'unknown_field');
});

test('texts of many entities are set at once and told of once', async () => {
  const locale = localeOf('nl');
  const texts = (entityId: string, fields: Record<string, string>) =>
    ({ entity: 'product', entityId, locale, fields }) as const;
  const told = await countEvents();
  const set = (given: ReturnType<typeof texts>[]) => write((tx) => setManyTranslations(tx, given));
  const bad = texts(teaSet.id, { colour: 'x' });
  const first = await set([texts(cup.id, { title: 'Kop' }), bad, texts(pot.id, { title: 'Pot' })]);
  assert.deepEqual(first.map(codeOf), ['ok', 'unknown_field', 'ok']);
  assert.equal((await countEvents()) - told, 1n);
  const again = await set([texts(cup.id, { title: ' Kop ', seo_title: '' }), texts(pot.id, { title: '' })]);
  assert.deepEqual(again, [
    { ok: true, value: { isChanged: false } },
    { ok: true, value: { isChanged: true } },
  ]);
  const entityIds = [cup.id, pot.id, teaSet.id];
  assert.deepEqual(
    await readTranslations(db, { entity: 'product', entityIds, locale }),
    new Map([[cup.id, { title: 'Kop' }]]),
  );
  assert.deepEqual(await readTranslatedLocales(db, 'product'), ['de', 'nl']);
});

test('the fields that products have are known without reading them', async () => {
  const attributes = { tone: 'Red' };
  const drafts = [
    { handle: 'kept', title: 'Kept', attributes, foreignFields: { Old: '1' } },
    {
      handle: 'also',
      title: 'Also',
      variants: [{ optionValues: [], foreignFields: { Old: '1', New: '2' } }],
    },
  ];
  await write((tx) => saveProducts(tx, { drafts, now, cause: 'test', defineAttributes: true }));
  const used = await readUsedFields(db);
  assert.deepEqual(
    [used.productAttributes, used.variantAttributes, used.foreignFields.toSorted()],
    [['tone'], [], ['New', 'Old']],
  );
  const first = await listVariantIds(db, { limit: 2 });
  const rest = await listVariantIds(db, { after: first[1], limit: 100 });
  assert.ok(first.length === 2 && rest.length > 0 && !rest.some((id) => first.includes(id)));
});

test('handles are found without their products', async () => {
  assert.deepEqual(await findExistingHandles(db, ['cup', 'nobody']), new Map([['cup', cup.id]]));
  assert.deepEqual(await readHandles(db, [cup.id]), new Map([[cup.id, 'cup']]));
});

test('an archived product stays and a removed one is gone with all that hung on it', async () => {
  await save([{ handle: 'old', title: 'Old', status: 'active' }]);
  const old = await read('old');
  assert.deepEqual(await write((tx) => archiveProducts(tx, { ids: [old.id, old.id], now })), [old.id]);
  assert.deepEqual(await write((tx) => archiveProducts(tx, { ids: [old.id], now })), []);
  assert.equal((await read('old')).status, 'archived');
  assert.deepEqual(expectOk(await write((tx) => removeProducts(tx, [old.id]))), [old.id]);
  assert.equal(await readProductByHandle(db, 'old'), undefined);
  assert.equal(codeOf(await write((tx) => removeProducts(tx, [teaSet.id, cup.id, pot.id]))), 'ok');
  const { rows } = await sql`select from catalog.variant where product_id = ${cup.id}`.execute(db);
  assert.equal(rows.length, 0);
});
