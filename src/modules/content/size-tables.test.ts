import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { localeOf, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  readSizeTables,
  removeSizeTable,
  type SizeTableDraft,
  saveSizeTable,
  sizeTableFor,
} from './index.ts';

const { db } = await testDatabase();
const EN = localeOf('en');
const DE_AT = localeOf('de-AT');

function write<Value>(run: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(run);
}

let heard = 0n;
async function hear(): Promise<string[]> {
  const { rows } = await sql<{ id: bigint; payload: { what: string; handle: string } }>`
    select id, payload from platform.outbox where topic = 'content.changed' and id > ${heard} order by id`.execute(
    db,
  );
  heard = rows.at(-1)?.id ?? heard;
  return rows.map(({ payload }) => `${payload.what} ${payload.handle}`);
}

function fieldOf(result: Result<unknown>): string {
  return result.ok ? 'accepted' : (result.refusal.field ?? '');
}

const SIZES = { name: 'Sizes', columns: ['EU', 'Chest'], rows: [['S', '88 cm']] };

test('the most specific size table is shown, in a language', async () => {
  const save = (table: SizeTableDraft) => write((tx) => saveSizeTable(tx, { table }));
  await save({ ...SIZES, name: 'Apparel', categoryPath: 'apparel' });
  await save({ ...SIZES, name: 'Shirts', categoryPath: 'apparel/shirts' });
  await save({ ...SIZES, name: 'Type', productType: 'T-Shirt' });
  const both = {
    name: { text: 'Both', translations: { de: 'Beides' } },
    productType: 'T-Shirt',
    categoryPath: 'apparel',
  };
  await save({ ...SIZES, ...both, columns: [{ text: 'EU', translations: { de: 'Größe' } }, 'Chest'] });
  const title = async (productType: string, ...categoryPaths: string[]) =>
    (await sizeTableFor(db, { productType, categoryPaths, locale: EN }))?.title;
  assert.equal(await title('t-shirt', 'apparel/shirts/linen'), 'Both');
  assert.equal(await title('t-shirt'), 'Type');
  assert.equal(await title('Dress', 'apparel/shirts/linen'), 'Shirts');
  assert.equal(await title('Dress', 'home', 'apparel/dresses'), 'Apparel');
  assert.equal(await title('Mug', 'home'), undefined);
  assert.equal(await title('', 'apparel-and-more'), undefined);
  assert.deepEqual(
    await sizeTableFor(db, { productType: 'T-Shirt', categoryPaths: ['apparel'], locale: DE_AT }),
    {
      title: 'Beides',
      columns: ['Größe', 'Chest'],
      rows: [['S', '88 cm']],
    },
  );
});

test('a size table for nothing or with a short row is refused; one is changed and removed by its id', async () => {
  const save = (table: SizeTableDraft) => write((tx) => saveSizeTable(tx, { table }));
  assert.equal(fieldOf(await save(SIZES)), 'productType');
  const short = { ...SIZES, productType: 'x', rows: [['S', '88 cm'], ['M']] };
  assert.equal(fieldOf(await save(short)), 'rows[1]');
  const made = await save({ ...SIZES, productType: 'Cap' });
  assert.ok(made.ok);
  const id = made.value;
  await hear();
  const change = () =>
    write((tx) => saveSizeTable(tx, { id, table: { ...SIZES, name: 'Caps', productType: 'Cap' } }));
  await change();
  await change();
  assert.deepEqual(await hear(), [`size_table ${id}`]);
  assert.ok((await readSizeTables(db)).some((one) => one.id === id && one.name.text === 'Caps'));
  assert.ok((await write((tx) => removeSizeTable(tx, { id }))).ok);
  assert.ok(!(await write((tx) => removeSizeTable(tx, { id }))).ok);
});
