import type { Option } from '../../catalog/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, shareOf } from '../header.ts';
import { readFields } from '../own/cells.ts';
import {
  IMAGE_COLUMNS,
  PRODUCT_COLUMNS,
  readAttributeColumn,
  readDynamicColumn,
  VARIANT_COLUMNS,
} from '../own/columns.ts';
import type { Row } from '../read/csv.ts';
import type { LinkRecord, ProductRecord, TranslationRecord, VariantRecord } from '../record.ts';
import { readList } from '../values/list.ts';
import { cellReader } from './cells.ts';
import { ownFields } from './institor-fields.ts';
import { attributesOf, type OwnCells, type Placed, variantOf } from './institor-variant.ts';
import { checkVariants } from './variants.ts';

const ALL = { ...PRODUCT_COLUMNS, ...VARIANT_COLUMNS, ...IMAGE_COLUMNS };
const TELLING = [
  'Handle',
  'Description HTML',
  'Kind',
  'Option 1 name',
  'Stock is tracked',
  'Other fields',
  'Image',
];

/** Institor's own complete file: what an export writes comes back without a difference. */
export const institor: Format = {
  name: 'institor',
  title: 'Institor products',
  recognise: (header) => shareOf(header, TELLING),
  numberColumns: (header) =>
    header.names.filter((name) => /^(Price|Compare-at price) [A-Z]{3}$|^Cost$|^Unit price/.test(name)),
  keysOf: (header) => {
    const handle = header.find(PRODUCT_COLUMNS.handle);
    return (row) => {
      const given = cellAt(row, handle).trim();
      return given === '' ? [] : [given];
    };
  },
  definitions: (header) =>
    header.names.flatMap((name) => {
      const column = readAttributeColumn(name);
      return column === undefined ? [] : [{ ...column, choices: [], position: 0 }];
    }),
  read: (header, context) => {
    const cells = cellReader(header, context, ALL, (name) => readDynamicColumn(name) !== undefined);
    const columns = header.names.flatMap((name, place): Placed[] => {
      const column = readDynamicColumn(name);
      return column === undefined ? [] : [{ place, name, column }];
    });
    return (rows) => [productOf(rows, cells, columns, context)];
  },
};

function productOf(
  rows: readonly Row[],
  cells: OwnCells,
  columns: readonly Placed[],
  context: ReadContext,
): ProductRecord {
  cells.issues.length = 0;
  const first = rows[0] ?? { line: 0, cells: [] };
  const names = (['option1Name', 'option2Name', 'option3Name'] as const)
    .map((key) => cells.text(first, key))
    .filter((name) => name !== '');
  const variants = rows
    .filter((row) => row === first || isVariantRow(row, cells))
    .map((row) => variantOf(row, names, cells, columns, context));
  checkVariants(cells, names, variants);
  const attributes = attributesOf('product', first, columns);
  return {
    line: first.line,
    handle: cells.text(first, 'handle'),
    isHandleGiven: true,
    product: { ...ownFields(first, cells), options: optionsIn(first, names, variants, cells) },
    ...(attributes === undefined ? {} : { attributes }),
    variants,
    ...(cells.has('image') ? { images: imagesOf(rows, cells) } : {}),
    translations: translationsOf(first, columns, cells),
    links: linksOf(first, cells),
    oldPaths: [],
    issues: [...cells.issues],
  };
}

function isVariantRow(row: Row, cells: OwnCells): boolean {
  return (['option1', 'option2', 'option3', 'sku'] as const).some((key) => cells.text(row, key) !== '');
}

// The order of an option's values is that of the variants, unless the file says otherwise.
function optionsIn(
  row: Row,
  names: readonly string[],
  variants: readonly VariantRecord[],
  cells: OwnCells,
): Option[] {
  const keys = ['option1Order', 'option2Order', 'option3Order'] as const;
  return names.map((name, position) => {
    const key = keys[position];
    const order = key === undefined ? [] : readList(cells.raw(row, key), ',');
    const used = variants.flatMap((variant) => variant.draft.optionValues[position] ?? []);
    return { name, values: [...new Set([...order, ...used])] };
  });
}

function imagesOf(rows: readonly Row[], cells: OwnCells): NonNullable<ProductRecord['images']> {
  return rows
    .filter((row) => cells.text(row, 'image') !== '')
    .map((row) => ({ source: cells.text(row, 'image'), alt: cells.raw(row, 'imageAlt'), line: row.line }));
}

function translationsOf(row: Row, columns: readonly Placed[], cells: OwnCells): TranslationRecord[] {
  const byLocale = new Map<TranslationRecord['locale'], Record<string, string>>();
  for (const { column, place, name } of columns) {
    if (column.kind !== 'translation' && column.kind !== 'otherTranslations') continue;
    const cell = cellAt(row, place);
    const fields = byLocale.get(column.locale) ?? {};
    byLocale.set(column.locale, fields);
    const read = column.kind === 'translation' ? { [column.field]: cell } : readFields(cell);
    if (read !== undefined) Object.assign(fields, read);
    else {
      const message = 'The cell is no JSON object of texts.';
      cells.issues.push({ line: row.line, column: name, severity: 'error', code: 'bad_json', message });
    }
  }
  return [...byLocale].map(([locale, fields]) => ({ locale, fields }));
}

function linksOf(row: Row, cells: OwnCells): LinkRecord[] {
  const kinds = [
    ['related', 'related'],
    ['crossSells', 'cross_sell'],
    ['upSells', 'up_sell'],
  ] as const;
  return kinds.flatMap(([key, kind]): LinkRecord[] =>
    cells.has(key) ? [{ kind, handles: readList(cells.raw(row, key), ','), skus: [] }] : [],
  );
}
