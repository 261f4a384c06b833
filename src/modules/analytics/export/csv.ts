import { csvCell, csvLine } from '../../../platform/csv/index.ts';
import type { Cell, ExportSheet } from './export-sheet.ts';

/** RFC 4180 in UTF-8: names of columns are ids, amounts decimals with a point, shares parts of one. Totals are not in it. */
export function csvFile({ columns, rows }: ExportSheet): Buffer {
  const head = csvLine(columns.map(({ id }) => csvCell(id)));
  return Buffer.from(head + rows.map((row) => csvLine(row.map(cellText))).join(''));
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if ('text' in cell) return csvCell(cell.text);
  return csvCell('decimal' in cell ? cell.decimal : String(cell.number), true);
}
