import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { openTestShop } from './test-shop.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');

for (const name of ['shopify-apparel.csv', 'shopify-home-and-garden.csv']) {
  const path = join(DATA, name);
  const skip = existsSync(path) ? false : `${path} is not there`;
  test(`${name} comes in, comes in again unchanged, and its export fills an empty shop equally`, {
    skip,
  }, async () => {
    const shop = await openTestShop(await testDatabase());
    const file = readFileSync(path);
    const planned = await shop.bring(file, { isDryRun: true });
    assert.deepEqual(planned.run.counts, { created: 20, updated: 0, unchanged: 0, skipped: 0 });
    const first = await shop.bring(file);
    assert.equal(first.run.format, 'shopify');
    assert.deepEqual(first.run.counts, { created: 20, updated: 0, unchanged: 0, skipped: 0 });
    assert.deepEqual(
      first.issues.filter((issue) => issue.severity === 'error'),
      [],
    );
    const second = await shop.bring(file);
    assert.deepEqual(second.run.counts, { created: 0, updated: 0, unchanged: 20, skipped: 0 });
    const exported = await shop.exportText();
    const own = await shop.bring(exported);
    assert.deepEqual(own.issues, []);
    assert.deepEqual(own.run.counts, { created: 0, updated: 0, unchanged: 20, skipped: 0 });
    const other = await openTestShop(await testDatabase());
    const third = await other.bring(exported);
    assert.deepEqual(third.issues, []);
    assert.deepEqual(third.run.counts, { created: 20, updated: 0, unchanged: 0, skipped: 0 });
    assert.equal(await other.exportText(), exported);
  });
}
