import { neutralise } from './formula.ts';

/** A cell of a CSV file (RFC 4180) that no spreadsheet runs as a formula; a number is left as it is. */
export function csvCell(text: string, isNumber = false): string {
  const safe = isNumber ? text : neutralise(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, whose cells are already `csvCell`s. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
