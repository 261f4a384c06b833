import { restore } from '../../../platform/csv/index.ts';
import { BrokenFile } from '../issue.ts';
import { type BadRow, isBadRow, type Row, readCsv } from './csv.ts';
import { type Delimiter, sniffDelimiter } from './delimiter.ts';
import { decode, detectEncoding, type Encoding, refuseBinary, SAMPLE_BYTES } from './encoding.ts';
import { readFeed } from './feed.ts';

/**
 * A product file whose encoding and shape are known. `names` grows with a feed's rows; a CSV's are there at
 * once.
 */
export type OpenFile = {
  readonly encoding: Encoding;
  readonly kind: 'csv' | 'xml';
  /** Of a CSV only. */
  readonly delimiter: Delimiter | undefined;
  readonly names: readonly string[];
  readonly rows: AsyncIterable<readonly (Row | BadRow)[]>;
};

/** Opens `bytes` as CSV or as an XML feed; `onBytes` hears of every chunk as it is read. */
export async function openFile(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void = () => undefined,
): Promise<OpenFile> {
  const iterator = bytes[Symbol.asyncIterator]();
  const sample = await readSample(iterator);
  refuseBinary(sample);
  const encoding = detectEncoding(sample);
  const text = decode(wholeOf(sample, iterator, onBytes), encoding);
  const start = await textOf(sample, encoding);
  if (start.trim() === '') throw new BrokenFile('empty', 'The file is empty.');
  if (/^\s*<(\?xml|rss|feed|!)/i.test(start)) {
    const names: string[] = [];
    return { encoding, kind: 'xml', delimiter: undefined, names, rows: readFeed(text, names) };
  }
  return openCsv(text, start, encoding);
}

async function openCsv(text: AsyncIterable<string>, start: string, encoding: Encoding): Promise<OpenFile> {
  const delimiter = sniffDelimiter(start);
  const batches = readCsv(text, delimiter)[Symbol.asyncIterator]();
  let rows: (Row | BadRow)[] = [];
  while (rows.length === 0) {
    const next = await batches.next();
    if (next.done) throw new BrokenFile('empty', 'The file is empty.');
    rows = next.value.filter((row) => !isSeparatorLine(row));
  }
  const [header] = rows;
  if (header === undefined || isBadRow(header)) {
    throw new BrokenFile('no_header', `The header cannot be read: ${header?.message ?? 'there is none'}`, 1);
  }
  const names = header.cells.map((cell) => restore(cell).trim());
  return { encoding, kind: 'csv', delimiter, names, rows: dataRows(rows.slice(1), batches, names.length) };
}

async function* dataRows(
  first: readonly (Row | BadRow)[],
  batches: AsyncIterator<readonly (Row | BadRow)[]>,
  columns: number,
): AsyncIterable<readonly (Row | BadRow)[]> {
  yield first.map((row) => checkedRow(row, columns));
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    yield next.value.map((row) => checkedRow(row, columns));
  }
}

// Cells beyond the header have no name: harmless when empty, a shifted row otherwise.
function checkedRow(row: Row | BadRow, columns: number): Row | BadRow {
  if (isBadRow(row)) return { ...row, cells: row.cells.map(restore) };
  if (row.cells.length > columns && row.cells.slice(columns).some((cell) => cell.trim() !== '')) {
    // Which cells are shifted is not known, but the first, a handle or SKU in most files, is still in its
    // place.
    const why = 'probably a delimiter inside a text without quotation marks';
    const message = `The row has ${row.cells.length} cells, the header ${columns}: ${why}.`;
    return { line: row.line, cells: row.cells.slice(0, 1), code: 'too_many_cells', message };
  }
  return { ...row, cells: row.cells.slice(0, columns).map(restore) };
}

function isSeparatorLine(row: Row | BadRow): boolean {
  if (isBadRow(row)) return false;
  const [first = ''] = row.cells;
  return (
    row.line === 1 && /^sep=.?$/i.test(first) && row.cells.every((cell, place) => place === 0 || cell === '')
  );
}

async function readSample(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < SAMPLE_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    bytes += next.value.length;
  }
  return Buffer.concat(chunks);
}

async function* wholeOf(
  sample: Buffer,
  rest: AsyncIterator<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncIterable<Uint8Array> {
  onBytes(sample.length);
  yield sample;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    onBytes(next.value.length);
    yield next.value;
  }
}

// The sample may end inside a character, which a strict decoder would refuse: the last bytes are left out.
async function textOf(sample: Buffer, encoding: Encoding): Promise<string> {
  const name = encoding === 'windows-1252' ? 'latin1' : encoding;
  return new TextDecoder(name).decode(sample.subarray(0, SAMPLE_BYTES)).replace(/^\ufeff/, '');
}
