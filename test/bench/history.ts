import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { openAnalytics, shopSources } from '../../src/modules/analytics/index.ts';
import { importOrders, readHistoryLines, removeImport } from '../../src/modules/history/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';

const PATH = join(import.meta.dirname, '../../../shared/data/uci-online-retail.parquet');

/**
 * Online Retail (UCI): 541,909 rows of a Parquet file into an empty shop, read back once in pages, fed into a new warehouse, and
 * taken out again. `processorSeconds` is the importing process's; PostgreSQL's own is not in it, nor its memory in `peakRssMb`.
 */
export const scenario: Scenario = {
  name: 'history',
  run: async () => {
    if (!existsSync(PATH)) throw new RangeError(`${PATH} is not there`);
    return withProductionDatabase(async (connection) => {
      const before = process.cpuUsage();
      const began = performance.now();
      const { importId, summary } = expectOk(
        await importOrders(connection, {
          ...{ path: PATH, fileName: 'uci-online-retail.parquet', isDryRun: false, zone: 'Europe/London' },
          ...{ currency: currencyOf('GBP'), now: Temporal.Now.instant() },
          mapping: {
            ...{ date: 'InvoiceDate', order: 'InvoiceNo', customer: 'CustomerID', sku: 'StockCode' },
            ...{ title: 'Description', quantity: 'Quantity', price: 'UnitPrice', country: 'Country' },
          },
        }),
      );
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(before);
      const importRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
      const reading = performance.now();
      let lines = 0;
      for await (const page of readHistoryLines(connection.db)) lines += page.length;
      const readSeconds = (performance.now() - reading) / 1000;
      if (lines !== 541_909 || summary.lines !== lines) throw new Error(`${lines} lines`);
      const fed = await feed(connection);
      const removing = performance.now();
      await connection.db
        .transaction()
        .execute(async (tx) => expectOk(await removeImport(tx, { id: importId ?? 0 })));
      const removeSeconds = (performance.now() - removing) / 1000;
      const processorSeconds = (user + system) / 1e6;
      return { lines, seconds, processorSeconds, importRssMb, readSeconds, ...fed, removeSeconds };
    });
  },
};

/** Seconds until the lines are in orders and sales of a warehouse; the processor's are of this process and DuckDB in it. */
async function feed({ db }: Connection) {
  const folder = await mkdtemp(join(tmpdir(), 'institor-bench-'));
  try {
    const sources = shopSources({ db, files: folderStore(join(folder, 'files')), folder });
    const analytics = await openAnalytics({ folder, sources, zone: 'Europe/London', memoryMb: 512 });
    const before = process.cpuUsage();
    const began = performance.now();
    await analytics.feed(Temporal.Now.instant());
    const feedSeconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    await analytics.close();
    return { feedSeconds, feedProcessorSeconds: (user + system) / 1e6 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
