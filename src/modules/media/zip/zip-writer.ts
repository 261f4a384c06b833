import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive for tests; with what an attacker would lie about. */
export type ZipFile = {
  readonly path: string;
  readonly data: Buffer;
  /** Unix mode; a plain file's unless given. */
  readonly mode?: number;
  readonly isEncrypted?: boolean;
  readonly claimedBytes?: number;
};

/** A zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) of these files as they are. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.data);
    const name = Buffer.from(file.path);
    const common = commonFields(file, packed, name);
    const local = Buffer.concat([bytes(4, 0x04034b50), common, bytes(2, 0), name, packed]);
    locals.push(local);
    directory.push(directoryEntry(file, common, name, offset));
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const count = [bytes(2, files.length), bytes(2, files.length)];
  const end = [
    bytes(4, 0x06054b50),
    bytes(4, 0),
    ...count,
    bytes(4, entries.length),
    bytes(4, offset),
    bytes(2, 0),
  ];
  return Buffer.concat([...locals, entries, ...end]);
}

const UTF8_NAMES = 0x800;

function commonFields(file: ZipFile, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    bytes(2, 20),
    bytes(2, UTF8_NAMES + (file.isEncrypted ? 1 : 0)),
    bytes(2, 8),
    bytes(4, 0),
    bytes(4, crc32(file.data)),
    bytes(4, packed.length),
    bytes(4, file.claimedBytes ?? file.data.length),
    bytes(2, name.length),
  ]);
}

function directoryEntry(file: ZipFile, common: Buffer, name: Buffer, offset: number): Buffer {
  return Buffer.concat([
    bytes(4, 0x02014b50),
    bytes(2, 0x0314),
    common,
    bytes(2, 0),
    bytes(2, 0),
    bytes(2, 0),
    bytes(2, 0),
    bytes(4, ((file.mode ?? 0o100644) << 16) >>> 0),
    bytes(4, offset),
    name,
  ]);
}

function bytes(length: number, value: number): Buffer {
  const field = Buffer.alloc(length);
  field.writeUIntLE(value, 0, length);
  return field;
}
