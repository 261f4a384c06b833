import { fromDecimal, slug } from '../../../kernel/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, type Header, shareOf } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, ImageRecord, PriceRecord, ProductRecord, VariantRecord } from '../record.ts';
import { readDecimal } from '../values/decimal.ts';
import { attributeKey } from '../values/words.ts';
import { type Cells, cellReader, type MoneyCell, priceOf } from './cells.ts';
import { marketColumnOf, metafieldOf, SHOPIFY_COLUMNS, type ShopifyKey } from './shopify-columns.ts';
import { stockIn } from './stock.ts';
import { checkVariants, optionsOf } from './variants.ts';

const OLD = ['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Option1 Name', 'Variant Price', 'Image Src'];
const NEW = [
  'Title',
  'URL handle',
  'Vendor',
  'Option1 name',
  'Price',
  'Product image URL',
  'Inventory tracker',
];

/** Shopify's product file, older and newer dialect (formats.md 4.1). Rows with one handle are one product. */
export const shopify: Format = {
  name: 'shopify',
  title: 'Shopify products',
  recognise: (header) => Math.max(shareOf(header, OLD), shareOf(header, NEW)),
  numberColumns: (header) => {
    const fixed = ['price', 'compareAt', 'cost', 'grams', 'unitTotal', 'unitBase', 'quantity'] as const;
    const ofMarkets = header.names.filter((name) => marketColumnOf(name) !== undefined);
    return [...fixed.flatMap((key) => SHOPIFY_COLUMNS[key]), ...ofMarkets];
  },
  keysOf: (header) => {
    const handle = header.find(...SHOPIFY_COLUMNS.handle);
    const title = header.find('Title');
    return (row) => {
      const given = cellAt(row, handle).trim() || slug(cellAt(row, title));
      return given === '' ? [] : [given];
    };
  },
  read: (header, context) => {
    const known = (name: string): boolean =>
      metafieldOf(name) !== undefined || marketOf(name, context) !== undefined;
    const cells = cellReader(header, context, SHOPIFY_COLUMNS, known);
    const marketPrices = marketPriceReader(header, context, cells);
    const metafields = metafieldReader(header, cells);
    return (rows) => [productOf(rows, cells, context, marketPrices, metafields)];
  },
};

type ShopifyCells = Cells<ShopifyKey>;

function productOf(
  rows: readonly Row[],
  cells: ShopifyCells,
  context: ReadContext,
  marketPrices: (row: Row) => PriceRecord[],
  metafields: (row: Row) => AttributeRecord[],
): ProductRecord {
  cells.issues.length = 0;
  const first = rows.find((row) => cells.text(row, 'title') !== '') ?? rows[0] ?? { line: 0, cells: [] };
  const given = cells.text(first, 'handle');
  const names = optionNames(first, cells);
  const variants = rows
    .filter((row) => row === first || isVariantRow(row, cells))
    .map((row) => variantOf(row, row === first, names, cells, context, marketPrices));
  checkVariants(cells, names, variants);
  return {
    line: first.line,
    handle: given || slug(cells.text(first, 'title')),
    isHandleGiven: given !== '',
    product: {
      ...fieldsOf(first, cells),
      options: optionsOf(names, variants),
      foreignFields: Object.fromEntries(cells.foreign(first)),
    },
    attributes: metafields(first),
    variants,
    ...(cells.has('image') ? { images: imagesOf(rows, cells) } : {}),
    translations: [],
    links: [],
    oldPaths: [],
    issues: [...cells.issues],
  };
}

function fieldsOf(row: Row, cells: ShopifyCells): ProductRecord['product'] {
  const given = <Fields extends object>(key: ShopifyKey, fields: (text: string) => Fields) =>
    cells.has(key) ? fields(cells.text(row, key)) : {};
  return {
    ...given('title', (title) => (title === '' ? {} : { title })),
    ...given('body', (descriptionHtml) => ({ descriptionHtml })),
    ...given('vendor', (brand) => ({ brand })),
    ...given('type', (productType) => ({ productType })),
    ...given('tags', (tags) => ({ tags: distinct(tags.split(',')) })),
    ...given('category', (path) => ({ categories: path === '' ? [] : [distinct(path.split('>'))] })),
    ...given('seoTitle', (seoTitle) => ({ seoTitle })),
    ...given('seoDescription', (seoDescription) => ({ seoDescription })),
    // The file knows no bundles and no downloads: a product that is one here stays one.
    ...(cells.yesNo(row, 'giftCard') === true ? { kind: 'gift_card' as const } : {}),
    status: statusOf(row, cells),
  };
}

// Shopify treats a product without these columns as active; one that is not published is no page of the shop.
function statusOf(row: Row, cells: ShopifyCells): 'draft' | 'active' | 'archived' {
  const status = cells.text(row, 'status').toLowerCase();
  if (status === 'archived' || status === 'draft') return status;
  if (status !== '' && status !== 'active' && status !== 'unlisted') {
    cells.report(row, 'status', 'error', 'unknown_status', `"${status}" is none of active, draft, archived.`);
  }
  return cells.yesNo(row, 'published') === false || status === 'unlisted' ? 'draft' : 'active';
}

// A product without options is written as one option "Title" with the value "Default Title".
function optionNames(row: Row, cells: ShopifyCells): string[] {
  const names = (['option1Name', 'option2Name', 'option3Name'] as const).map((key) => cells.text(row, key));
  const isPlain = cells.text(row, 'option1Value') === 'Default Title' || names[0] === '';
  return isPlain ? [] : names.filter((name) => name !== '');
}

