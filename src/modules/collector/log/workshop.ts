import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../../platform/files/index.ts';
import { openWarehouse, type Session } from '../../../platform/warehouse/index.ts';
import { EVENT_COLUMNS } from './line.ts';
import { type EventPart, openEventPart } from './part.ts';

const MEMORY_MB = 384;

/** A folder that is gone afterwards, and a DuckDB in it: where parts are made. */
export type Workshop = { readonly session: Session; readonly folder: string };

export async function inWorkshop<Value>(work: (workshop: Workshop) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-events-'));
  try {
    const warehouse = await openWarehouse({ memoryMb: MEMORY_MB, threads: 1, readers: 1 });
    try {
      return await warehouse.change(async (session) => {
        // What does not fit into its memory goes there.
        await session.run(`set temp_directory = ${literal(join(folder, 'spilled'))}`);
        return work({ session, folder });
      });
    } finally {
      await warehouse.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies parts into the workshop, and names them as a table of what they hold. */
export async function fetchParts(
  { folder }: Workshop,
  files: FileStore,
  parts: readonly Pick<EventPart, 'key'>[],
): Promise<string> {
  const paths: string[] = [];
  for (const part of parts) {
    const path = join(folder, part.key.replaceAll('/', '-'));
    await pipeline(await openEventPart(files, part), createWriteStream(path));
    paths.push(literal(path));
  }
  return `read_parquet([${paths.join(', ')}])`;
}

/** Writes the rows of a table as one part and puts it into the store. */
export async function storePart(
  { session, folder }: Workshop,
  files: FileStore,
  { table, key }: { readonly table: string; readonly key: string },
): Promise<{ readonly bytes: bigint; readonly sha256: string }> {
  const path = join(folder, 'part.parquet');
  const columns = EVENT_COLUMNS.map(([name]) => name).join(', ');
  await session.run(`copy (select ${columns} from ${table} order by happened_at, id)
    to ${literal(path)} (format parquet, compression zstd, row_group_size 122880)`);
  const { bytes, sha256 } = await files.put(key, createReadStream(path), {
    mime: 'application/vnd.apache.parquet',
  });
  return { bytes: BigInt(bytes), sha256 };
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
