import type { Box, Sheet, TextStyle } from './sheet.ts';

export type Column = {
  readonly title: string;
  /** Points; one column has none and takes what is left. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
};

/** A cell's text, and quieter text below it. */
export type Cell = { readonly text: string; readonly below?: string };

const PADDING = 5;
const GAP = 10;
const HEAD: TextStyle = { size: 7.5, isQuiet: true };
const BELOW: TextStyle = { size: 7.5, isQuiet: true };

/** A table with its head repeated on every page; a row is never cut in two. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): void {
  const boxes = boxesOf(sheet.box, columns);
  const table = sheet.group('Table');
  const head = sheet.group('TR', table);
  const headHeight = Math.max(
    ...columns.map(({ title }, index) => sheet.heightOf(title, widthOf(boxes, index), HEAD)),
  );
  sheet.makeRoom(headHeight + 4 * PADDING);
  for (const [index, column] of columns.entries()) {
    const at = { ...boxAt(boxes, index), y: sheet.y };
    sheet.writeAt('TH', column.title, at, { ...HEAD, align: column.align ?? 'left' }, head);
  }
  head.end();
  sheet.y += headHeight + PADDING;
  sheet.rule();
  for (const row of rows) {
    const height = Math.max(...row.map((cell, index) => cellHeight(sheet, cell, widthOf(boxes, index))));
    if (sheet.makeRoom(height + 2 * PADDING)) repeatHead(sheet, columns, boxes, headHeight);
    sheet.y += PADDING;
    const element = sheet.group('TR', table);
    for (const [index, cell] of row.entries()) {
      const at = { ...boxAt(boxes, index), y: sheet.y };
      const align = columns[index]?.align ?? 'left';
      const data = sheet.group('TD', element);
      sheet.writeAt('P', cell.text, at, { align }, data);
      if (cell.below) {
        const y = sheet.y + sheet.heightOf(cell.text, at.width) + 1;
        sheet.writeAt('P', cell.below, { ...at, y }, { ...BELOW, align }, data);
      }
      data.end();
    }
    element.end();
    sheet.y += height + PADDING;
    sheet.rule();
  }
  table.end();
}

function repeatHead(sheet: Sheet, columns: readonly Column[], boxes: readonly Box[], height: number): void {
  for (const [index, column] of columns.entries()) {
    const at = { ...boxAt(boxes, index), y: sheet.y };
    sheet.writeAside(column.title, at, { ...HEAD, align: column.align ?? 'left' });
  }
  sheet.y += height + PADDING;
  sheet.rule();
}

function cellHeight(sheet: Sheet, cell: Cell, width: number): number {
  const below = cell.below ? sheet.heightOf(cell.below, width, BELOW) + 1 : 0;
  return sheet.heightOf(cell.text, width) + below;
}

function boxesOf(box: Box, columns: readonly Column[]): Box[] {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const rest = box.width - fixed - GAP * (columns.length - 1);
  let { x } = box;
  return columns.map(({ width = rest }) => {
    const place = { x, width };
    x += width + GAP;
    return place;
  });
}

function boxAt(boxes: readonly Box[], index: number): Box {
  const box = boxes[index];
  if (!box) throw new RangeError(`the table has no column ${index}`);
  return box;
}

function widthOf(boxes: readonly Box[], index: number): number {
  return boxAt(boxes, index).width;
}
