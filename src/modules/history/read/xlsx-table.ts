import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { BrokenFile, type Row } from '../../exchange/index.ts';
import { marksIn } from './csv-table.ts';
import { bare, type Cell } from './sheet-cell.ts';
import type { Table } from './table.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

const CHUNK = 1_000_000;
const ROWS_FOR_NUMBERS = 1_000;
const MOST_COLUMNS = 1_000;

type Sheet = { readonly rows: Row[]; readonly numbers: Set<number> };

/** Opens the first sheet of a workbook (ECMA-376, part 1: SpreadsheetML); a row's line is its number in the sheet. */
export async function openXlsxTable(path: string): Promise<Table> {
  const book = await openWorkbook(path);
  const parts = sheetRows(book);
  const first: Row[] = [];
  const numbers = new Set<number>();
  while (first.length <= ROWS_FOR_NUMBERS) {
    const next = parts.next();
    if (next.done) break;
    first.push(...next.value.rows);
    for (const place of next.value.numbers) numbers.add(place);
  }
  // Above the table may stand what it is.
  const at = first.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const head = first[at];
  if (head === undefined) throw new BrokenFile('empty', 'The first sheet has no table.');
  const names = head.cells.map((name) => name.trim());
  const body = first.slice(at + 1);
  const markOf = marksIn([body]);
  return {
    ...{ about: 'Excel workbook, first sheet', names },
    batches: batchesOf(body, parts),
    markOf: (place) => (numbers.has(place) ? '.' : markOf(place)),
    close: async () => undefined,
  };
}

async function* batchesOf(first: readonly Row[], rest: Generator<Sheet>): Table['batches'] {
  if (first.length > 0) yield first;
  for (const { rows } of rest) if (rows.length > 0) yield rows;
}

/** The rows of the sheet, part by part; those without anything in them are left out. */
function* sheetRows({ sheet, textOf }: Workbook): Generator<Sheet> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let [rows, numbers] = [[] as Row[], new Set<number>()];
  let [line, cells] = [0, [] as string[]];
  let cell: Cell | undefined;
  let isText = false;
  let broken: Error | undefined;
  parser.on('error', (error) => {
    broken ??= error;
  });
  parser.on('opentag', (tag) => {
    const name = bare(tag.name);
    if (name === 'row') [line, cells] = [Number(tag.attributes['r'] ?? line + 1), []];
    else if (name === 'c') cell = cellOf(tag, cells.length);
    else if (name === 'v' || name === 't') isText = true;
  });
  parser.on('text', (text) => {
    if (isText && cell !== undefined) cell.text += text;
  });
  parser.on('closetag', (tag) => {
    const name = bare(tag.name);
    if (name === 'v' || name === 't') isText = false;
    else if (name === 'c' && cell !== undefined) {
      if (cell.place >= MOST_COLUMNS) throw new BrokenFile('too_many_columns', 'Too many columns.', line);
      while (cells.length < cell.place) cells.push('');
      if (cell.type === 'n' && cell.text !== '' && line > 1) numbers.add(cell.place);
      cells[cell.place] = textOf(cell);
      cell = undefined;
    } else if (name === 'row' && cells.some((text) => text !== '')) rows.push({ line, cells });
  });
  for (let from = 0; from < sheet.length; from += CHUNK) {
    parser.write(decoder.decode(sheet.subarray(from, from + CHUNK), { stream: true }));
    if (broken !== undefined)
      throw new BrokenFile('not_a_workbook', `The sheet is damaged: ${broken.message}`);
    yield { rows, numbers };
    [rows, numbers] = [[], new Set()];
  }
}

function cellOf({ attributes }: SaxesTagPlain, next: number): Cell {
  const reference = attributes['r'];
  const place = reference === undefined ? next : columnOf(reference);
  return { place, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' };
}

/** @example columnOf('AB12') // 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    column = column * 26 + at;
  }
  return column - 1;
}
