import { type Cell, type Column, type ExportSheet, ID_NAMES, isNamed } from './export-sheet.ts';
import { FILE_WORDS } from './file-words.ts';
import { cellTextOf } from './number-text.ts';
import { type Fonts, INK } from './pdf-look.ts';

const PADDING = 8;
const SIZES = [8, 7, 6, 5, 4];
const LEAST_TEXT = 50;

type Shown = { readonly column: Column; readonly at: number; readonly width: number };

/** The table with its head on every page. Texts are cut to their column, numbers never: letters get smaller before. */
export function drawTable(doc: PDFKit.PDFDocument, fonts: Fonts, sheet: ExportSheet): void {
  const { shown, size } = fitted(doc, fonts, sheet);
  const { language } = sheet;
  const { all } = FILE_WORDS[language];
  const { left, right, bottom } = doc.page.margins;
  const line = (texts: readonly string[], font: Fonts['regular'], color: string) => {
    const y = doc.y;
    let x = left;
    for (const [place, { column, width }] of shown.entries()) {
      const align = isNumber(column) ? 'right' : 'left';
      doc.font(font).fontSize(size).fillColor(color);
      const box = {
        width: width - PADDING,
        align,
        height: size * 1.5,
        ellipsis: true,
        lineBreak: false,
      } as const;
      doc.text(texts[place] ?? '', x, y, box);
      x += width;
    }
    doc.y = y + size * 1.4 + 4;
    doc.moveTo(left, doc.y - 2).lineTo(doc.page.width - right, doc.y - 2);
    doc.lineWidth(0.5).strokeColor(INK.line).stroke();
  };
  const head = () =>
    line(
      shown.map(({ column }) => column.title),
      fonts.strong,
      INK.soft,
    );
  const body = (cells: readonly Cell[], font: Fonts['regular']) => {
    if (doc.y > doc.page.height - bottom - size * 3) {
      doc.addPage();
      head();
    }
    line(
      shown.map(({ column, at }) => cellTextOf(cells[at], column, language)),
      font,
      INK.text,
    );
  };
  head();
  for (const row of sheet.rows) body(row, fonts.regular);
  for (const total of sheet.totals)
    body(
      total.map((cell, at) => totalCell(cell, at === shown[0]?.at, all)),
      fonts.strong,
    );
}

/** What is shown, as wide as its longest text; texts give way to numbers. */
function fitted(doc: PDFKit.PDFDocument, fonts: Fonts, { columns, rows, totals, language }: ExportSheet) {
  const hidden = isNamed(columns) ? ID_NAMES : [];
  const told = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => !hidden.includes(column.id));
  const { left, right } = doc.page.margins;
  const room = doc.page.width - left - right;
  const longest = told.map(({ column, at }) =>
    [column.title, ...[...rows, ...totals].map((row) => cellTextOf(row[at], column, language))].reduce(
      (most, text) => (text.length > most.length ? text : most),
    ),
  );
  const widthsAt = (size: number) =>
    longest.map((text) => doc.font(fonts.strong).fontSize(size).widthOfString(text) + PADDING * 1.5);
  const least = (widths: readonly number[]) =>
    widths.reduce((sum, width, place) => {
      const column = told[place]?.column;
      return sum + (column && isNumber(column) ? width : Math.min(width, LEAST_TEXT));
    }, 0);
  const size = SIZES.find((one) => least(widthsAt(one)) <= room) ?? 4;
  const widths = widthsAt(size);
  const numbers = told.reduce(
    (sum, { column }, place) => sum + (isNumber(column) ? (widths[place] ?? 0) : 0),
    0,
  );
  const texts = widths.reduce((sum, width) => sum + width, 0) - numbers;
  const shown = told.map(({ column, at }, place): Shown => {
    const width = widths[place] ?? 0;
    return { column, at, width: isNumber(column) ? width : (width / texts) * (room - numbers) };
  });
  return { shown, size };
}

function totalCell(cell: Cell, isFirst: boolean, all: string): Cell {
  if (cell === undefined || !('text' in cell) || cell.text !== '') return cell;
  return { text: isFirst ? all : ' ' };
}

function isNumber({ kind }: Column): boolean {
  return kind !== 'text' && kind !== 'day' && kind !== 'hour';
}
