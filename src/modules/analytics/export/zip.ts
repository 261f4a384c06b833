import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly path: string; readonly data: Buffer };

const VERSION = 20;
const DEFLATED = 8;
// The first of January 1980: the same content gives the same bytes.
const NO_DATE = 0x0021;

/** A zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) of entries with ASCII names, each below 4 GB. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  let offset = 0;
  const packed = entries.map(({ path, data }) => {
    const body = deflateRawSync(data);
    const name = Buffer.from(path, 'ascii');
    const common = fields([2, VERSION], [2, 0], [2, DEFLATED], [2, 0], [2, NO_DATE], [4, crc32(data)]).concat(
      fields([4, body.length], [4, data.length], [2, name.length], [2, 0]),
    );
    const local = Buffer.concat([...fields([4, 0x04034b50]), ...common, name, body]);
    const listed = Buffer.concat([
      ...fields([4, 0x02014b50], [2, VERSION]),
      ...common,
      ...fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    ]);
    offset += local.length;
    return { local, listed };
  });
  const directory = Buffer.concat(packed.map(({ listed }) => listed));
  const count = entries.length;
  return Buffer.concat([
    ...packed.map(({ local }) => local),
    directory,
    ...fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count]),
    ...fields([4, directory.length], [4, offset], [2, 0]),
  ]);
}

function fields(...given: readonly (readonly [length: number, value: number])[]): Buffer[] {
  return given.map(([length, value]) => {
    const field = Buffer.alloc(length);
    field.writeUIntLE(value, 0, length);
    return field;
  });
}
