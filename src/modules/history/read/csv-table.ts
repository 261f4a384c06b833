import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import {
  BrokenFile,
  type DecimalMark,
  evidence,
  isBadRow,
  type OpenFile,
  openFile,
} from '../../exchange/index.ts';
import type { Table } from './table.ts';

const ROWS_FOR_NUMBERS = 1_000;
const MOST_COMMENT_BYTES = 4_096;

type Batch = OpenFile['rows'] extends AsyncIterable<infer Rows> ? Rows : never;

/** Opens comma-, semicolon-, tab- or bar-separated text as products' files are read: same encodings, lines and mistakes. */
export async function openCsvTable(path: string): Promise<Table> {
  const comments = await commentsAbove(path);
  const stream = createReadStream(path, { start: comments.bytes });
  try {
    const file = await openFile(stream);
    if (file.kind !== 'csv') throw new BrokenFile('not_a_table', 'This is XML; orders come as a table.');
    const rest = file.rows[Symbol.asyncIterator]();
    const first = await firstOf(rest);
    return {
      about: `${file.encoding}, delimiter ${JSON.stringify(file.delimiter)}`,
      names: file.names,
      batches: below(comments.lines, whole(first, rest, file.names.length)),
      markOf: marksIn(first),
      close: async () => void stream.destroy(),
    };
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

/**
 * Lines above a header that are none of a table: such as begin with `#` (Google Analytics), or have one cell (Google Ads
 * writes the report's name and its days).
 */
async function commentsAbove(path: string): Promise<{ readonly bytes: number; readonly lines: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_COMMENT_BYTES), 0, MOST_COMMENT_BYTES, 0);
    const text = buffer.toString('latin1', 0, bytesRead);
    const [above = ''] = ABOVE.exec(text) ?? [];
    // Of a file with no more than one cell a line, what begins with `#` alone.
    const [comments = ''] = above.length < text.length ? [above] : (COMMENTS.exec(text) ?? []);
    return { bytes: comments.length, lines: comments.split('\n').length - 1 };
  } finally {
    await file.close();
  }
}

const COMMENTS = /^(?:#[^\n]*\n(?:\r?\n)*)*/;
// UTF-16 begins with a byte that no text without it has.
const ABOVE = /^(?!\u00ff|\u00fe)(?:(?:#[^\n]*|"[^"\n]*"\r?|[^",;\t|\n]*)\n)*/;

async function* below(lines: number, batches: Table['batches']): Table['batches'] {
  for await (const batch of batches) {
    yield lines === 0 ? batch : batch.map((row) => ({ ...row, line: row.line + lines }));
  }
}

async function firstOf(rows: AsyncIterator<Batch>): Promise<Batch[]> {
  const batches: Batch[] = [];
  let count = 0;
  while (count < ROWS_FOR_NUMBERS) {
    const next = await rows.next();
    if (next.done) break;
    batches.push(next.value);
    count += next.value.length;
  }
  return batches;
}

/** How columns write decimals, as the values of these rows show. */
export function marksIn(batches: readonly Batch[]): Table['markOf'] {
  const rows = batches
    .flat()
    .filter((row) => !isBadRow(row))
    .slice(0, ROWS_FOR_NUMBERS);
  const found = new Map<number, DecimalMark | undefined>();
  return (place) => {
    if (!found.has(place)) {
      const marks = new Set(rows.map(({ cells }) => evidence(cells[place] ?? '')));
      marks.delete(undefined);
      found.set(place, marks.size === 1 ? [...marks][0] : undefined);
    }
    return found.get(place);
  };
}

/** A download that broke off ends inside a row. Files whose rows all end early are only untidy. */
async function* whole(
  first: readonly Batch[],
  rest: AsyncIterator<Batch>,
  columns: number,
): Table['batches'] {
  let shorter = 0;
  let last: Batch[number] | undefined;
  const see = (batch: Batch): Batch => {
    for (const row of batch) {
      if (last !== undefined && !isBadRow(last) && last.cells.length < columns) shorter += 1;
      last = row;
    }
    return batch;
  };
  for (const batch of first) yield see(batch);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield see(next.value);
  if (last === undefined || isBadRow(last) || last.isUnended !== true || shorter > 0) return;
  if (last.cells.length >= columns) return;
  const has = `line ${last.line} has ${last.cells.length} of ${columns} cells`;
  throw new BrokenFile('cut_off', `The file ends inside a row: ${has}, all others have them all.`, last.line);
}
