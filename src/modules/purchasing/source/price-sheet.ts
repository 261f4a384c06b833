import { type CurrencyCode, minorDigits } from '../../../kernel/index.ts';
import type { PriceBreak } from './price.ts';

/** An entry of a pasted price list: one variant, named by our SKU or barcode, with all of its rows. */
export type SheetEntry = {
  /** The first row that it stands in, the head being 1. */
  readonly line: number;
  readonly code: string;
  readonly sku: string | undefined;
  readonly packSize: number;
  readonly minimumQuantity: number;
  readonly shelfLifeDays: number | undefined;
  readonly breaks: readonly PriceBreak[];
};

export type SheetProblem = { readonly line: number; readonly message: string };

type Column = 'code' | 'sku' | 'price' | 'per' | 'from' | 'pack' | 'minimum' | 'shelf';

/** Heads as suppliers write them, folded: English, German, French, Spanish. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  code: ['sku', 'code', 'barcode', 'ean', 'gtin', 'artikelnummer', 'reference', 'referencia'],
  sku: ['supplier sku', 'supplier code', 'lieferantennummer', 'ref fournisseur', 'ref proveedor'],
  price: ['price', 'preis', 'prix', 'precio'],
  per: ['per', 'price unit', 'preiseinheit', 'par', 'por'],
  from: ['from', 'from quantity', 'ab', 'ab menge', 'a partir de', 'desde'],
  pack: ['pack', 'pack size', 've', 'verpackungseinheit', 'colis', 'paquete'],
  minimum: ['minimum', 'moq', 'min', 'mindestmenge', 'minimum de commande', 'minimo'],
  shelf: ['shelf life', 'shelf life days', 'haltbarkeit', 'duree de conservation', 'caducidad'],
};

/**
 * Reads a price list as it is pasted from a sheet or a CSV file: tabs, semicolons or commas; a head; decimals with a point
 * or a comma. A price of more digits than the currency has is one for more pieces: 0.0125 EUR is 1.25 for 100. Whether 1,250
 * is a thousand or a quarter more than one is told by the other prices of the sheet, else by nobody.
 */
export function parsePriceSheet(
  text: string,
  currency: CurrencyCode,
): { readonly entries: SheetEntry[]; readonly problems: SheetProblem[] } {
  const rows = text.split(/\r?\n/);
  const [head = ''] = rows;
  const separator = ['\t', ';', ','].find((one) => head.includes(one)) ?? ';';
  const columns = new Map(cellsOf(head, separator).map((cell, index) => [columnOf(cell), index] as const));
  if (!columns.has('code') || !columns.has('price')) {
    return {
      entries: [],
      problems: [{ line: 1, message: 'the head names no column sku (or barcode) and price' }],
    };
  }
  const problems: SheetProblem[] = [];
  const entries = new Map<string, SheetEntry>();
  const at = columns.get('price') ?? -1;
  const mark = decimalMark(rows.slice(1).map((row) => cellsOf(row, separator)[at] ?? ''));
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row.trim() === '') continue;
    const cells = cellsOf(row, separator);
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
    const read = readRow(cell, index + 1, { currency, mark });
    if ('message' in read) problems.push(read);
    else entries.set(read.code, merged(entries.get(read.code), read));
  }
  return { entries: [...entries.values()], problems };
}

function readRow(
  cell: (column: Column) => string,
  line: number,
  { currency, mark }: { readonly currency: CurrencyCode; readonly mark: Mark | undefined },
): SheetEntry | SheetProblem {
  const code = cell('code');
  if (code === '') return { line, message: 'no sku' };
  const counts = { per: 1, from: 1, pack: 1, minimum: 1 };
  for (const name of ['per', 'from', 'pack', 'minimum'] as const) {
    const count = countOf(cell(name), 1);
    if (count === undefined) return { line, message: `${name} is no whole number: ${cell(name)}` };
    counts[name] = count;
  }
  const shelf = countOf(cell('shelf'), 0);
  if (shelf === undefined) return { line, message: `shelf life is no whole number: ${cell('shelf')}` };
  if (mark === undefined && isAmbiguous(cell('price'))) {
    const message = `${cell('price')} may be thousands or decimals: write two decimals, such as 1250.00`;
    return { line, message };
  }
  const price = priceOf(cell('price'), { per: counts.per, currency, mark });
  if (price === undefined) return { line, message: `not a price: ${cell('price')}` };
  return {
    ...{ line, code, sku: cell('sku') || undefined, packSize: counts.pack, minimumQuantity: counts.minimum },
    ...{ shelfLifeDays: shelf === 0 ? undefined : shelf, breaks: [{ from: counts.from, ...price }] },
  };
}

function merged(before: SheetEntry | undefined, { breaks, ...row }: SheetEntry): SheetEntry {
  if (before === undefined) return { ...row, breaks };
  const others = before.breaks.filter(({ from }) => breaks.every((one) => one.from !== from));
  return { ...before, breaks: [...others, ...breaks].toSorted((a, b) => a.from - b.from) };
}

/** `1.234,50`, `1,234.50`, `12,5` and `12.5`; more digits than the currency has are for more pieces. */
function priceOf(
  text: string,
  about: { readonly per: number; readonly currency: CurrencyCode; readonly mark: Mark | undefined },
) {
  const { per, currency, mark } = about;
  const plain = plainOf(text);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const point = isAmbiguous(text) ? plain.lastIndexOf(mark ?? '.') : last;
  const whole = (point < 0 ? plain : plain.slice(0, point)).replaceAll(/[.,]/g, '');
  const fraction = point < 0 ? '' : plain.slice(point + 1).replace(/0+$/, '');
  if (!/^\d{1,12}$/.test(whole) || !/^\d{0,6}$/.test(fraction)) return undefined;
  const digits = minorDigits(currency);
  const more = Math.max(fraction.length - digits, 0);
  const perQuantity = per * 10 ** more;
  if (perQuantity > 1_000_000) return undefined;
  return { priceMinor: BigInt(whole + fraction.padEnd(digits, '0')), perQuantity };
}

type Mark = '.' | ',';

function plainOf(text: string): string {
  return text.replaceAll(/[^\d.,-]/g, '');
}

/** Like 1,250 or 1.250, which one country reads as a thousand times the other. */
function isAmbiguous(text: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(plainOf(text));
}

/** What prices are written with that can be read in one way only; nothing where there are none, or of both kinds. */
function decimalMark(prices: readonly string[]): Mark | undefined {
  const seen = new Set<Mark>();
  for (const price of prices) {
    const plain = plainOf(price);
    const point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    if (point >= 0 && !isAmbiguous(price)) seen.add(plain[point] === ',' ? ',' : '.');
  }
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}

function countOf(text: string, otherwise: number): number | undefined {
  if (text === '') return otherwise;
  return /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= 1_000_000 ? Number(text) : undefined;
}

function columnOf(head: string): Column | undefined {
  const folded = head
    .normalize('NFD')
    .replaceAll(/\p{M}|[._-]/gu, (mark) => (/\p{M}/u.test(mark) ? '' : ' '));
  const name = folded.toLowerCase().trim();
  return COLUMNS.find((column) => HEADS[column].includes(name));
}

const COLUMNS: readonly Column[] = ['code', 'sku', 'price', 'per', 'from', 'pack', 'minimum', 'shelf'];

/** The cells of a row; one in double quotes may hold the separator. */
function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (const character of row) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
