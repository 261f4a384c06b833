import { BrokenFile } from '../issue.ts';
import type { Delimiter } from './delimiter.ts';

/** A row of the file; `line` is the line on which it begins, counted from 1, whatever its cells contain. */
export type Row = {
  readonly line: number;
  readonly cells: readonly string[];
  /** The file ends without a line end behind this row: its last, perhaps cut off. */
  readonly isUnended?: boolean;
};

/** A row that could not be read; reading goes on at the next line. `cells` are those before the mistake. */
export type BadRow = Row & { readonly code: string; readonly message: string };

export const MAX_RECORD_CHARACTERS = 1_000_000;
export const MAX_COLUMNS = 1_000;

/**
 * The rows of a CSV text (RFC 4180; line ends CRLF, LF or CR; quoted line ends kept as they are). Written
 * here because csv-parse counts a quoted CRLF as two lines and, after a misplaced quote, loses the rows that
 * follow: an import must name the true line and give back all other rows. Empty lines are left out.
 *
 * A misplaced quote makes its row a BadRow, and reading goes on with the line after the one on which that row
 * began. A quote that is never closed, or a row beyond the limits, throws BrokenFile.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncIterable<readonly (Row | BadRow)[]> {
  const scanner = new Scanner(delimiter);
  for await (const chunk of text) {
    const rows = scanner.push(chunk, false);
    if (rows.length > 0) yield rows;
  }
  const rows = scanner.push('', true);
  if (rows.length > 0) yield rows;
}

export function isBadRow(row: Row | BadRow): row is BadRow {
  return 'code' in row;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Keeps the text that no complete row has been made of yet. */
class Scanner {
  readonly #delimiter: number;
  #buffer = '';
  #line = 1;
  #next = 0;
  #newlines = 0;
  #isEnd = false;
  #hasLineEnd = true;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  push(chunk: string, isEnd: boolean): (Row | BadRow)[] {
    this.#buffer += chunk;
    this.#isEnd = isEnd;
    const rows: (Row | BadRow)[] = [];
    let start = 0;
    while (start < this.#buffer.length) {
      const cells = this.#record(start);
      if (cells === undefined) break;
      const row = Array.isArray(cells) ? this.#row(cells) : cells;
      if (isBadRow(row) || row.cells.length > 1 || row.cells[0]?.trim() !== '') rows.push(row);
      this.#line += this.#newlines;
      start = this.#next;
    }
    this.#buffer = this.#buffer.slice(start);
    if (this.#buffer.length > MAX_RECORD_CHARACTERS) throw this.#tooLong();
    return rows;
  }

  #row(cells: string[]): Row {
    const row = { line: this.#line, cells };
    return this.#hasLineEnd ? row : { ...row, isUnended: true };
  }

  // The cells of the record at `start`, a bad row, or undefined when the record is not complete yet. Sets
  // where the next record begins and how many lines this one took.
  #record(start: number): string[] | BadRow | undefined {
    const cells: string[] = [];
    this.#newlines = 0;
    let at = start;
    for (;;) {
      const isQuoted = this.#buffer.charCodeAt(at) === QUOTE;
      const end = isQuoted ? this.#endOfQuoted(at, cells) : this.#endOfPlain(at, cells);
      if (end === -1) return undefined;
      if (end === -2) return this.#recover(start, cells);
      if (cells.length > MAX_COLUMNS) {
        throw new BrokenFile('too_many_columns', `A row has more than ${MAX_COLUMNS} columns.`, this.#line);
      }
      const code = this.#buffer.charCodeAt(end);
      if (code === this.#delimiter) {
        at = end + 1;
        continue;
      }
      if (Number.isNaN(code)) {
        if (!this.#isEnd) return undefined;
        this.#next = end;
        this.#hasLineEnd = false;
        return cells;
      }
      return this.#lineEnd(end) ? cells : undefined;
    }
  }

  // A CR at the end of a chunk may be half of a CRLF: wait for what follows.
  #lineEnd(at: number): boolean {
    const isCr = this.#buffer.charCodeAt(at) === CR;
    if (isCr && at + 1 >= this.#buffer.length && !this.#isEnd) return false;
    this.#next = at + (isCr && this.#buffer.charCodeAt(at + 1) === LF ? 2 : 1);
    this.#newlines += 1;
    this.#hasLineEnd = true;
    return true;
  }

  #endOfPlain(start: number, cells: string[]): number {
    const buffer = this.#buffer;
    for (let at = start; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR) {
        cells.push(buffer.slice(start, at));
        return at;
      }
      if (code === QUOTE) return -2;
    }
    if (!this.#isEnd) return -1;
    cells.push(buffer.slice(start));
    return buffer.length;
  }

  #endOfQuoted(start: number, cells: string[]): number {
    const buffer = this.#buffer;
    let hasDoubled = false;
    let close = buffer.indexOf('"', start + 1);
    while (close !== -1 && buffer.charCodeAt(close + 1) === QUOTE) {
      hasDoubled = true;
      close = buffer.indexOf('"', close + 2);
    }
    if (close === -1 || (close + 1 === buffer.length && !this.#isEnd)) {
      if (this.#isEnd) throw this.#neverClosed();
      if (buffer.length - start > MAX_RECORD_CHARACTERS) throw this.#tooLong();
      return -1;
    }
    const after = buffer.charCodeAt(close + 1);
    const isEnded = after === this.#delimiter || after === LF || after === CR || Number.isNaN(after);
    if (!isEnded) return -2;
    const inside = buffer.slice(start + 1, close);
    this.#newlines += countLines(inside);
    cells.push(hasDoubled ? inside.replaceAll('""', '"') : inside);
    return close + 1;
  }

  #recover(start: number, cells: readonly string[]): BadRow | undefined {
    let at = start;
    for (; at < this.#buffer.length; at += 1) {
      const code = this.#buffer.charCodeAt(at);
      if (code === LF || code === CR) break;
    }
    this.#newlines = 0;
    if (at < this.#buffer.length) {
      if (!this.#lineEnd(at)) return undefined;
    } else if (this.#isEnd) {
      this.#next = at;
    } else {
      return undefined;
    }
    const where = `in column ${cells.length + 1}`;
    const message = `A quotation mark stands where none may, ${where}; within quotes it is written twice.`;
    return { line: this.#line, cells, code: 'misplaced_quote', message };
  }

  #neverClosed(): BrokenFile {
    const message = `The quotation mark in the row of line ${this.#line} is never closed.`;
    return new BrokenFile('quote_never_closed', message, this.#line);
  }

  #tooLong(): BrokenFile {
    const message = `The row of line ${this.#line} is over 1 MB: probably a quotation mark is not closed.`;
    return new BrokenFile('row_too_long', message, this.#line);
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines += 1;
  }
  return lines;
}
