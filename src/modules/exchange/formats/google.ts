import { slug } from '../../../kernel/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, shareOf } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, ImageRecord, ProductRecord, VariantRecord } from '../record.ts';
import { readList } from '../values/list.ts';
import { toGrams } from '../values/measure.ts';
import { type Cells, type Columns, cellReader } from './cells.ts';
import { readInstant, salePrice } from './sale.ts';
import { checkVariants, optionsOf } from './variants.ts';

const COLUMNS = {
  id: ['id'],
  title: ['title'],
  description: ['description'],
  link: ['link'],
  image: ['image_link', 'image link'],
  moreImages: ['additional_image_link', 'additional image link'],
  availability: ['availability'],
  price: ['price'],
  salePrice: ['sale_price', 'sale price'],
  saleWindow: ['sale_price_effective_date', 'sale price effective date'],
  cost: ['cost_of_goods_sold', 'cost of goods sold'],
  brand: ['brand'],
  gtin: ['gtin'],
  mpn: ['mpn'],
  condition: ['condition'],
  groupId: ['item_group_id', 'item group id'],
  color: ['color'],
  size: ['size'],
  material: ['material'],
  pattern: ['pattern'],
  gender: ['gender'],
  ageGroup: ['age_group', 'age group'],
  productType: ['product_type', 'product type'],
  weight: ['shipping_weight', 'shipping weight', 'product_weight', 'product weight'],
} as const satisfies Columns<string>;

type Key = keyof typeof COLUMNS;
type GoogleCells = Cells<Key>;

const TELLING = ['id', 'title', 'description', 'link', 'image_link', 'availability', 'price'];
const WITH_SPACES = TELLING.map((name) => name.replaceAll('_', ' '));
// What tells the items of a group apart (Google: "variant attributes"), at most three of which a product here
// has.
const OPTIONS = [
  ['color', 'Color'],
  ['size', 'Size'],
  ['material', 'Material'],
  ['pattern', 'Pattern'],
] as const;

/**
 * Google Merchant's feed as tab-separated text, RSS 2.0 or Atom (formats.md 4.7). `item_group_id` joins
 * variants.
 */
export const google: Format = {
  name: 'google',
  title: 'Google Merchant feed',
  recognise: (header) => Math.max(shareOf(header, TELLING), shareOf(header, WITH_SPACES)),
  numberColumns: () => (['price', 'salePrice', 'cost'] as const).flatMap((key) => COLUMNS[key]),
  keysOf: (header) => {
    const [id, group] = [header.find(...COLUMNS.id), header.find(...COLUMNS.groupId)];
    return (row) => {
      const of = cellAt(row, group).trim();
      return [of === '' ? `id:${cellAt(row, id).trim() || `line ${row.line}`}` : `group:${of}`];
    };
  },
  read: (header, context) => {
    const cells = cellReader(header, context, COLUMNS);
    return (rows) => [productOf(rows, cells, context)];
  },
};

function productOf(rows: readonly Row[], cells: GoogleCells, context: ReadContext): ProductRecord {
  cells.issues.length = 0;
  const first = rows[0] ?? { line: 0, cells: [] };
  const used =
    rows.length === 1 ? [] : OPTIONS.filter(([key]) => rows.some((row) => cells.text(row, key) !== ''));
  const varying = used
    .filter(([key]) => new Set(rows.map((row) => cells.text(row, key))).size > 1)
    .slice(0, 3);
  const names = varying.map(([, name]) => name);
  const variants = rows.map((row) =>
    variantOf(
      row,
      varying.map(([key]) => key),
      rows.length > 1,
      cells,
      context,
    ),
  );
  checkVariants(cells, names, variants);
  const path = pathOf(cells.text(first, 'link'));
  const title = titleOf(
    first,
    varying.map(([key]) => key),
    cells,
  );
  return {
    line: first.line,
    handle: slug(title),
    isHandleGiven: false,
    product: {
      ...(title === '' ? {} : { title }),
      descriptionHtml: asHtml(cells.text(first, 'description')),
      brand: cells.text(first, 'brand'),
      categories: categoriesOf(cells.text(first, 'productType')),
      status: 'active',
      kind: 'physical',
      options: optionsOf(names, variants),
      foreignFields: Object.fromEntries(cells.foreign(first)),
    },
    attributes: attributesOf(
      first,
      varying.map(([key]) => key),
      cells,
    ),
    variants,
    images: rows.flatMap((row) => imagesOf(row, cells)),
    translations: [],
    links: [],
    oldPaths: path === undefined ? [] : [path],
    issues: [...cells.issues],
  };
}

