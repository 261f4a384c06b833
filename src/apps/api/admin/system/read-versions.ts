import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Db, readDatabaseAbout } from '../../../../platform/database/index.ts';

const PACKAGE = join(import.meta.dirname, '../../../../../package.json');
const own = z.object({ version: z.string() });

/** What the shop and the process that answers run on. */
export async function readVersions(db: Db) {
  const { version, migrations, lastMigration, migratedAt } = await readDatabaseAbout(db);
  const startedAt = Temporal.Now.instant().subtract({ milliseconds: Math.round(process.uptime() * 1000) });
  return {
    institor: own.parse(JSON.parse(await readFile(PACKAGE, 'utf8'))).version,
    ...{ node: process.versions.node, postgresql: version },
    platform: `${process.platform} ${process.arch}`,
    migrations: { count: migrations, last: lastMigration, ranAt: migratedAt.toString() },
    startedAt: startedAt.toString(),
  };
}
