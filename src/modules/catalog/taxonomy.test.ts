import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  type AttributeDefinition,
  type ProductDraft,
  readAttributeDefinitions,
  readBrandByHandle,
  readProductByHandle,
  saveAttributeDefinition,
  saveBrand,
  saveProducts,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase();
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const save = (drafts: ProductDraft[]) => write((tx) => saveProducts(tx, { drafts, now, cause: 'test' }));

async function lastEvents(count: number): Promise<unknown[]> {
  const { rows } = await sql<{ topic: string; payload: unknown }>`
    select topic, payload from platform.outbox order by id desc limit ${count}`.execute(db);
  return rows.toReversed();
}

const FIT: AttributeDefinition = {
  ...{
    key: 'fit',
    name: 'Fit',
    type: 'choice',
    unit: undefined,
    choices: ['slim', 'wide'],
    isFacet: true,
    position: 1,
  },
};
const define = (change: Partial<AttributeDefinition>) =>
  write((tx) => saveAttributeDefinition(tx, { ...FIT, ...change }));

test('a brand is made, found by its handle, renamed, and its products are told of', async () => {
  const brand = expectOk(
    await write((tx) =>
      saveBrand(tx, { name: 'Löwe & Söhne', descriptionHtml: '<h1>Old</h1><script></script>', now }),
    ),
  );
  assert.deepEqual([brand.handle, brand.descriptionHtml], ['lowe-sohne', '<h2>Old</h2>']);
  await save([{ handle: 'cup', title: 'Cup', brand: 'LÖWE & SÖHNE' }]);
  const cup = await readProductByHandle(db, 'cup');
  assert.equal(cup?.brandId, brand.id);
  expectOk(await write((tx) => saveBrand(tx, { id: brand.id, name: 'Löwe', now })));
  assert.deepEqual(await lastEvents(2), [
    { topic: 'catalog.taxonomy_changed', payload: { what: 'brand', ids: [brand.id] } },
    { topic: 'catalog.products_changed', payload: { productIds: [cup?.id], cause: 'brand' } },
  ]);
  const renamed = await readBrandByHandle(db, 'lowe-sohne');
  assert.deepEqual([renamed?.name, renamed?.descriptionHtml], ['Löwe', '<h2>Old</h2>']);
});

test('a brand with the name or the handle of another is refused', async () => {
  expectOk(await write((tx) => saveBrand(tx, { name: 'Nord', now })));
  const table = [
    [{ name: 'nord' }, 'name_taken'],
    [{ name: 'Other', handle: 'nord' }, 'handle_taken'],
    [{ name: 'Other', handle: 'No rd' }, 'invalid'],
    [{ name: ' ' }, 'missing'],
  ] as const;
  for (const [input, code] of table) {
    const refused = await write((tx) => saveBrand(tx, { ...input, now }));
    assert.equal(!refused.ok && refused.refusal.code, code);
  }
});

test('a definition bounds the values of products, and cannot leave those that there are behind', async () => {
  expectOk(await define({}));
  assert.deepEqual(await readAttributeDefinitions(db), [FIT]);
  const draft = (fit: string): ProductDraft => ({
    ...{ handle: 'jeans', title: 'Jeans', variants: [{ optionValues: [], attributes: { fit } }] },
  });
  const [refused] = await save([draft('baggy')]);
  assert.ok(refused && 'refusal' in refused);
  assert.equal(refused.refusal.field, 'variants[0].attributes.fit');
  await save([draft('wide')]);
  const table = [
    [{ type: 'number' }, 'type_in_use'],
    [{ choices: ['slim'] }, 'choice_in_use'],
    [{ key: 'Fit' }, 'invalid'],
    [{ name: '' }, 'missing'],
    [{ choices: [' x'] }, 'invalid'],
  ] as const;
  for (const [change, code] of table) {
    const result = await define(change);
    assert.equal(!result.ok && result.refusal.code, code);
  }
  expectOk(await define({ choices: ['wide'], name: 'Cut' }));
  expectOk(await define({ key: 'weight', type: 'number', choices: [] }));
  expectOk(await define({ key: 'weight', type: 'measure', unit: 'g', choices: [] }));
  const jeans = await readProductByHandle(db, 'jeans');
  const told = await lastEvents(6);
  assert.ok(JSON.stringify(told).includes(`${jeans?.id}`), 'products with the attribute are told of');
});
