import { type CurrencyCode, fromDecimal, parseCurrency } from '../../../kernel/index.ts';
import type { ReadContext } from '../format.ts';
import { cellAt, columnName, type Header } from '../header.ts';
import type { Issue } from '../issue.ts';
import type { Row } from '../read/csv.ts';
import type { PriceRecord } from '../record.ts';
import { readDecimal } from '../values/decimal.ts';
import { readYesNo } from '../values/words.ts';

/** Our word for a column, and the names that files give it. */
export type Columns<Key extends string> = Readonly<Record<Key, string | readonly string[]>>;

/**
 * Reads the cells of a format's columns. Every reader takes the row and the column's key, gives undefined for
 * an empty cell, and writes what is wrong with the cell into `issues`, which the caller empties for every
 * product.
 */
export type Cells<Key extends string> = {
  readonly issues: Issue[];
  /** Whether the file has the column. */
  readonly has: (key: Key) => boolean;
  /** The cell as it stands. */
  readonly raw: (row: Row, key: Key) => string;
  /** The cell without white space at its edges. */
  readonly text: (row: Row, key: Key) => string;
  readonly number: (row: Row, key: Key) => number | undefined;
  /** A whole number from 0 on. */
  readonly whole: (row: Row, key: Key) => number | undefined;
  readonly yesNo: (row: Row, key: Key) => boolean | undefined;
  /** In the currency that the cell names, else in `currency`. */
  readonly money: (row: Row, key: Key, currency: CurrencyCode) => MoneyCell | undefined;
  readonly report: (
    row: Row,
    key: Key | undefined,
    severity: Issue['severity'],
    code: string,
    message: string,
  ) => void;
  /** Name and text of the row's cells in columns that the format does not know; empty ones are left out. */
  readonly foreign: (row: Row) => [string, string][];
};

export type MoneyCell = { readonly minor: bigint; readonly currency: CurrencyCode };

/** @param alsoKnown names of columns that the format reads in another way, so that they are not foreign */
export function cellReader<Key extends string>(
  header: Header,
  context: ReadContext,
  columns: Columns<Key>,
  alsoKnown: (name: string) => boolean = () => false,
): Cells<Key> {
  const places = new Map<string, number>();
  for (const [key, names] of Object.entries<string | readonly string[]>(columns)) {
    const place = header.find(...[names].flat());
    if (place !== undefined) places.set(key, place);
  }
  const issues: Issue[] = [];
  const raw = (row: Row, key: Key): string => cellAt(row, places.get(key));
  const text = (row: Row, key: Key): string => raw(row, key).trim();
  const report: Cells<Key>['report'] = (row, key, severity, code, message) => {
    const place = key === undefined ? undefined : places.get(key);
    issues.push({
      line: row.line,
      column: place === undefined ? undefined : header.names[place],
      severity,
      code,
      message,
    });
  };
  const decimal = (row: Row, key: Key): string | undefined => {
    const place = places.get(key);
    const cell = cellAt(row, place).trim();
    if (cell === '' || place === undefined) return undefined;
    const reading = readDecimal(cell, context.markOf(place));
    if (reading.ok) return reading.decimal;
    report(row, key, 'error', reading.code, decimalMessage(cell, reading.code));
    return undefined;
  };
  const has = (key: Key): boolean => places.has(key);
  const foreign = foreignReader(header, columns, alsoKnown);
  return { issues, has, raw, text, report, foreign, ...valueReaders({ text, report, decimal }) };
}

type Basics<Key extends string> = Pick<Cells<Key>, 'text' | 'report'> & {
  readonly decimal: (row: Row, key: Key) => string | undefined;
};

function valueReaders<Key extends string>({
  text,
  report,
  decimal,
}: Basics<Key>): Pick<Cells<Key>, 'number' | 'whole' | 'yesNo' | 'money'> {
  return {
    number: (row, key) => {
      const found = decimal(row, key);
      return found === undefined ? undefined : Number(found);
    },
    whole: (row, key) => {
      const found = decimal(row, key);
      if (found === undefined) return undefined;
      const value = Number(found);
      if (Number.isInteger(value) && value >= 0 && value <= 2_147_483_647) return value;
      report(row, key, 'error', 'not_whole', `"${found}" is not a whole number from 0 to 2,147,483,647.`);
      return undefined;
    },
    yesNo: (row, key) => {
      const cell = text(row, key);
      const answer = cell === '' ? undefined : readYesNo(cell);
      const message = `"${shorten(cell)}" is neither yes (true, 1) nor no (false, 0).`;
      if (cell !== '' && answer === undefined) report(row, key, 'error', 'not_yes_or_no', message);
      return answer;
    },
    money: (row, key, currency) => {
      const found = decimal(row, key);
      if (found === undefined) return undefined;
      const paid = currencyIn(text(row, key)) ?? currency;
      const amount = fromDecimal(found, paid);
      if (amount !== undefined && amount.minor >= 0n) return { minor: amount.minor, currency: paid };
      const code = found.startsWith('-') ? 'negative_price' : 'price_has_too_many_digits';
      const why = found.startsWith('-') ? 'is negative' : `has more digits than ${paid} has`;
      report(row, key, 'error', code, `The amount "${shorten(text(row, key))}" ${why}.`);
      return undefined;
    },
  };
}

/** The price as shops show it: a compare-at price that is not higher is no reduction and is left out. */
export function priceOf(amount: MoneyCell | undefined, compareAt: MoneyCell | undefined): PriceRecord[] {
  if (amount === undefined) return [];
  const isHigher =
    compareAt !== undefined && compareAt.currency === amount.currency && compareAt.minor > amount.minor;
  return [
    {
      currency: amount.currency,
      amountMinor: amount.minor,
      compareAtMinor: isHigher ? compareAt.minor : undefined,
    },
  ];
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function foreignReader(
  header: Header,
  columns: Readonly<Record<string, string | readonly string[]>>,
  alsoKnown: (name: string) => boolean,
): (row: Row) => [string, string][] {
  const known = new Set(Object.values(columns).flat().map(columnName));
  const places = [...header.names.entries()].filter(
    ([, name]) => name !== '' && !known.has(columnName(name)) && !alsoKnown(name),
  );
  return (row) =>
    places.flatMap(([place, name]): [string, string][] => {
      const cell = row.cells[place] ?? '';
      return cell === '' ? [] : [[name, cell]];
    });
}

// A sign that belongs to one currency only, or a code: `15.00 USD`, `€ 3`.
function currencyIn(cell: string): CurrencyCode | undefined {
  if (cell.includes('€')) return parseCurrency('EUR');
  if (cell.includes('£')) return parseCurrency('GBP');
  const code = /^([A-Z]{3})\b|\b([A-Z]{3})$/.exec(cell);
  return code ? parseCurrency(code[1] ?? code[2] ?? '') : undefined;
}

function decimalMessage(cell: string, code: 'not_a_number' | 'ambiguous_number'): string {
  if (code === 'not_a_number') return `"${shorten(cell)}" is not a number.`;
  return `"${shorten(cell)}" may mean two numbers and its column does not tell which.`;
}