function variantOf(
  row: Row,
  options: readonly Key[],
  isOfGroup: boolean,
  cells: GoogleCells,
  context: ReadContext,
): VariantRecord {
  const availability = cells.text(row, 'availability').toLowerCase().replaceAll(' ', '_');
  const isOut = availability === 'out_of_stock';
  const weight = /^([\d.,]+)\s*([a-z]+)$/i.exec(cells.text(row, 'weight'));
  const grams = weight ? toGrams(Number((weight[1] ?? '').replace(',', '.')), weight[2] ?? '') : undefined;
  const cost = cells.money(row, 'cost', context.currency);
  return {
    line: row.line,
    draft: {
      optionValues: options.map((key) => cells.text(row, key)),
      sku: cells.text(row, 'id') || undefined,
      barcode: cells.text(row, 'gtin') || undefined,
      ...(cells.has('cost') ? { cost } : {}),
      ...(grams === undefined ? {} : { weightGrams: grams }),
      foreignFields: isOfGroup ? Object.fromEntries(cells.foreign(row)) : {},
    },
    prices: pricesOf(row, cells, context),
    // A feed says whether there is stock, never how much.
    stock: isOut ? [{ location: undefined, onHand: 0 }] : [],
    policy: {
      isTracked: isOut || availability === 'backorder' || availability === 'preorder',
      mayBackorder: availability === 'backorder' || availability === 'preorder',
      lowStockAt: undefined,
    },
    image: cells.text(row, 'image') || undefined,
  };
}

function pricesOf(row: Row, cells: GoogleCells, context: ReadContext): VariantRecord['prices'] {
  const [from = '', until = ''] = cells.text(row, 'saleWindow').split('/');
  const window = { from: readInstant(from), until: readInstant(until) };
  const regular = cells.money(row, 'price', context.currency);
  const sale = cells.money(row, 'salePrice', context.currency);
  const { prices, isRunning } = salePrice(regular, sale, window, context.now);
  if (!isRunning) {
    cells.report(
      row,
      'salePrice',
      'warning',
      'sale_not_running',
      'The sale price does not apply today and is left out.',
    );
  }
  return prices;
}

function imagesOf(row: Row, cells: GoogleCells): ImageRecord[] {
  const more = readList(cells.text(row, 'moreImages'), ',');
  return [cells.text(row, 'image'), ...more]
    .filter((source) => source !== '')
    .map((source) => ({ source, alt: '', line: row.line }));
}

// Feeds often end a variant's title in its values: `Mug - Red, L`. The product's title is what stands before.
function titleOf(row: Row, options: readonly Key[], cells: GoogleCells): string {
  let title = cells.text(row, 'title');
  for (const value of options.map((key) => cells.text(row, key)).toReversed()) {
    if (value !== '' && title.endsWith(value))
      title = title.slice(0, -value.length).replace(/[\s,/|–-]+$/, '');
  }
  return title || cells.text(row, 'title');
}

const ATTRIBUTES = [
  ['mpn', 'mpn', 'MPN'],
  ['condition', 'condition', 'Condition'],
  ['gender', 'gender', 'Gender'],
  ['ageGroup', 'age_group', 'Age group'],
  ['color', 'color', 'Color'],
  ['size', 'size', 'Size'],
  ['material', 'material', 'Material'],
  ['pattern', 'pattern', 'Pattern'],
] as const;

function attributesOf(row: Row, options: readonly Key[], cells: GoogleCells): AttributeRecord[] {
  return ATTRIBUTES.filter(([key]) => !options.includes(key) && cells.text(row, key) !== '').map(
    ([key, attribute, name]) => ({
      key: attribute,
      name,
      values: [cells.text(row, key)],
      line: row.line,
      column: attribute,
    }),
  );
}

function categoriesOf(text: string): string[][] {
  const path = text
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return path.length === 0 ? [] : [path];
}

function pathOf(link: string): string | undefined {
  const path = URL.canParse(link) ? new URL(link).pathname : '/';
  return path === '/' ? undefined : path;
}

function asHtml(text: string): string {
  if (/<[a-z][^>]*>/i.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
