import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { openPictures, runImport, startImport } from '../../src/modules/exchange/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { writeCatalogueCsv } from '../../src/simulator/index.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';

/**
 * A merchant's file of 100,000 variants (Shopify, older dialect) into an empty shop, then the same file again, which
 * changes nothing. `peakRssMb` is the importing process's alone; PostgreSQL and the file's writing are not in it,
 * but the generator's few megabytes are.
 */
export const scenario: Scenario = {
  name: 'import',
  run: ({ products: variants = 100_000, seed = 1 }) =>
    withProductionDatabase(async ({ db }, folder) => {
      const path = join(folder, 'catalogue.csv');
      const file = await writeCatalogueCsv(path, { seed, variants });
      const files = folderStore(join(folder, 'files'));
      const pictures = await openPictures({ db, files }, undefined);
      const once = async () => {
        const now = Temporal.Now.instant();
        const stream = createReadStream(path);
        const fileName = 'catalogue.csv';
        const runId = await startImport(
          { db, files },
          { fileName, stream, options: {}, isDryRun: false, now },
        );
        const began = performance.now();
        const run = await runImport({ db, files, pictures }, { runId, now });
        if (run.state !== 'done') throw new Error(`the import is ${run.state}: ${run.failure}`);
        return { seconds: (performance.now() - began) / 1000, counts: run.counts };
      };
      const first = await once();
      if (first.counts.created !== file.products) throw new Error(JSON.stringify(first.counts));
      const again = await once();
      if (again.counts.unchanged !== file.products) throw new Error(JSON.stringify(again.counts));
      return {
        variants: file.variants,
        products: file.products,
        fileMb: Math.round(file.bytes / 1e6),
        seconds: first.seconds,
        rowsPerSecond: Math.round(file.variants / first.seconds),
        againSeconds: again.seconds,
      };
    }),
};
