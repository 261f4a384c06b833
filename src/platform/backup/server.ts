import type pg from 'pg';
import type { LogShape } from './log-position.ts';

/** The server behind a connection, whose files are on this machine. */
export type Server = LogShape & {
  /** The folder of its files. */
  readonly cluster: string;
  /** `18.4` */
  readonly version: string;
};

export async function serverOf(client: pg.Client): Promise<Server> {
  const { rows } = await client.query<{
    cluster: string;
    version: string;
    segment_bytes: bigint;
    timeline: number;
  }>(`
    select current_setting('data_directory') as cluster, current_setting('server_version') as version,
      (select setting::bigint from pg_settings where name = 'wal_segment_size') as segment_bytes,
      ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int as timeline`);
  const [row] = rows;
  if (row === undefined) throw new TypeError('a server has one version');
  const { cluster, version, segment_bytes: segmentBytes, timeline } = row;
  return { cluster, version, segmentBytes, timeline };
}
