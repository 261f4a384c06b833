import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { isMissing } from './is-missing.ts';
import type { BackupFile } from './manifest.ts';

const FLUSHED_AT_ONCE = 16;
// Level 1: twice the speed of the default for a few per cent of the size. The checksum is of what was packed.
const PACKING = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** Writes `data` packed (zstd) to `path` inside `folder`, and says what was written. */
export async function writePacked(
  folder: string,
  path: string,
  data: Readable | Buffer,
): Promise<BackupFile> {
  const source = data instanceof Readable ? data : Readable.from([data]);
  const packed = createZstdCompress(PACKING);
  source.once('error', (error) => packed.destroy(error));
  return writeSummed(folder, path, source.pipe(packed));
}

/** The same as it is: for pictures and documents, which are packed already. */
export async function writeSummed(folder: string, path: string, data: Readable): Promise<BackupFile> {
  const place = join(folder, ...path.split('/'));
  await mkdir(dirname(place), { recursive: true });
  const file = await open(place, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of data) {
      const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      hash.update(part);
      bytes += part.length;
      await file.writeFile(part);
    }
    return { path, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  } finally {
    data.destroy();
    await file.close();
  }
}

/** What was packed; fails where it is damaged. */
export function readPacked(folder: string, path: string): Readable {
  const source = createReadStream(join(folder, ...path.split('/')));
  const plain = createZstdDecompress();
  source.once('error', (error) => plain.destroy(error));
  return source.pipe(plain);
}

/** The SHA-256 of a file as it lies there, in hex, and its size; `undefined` when it is missing. */
export async function sumFile(place: string): Promise<{ bytes: number; sha256: string } | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(place);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Sees to it that these files survive a power cut: all together, which is several times quicker than each as it comes. */
export async function flushFiles(folder: string, paths: readonly string[]): Promise<void> {
  let begun = 0;
  const flushSome = async () => {
    for (let path = paths[begun++]; path !== undefined; path = paths[begun++]) {
      const file = await open(join(folder, ...path.split('/')), 'r+');
      await file.sync().finally(() => file.close());
    }
  };
  await Promise.all(Array.from({ length: FLUSHED_AT_ONCE }, flushSome));
}

/** New names in a folder survive a power cut from here on. */
export async function flushFolder(place: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(place, 'r');
  await folder.sync().finally(() => folder.close());
}
