import type { Spoken } from '../language/names/names-of.ts';
import { type Cell, type Column, type ExportSheet, ID_NAMES, isNamed } from './export-sheet.ts';
import { cellTextOf } from './number-text.ts';

/** What of a sheet is drawn: its first number, over time or by what rows are of, in one currency. */
export type Picture = {
  readonly title: string;
  readonly language: Spoken;
  readonly column: Column;
  readonly kind: 'line' | 'bar';
  /** What stands below a line from left to right. */
  readonly times: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
};

const MOST_LINES = 6;
const MOST_BARS = 12;

/** `undefined` where there is nothing to draw: a single number, or none. */
export function pictureOf({ columns, rows, totals, language }: ExportSheet): Picture | undefined {
  const at = columns.findIndex(({ kind }) => !['text', 'day', 'hour'].includes(kind));
  const column = columns[at];
  const time = columns.findIndex(({ kind }) => kind === 'day' || kind === 'hour');
  const currency = columns.findIndex(({ id }) => id === 'currency');
  const shown = currency < 0 ? undefined : textOf((rows[0] ?? totals[0])?.[currency]);
  const drawn = rows.filter((row) => shown === undefined || textOf(row[currency]) === shown);
  if (column === undefined || drawn.length < 2) return undefined;
  const title = shown ? `${column.title} (${shown})` : column.title;
  const isName = ({ id, kind }: Column) =>
    kind === 'text' && id !== 'currency' && !(isNamed(columns) && ID_NAMES.includes(id));
  const nameOf = (row: readonly Cell[]) =>
    columns
      .map((one, place) => (isName(one) ? cellTextOf(row[place], one, language) : ''))
      .filter((text) => text !== '')
      .join(' · ');
  if (time < 0) {
    const series = drawn
      .slice(0, MOST_BARS)
      .map((row) => ({ name: nameOf(row), values: [numberOf(row[at])] }));
    return { title, language, column, kind: 'bar', times: [], series };
  }
  const groups = [...Map.groupBy(drawn, nameOf)].slice(0, MOST_LINES);
  const times = (groups[0]?.[1] ?? []).map((row) => textOf(row[time]));
  if (times.length < 2) return undefined;
  const series = groups.map(([name, of]) => ({ name, values: of.map((row) => numberOf(row[at])) }));
  return { title, language, column, kind: 'line', times, series };
}

function textOf(cell: Cell): string {
  return cell !== undefined && 'text' in cell ? cell.text : '';
}

function numberOf(cell: Cell): number {
  if (cell === undefined || 'text' in cell) return 0;
  return Number('decimal' in cell ? cell.decimal : cell.number);
}
