import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import {
  archiveProducts,
  editProduct,
  fieldsIn,
  type Product,
  type ProductChange,
  type ProductId,
  readProducts,
  readRevisions,
  restoreProduct,
  reviseProducts,
  saveProducts,
} from '../index.ts';

const NOW = Temporal.Instant.from('2026-11-27T08:00:00Z');
const { db } = await testDatabase();
const actor = 'staff:ada';

async function aShirt(handle: string): Promise<Product> {
  const draft = {
    ...{ handle, title: 'Shirt', brand: 'Halden', categories: [['Clothes']], status: 'active' as const },
    options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
    variants: ['S', 'M', 'L'].map((size) => ({ optionValues: [size], sku: `${handle}-${size}` })),
  };
  const [saved] = await transact(db, (tx) => saveProducts(tx, { drafts: [draft], now: NOW, cause: 'test' }));
  assert.ok(saved && !('refusal' in saved));
  return read(saved.id);
}

async function read(id: ProductId): Promise<Product> {
  const [product] = await readProducts(db, [id]);
  assert.ok(product);
  return product;
}

type Draft = Parameters<typeof editProduct>[1]['draft'];

const edit = (product: Product, draft: Draft, more: { readonly handle?: string } = {}) =>
  transact(db, (tx) => {
    const by = { cause: 'edit', actor, now: NOW };
    return editProduct(tx, { id: product.id, expectedVersion: product.version, draft, ...by, ...more });
  });

test('a change is kept with who made it, what was before and what came of it', async () => {
  const shirt = await aShirt('kept');
  const edited = expectOk(await edit(shirt, { title: 'Linen shirt', brand: '' }));
  assert.deepEqual([edited.version, edited.isChanged], [shirt.version + 1n, true]);
  const [revision, ...others] = await readRevisions(db, shirt.id, { limit: 10 });
  assert.ok(revision);
  assert.equal(others.length, 0);
  assert.deepEqual([revision.actor, revision.cause, revision.version], [actor, 'edit', edited.version]);
  assert.deepEqual(fieldsIn(revision), ['title', 'brandId']);
  assert.deepEqual([revision.before.title, revision.after.title], ['Shirt', 'Linen shirt']);
  assert.deepEqual([revision.before.brandId, revision.after.brandId], [shirt.brandId, undefined]);
});

test('a save that changes nothing leaves no trace', async () => {
  const shirt = await aShirt('same');
  const edited = expectOk(await edit(shirt, { title: 'Shirt' }));
  assert.deepEqual([edited.isChanged, edited.version], [false, shirt.version]);
  assert.deepEqual(await readRevisions(db, shirt.id, { limit: 10 }), []);
});

test('who saves on an older version is told what changed since, and changes nothing', async () => {
  const shirt = await aShirt('twice');
  expectOk(await edit(shirt, { title: 'Theirs' }));
  const late = await edit(shirt, { title: 'Mine', tags: ['new'] });
  assert.ok(!late.ok && late.refusal.code === 'version_conflict' && 'since' in late.refusal);
  assert.deepEqual(late.refusal.since.map(fieldsIn), [['title']]);
  const now = await read(shirt.id);
  assert.deepEqual([now.title, now.tags], ['Theirs', []]);
});

test('of two who save at once, one is told of the other', async () => {
  const shirt = await aShirt('at-once');
  const both = await Promise.all([edit(shirt, { title: 'One' }), edit(shirt, { title: 'Two' })]);
  assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
});

test('a variant named by its id keeps it under another size and SKU; a strange id is refused', async () => {
  const shirt = await aShirt('ids');
  const variants = shirt.variants.map(({ id, optionValues: [size = ''] }) => {
    return { id, optionValues: [`${size}*`], sku: `new-${size}` };
  });
  const options = [{ name: 'Size', values: ['S*', 'M*', 'L*'] }];
  expectOk(await edit(shirt, { options, variants }));
  const now = await read(shirt.id);
  assert.deepEqual(
    now.variants.map(({ id }) => id),
    shirt.variants.map(({ id }) => id),
  );
  const other = await aShirt('ids-other');
  const [foreign] = other.variants;
  assert.ok(foreign);
  const strange = await edit(now, { variants: [{ id: foreign.id, optionValues: ['S*'] }] });
  assert.deepEqual(strange.ok ? '' : strange.refusal.field, 'variants[0].id');
});

