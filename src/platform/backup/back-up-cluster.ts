import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Connection, ownerClient } from '../database/index.ts';
import { readLine } from './archive/status.ts';
import { copyCluster, DATABASE } from './copy-cluster.ts';
import { parsePosition, segmentAt, segmentName } from './log-position.ts';
import type { BackupFile, PhysicalDatabase } from './manifest.ts';
import { writePacked } from './packed-file.ts';
import { type QuietMoment, quietMoment } from './quiet-moment.ts';
import { readLog } from './read-log.ts';
import { type Proof, type Proven, readProofs } from './read-proofs.ts';
import { type Server, serverOf } from './server.ts';

export const LOG = 'wal';

export type BackedUp<Database> = {
  readonly database: Database;
  readonly files: readonly BackupFile[];
  readonly moment: Pick<QuietMoment, 'at' | 'isExact'>;
  readonly proven: Proven;
  readonly postgresql: string;
};

export type BackUp = {
  readonly connection: Pick<Connection, 'pool' | 'db'>;
  readonly folder: string;
  readonly proofs: readonly Proof[];
  readonly signal: AbortSignal;
  readonly onFile: (done: number, total: number) => Promise<void>;
};

/**
 * A copy of the files of a server on this machine while it works, with the log that makes them one: PostgreSQL's manual,
 * 25.3.3 (low-level API) and 25.3.1.
 */
export async function backUpCluster(given: BackUp): Promise<BackedUp<PhysicalDatabase>> {
  const client = ownerClient(given.connection);
  await client.connect();
  try {
    // The log of this time must not be removed; the slot ends with the connection, however that ends.
    const slot = `institor_backup_${randomBytes(6).toString('hex')}`;
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
    const server = await serverOf(client);
    const line = await readLine(given.connection.db);
    const { rows } = await client.query<{ lsn: string }>(
      `select pg_backup_start('institor', true)::text as lsn`,
    );
    const from = parsePosition(rows[0]?.lsn ?? '');
    const copied = await copyCluster({ ...given, cluster: server.cluster });
    const label = await stopBackup(client, given.folder);
    const moment = await quietMoment(client, given.signal);
    const proven = await readProofs(client, given.proofs);
    await client.query('commit');
    const log = await copyLog(client, { given, server, from });
    return {
      database: {
        ...{ kind: 'physical', lsn: moment.lsn, folders: [...copied.folders], line },
        firstSegment: segmentName(segmentAt(from, server), server),
        segmentBytes: Number(server.segmentBytes),
      },
      files: [...copied.files, label, ...log],
      ...{ moment, proven, postgresql: server.version },
    };
  } finally {
    await client.end();
  }
}

async function stopBackup(client: pg.Client, folder: string): Promise<BackupFile> {
  const { rows } = await client.query<{ label: string; tablespaces: string }>(
    'select labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)',
  );
  const [stopped] = rows;
  if (stopped === undefined) throw new TypeError('stopping a backup gives one row');
  if (stopped.tablespaces.trim() !== '') throw new Error('Tablespaces elsewhere are not backed up.');
  return writePacked(folder, `${DATABASE}/backup_label.zst`, Buffer.from(stopped.label));
}

type Copied = { readonly given: BackUp; readonly server: Server; readonly from: bigint };

/** One record more than the moment, so that whoever replays the log meets something after it and stops there. */
async function copyLog(client: pg.Client, { given, server, from }: Copied): Promise<BackupFile[]> {
  await client.query("select pg_create_restore_point('institor backup')");
  // It is flushed with the segment's end, not by itself.
  await client.query('select pg_switch_wal()');
  const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn');
  const until = parsePosition(rows[0]?.lsn ?? '');
  const files: BackupFile[] = [];
  for await (const { name, data } of readLog(server.cluster, { from, until }, server)) {
    given.signal.throwIfAborted();
    files.push(await writePacked(given.folder, `${LOG}/${name}.zst`, data));
  }
  return files;
}
