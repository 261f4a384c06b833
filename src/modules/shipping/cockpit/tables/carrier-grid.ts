import { parseAmount } from '../../../../platform/cockpit/form/index.ts';

/** What is wrong with what was pasted, at which place: rows and columns count from 0, the head is row 0. */
export type GridProblem = {
  readonly row: number;
  readonly column: number;
  readonly kind: 'no_head' | 'no_rows' | 'weight' | 'order' | 'price' | 'gap' | 'no_price' | 'same_zone';
};

export type GridZone = {
  readonly code: string;
  /** Grams, and the price as a decimal text. */
  readonly steps: readonly { readonly upTo: number; readonly price: string }[];
};

export type CarrierGrid = {
  /** As it was pasted, for showing it with what is wrong. */
  readonly cells: readonly (readonly string[])[];
  readonly zones: readonly GridZone[];
  readonly problems: readonly GridProblem[];
};

/**
 * A carrier's price list as it stands in a spreadsheet: weights down, zones across, pasted as text. A zone whose column
 * ends early is not carried beyond that weight.
 *
 * @param unit what a bare number in the first column is; `500 g` and `2 kg` say it themselves
 * @example
 * readCarrierGrid('up to\tZone 1\tZone 2\n1 kg\t4,90\t9.90\n5 kg\t6,90\t', { currency: 'EUR', unit: 'kg' })
 * // zones: Zone 1 with 1000 g at 4.90 and 5000 g at 6.90; Zone 2 with 1000 g at 9.90
 */
export function readCarrierGrid(
  text: string,
  { currency, unit }: { readonly currency: string; readonly unit: 'kg' | 'g' },
): CarrierGrid {
  const cells = cellsOf(text);
  const [head = [], ...rows] = cells;
  const names = head.slice(1);
  if (names.filter((name) => name !== '').length === 0)
    return { cells, zones: [], problems: [at(0, 0, 'no_head')] };
  if (rows.length === 0) return { cells, zones: [], problems: [at(0, 0, 'no_rows')] };
  const weights = rows.map(([weight = '']) => gramsOf(weight, unit));
  const zones = names.map((code, index) => zoneOf({ code, index, rows, weights, currency }));
  return {
    ...{ cells, zones },
    problems: [
      ...weightProblems(weights),
      ...names.flatMap((code, index) => (names.indexOf(code) < index ? [at(0, index + 1, 'same_zone')] : [])),
      ...names.flatMap((_, index) => priceProblems(rows, index + 1, currency)),
    ],
  };
}

function at(row: number, column: number, kind: GridProblem['kind']): GridProblem {
  return { row, column, kind };
}

/** Lines of tabs, as spreadsheets copy; of semicolons where there are no tabs. */
function cellsOf(text: string): string[][] {
  const parting = text.includes('\t') ? '\t' : ';';
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(parting).map((cell) => cell.trim()));
}

/** `up to 2 kg`, `500g`, `31,5`; `undefined` for what is no weight. */
function gramsOf(text: string, unit: 'kg' | 'g'): number | undefined {
  const [, figures = '', own = unit] = /(\d+(?:[.,]\d+)?)\s*(kg|g)?\s*$/i.exec(text) ?? [];
  if (figures === '') return undefined;
  const grams = Number(figures.replace(',', '.')) * (own.toLowerCase() === 'kg' ? 1_000 : 1);
  return grams > 0 && Number.isInteger(Math.round(grams * 1_000) / 1_000) ? Math.round(grams) : undefined;
}

function weightProblems(weights: readonly (number | undefined)[]): GridProblem[] {
  return weights.flatMap((grams, index) => {
    if (grams === undefined) return [at(index + 1, 0, 'weight')];
    const before = weights[index - 1];
    return before !== undefined && grams <= before ? [at(index + 1, 0, 'order')] : [];
  });
}

function priceProblems(
  rows: readonly (readonly string[])[],
  column: number,
  currency: string,
): GridProblem[] {
  const priced = rows.map((row) => row[column] ?? '');
  const last = priced.findLastIndex((cell) => cell !== '');
  if (last < 0) return [at(1, column, 'no_price')];
  return priced.slice(0, last + 1).flatMap((cell, index) => {
    if (cell === '') return [at(index + 1, column, 'gap')];
    return priceOf(cell, currency) === undefined ? [at(index + 1, column, 'price')] : [];
  });
}

function zoneOf(given: {
  readonly code: string;
  readonly index: number;
  readonly rows: readonly (readonly string[])[];
  readonly weights: readonly (number | undefined)[];
  readonly currency: string;
}): GridZone {
  const { code, index, rows, weights, currency } = given;
  const steps = rows.flatMap((row, place) => {
    const [upTo, price] = [weights[place], priceOf(row[index + 1] ?? '', currency)];
    return upTo === undefined || price === undefined ? [] : [{ upTo, price }];
  });
  return { code, steps };
}

/** `4,90 €` is `4.90`. */
function priceOf(cell: string, currency: string): string | undefined {
  const amount = parseAmount(cell.replaceAll(/[^\d.,-]/g, ''), currency);
  return amount?.startsWith('-') ? undefined : amount;
}
