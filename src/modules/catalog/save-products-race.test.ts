import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type ProductDraft, readBrands, readCategories, readProductByHandle, saveProducts } from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase(16);

async function save(drafts: readonly ProductDraft[]): Promise<string[]> {
  const saved = await db
    .transaction()
    .execute((tx) => saveProducts(tx, { drafts, now: NOW, cause: 'race', defineAttributes: true }));
  return saved.map((one) => ('refusal' in one ? one.refusal.code : one.outcome));
}

async function count(table: 'product' | 'variant'): Promise<bigint> {
  const { rows } = await sql<{
    n: bigint;
  }>`select count(*) as n from ${sql.table(`catalog.${table}`)}`.execute(db);
  return rows[0]?.n ?? 0n;
}

test('batches with the same handles at the same time neither fail nor duplicate', async () => {
  const handles = Array.from({ length: 40 }, (_, index) => `race-${index}`);
  const draft = (handle: string, writer: number): ProductDraft => ({
    ...{ handle, title: `By ${writer}`, brand: `Brand of ${handle}`, categories: [['Races', handle]] },
    attributes: { raced: 'yes' },
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: ['S', 'M'].map((size) => ({ optionValues: [size], sku: `${handle}-${size}` })),
  });
  const batches = Array.from({ length: 8 }, (_, writer) => {
    const order = writer % 2 === 0 ? handles : handles.toReversed();
    return save(order.map((handle) => draft(handle, writer)));
  });
  const outcomes = (await Promise.all(batches)).flat();
  assert.equal(outcomes.filter((outcome) => outcome === 'created').length, 40);
  assert.equal(outcomes.filter((outcome) => outcome === 'updated').length, 280);
  assert.deepEqual([await count('product'), await count('variant')], [40n, 80n]);
  assert.equal((await readBrands(db)).length, 40);
  assert.equal((await readCategories(db)).length, 41);
  assert.equal((await readProductByHandle(db, 'race-7'))?.version, 8n);
});

test('of two products that take one SKU at the same time one gets it', async () => {
  const takers = Array.from({ length: 10 }, (_, index) => `taker-${index}`);
  const drafts = (handle: string): ProductDraft[] => [
    { handle: `${handle}-other`, title: 'Other' },
    { handle, title: handle, variants: [{ optionValues: [], sku: 'ONLY-ONE' }] },
  ];
  const outcomes = await Promise.all(takers.map((handle) => save(drafts(handle))));
  assert.deepEqual(
    outcomes.map(([other]) => other),
    takers.map(() => 'created'),
  );
  const ofSku = outcomes.map(([, taker]) => taker).toSorted();
  assert.deepEqual(ofSku, ['created', ...takers.slice(1).map(() => 'sku_taken')]);
});
