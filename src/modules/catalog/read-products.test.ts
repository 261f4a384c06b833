import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { idFrom } from '../../kernel/index.ts';
import {
  findHandlesBySku,
  listProductIds,
  type ProductId,
  readProductByHandle,
  readProductIdsOfVariants,
  readProducts,
  readProductsByHandle,
  saveProducts,
  streamProducts,
} from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db, pool } = await testDatabase();

const drafts = Array.from({ length: 25 }, (_, index) => ({
  handle: `p-${String(index).padStart(2, '0')}`,
  title: `Product ${index}`,
  variants: [{ optionValues: [], sku: `SKU-${index}` }],
}));
const saved = await db.transaction().execute((tx) => saveProducts(tx, { drafts, now: NOW, cause: 'test' }));
const ids = saved.flatMap((one): ProductId[] => ('refusal' in one ? [] : [one.id]));

let sent = 0;
const counted = new WeakSet<object>();
pool.on('acquire', (client) => {
  if (counted.has(client)) return;
  counted.add(client);
  const query: (...given: unknown[]) => unknown = client.query;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      sent += 1;
      return query.apply(client, given);
    },
  });
});

/** How many statements the database was sent by `run`. */
async function statements(run: () => Promise<unknown>): Promise<number> {
  const before = sent;
  await run();
  return sent - before;
}

test('products are read in the order asked for, with one statement however many', async () => {
  const asked = [ids[3], ids[1], ids[24]].flatMap((id) => id ?? []);
  const gone: ProductId = idFrom(0, new Uint8Array(10));
  const products = await readProducts(db, [...asked, gone]);
  assert.deepEqual(
    products.map(({ id }) => id),
    asked,
  );
  assert.equal(await statements(() => readProducts(db, ids)), 1);
  assert.equal(await statements(() => readProductByHandle(db, 'p-03')), 1);
  assert.equal(await statements(() => readProductsByHandle(db, ['p-03', 'p-04'])), 1);
  assert.equal(await statements(() => readProducts(db, [])), 0);
});

test('pages of ids meet without gap or repeat', async () => {
  const seen: ProductId[] = [];
  let page = await listProductIds(db, { limit: 10 });
  while (page.length > 0) {
    seen.push(...page);
    page = await listProductIds(db, { after: page.at(-1), limit: 10 });
  }
  assert.deepEqual(seen, ids.toSorted());
});

test('the stream gives every product once, by handle, a statement a batch', async () => {
  const handles: string[] = [];
  const sent = await statements(async () => {
    for await (const batch of streamProducts(db, 10)) handles.push(...batch.map(({ handle }) => handle));
  });
  assert.deepEqual(
    handles,
    drafts.map(({ handle }) => handle),
  );
  assert.equal(sent, 4);
});

test('a product is found by a SKU and by a variant', async () => {
  const found = await findHandlesBySku(db, ['SKU-7', 'nobody', 'SKU-8']);
  assert.deepEqual([...found].toSorted(), [
    ['SKU-7', 'p-07'],
    ['SKU-8', 'p-08'],
  ]);
  const product = await readProductByHandle(db, 'p-07');
  const variantIds = product?.variants.map(({ id }) => id) ?? [];
  assert.deepEqual([...(await readProductIdsOfVariants(db, variantIds)).values()], [product?.id]);
});

test('a batch is saved with as many statements as one product', async () => {
  const save = (count: number, from: string) =>
    statements(() =>
      db.transaction().execute((tx) => {
        const some = drafts
          .slice(0, count)
          .map(({ title }, index) => ({ handle: `${from}-${index}`, title }));
        return saveProducts(tx, { drafts: some, now: NOW, cause: 'test' });
      }),
    );
  assert.equal(await save(25, 'many'), await save(1, 'one'));
});
