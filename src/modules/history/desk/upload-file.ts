import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { BrokenFile, type Header, headerOf, isBadRow } from '../../exchange/index.ts';
import { MAPPING_FIELDS, type Mapping, suggestMapping } from '../formats/mapping.ts';
import { shopify } from '../formats/shopify.ts';
import { woocommerce } from '../formats/woocommerce.ts';
import { openTable } from '../read/open-table.ts';
import type { Table } from '../read/table.ts';
import { breakdownOf, toolOf, trafficProblem } from '../traffic/read-traffic.ts';
import { findTrafficOf } from '../traffic/store.ts';
import type { UploadId, UploadKind } from './run.ts';
import { insertUpload } from './store.ts';

/** What a file seems to be, for whoever decides. */
export type LookedAt = {
  readonly id: UploadId;
  readonly fileName: string;
  /** Seems to be; orders when nothing says it. */
  readonly kind: UploadKind;
  /** Whose export: `shopify`, `google_analytics`; `undefined` when its columns have to be mapped. */
  readonly format: string | undefined;
  /** Of visits: by what they are told apart. */
  readonly breakdown: string | undefined;
  readonly columns: readonly string[];
  /** The first ones. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly fields: readonly string[];
  /** The number of the import that this very file is already. */
  readonly importId: number | undefined;
};

const SHOWN_ROWS = 8;
const LONGEST_CELL = 200;

type Deps = { readonly db: Db; readonly files: FileStore };

/** Keeps a file from elsewhere for a day, and looks at its beginning: nothing of it is imported yet. */
export async function uploadHistory(
  { db, files }: Deps,
  input: { readonly fileName: string; readonly stream: Readable; readonly now: Temporal.Instant },
): Promise<Result<LookedAt, Refusal<'unreadable'>>> {
  const id = newId<'history_upload'>();
  const fileKey = `history/${id}`;
  const { bytes, sha256: digest } = await files.put(fileKey, input.stream, {
    mime: 'application/octet-stream',
  });
  const { fileName, now } = input;
  try {
    const seen = await withLocalFile(files, fileKey, async (path) => {
      const table = await openTable(path);
      try {
        return await look(table);
      } finally {
        await table.close();
      }
    });
    await insertUpload(db, { id, fileName, fileKey, digest, bytes, now });
    return ok({ id, fileName, ...seen, importId: await findTrafficOf(db, digest) });
  } catch (error) {
    await files.remove(fileKey);
    if (!(error instanceof BrokenFile)) throw error;
    return refuse('unreadable', error.line > 0 ? `line ${error.line}: ${error.message}` : error.message);
  }
}

async function look(table: Table) {
  const header = headerOf(table.names);
  const rows: (readonly string[])[] = [];
  for await (const batch of table.batches) {
    for (const row of batch) {
      if (rows.length < SHOWN_ROWS && !isBadRow(row))
        rows.push(row.cells.map((cell) => cell.slice(0, LONGEST_CELL)));
    }
    if (rows.length >= SHOWN_ROWS) break;
  }
  const about = { columns: [...table.names], rows, fields: MAPPING_FIELDS };
  return { ...about, ...seemingly(header) };
}

function seemingly(header: Header) {
  const mapping = suggestMapping(header);
  const format = [shopify, woocommerce].find(({ recognise }) => recognise(header))?.name;
  if (format !== undefined) return { kind: 'orders' as const, format, breakdown: undefined, mapping };
  if (trafficProblem(header) === undefined) {
    return { kind: 'traffic' as const, format: toolOf(header), breakdown: breakdownOf(header), mapping };
  }
  return { kind: 'orders' as const, format: undefined, breakdown: undefined, mapping };
}

/** A stored file as one of this machine, for as long as `use` takes. */
export async function withLocalFile<Value>(
  files: FileStore,
  key: string,
  use: (path: string) => Promise<Value>,
): Promise<Value> {
  const stored = await files.get(key);
  if (stored === undefined)
    throw new BrokenFile('file_gone', 'The file is not kept any more: upload it again.');
  const folder = await mkdtemp(join(tmpdir(), 'institor-upload-'));
  try {
    const path = join(folder, 'file');
    await pipeline(stored.stream, createWriteStream(path));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
