import type { ReadContext } from '../format.ts';
import { cellAt, type Header } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { FileRecord, VariantRecord } from '../record.ts';
import { readDecimal } from '../values/decimal.ts';
import { readList } from '../values/list.ts';
import { toGrams, toMillimetres } from '../values/measure.ts';
import type { Cells } from './cells.ts';
import { numbered, WOO_ATTRIBUTE, WOO_DOWNLOAD, WOO_MEASURE, type WooKey } from './woocommerce-columns.ts';

export type WooAttribute = {
  readonly name: string;
  readonly values: readonly string[];
  readonly line: number;
};
/** What is read of each row, by readers that know the file's columns. */
export type Reading = {
  readonly cells: Cells<WooKey>;
  readonly context: ReadContext;
  readonly measures: (
    row: Row,
  ) => Pick<VariantRecord['draft'], 'weightGrams' | 'lengthMm' | 'widthMm' | 'heightMm'>;
  readonly attributes: (row: Row) => readonly WooAttribute[];
  readonly files: (row: Row) => readonly FileRecord[];
};

export function attributeReader(header: Header): Reading['attributes'] {
  const columns = numbered(header, WOO_ATTRIBUTE);
  return (row) =>
    [...columns.values()].flatMap((parts) => {
      const name = cellAt(row, parts.get('name')).trim();
      const values = readList(cellAt(row, parts.get('value(s)')), ',');
      return name === '' || values.length === 0 ? [] : [{ name, values, line: row.line }];
    });
}

export function fileReader(header: Header, cells: Cells<WooKey>): Reading['files'] {
  const columns = numbered(header, WOO_DOWNLOAD);
  return (row) =>
    [...columns.values()].flatMap((parts) => {
      const source = cellAt(row, parts.get('url')).trim();
      if (source === '') return [];
      const limit = cells.text(row, 'downloadLimit').startsWith('-')
        ? undefined
        : cells.whole(row, 'downloadLimit');
      const days = cells.text(row, 'downloadExpiry').startsWith('-')
        ? undefined
        : cells.whole(row, 'downloadExpiry');
      const name = cellAt(row, parts.get('name')).trim() || source;
      return [{ source, name, downloadLimit: limit || undefined, expiryDays: days || undefined }];
    });
}

export function measureReader(
  header: Header,
  context: ReadContext,
  cells: Cells<WooKey>,
): Reading['measures'] {
  const columns = header.names.flatMap((name, place) => {
    const match = WOO_MEASURE.exec(name.trim());
    return match ? [{ place, name, field: (match[1] ?? '').toLowerCase(), unit: match[2] ?? '' }] : [];
  });
  return (row) => {
    const found: { weightGrams?: number; lengthMm?: number; widthMm?: number; heightMm?: number } = {};
    for (const { place, name, field, unit } of columns) {
      const cell = cellAt(row, place).trim();
      if (cell === '') continue;
      const reading = readDecimal(cell, context.markOf(place));
      const amount = reading.ok ? Number(reading.decimal) : Number.NaN;
      const value = field === 'weight' ? toGrams(amount, unit) : toMillimetres(amount, unit);
      if (value === undefined) {
        const message = `"${cell}" is no measure in ${unit}.`;
        cells.issues.push({ line: row.line, column: name, severity: 'error', code: 'bad_measure', message });
      } else if (field === 'weight') found.weightGrams = value;
      else if (field === 'length') found.lengthMm = value;
      else if (field === 'width') found.widthMm = value;
      else found.heightMm = value;
    }
    return found;
  };
}
