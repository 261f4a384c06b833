import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import { removeProducts } from '../catalog/index.ts';
import {
  merchandisingCrons,
  merchandisingJobs,
  merchandisingReactions,
  readCollectionProducts,
} from './index.ts';
import { aCollection, saveInShop } from './test-shop.ts';

const connection = await testDatabase();
const { db } = connection;
// The jobs ask the real clock.
const LONG_AGO = Temporal.Instant.from('2020-01-01T00:00:00Z');
const work = () => runDueJobs({ connection, jobs: merchandisingJobs, reactions: merchandisingReactions });

test('what the catalogue, pricing and inventory tell moves products without anybody asking', async () => {
  const cheap = await aCollection(db, {
    handle: 'cheap-and-there',
    rule: {
      all: [
        { field: 'tag', is: 'equal_to', value: 'gift' },
        { field: 'price:EUR', is: 'at_most', value: '10.00' },
        { field: 'stock', is: 'at_least', value: 1 },
      ],
    },
  });
  const inside = async () => {
    await work();
    return readCollectionProducts(db, cheap.id);
  };
  const gift = { handle: 'gift', tags: ['gift'], eur: 900n, stock: 1 };
  const [id] = await saveInShop(db, [gift]);
  assert.ok(id);
  assert.deepEqual(await inside(), [id]);
  await saveInShop(db, [{ ...gift, eur: 1001n }]);
  assert.deepEqual(await inside(), []);
  await saveInShop(db, [{ ...gift, stock: 2 }]);
  assert.deepEqual(await inside(), [id]);
  await saveInShop(db, [{ ...gift, stock: 0 }]);
  assert.deepEqual(await inside(), []);
  await saveInShop(db, [gift]);
  assert.deepEqual(await inside(), [id]);
  await saveInShop(db, [{ ...gift, tags: [] }]);
  assert.deepEqual(await inside(), []);
  await saveInShop(db, [gift]);
  assert.deepEqual(await inside(), [id]);
  await db.transaction().execute((tx) => removeProducts(tx, [id]));
  assert.deepEqual(await inside(), []);
});

test('a shop whose products were there before is looked at as a whole, and time by the hour', async () => {
  const all = await aCollection(db, { handle: 'all', rule: { field: 'title', is: 'set' } });
  const old = await aCollection(db, { handle: 'old', rule: { field: 'age_days', is: 'at_least', value: 0 } });
  const ids = await saveInShop(db, [{ handle: 'x' }, { handle: 'y' }], LONG_AGO);
  const jobs = ['merchandising.refresh_all', 'merchandising.recheck_time_rules'];
  for (const name of jobs) await db.transaction().execute((tx) => enqueue(tx, name, {}));
  const attempts = await runDueJobs({ connection, jobs: merchandisingJobs });
  assert.deepEqual(
    attempts.map((one) => `${one.name} ${one.outcome}`),
    jobs.map((name) => `${name} done`),
  );
  assert.deepEqual(new Set(await readCollectionProducts(db, all.id)), new Set(ids));
  assert.deepEqual(new Set(await readCollectionProducts(db, old.id)), new Set(ids));
  assert.deepEqual(
    merchandisingCrons.map((cron) => cron.job),
    [jobs[1], 'merchandising.fill_listing'],
  );
});
