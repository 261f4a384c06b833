import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { checkKey, checkPrefix, type FileStore, type Stored, type StoredFile } from './file-store.ts';

// Not a legal segment of a key, so that a half-written file is never read, nor listed.
const UNFINISHED = '.unfinished';

/**
 * Files in a folder of this machine. A file appears under its key only when it is whole and on the disk: it
 * is written beside, flushed, and renamed. The media type is not kept; it follows from the key's ending where
 * there is one.
 */
export function folderStore(path: string): FileStore {
  const place = (key: string) => join(path, ...checkKey(key).split('/'));
  return {
    put: (key, data) => write(path, place(key), data),
    get: (key) => read(place(key)),
    exists: async (key) => (await sizeOf(place(key))) !== undefined,
    remove: (key) => rm(place(key), { force: true }),
    list: (prefix) => walk(path, checkPrefix(prefix)),
  };
}

async function write(root: string, path: string, data: Buffer | Readable): Promise<Stored> {
  const unfinished = join(root, UNFINISHED);
  await mkdir(dirname(path), { recursive: true });
  await mkdir(unfinished, { recursive: true });
  const temporary = join(unfinished, randomBytes(12).toString('hex'));
  try {
    const stored = await writeAndFlush(temporary, data);
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return stored;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAndFlush(path: string, data: Buffer | Readable): Promise<Stored> {
  const file = await open(path, 'wx');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of data instanceof Readable ? data : [data]) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      hash.update(part);
      bytes += part.length;
      await file.writeFile(part);
    }
    await file.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

/** The new name itself must survive a power cut too. Windows cannot flush a folder, and does not need it. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function read(path: string): Promise<StoredFile | undefined> {
  const bytes = await sizeOf(path);
  if (bytes === undefined) return undefined;
  const mime = MIME_OF[extname(path)];
  const stream = createReadStream(path);
  return mime === undefined ? { stream, bytes } : { stream, bytes, mime };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const status = await stat(path);
    return status.isFile() ? status.size : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function* walk(root: string, prefix: string): AsyncIterable<string> {
  const slash = prefix.lastIndexOf('/');
  const folder = slash < 0 ? '' : prefix.slice(0, slash);
  for await (const key of walkFolder(root, folder)) if (key.startsWith(prefix)) yield key;
}

async function* walkFolder(root: string, folder: string): AsyncIterable<string> {
  const entries = await readdir(join(root, ...folder.split('/')), { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  // The order of whole keys, as a bucket lists them: a folder counts with its slash.
  const named = entries
    .filter((entry) => entry.name !== UNFINISHED)
    .map((entry) => ({ entry, name: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { entry } of named) {
    const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walkFolder(root, key);
    else if (entry.isFile()) yield key.replaceAll(sep, '/');
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const MIME_OF: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
};
