import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { openPictures, runImport, startImport } from '../../modules/exchange/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { writeCatalogueCsv } from '../index.ts';

describe('the generated catalogue', async () => {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'institor-csv-import-'));
  after(() => rm(folder, { recursive: true, force: true }));

  test('goes into a shop without a complaint, and a second time changes nothing', async () => {
    const path = join(folder, 'catalogue.csv');
    const { products } = await writeCatalogueCsv(path, { seed: 1, variants: 300 });
    const files = folderStore(join(folder, 'files'));
    const pictures = await openPictures({ db, files }, undefined);
    const once = async () => {
      const now = Temporal.Now.instant();
      const stream = createReadStream(path);
      const runId = await startImport(
        { db, files },
        { fileName: 'a.csv', stream, options: {}, isDryRun: false, now },
      );
      const run = await runImport({ db, files, pictures }, { runId, now });
      return { state: run.state, ...run.counts };
    };
    const none = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
    assert.deepEqual(await once(), { ...none, state: 'done', created: products });
    assert.deepEqual(await once(), { ...none, state: 'done', unchanged: products });
  });
});
