import { type CurrencyCode, parseCurrency } from '../../../kernel/index.ts';
import { type Header, type Issue, type Row, readDecimal } from '../../exchange/index.ts';
import { millionthsOf } from '../exact.ts';
import type { Moment, MomentReading } from '../read/moment.ts';
import type { Table } from '../read/table.ts';

/** Our word for a column, and the names that files give it. */
export type Columns<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** Reads a format's cells; what is wrong with one is kept until it is taken, by line and column. */
export type Cells<Key extends string> = {
  readonly has: (key: Key) => boolean;
  readonly text: (row: Row, key: Key) => string;
  /** Millionths; `undefined` for an empty cell and for a wrong one, which is noted. */
  readonly amount: (row: Row, key: Key) => bigint | undefined;
  readonly whole: (row: Row, key: Key) => number | undefined;
  readonly moment: (row: Row, key: Key) => Moment | undefined;
  /** The context's own where the cell is empty; `undefined` for one that is none. */
  readonly currency: (row: Row, key: Key) => CurrencyCode | undefined;
  /** Notes an empty cell, which this one may not be; what else kept the value from being there is noted already. */
  readonly needed: (row: Row, key: Key) => void;
  readonly note: (
    severity: Issue['severity'],
    row: Row,
    key: Key | undefined,
    code: string,
    message: string,
  ) => void;
  readonly takeIssues: () => readonly Issue[];
};

export type CellContext = {
  readonly markOf: Table['markOf'];
  readonly momentOf: (text: string) => MomentReading;
  /** For amounts without a currency of their own. */
  readonly currency: CurrencyCode;
};

/** Reads the same whatever the column's habit is: most cells, in a twentieth of the time. */
const PLAIN = /^-?\d+(?:\.\d{1,2})?$/;
const LARGEST = 2_147_483_647;

export function cellReader<Key extends string>(
  header: Header,
  columns: Columns<Key>,
  context: CellContext,
): Cells<Key> {
  const places = new Map<string, number>();
  for (const [key, names] of Object.entries<readonly string[]>(columns)) {
    const place = header.find(...names);
    if (place !== undefined) places.set(key, place);
  }
  let issues: Issue[] = [];
  const text = (row: Row, key: Key): string => {
    const place = places.get(key);
    return place === undefined ? '' : (row.cells[place] ?? '').trim();
  };
  const note: Cells<Key>['note'] = (severity, row, key, code, message) => {
    const place = key === undefined ? undefined : places.get(key);
    const column = place === undefined ? undefined : header.names[place];
    issues.push({ line: row.line, column, severity, code, message });
  };
  const decimal = (row: Row, key: Key): string | undefined => {
    const cell = text(row, key);
    if (cell === '') return undefined;
    if (PLAIN.test(cell)) return cell;
    const reading = readDecimal(cell, context.markOf(places.get(key) ?? -1));
    if (reading.ok) return reading.decimal;
    note('error', row, key, reading.code, `"${shorten(cell)}" ${WRONG[reading.code]}`);
    return undefined;
  };
  return {
    has: (key) => places.has(key),
    text,
    note,
    amount: (row, key) => {
      const found = decimal(row, key);
      const amount = found === undefined ? undefined : millionthsOf(found);
      if (found !== undefined && amount === undefined) {
        note('error', row, key, 'too_many_digits', `"${shorten(found)}" has more than six places.`);
      }
      return amount;
    },
    whole: (row, key) => {
      const found = decimal(row, key);
      if (found === undefined) return undefined;
      const value = Number(found);
      if (Number.isInteger(value) && Math.abs(value) <= LARGEST) return value;
      note('error', row, key, 'not_whole', `"${shorten(found)}" is no whole number of pieces.`);
      return undefined;
    },
    moment: (row, key) => {
      const cell = text(row, key);
      if (cell === '') return undefined;
      const reading = context.momentOf(cell);
      if (reading.ok) return reading.moment;
      note('error', row, key, reading.code, `"${shorten(cell)}" ${WRONG[reading.code]}`);
      return undefined;
    },
    currency: (row, key) => {
      const cell = text(row, key);
      const currency = cell === '' ? context.currency : parseCurrency(cell);
      if (currency === undefined) {
        note('error', row, key, 'unknown_currency', `"${shorten(cell)}" is no currency.`);
      }
      return currency;
    },
    needed: (row, key) => {
      if (text(row, key) === '') note('error', row, key, 'missing', `There is no ${key}.`);
    },
    takeIssues: () => {
      const taken = issues;
      issues = [];
      return taken;
    },
  };
}

const WRONG = {
  not_a_number: 'is not a number.',
  ambiguous_number: 'may mean two numbers and its column does not tell which.',
  not_a_date: 'is no date such as 2010-12-01 08:26 or 1.12.2010.',
  ambiguous_date: 'may be two days; say which with --dates dmy or --dates mdy.',
} as const;

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
