import type { Cell, Column, ExportSheet } from './export-sheet.ts';
import { FILE_WORDS, type FileWords } from './file-words.ts';
import { STYLES, type StyleName, styleOf, stylesXml } from './xlsx-styles.ts';
import { zipOf } from './zip.ts';

/**
 * A workbook (ECMA-376, part 1: SpreadsheetML) with the numbers on its first sheet, totals below them, and on its second
 * what they mean. Texts are inline: nothing in them is ever run.
 */
export function xlsxFile(sheet: ExportSheet): Buffer {
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(FILE_WORDS[sheet.language])],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml()],
    ['xl/worksheets/sheet1.xml', numbersXml(sheet)],
    ['xl/worksheets/sheet2.xml', definitionsXml(sheet)],
  ];
  return zipOf(parts.map(([path, xml]) => ({ path, data: Buffer.from(HEAD + xml) })));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels"
  ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/worksheets/sheet2.xml', 'worksheet'],
  ]
    .map(
      ([path, type]) =>
        `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    )
    .join('')}</Types>`;

function workbookXml({ numbers, definitions }: FileWords): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${numbers}" sheetId="1" r:id="rId1"/><sheet
  name="${definitions}" sheetId="2" r:id="rId2"/></sheets></workbook>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function numbersXml({ columns, rows, totals }: ExportSheet): string {
  const widths = columns.map(({ kind, title }) => (kind === 'text' ? 24 : Math.max(14, title.length + 3)));
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  const lines = [
    rowXml(
      1,
      columns.map(({ title }) => textCell(title, 'head')),
    ),
    ...rows.map((row, at) =>
      rowXml(
        at + 2,
        row.map((cell, place) => cellXml(cell, columns[place])),
      ),
    ),
    ...totals.map((row, at) =>
      rowXml(
        rows.length + at + 2,
        row.map((cell, place) => cellXml(cell, columns[place], true)),
      ),
    ),
  ];
  return sheetXml(widths, lines, { filter: `A1:${last}`, isFrozen: true });
}

function definitionsXml({ language, title, query, about, definitions }: ExportSheet): string {
  const lines: readonly (readonly [string, string, StyleName])[] = [
    ['', title, 'head'],
    ...about.map((line): [string, string, StyleName] => ['', line, 'text']),
    [FILE_WORDS[language].query, query, 'text'],
    ...definitions.map((one): [string, string, StyleName] => [one.title, one.about, 'text']),
  ];
  const rows = lines.map(([name, text, style], at) =>
    rowXml(at + 1, [textCell(name, 'head'), textCell(text, style)]),
  );
  return sheetXml([28, 110], rows, {});
}

function sheetXml(
  widths: readonly number[],
  rows: readonly string[],
  { filter, isFrozen }: { readonly filter?: string; readonly isFrozen?: boolean },
): string {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${isFrozen ? frozen : ''}</sheetView></sheetViews>
<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}</worksheet>`;
}

function rowXml(number: number, cells: readonly string[]): string {
  const placed = cells.map((cell, at) => cell.replace('<c ', `<c r="${letters(at)}${number}" `));
  return `<row r="${number}">${placed.join('')}</row>`;
}

function cellXml(cell: Cell, column: Column | undefined, isTotal = false): string {
  if (cell === undefined || column === undefined) return '';
  if ('decimal' in cell) return numberCell(cell.decimal, styleOf('money', cell.digits, isTotal));
  if ('number' in cell) return numberCell(String(cell.number), styleOf(column.kind, 0, isTotal));
  const day = column.kind === 'day' || column.kind === 'hour' ? serialOf(cell.text) : undefined;
  return day === undefined
    ? textCell(cell.text, isTotal ? 'head' : 'text')
    : numberCell(String(day), styleOf(column.kind, 0, isTotal));
}

function numberCell(value: string, style: number): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}

function textCell(text: string, style: StyleName): string {
  return `<c t="inlineStr" s="${STYLES.indexOf(style)}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const DAY_MS = 86_400_000;

/** Days since 30 December 1899, as spreadsheets count them; no day: `undefined`. */
function serialOf(text: string): number | undefined {
  const moment = Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`);
  return Number.isNaN(moment) ? undefined : (moment - Date.UTC(1899, 11, 30)) / DAY_MS;
}

/** @example letters(27) // AB */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  // XML 1.0 has no place for other control characters, nor for halves of surrogate pairs.
  const allowed = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uD800-\uDFFF\uE000-\uFFFD]/g, '');
  return allowed.replace(/[&<>"]/g, (mark) => marks[mark] ?? '');
}
