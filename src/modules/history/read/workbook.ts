import { SaxesParser } from 'saxes';
import { BrokenFile } from '../../exchange/index.ts';
import { readZipEntries, type ZipLimits } from '../../media/index.ts';
import { bare, type Cell, dayText } from './sheet-cell.ts';

/** Unpacked; columns of numbers shrink to a twentieth, a bomb to a thousandth. */
const LIMITS: ZipLimits = {
  ...{ maxEntries: 2_000, maxEntryBytes: 250_000_000, maxTotalBytes: 400_000_000, maxRatio: 200 },
};

export type Workbook = {
  /** XML of the first sheet. */
  readonly sheet: Buffer;
  /** What a cell says, as somebody would have typed it. */
  readonly textOf: (cell: Cell) => string;
};

/** @throws BrokenFile when it is none, or more than is read */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await partsOf(path);
  const xml = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const name = firstSheet(xml('xl/workbook.xml'), xml('xl/_rels/workbook.xml.rels'));
  const sheet = parts.get(name);
  if (sheet === undefined)
    throw new BrokenFile('not_a_workbook', 'This is no Excel workbook, or it has no sheet.');
  const shared = sharedTexts(xml('xl/sharedStrings.xml'));
  const isDay = dayStyles(xml('xl/styles.xml'));
  const is1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(xml('xl/workbook.xml'));
  const textOf = ({ type, style, text }: Cell): string => {
    if (type === 's') return shared[Number(text)] ?? '';
    if (type === 'b') return text === '1' ? 'true' : 'false';
    // An error of a formula says nothing.
    if (type === 'e') return '';
    const number = type === 'n' && text !== '' ? Number(text) : Number.NaN;
    if (!Number.isFinite(number)) return text;
    return isDay[style] ? dayText(number, is1904) : decimalText(number);
  };
  return { sheet, textOf };
}

async function partsOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for await (const entry of readZipEntries(path, LIMITS)) {
    if (!entry.ok)
      throw new BrokenFile('not_a_workbook', `This workbook is not read: ${entry.refusal.message}.`);
    const { path: name, data } = entry.value;
    if (/^xl\/(?:[\w-]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w-]+\.xml)$/.test(name))
      parts.set(name, data);
  }
  return parts;
}

/** The path of the sheet that stands first, as the workbook's relationships say it. */
function firstSheet(workbook: string, relationships: string): string {
  const [, id = ''] = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook) ?? [];
  for (const [tag] of relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const target = attribute('Target');
    if (attribute('Id') === id) return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return 'xl/worksheets/sheet1.xml';
}

/** Texts that cells name by their place; of rich text its pieces together, without how it is spoken. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let [text, isText, isSpoken] = ['', false, false];
  parser.on('opentag', ({ name }) => {
    if (bare(name) === 'si') text = '';
    isText = bare(name) === 't';
    if (bare(name) === 'rPh') isSpoken = true;
  });
  parser.on('text', (piece) => {
    if (isText && !isSpoken) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (bare(name) === 'rPh') isSpoken = false;
    if (bare(name) === 'si') texts.push(text);
  });
  if (xml !== '') parser.write(xml).close();
  return texts;
}

/** Of each style of cells whether it shows a number as a day (ECMA-376, part 1, 18.8.30: 14 to 22 and 45 to 47 are built in). */
function dayStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  const parser = new SaxesParser();
  let isCell = false;
  parser.on('opentag', ({ name, attributes }) => {
    const id = Number(attributes['numFmtId']);
    if (bare(name) === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
    if (bare(name) === 'cellXfs') isCell = true;
    if (bare(name) === 'xf' && isCell) styles.push(isDayFormat(id, codes.get(id)));
  });
  parser.on('closetag', ({ name }) => {
    if (bare(name) === 'cellXfs') isCell = false;
  });
  if (xml !== '') parser.write(xml).close();
  return styles;
}

function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(letters) && !/[0#?]/.test(letters.replace(/\.0+/g, ''));
}

/** As a workbook shows it, with fifteen digits: what was typed, not the binary fraction nearest to it. */
function decimalText(number: number): string {
  const shown = Number(number.toPrecision(15));
  const text = String(shown);
  return text.includes('e')
    ? shown.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}
