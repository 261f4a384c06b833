import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { recoverCluster } from '../database/index.ts';
import { type KeptPart, keptParts } from './archive/kept-log.ts';
import { LOG } from './back-up-cluster.ts';
import { placeInCluster } from './copy-cluster.ts';
import { logFolder, segmentNumber } from './log-position.ts';
import type { Manifest, PhysicalDatabase } from './manifest.ts';
import { readPacked } from './packed-file.ts';

/** Where to stop: the backup's own moment, another later one, or the end of what is kept. */
export type Until = 'backup' | 'latest' | Temporal.Instant;

export type ClusterRestore = {
  /** The backup. */
  readonly place: string;
  readonly manifest: Manifest;
  readonly database: PhysicalDatabase;
  readonly until: Until;
  /** Of the shop to be. */
  readonly target: string;
  readonly onFile: () => void;
};

/** Unpacks the cluster's files and the log, and lets PostgreSQL make one of them. */
export async function restoreCluster(given: ClusterRestore): Promise<void> {
  const { place, manifest, database, until, target, onFile } = given;
  const later = until === 'backup' ? [] : await laterLog(given);
  await recoverCluster({
    folder: target,
    target: stopAt(until, database.lsn),
    fill: async (cluster) => {
      for (const folder of database.folders) await mkdir(join(cluster, folder), { recursive: true });
      await mkdir(logFolder(cluster), { recursive: true });
      const paths = manifest.files.map(({ path }) => path);
      const unpackSome = async () => {
        for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
          const inside = placeInCluster(path);
          if (inside !== undefined) await unpack(place, path, join(cluster, inside));
          else if (path.startsWith(`${LOG}/`)) await layLog(cluster, logPart(place, path), database);
          onFile();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, unpackSome));
      for (const part of later) await layLog(cluster, part, database);
    },
  });
}

function stopAt(until: Until, lsn: string): Readonly<Record<string, string>> {
  if (until === 'latest') return {};
  if (until === 'backup') return { recovery_target_lsn: lsn, recovery_target_inclusive: 'off' };
  // PostgreSQL reads it before it knows the names of zones, Z among them.
  const moment = until.toString({ smallestUnit: 'microsecond' }).replace('T', ' ').replace('Z', '+00');
  return { recovery_target_time: moment };
}

/** The kept log that goes on from the backup. */
async function laterLog({ place, database, until }: ClusterRestore): Promise<readonly KeptPart[]> {
  if (database.line === '') {
    throw new Error('No log was kept beside this backup: it is restored to its own moment only (no --to).');
  }
  const parts = await keptParts(dirname(place), database.line, database.firstSegment);
  if (parts.length === 0) {
    throw new Error(`The log that goes on from this backup is not kept any more (${String(until)}).`);
  }
  const numbers = parts.map(({ name }) => segmentNumber(name, BigInt(database.segmentBytes)));
  const hole = numbers.findIndex((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0n) + 1n);
  if (hole > 0) throw new Error(`The kept log has a hole before ${parts[hole]?.name ?? ''}.`);
  return parts;
}

function logPart(place: string, path: string): KeptPart {
  const name = path.slice(LOG.length + 1).replace(/\.zst$/, '');
  return { name, read: () => buffer(readPacked(place, path)) };
}

/** Not flushed: PostgreSQL flushes a whole cluster itself before it recovers it. */
async function unpack(place: string, path: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const file = await open(target, 'w', 0o600);
  await pipeline(readPacked(place, path), file.createWriteStream());
}

/** A segment in its full length; what was not written of it is empty, and takes no room where files may have holes. */
async function layLog(cluster: string, part: KeptPart, { segmentBytes }: PhysicalDatabase): Promise<void> {
  const data = await part.read();
  const target = join(logFolder(cluster), part.name);
  await writeFile(target, withoutEmptyEnd(data), { mode: 0o600 });
  const file = await open(target, 'r+');
  await file.truncate(segmentBytes);
  await file.close();
}

const PAGE = 8_192;
const AT_ONCE = 4;

function withoutEmptyEnd(data: Buffer): Buffer {
  let end = data.length;
  while (end > 0 && data.subarray(Math.max(0, end - PAGE), end).every((byte) => byte === 0)) end -= PAGE;
  return data.subarray(0, Math.max(0, end));
}
