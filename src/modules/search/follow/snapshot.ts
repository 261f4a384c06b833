import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Core } from '../engine/core.ts';
import { type CoreDescription, type FrozenArray, freezeCore, thawCore } from '../engine/freeze.ts';

/** Raise it with every change of what an index is made of: tokens, stemmers, weights, columns. */
const VERSION = 1;
const MAGIC = 'INSTSRCH';
const FILE = 'search-index.bin';
const CHUNK_BYTES = 1 << 22;

/** What an index stood at when it was written. */
export type SnapshotAbout = {
  readonly identity: string;
  readonly revision: bigint;
  readonly savedAt: Temporal.Instant;
};

/**
 * Writes a compacted core to the folder, beside the old file until it is whole: magic, length of the header, header
 * (JSON with each array's type, length and CRC-32), arrays. The core may not change while this runs; others may read.
 */
export async function writeSnapshot(folder: string, core: Core, about: SnapshotAbout): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { description, arrays } = freezeCore(core);
  const temporary = join(folder, `${FILE}.${process.pid}`);
  const file = await open(temporary, 'w');
  try {
    const sections: Section[] = [];
    for (const [name, array] of arrays) {
      sections.push({ name, type: typeOf(array), length: array.length, crc: await checksum(bytesOf(array)) });
    }
    const saved = { ...about, revision: String(about.revision), savedAt: about.savedAt.toString() };
    const header = Buffer.from(JSON.stringify({ version: VERSION, ...saved, sections, description }));
    const start = Buffer.alloc(16);
    start.write(MAGIC, 'latin1');
    start.writeUInt32LE(header.length, 8);
    start.writeUInt32LE(crc32(header), 12);
    await file.writev([start, header]);
    for (const array of arrays.values()) await writeAll(file, bytesOf(array));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, FILE));
}

/**
 * The core in the folder's snapshot, when there is one of this database, in these locales, in this version, young
 * enough and whole; else `undefined` or, when it is damaged, an error that says how.
 */
export async function readSnapshot(
  folder: string,
  wanted: {
    readonly identity: string;
    readonly locales: readonly string[];
    readonly after: Temporal.Instant;
  },
): Promise<{ readonly core: Core; readonly revision: bigint } | undefined> {
  const file = await openIfThere(join(folder, FILE));
  if (file === undefined) return undefined;
  try {
    const header = await readHeader(file);
    const { identity, description } = header;
    const isWanted =
      identity === wanted.identity &&
      description.locales.join() === wanted.locales.join() &&
      Temporal.Instant.compare(Temporal.Instant.from(header.savedAt), wanted.after) > 0;
    if (!isWanted) return undefined;
    const arrays = new Map<string, FrozenArray>();
    for (const section of header.sections) arrays.set(section.name, await readArray(file, section));
    return { core: thawCore({ description, arrays }), revision: BigInt(header.revision) };
  } finally {
    await file.close();
  }
}

export async function removeSnapshot(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}

const SectionShape = z.object({
  name: z.string(),
  type: z.enum(['u8', 'u16', 'u32', 'f64']),
  length: z.int().nonnegative(),
  crc: z.int().nonnegative(),
});
type Section = z.infer<typeof SectionShape>;

const NameShape = z.tuple([z.string(), z.string()]);
const DescriptionShape: z.ZodType<CoreDescription> = z.object({
  locales: z.array(z.string()),
  slots: z.int(),
  alive: z.int(),
  currencies: z.array(z.string()),
  codes: z.int(),
  ids: z.int(),
  values: z.object({
    values: z.array(
      z.object({ facet: z.string(), value: z.string(), names: z.record(z.string(), z.string()) }),
    ),
    colors: z.array(NameShape),
    facetNames: z.array(NameShape),
  }),
});
const HeaderShape = z.object({
  version: z.literal(VERSION),
  identity: z.string(),
  revision: z.string(),
  savedAt: z.string(),
  sections: z.array(SectionShape),
  description: DescriptionShape,
});

async function readHeader(file: FileHandle): Promise<z.infer<typeof HeaderShape>> {
  const start = await readBytes(file, new Uint8Array(16));
  if (Buffer.from(start).toString('latin1', 0, 8) !== MAGIC)
    throw new Error('the file is no search snapshot');
  const view = new DataView(start.buffer);
  const { size } = await file.stat();
  if (view.getUint32(8, true) > size) throw new Error('the snapshot ends before its header does');
  const header = await readBytes(file, new Uint8Array(view.getUint32(8, true)));
  if (crc32(header) !== view.getUint32(12, true)) throw new Error('the snapshot has a damaged header');
  return HeaderShape.parse(JSON.parse(Buffer.from(header).toString('utf8')));
}

async function readArray(file: FileHandle, { name, type, length, crc }: Section): Promise<FrozenArray> {
  const array = makeArray(type, length);
  await readBytes(file, bytesOf(array));
  if ((await checksum(bytesOf(array))) !== crc) throw new Error(`the snapshot's "${name}" is damaged`);
  return array;
}

function makeArray(type: Section['type'], length: number): FrozenArray {
  if (type === 'u8') return new Uint8Array(length);
  if (type === 'u16') return new Uint16Array(length);
  if (type === 'u32') return new Uint32Array(length);
  return new Float64Array(length);
}

function typeOf(array: FrozenArray): Section['type'] {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Uint32Array ? 'u32' : 'f64';
}

function bytesOf(array: FrozenArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** In chunks with a turn of the event loop between them: a hundred megabytes at once would hold up queries. */
async function checksum(bytes: Uint8Array): Promise<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    crc = crc32(bytes.subarray(at, at + CHUNK_BYTES), crc);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return crc;
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

async function readBytes<Bytes extends Uint8Array>(file: FileHandle, bytes: Bytes): Promise<Bytes> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at);
    if (bytesRead === 0) throw new Error('the snapshot ends too early');
    at += bytesRead;
  }
  return bytes;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