test('every state that a product had can be brought back, variants and places too', async () => {
  const first = await aShirt('back');
  const [s, m, l] = first.variants;
  assert.ok(s && m && l);
  const steps: Draft[] = [
    { title: 'B', tags: ['x'], descriptionHtml: '<p>b</p>' },
    { variants: [l, s].map(({ id, optionValues, sku }) => ({ id, optionValues, sku })) },
    { variants: [s, l].map(({ id, optionValues }) => ({ id, optionValues, weightGrams: 7 })) },
    { brand: 'Other', categories: [], publishAt: NOW },
    { variants: [{ id: s.id, optionValues: ['S'], cost: { minor: 250n, currency: currencyOf('EUR') } }] },
  ];
  const states: Product[] = [first];
  for (const step of steps) {
    const latest = states.at(-1);
    assert.ok(latest);
    expectOk(await edit(latest, step));
    states.push(await read(first.id));
  }
  for (const state of states.toReversed()) {
    const { version: expectedVersion } = await read(first.id);
    const by = { actor, now: NOW, expectedVersion };
    expectOk(await transact(db, (tx) => restoreProduct(tx, { id: first.id, version: state.version, ...by })));
    const now = await read(first.id);
    assert.deepEqual(plain(now), plain(state), `version ${state.version}`);
  }
});

/** Without what a restoring save moves on: version, moment, and ids of variants that had gone. */
function plain({ version: _version, updatedAt: _at, variants, ...rest }: Product) {
  return { ...rest, variants: variants.map(({ id: _id, ...variant }) => variant) };
}

test('a version that never was cannot be brought back', async () => {
  const shirt = await aShirt('never');
  for (const version of [0n, 9n]) {
    const by = { actor, now: NOW, expectedVersion: shirt.version };
    const restored = await transact(db, (tx) => restoreProduct(tx, { id: shirt.id, version, ...by }));
    assert.equal(restored.ok ? '' : restored.refusal.code, 'unknown_version');
  }
});

test('a product moves to another address, and a taken one is refused', async () => {
  const shirt = await aShirt('old-address');
  const moved = expectOk(await edit(shirt, {}, { handle: 'new-address' }));
  assert.deepEqual([moved.handle, moved.handleBefore], ['new-address', 'old-address']);
  const now = await read(shirt.id);
  await aShirt('taken-address');
  const taken = await edit(now, {}, { handle: 'taken-address' });
  assert.equal(taken.ok ? '' : taken.refusal.code, 'handle_taken');
  const wrong = await edit(now, {}, { handle: 'No Handle' });
  assert.equal(wrong.ok ? '' : wrong.refusal.field, 'handle');
});

test('an archived product says so in its history', async () => {
  const shirt = await aShirt('gone');
  await transact(db, (tx) => archiveProducts(tx, { ids: [shirt.id], now: NOW, actor }));
  const [revision] = await readRevisions(db, shirt.id, { limit: 1 });
  assert.deepEqual([revision?.before, revision?.after], [{ status: 'active' }, { status: 'archived' }]);
  assert.equal(revision?.version, (await read(shirt.id)).version);
});

test('a bulk change is all or nothing, and names every wrong cell', async () => {
  const [one, two] = [await aShirt('bulk-1'), await aShirt('bulk-2')];
  const [first, second] = one.variants;
  assert.ok(first && second);
  type Cells = ProductChange['variants'];
  const wrong: Cells = new Map([
    [first.id, { weightGrams: -1, hsCode: 'x' }],
    [second.id, { barcode: '4006381333932' }],
  ]);
  const right: Cells = new Map([
    [first.id, { weightGrams: 5 }],
    [second.id, { sku: 'other' }],
  ]);
  const revise = (isWrong: boolean, isTrial = false) =>
    transact(db, (tx) =>
      reviseProducts(tx, {
        changes: [
          { id: two.id, fields: { tags: ['bulk'] }, variants: new Map() },
          { id: one.id, fields: {}, variants: isWrong ? wrong : right },
        ],
        ...{ cause: 'bulk', actor, now: NOW, isTrial },
      }),
    );
  const refused = await revise(true);
  assert.deepEqual(
    refused.problems.map(({ variantId, field }) => [variantId, field]),
    [
      [first.id, 'weightGrams'],
      [first.id, 'hsCode'],
      [second.id, 'barcode'],
    ],
  );
  assert.deepEqual((await read(two.id)).tags, []);
  assert.deepEqual((await revise(false, true)).changed.toSorted(), [one.id, two.id].toSorted());
  assert.deepEqual((await read(two.id)).tags, []);
  assert.equal((await revise(false)).changed.length, 2);
  const now = await read(one.id);
  assert.deepEqual([now.variants[0]?.weightGrams, now.variants[1]?.sku], [5, 'other']);
});

test('a SKU that another product has is named by its variant', async () => {
  const [one, two] = [await aShirt('sku-1'), await aShirt('sku-2')];
  const variant = one.variants[2];
  assert.ok(variant);
  const changes = [{ id: one.id, fields: {}, variants: new Map([[variant.id, { sku: 'sku-2-S' }]]) }];
  const by = { cause: 'bulk', actor, now: NOW };
  const { problems } = await transact(db, (tx) => reviseProducts(tx, { changes, ...by }));
  assert.deepEqual(
    problems.map(({ variantId, field, code }) => [variantId, field, code]),
    [[variant.id, 'sku', 'sku_taken']],
  );
  assert.equal((await read(two.id)).variants[0]?.sku, 'sku-2-S');
});
