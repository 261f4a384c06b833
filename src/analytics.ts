import { join } from 'node:path';
import { type Owner, openOwner, shopSources } from './modules/analytics/index.ts';
import { exportJournal } from './modules/ledger/index.ts';
import { readShop } from './modules/markets/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Log } from './platform/log/index.ts';
import type { Backstage } from './platform/open.ts';

// Who buys something now sees it in a report so soon.
const FEED_EVERY_MS = 5_000;

/** The process that has the warehouse of reports: ROLE=analytics. */
export async function openAnalyticsOwner(
  { connection, files, secrets }: Backstage,
  { config, log }: { readonly config: Config; readonly log: Log },
): Promise<Owner> {
  const folder = join(config.INSTITOR_DATA, 'warehouse');
  const { db } = connection;
  return openOwner({
    ...{ folder, secrets, log, feedEveryMs: FEED_EVERY_MS },
    ...{ memoryMb: config.ANALYTICS_MEMORY_MB, host: config.HOST, port: config.PORT },
    sources: shopSources({ db, files, folder }),
    readLedger: (span) => exportJournal(db, span),
    readZone: async () => (await readShop(db)).timeZone,
  });
}
