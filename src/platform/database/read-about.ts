import { sql } from 'kysely';
import type { Db } from './types.ts';

/** What the database is, how full it is, and how far it was migrated. */
export type DatabaseAbout = {
  /** `18.0` */
  readonly version: string;
  readonly sizeBytes: bigint;
  readonly connections: number;
  readonly mostConnections: number;
  readonly migrations: number;
  /** The one with the highest number: `0270_x_y.sql`. */
  readonly lastMigration: string;
  readonly migratedAt: Temporal.Instant;
};

export async function readDatabaseAbout(db: Db): Promise<DatabaseAbout> {
  const { rows } = await sql<DatabaseAbout>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes",
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as "mostConnections",
      count(*)::int as migrations, max(name) as "lastMigration", max(run_at) as "migratedAt"
    from platform.migration`.execute(db);
  const [about] = rows;
  if (about === undefined) throw new TypeError('counting gives one row');
  return about;
}
