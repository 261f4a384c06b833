import { slug } from '../../../kernel/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, type Header } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { ImageRecord, ProductRecord, VariantRecord } from '../record.ts';
import { readList, readPaths } from '../values/list.ts';
import { attributeKey } from '../values/words.ts';
import { type Cells, cellReader, priceOf } from './cells.ts';
import type { MappingField } from './mapping.ts';
import { stockIn } from './stock.ts';
import { checkVariants, optionsOf } from './variants.ts';

/**
 * A file of no known format, read by a mapping from our fields to its columns. Rows with one handle, or
 * without that column one group, or else one SKU, are one product. An `attribute.KEY` field fills an
 * attribute, and `option1.name` may name the option by its text instead of a column.
 */
export function mappedFormat(mapping: Readonly<Record<string, string>>): Format {
  const columns = columnsOf(mapping);
  return {
    name: 'mapped',
    title: 'Mapped columns',
    recognise: () => 0,
    numberColumns: () =>
      (['price', 'compareAtPrice', 'cost', 'weightGrams', 'stock'] as const).flatMap((key) => columns[key]),
    keysOf: (header) => {
      const places = (['handle', 'group', 'sku'] as const).flatMap(
        (key) => header.find(...columns[key]) ?? [],
      );
      return (row) => {
        const key = places.map((place) => cellAt(row, place).trim()).find((cell) => cell !== '');
        return [key ?? `line:${row.line}`];
      };
    },
    read: (header, context) => {
      const attributes = Object.entries(mapping).filter(([field]) => field.startsWith('attribute.'));
      const known = (name: string) => attributes.some(([, column]) => column === name);
      const cells = cellReader(header, context, columns, known);
      return (rows) => [productOf(rows, cells, context, mapping, header)];
    },
  };
}

function columnsOf(mapping: Readonly<Record<string, string>>): Record<MappingField, readonly string[]> {
  const named = (field: MappingField): readonly string[] => {
    const column = mapping[field];
    return column === undefined ? [] : [column];
  };
  return {
    handle: named('handle'),
    group: named('group'),
    title: named('title'),
    description: named('description'),
    brand: named('brand'),
    type: named('type'),
    tags: named('tags'),
    categories: named('categories'),
    status: named('status'),
    seoTitle: named('seoTitle'),
    seoDescription: named('seoDescription'),
    sku: named('sku'),
    barcode: named('barcode'),
    price: named('price'),
    compareAtPrice: named('compareAtPrice'),
    cost: named('cost'),
    stock: named('stock'),
    weightGrams: named('weightGrams'),
    images: named('images'),
    option1: named('option1'),
    option2: named('option2'),
    option3: named('option3'),
    hsCode: named('hsCode'),
    originCountry: named('originCountry'),
  };
}

type MappedCells = Cells<MappingField>;

function productOf(
  rows: readonly Row[],
  cells: MappedCells,
  context: ReadContext,
  mapping: Readonly<Record<string, string>>,
  header: Header,
): ProductRecord {
  cells.issues.length = 0;
  const first = rows.find((row) => cells.text(row, 'title') !== '') ?? rows[0] ?? { line: 0, cells: [] };
  const keys = (['option1', 'option2', 'option3'] as const).filter((key) =>
    rows.some((row) => cells.text(row, key) !== ''),
  );
  const names = keys.map((key) => mapping[`${key}.name`] ?? mapping[key] ?? key);
  const variants = rows.map((row) => variantOf(row, keys, cells, context));
  checkVariants(cells, names, variants);
  const handle = cells.text(first, 'handle');
  return {
    line: first.line,
    handle: slug(handle || cells.text(first, 'title')),
    isHandleGiven: handle !== '',
    product: {
      ...fieldsOf(first, cells),
      options: optionsOf(names, variants),
      foreignFields: Object.fromEntries(cells.foreign(first)),
    },
    attributes: Object.entries(mapping).flatMap(([field, column]) => {
      const text = field.startsWith('attribute.') ? cellAt(first, header.find(column)).trim() : '';
      const key = attributeKey(field.slice('attribute.'.length));
      return text === '' ? [] : [{ key, name: column, values: [text], line: first.line, column }];
    }),
    variants,
    ...(cells.has('images') ? { images: rows.flatMap((row) => imagesOf(row, cells)) } : {}),
    translations: [],
    links: [],
    oldPaths: [],
    issues: [...cells.issues],
  };
}

function fieldsOf(row: Row, cells: MappedCells): ProductRecord['product'] {
  const given = <Fields extends object>(key: MappingField, fields: (text: string) => Fields) =>
    cells.has(key) ? fields(cells.text(row, key)) : {};
  return {
    ...given('title', (title) => (title === '' ? {} : { title })),
    ...given('description', (descriptionHtml) => ({ descriptionHtml })),
    ...given('brand', (brand) => ({ brand })),
    ...given('type', (productType) => ({ productType })),
    ...given('tags', (text) => ({ tags: readList(text, text.includes(';') ? ';' : ',') })),
    ...given('categories', (text) => ({ categories: readPaths(text, text.includes(';') ? ';' : ',') })),
    ...given('seoTitle', (seoTitle) => ({ seoTitle })),
    ...given('seoDescription', (seoDescription) => ({ seoDescription })),
    status: statusOf(row, cells),
  };
}

function statusOf(row: Row, cells: MappedCells): 'draft' | 'active' | 'archived' {
  const text = cells.text(row, 'status').toLowerCase();
  if (text === 'active' || text === 'draft' || text === 'archived') return text;
  return cells.yesNo(row, 'status') === false ? 'draft' : 'active';
}

function variantOf(
  row: Row,
  keys: readonly MappingField[],
  cells: MappedCells,
  context: ReadContext,
): VariantRecord {
  const grams = cells.number(row, 'weightGrams');
  const onHand = stockIn(cells, row, 'stock');
  const cost = cells.money(row, 'cost', context.currency);
  const price = cells.money(row, 'price', context.currency);
  return {
    line: row.line,
    draft: {
      optionValues: keys.map((key) => cells.text(row, key)),
      ...(cells.has('sku') ? { sku: cells.text(row, 'sku') || undefined } : {}),
      ...(cells.has('barcode') ? { barcode: cells.text(row, 'barcode') || undefined } : {}),
      ...(cells.has('cost') ? { cost } : {}),
      ...(grams === undefined ? {} : { weightGrams: Math.round(grams) }),
      ...(cells.has('hsCode') ? { hsCode: cells.text(row, 'hsCode').replaceAll('.', '') || undefined } : {}),
      ...(cells.has('originCountry')
        ? { originCountry: cells.text(row, 'originCountry').toUpperCase() || undefined }
        : {}),
    },
    prices: priceOf(price, cells.money(row, 'compareAtPrice', context.currency)),
    stock: onHand === undefined ? [] : [{ location: undefined, onHand }],
    ...(onHand === undefined ? {} : { policy: { isTracked: true, mayBackorder: false } }),
  };
}

function imagesOf(row: Row, cells: MappedCells): ImageRecord[] {
  return cells
    .text(row, 'images')
    .split(/[\s,;|]+(?=https?:)|[;|]|,\s+/)
    .map((source) => source.trim())
    .filter((source) => source !== '')
    .map((source) => ({ source, alt: '', line: row.line }));
}
