import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';

export type ZipLimits = {
  readonly maxEntries: number;
  /** Of one file, unpacked. */
  readonly maxEntryBytes: number;
  /** Of all files, unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked to packed. Pictures hardly shrink; a bomb does by a thousand. */
  readonly maxRatio: number;
};

export type ZipRefusal =
  | 'not_a_zip'
  | 'too_many_files'
  | 'file_too_large'
  | 'archive_too_large'
  | 'suspicious_ratio'
  | 'unsafe_path'
  | 'link'
  | 'encrypted';

export type FileEntry = { readonly path: string; readonly data: Buffer };

export const PICTURE_ZIP_LIMITS: ZipLimits = {
  maxEntries: 20_000,
  maxEntryBytes: 40_000_000,
  maxTotalBytes: 4_000_000_000,
  maxRatio: 200,
};
const SMALL = 100_000;

/**
 * The files of an archive one after the other, unpacked in memory, never to disk (OWASP ASVS 5.2.3). All
 * entries are judged by the archive's directory before the first is unpacked, and their sizes are held to it
 * while unpacking. A refusal is the only and last thing that comes: a bad archive gives nothing.
 *
 * @param source the archive, or the path of one on this machine
 */
export async function* readZipEntries(
  source: Buffer | string,
  limits: ZipLimits = PICTURE_ZIP_LIMITS,
): AsyncGenerator<Result<FileEntry, Refusal<ZipRefusal>>> {
  const archive = await openZip(source);
  if (!archive) {
    yield refuse('not_a_zip', 'this is no zip archive, or it is damaged');
    return;
  }
  try {
    const entries = await listEntries(archive, limits);
    if ('refusal' in entries) {
      yield entries;
      return;
    }
    for (const entry of entries) {
      const data = await unpack(archive, entry);
      if (!data) {
        yield refuse('not_a_zip', `${entry.fileName} is damaged`);
        return;
      }
      yield ok({ path: entry.fileName, data });
    }
  } finally {
    archive.close();
  }
}

const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySize: true, strictFileNames: false };

function openZip(source: Buffer | string): Promise<ZipFile | undefined> {
  return new Promise((resolve) => {
    const done = (error: Error | null, archive?: ZipFile) => resolve(error ? undefined : archive);
    if (typeof source === 'string') yauzl.open(source, OPTIONS, done);
    else yauzl.fromBuffer(source, OPTIONS, done);
  });
}

type Refused = { readonly ok: false; readonly refusal: Refusal<ZipRefusal> };

function listEntries(archive: ZipFile, limits: ZipLimits): Promise<readonly Entry[] | Refused> {
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    let total = 0;
    if (archive.entryCount > limits.maxEntries) {
      resolve(refuse('too_many_files', `an archive may have ${limits.maxEntries} files`));
      return;
    }
    archive.on('entry', (entry: Entry) => {
      const refused = judge(entry, limits);
      total += entry.uncompressedSize;
      if (refused) resolve(refused);
      else if (total > limits.maxTotalBytes) {
        resolve(refuse('archive_too_large', `unpacked it is more than ${limits.maxTotalBytes} bytes`));
      } else {
        if (!entry.fileName.endsWith('/')) entries.push(entry);
        archive.readEntry();
      }
    });
    archive.on('end', () => resolve(entries));
    // yauzl reports a path that leads out of the archive as an error of the archive.
    archive.on('error', (error: Error) => {
      const code = /relative path|absolute path|invalid characters/.test(error.message)
        ? 'unsafe_path'
        : 'not_a_zip';
      resolve(refuse(code, error.message));
    });
    archive.readEntry();
  });
}

function judge(entry: Entry, limits: ZipLimits): Refused | undefined {
  const { fileName, compressedSize, uncompressedSize } = entry;
  // The upper half of the attributes is the Unix mode; 0o120000 is a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return refuse('link', `${fileName} is a link`);
  }
  if ((entry.generalPurposeBitFlag & 1) !== 0) return refuse('encrypted', `${fileName} is encrypted`);
  if (fileName.length > 500 || /\p{Cc}/u.test(fileName)) {
    return refuse('unsafe_path', 'a file has a name that is not taken');
  }
  if (uncompressedSize > limits.maxEntryBytes) return refuse('file_too_large', `${fileName} is too large`);
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * limits.maxRatio) {
    return refuse('suspicious_ratio', `${fileName} swells more than ${limits.maxRatio} times when unpacked`);
  }
  return undefined;
}

/** `undefined` when it does not unpack to just the size that the directory says. */
function unpack(archive: ZipFile, entry: Entry): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) resolve(undefined);
      else buffer(stream).then(resolve, () => resolve(undefined));
    });
  });
}
