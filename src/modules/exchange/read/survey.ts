import type { Format } from '../format.ts';
import { type Header, headerOf } from '../header.ts';
import { BrokenFile, type Issue } from '../issue.ts';
import { type DecimalMark, evidence } from '../values/decimal.ts';
import { type BadRow, isBadRow, type Row } from './csv.ts';
import { RowGroups } from './groups.ts';
import type { OpenFile } from './open.ts';
import { Spool } from './spool.ts';

const ROWS_FOR_NUMBERS = 1_000;
const MAX_BAD_ROWS = 10_000;

/** What the first pass over a file finds. Nothing has been written to the shop when it is there. */
export type Survey = {
  readonly format: Format;
  readonly header: Header;
  readonly spool: Spool;
  readonly groups: RowGroups;
  readonly markOf: (place: number) => DecimalMark | undefined;
  /** Rows that could not be read, by their number in the spool: their products are left out whole. */
  readonly badRows: ReadonlyMap<number, Issue>;
  /** Rows that could not be read and of which nobody knows the product. */
  readonly issues: readonly Issue[];
};

/**
 * Reads the file once to its end: checks that it is whole, keeps its rows in a spool, groups them by product,
 * and finds how its columns write decimals. A broken file throws here, before anything is imported, because
 * the second pass commits as it goes.
 */
export async function survey(
  file: OpenFile,
  choose: (header: Header) => Format,
  signal?: AbortSignal,
): Promise<Survey> {
  const spool = await Spool.create();
  try {
    return await surveyInto(spool, file, choose, signal);
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

async function surveyInto(
  spool: Spool,
  file: OpenFile,
  choose: (header: Header) => Format,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const groups = new RowGroups();
  const issues: Issue[] = [];
  const badRows = new Map<number, Issue>();
  const width = widthCheck(file.names.length);
  let numbers: NumberMarks | undefined;
  let format: Format | undefined;
  let keysOf: ((row: Row) => readonly string[]) | undefined;
  let columns = -1;
  for await (const batch of file.rows) {
    signal?.throwIfAborted();
    if (columns !== file.names.length) {
      // A feed's columns appear as it is read; what was found before keeps its place.
      columns = file.names.length;
      const header = headerOf(file.names);
      format ??= choose(header);
      keysOf = format.keysOf(header);
      numbers = numberMarks(header, format, numbers);
    }
    for (const row of batch) {
      width.see(row);
      const keys = keysOf?.(row) ?? [];
      if (isBadRow(row)) {
        const issue: Issue = {
          line: row.line,
          column: undefined,
          severity: 'error',
          code: row.code,
          message: row.message,
        };
        if (keys.length > 0) badRows.set(spool.count, issue);
        else issues.push(issue);
        if (badRows.size + issues.length > MAX_BAD_ROWS) throw tooManyBadRows();
        if (keys.length === 0) continue;
      } else if (spool.count < ROWS_FOR_NUMBERS) {
        numbers?.see(row);
      }
      groups.add(keys);
      await spool.add(row);
    }
  }
  if (spool.count === 0 || format === undefined || numbers === undefined) {
    throw new BrokenFile('no_rows', 'The file has a header but no rows that can be read.');
  }
  if (file.kind === 'csv') width.end();
  await spool.flush();
  return { format, header: headerOf(file.names), spool, groups, markOf: numbers.markOf, badRows, issues };
}

function tooManyBadRows(): BrokenFile {
  return new BrokenFile(
    'too_many_bad_rows',
    `More than ${MAX_BAD_ROWS} rows cannot be read: this is not the file it seems to be.`,
  );
}

// A download that broke off ends inside a row. Files whose rows all end early are only untidy.
function widthCheck(columns: number): { see(row: Row | BadRow): void; end(): void } {
  let shorter = 0;
  let last: Row | BadRow | undefined;
  return {
    see: (row) => {
      if (last !== undefined && !isBadRow(last) && last.cells.length < columns) shorter += 1;
      last = row;
    },
    end: () => {
      if (last === undefined || isBadRow(last) || !last.isUnended) return;
      if (shorter > 0 || last.cells.length >= columns) return;
      const has = `line ${last.line} has ${last.cells.length} of ${columns} cells`;
      const message = `The file ends inside a row: ${has}, all others have them all.`;
      throw new BrokenFile('cut_off', message, last.line);
    },
  };
}

type NumberMarks = { see(row: Row): void; markOf(place: number): DecimalMark | undefined };

function numberMarks(header: Header, format: Format, before: NumberMarks | undefined): NumberMarks {
  const places = format.numberColumns(header).flatMap((name) => header.find(name) ?? []);
  const seen = new Map<number, DecimalMark | 'both'>();
  for (const place of places) {
    const mark = before?.markOf(place);
    if (mark !== undefined) seen.set(place, mark);
  }
  return {
    see: (row) => {
      for (const place of places) {
        const mark = evidence(row.cells[place] ?? '');
        const known = seen.get(place);
        if (mark !== undefined && known !== mark) seen.set(place, known === undefined ? mark : 'both');
      }
    },
    markOf: (place) => {
      const mark = seen.get(place);
      return mark === 'both' ? undefined : mark;
    },
  };
}