function isVariantRow(row: Row, cells: ShopifyCells): boolean {
  return (['option1Value', 'option2Value', 'option3Value', 'sku', 'price'] as const).some(
    (key) => cells.text(row, key) !== '',
  );
}

function variantOf(
  row: Row,
  isFirst: boolean,
  names: readonly string[],
  cells: ShopifyCells,
  context: ReadContext,
  marketPrices: (row: Row) => PriceRecord[],
): VariantRecord {
  const keys = ['option1Value', 'option2Value', 'option3Value'] as const;
  const cost = cells.money(row, 'cost', context.currency);
  const grams = cells.number(row, 'grams');
  const main = priceOf(
    cells.money(row, 'price', context.currency),
    cells.money(row, 'compareAt', context.currency),
  );
  return {
    line: row.line,
    draft: {
      optionValues: keys.slice(0, names.length).map((key) => cells.text(row, key)),
      sku: cells.text(row, 'sku') || undefined,
      barcode: cells.text(row, 'barcode') || undefined,
      ...(cells.has('cost') ? { cost } : {}),
      ...(grams === undefined ? {} : { weightGrams: Math.round(grams) }),
      requiresShipping: cells.yesNo(row, 'requiresShipping') ?? true,
      isTaxable: cells.yesNo(row, 'taxable') ?? true,
      taxCode: cells.text(row, 'taxCode'),
      ...(cells.has('unitTotal') ? { unitPrice: unitPriceOf(row, cells) } : {}),
      foreignFields: isFirst ? {} : Object.fromEntries(cells.foreign(row)),
    },
    prices: [...main, ...marketPrices(row)],
    stock: stockOf(row, cells),
    policy: {
      isTracked: cells.text(row, 'tracker') !== '',
      mayBackorder: /^(continue|true|yes|1)$/i.test(cells.text(row, 'oversell')),
    },
    ...(cells.has('variantImage') ? { image: cells.text(row, 'variantImage') || undefined } : {}),
  };
}

function unitPriceOf(row: Row, cells: ShopifyCells) {
  const total = cells.number(row, 'unitTotal');
  const base = cells.number(row, 'unitBase');
  const totalUnit = cells.text(row, 'unitTotalUnit');
  const baseUnit = cells.text(row, 'unitBaseUnit') || totalUnit;
  if (total === undefined || total <= 0 || totalUnit === '') return undefined;
  return { total, totalUnit, base: base ?? 1, baseUnit };
}

function stockOf(row: Row, cells: ShopifyCells): VariantRecord['stock'] {
  const onHand = stockIn(cells, row, 'quantity');
  return onHand === undefined ? [] : [{ location: undefined, onHand }];
}

function imagesOf(rows: readonly Row[], cells: ShopifyCells): ImageRecord[] {
  const found = rows
    .filter((row) => cells.text(row, 'image') !== '')
    .map((row, order) => ({
      image: { source: cells.text(row, 'image'), alt: cells.text(row, 'imageAlt'), line: row.line },
      position: cells.number(row, 'imagePosition') ?? order + 1,
    }));
  return found.toSorted((a, b) => a.position - b.position).map(({ image }) => image);
}

function marketOf(name: string, context: ReadContext) {
  const column = marketColumnOf(name);
  const currency = column && context.currencyOfMarket(column.market);
  return column && currency ? { ...column, currency } : undefined;
}

// A market's price without a market of that name in the shop stays a foreign field.
function marketPriceReader(
  header: Header,
  context: ReadContext,
  cells: ShopifyCells,
): (row: Row) => PriceRecord[] {
  const columns = header.names.flatMap((name, place) => {
    const market = marketOf(name, context);
    return market && market.currency !== context.currency ? [{ ...market, place, name }] : [];
  });
  const read = (row: Row, column: (typeof columns)[number] | undefined): MoneyCell | undefined => {
    const cell = column === undefined ? '' : cellAt(row, column.place).trim();
    if (column === undefined || cell === '') return undefined;
    const reading = readDecimal(cell, context.markOf(column.place));
    const amount = reading.ok ? fromDecimal(reading.decimal, column.currency) : undefined;
    if (amount !== undefined && amount.minor >= 0n) return amount;
    const message = `"${cell}" is no amount in ${column.currency}.`;
    cells.issues.push({ line: row.line, column: column.name, severity: 'error', code: 'bad_price', message });
    return undefined;
  };
  return (row) =>
    columns
      .filter((column) => column.kind === 'price')
      .flatMap((column) => {
        const compareAt = columns.find(
          (other) => other.kind === 'compareAt' && other.market === column.market,
        );
        return priceOf(read(row, column), read(row, compareAt));
      });
}

const GOOGLE_ATTRIBUTES = [
  ['gender', 'gender', 'Gender'],
  ['ageGroup', 'age_group', 'Age group'],
  ['mpn', 'mpn', 'MPN'],
  ['condition', 'condition', 'Condition'],
] as const;

function metafieldReader(header: Header, cells: ShopifyCells): (row: Row) => AttributeRecord[] {
  const columns = header.names.flatMap((name, place) => {
    const field = metafieldOf(name);
    return field ? [{ place, column: name, name: field.label, key: attributeKey(field.key) }] : [];
  });
  return (row) => {
    const own = columns.map((column) => ({ ...column, text: cellAt(row, column.place) }));
    const google = GOOGLE_ATTRIBUTES.map(([cell, key, name]) => ({
      key,
      name,
      column: name,
      text: cells.text(row, cell),
    }));
    return [...own, ...google].flatMap(({ key, name, column, text }) => {
      const values = distinct(text.split('; '));
      return values.length === 0 ? [] : [{ key, name, column, values, text: text.trim(), line: row.line }];
    });
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
