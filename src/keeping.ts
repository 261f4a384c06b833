import { NIGHTLY } from './modules/backups/index.ts';
import {
  type LogKeeper,
  listBackups,
  readLogStatus,
  releaseLog,
  startLogKeeping,
} from './platform/backup/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Connection, Tx } from './platform/database/index.ts';
import type { Metrics } from './platform/http/index.ts';
import { enqueue } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';

type Keeping = {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Keeps the log of the embedded database where backups are, as the settings say; nothing to stop where it is not kept. */
export async function keepLog({ config, connection, log, metrics }: Keeping): Promise<LogKeeper | undefined> {
  const { BACKUP_FOLDER: folder, DATABASE_URL: url } = config;
  if (folder !== undefined) addGauges(metrics, connection, folder);
  if (url !== undefined) return undefined;
  if (folder === undefined) {
    await releaseLog(connection);
    return undefined;
  }
  // A new line is of use from its first backup on.
  const onNewLine = (tx: Tx) => enqueue(tx, NIGHTLY, {}, { key: `${NIGHTLY}:first` });
  return startLogKeeping({ connection, folder, log, onNewLine });
}

function addGauges({ addGauge }: Metrics, { db }: Connection, folder: string): void {
  const seconds = (at: Temporal.Instant | undefined) => at && at.epochMilliseconds / 1000;
  addGauge({
    name: 'backup_log_kept_timestamp_seconds',
    help: 'Until when the log of the database is kept elsewhere.',
    read: async () => seconds((await readLogStatus(db))?.keptUntil),
  });
  addGauge({
    name: 'backup_log_failing',
    help: '1 while the last try to keep the log failed.',
    read: async () => ((await readLogStatus(db))?.failedAt === undefined ? 0 : 1),
  });
  addGauge({
    name: 'backup_last_timestamp_seconds',
    help: 'When the latest whole backup was taken.',
    read: async () => seconds((await listBackups(folder)).find(({ problem }) => problem === '')?.at),
  });
}
