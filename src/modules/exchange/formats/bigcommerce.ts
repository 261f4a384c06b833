import { slug } from '../../../kernel/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, type Header, shareOf } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, ImageRecord, ProductRecord, VariantRecord } from '../record.ts';
import { toGrams, toMillimetres } from '../values/measure.ts';
import { BIG_COLUMNS, BIG_IMAGE, type BigKey, readBigOptions } from './bigcommerce-columns.ts';
import { type Cells, cellReader, type MoneyCell, priceOf } from './cells.ts';
import { stockIn } from './stock.ts';
import { checkVariants, optionsOf } from './variants.ts';

const OLDER = [
  'Item Type',
  'Product ID',
  'Product Name',
  'Product Code/SKU',
  'Product Description',
  'Product Visible?',
];
const NEWER = ['Item', 'ID', 'Name', 'SKU', 'Options', 'Inventory Tracking', 'Current Stock', 'Is Visible'];
const NUMBERS = [
  'price',
  'cost',
  'retail',
  'sale',
  'weight',
  'width',
  'height',
  'depth',
  'stock',
  'lowStock',
] as const;

/**
 * BigCommerce's product files, older and newer. A product's variants, rules and pictures follow it as rows of
 * their own. Neither file has units: pounds and inches, BigCommerce's own default,
 * unless the import says others.
 */
export const bigcommerce: Format = {
  name: 'bigcommerce',
  title: 'BigCommerce products',
  recognise: (header) => Math.max(shareOf(header, OLDER), shareOf(header, NEWER)),
  numberColumns: () => NUMBERS.flatMap((key) => BIG_COLUMNS[key]),
  unitless: (header) => [
    ...(header.has(...BIG_COLUMNS.weight) ? (['weight'] as const) : []),
    ...(header.has(...BIG_COLUMNS.width, ...BIG_COLUMNS.height) ? (['length'] as const) : []),
  ],
  keysOf: (header) => {
    const item = header.find(...BIG_COLUMNS.item);
    return (row) => (/^(product)?$/i.test(cellAt(row, item).trim()) ? [`line:${row.line}`] : []);
  },
  read: (header, context) => {
    const cells = cellReader(header, context, BIG_COLUMNS, (name) => BIG_IMAGE.test(name));
    const pictures = pictureReader(header, cells);
    return (rows) => [productOf(rows, cells, context, pictures)];
  },
};

type BigCells = Cells<BigKey>;

function productOf(
  rows: readonly Row[],
  cells: BigCells,
  context: ReadContext,
  pictures: (rows: readonly Row[]) => ImageRecord[],
): ProductRecord {
  cells.issues.length = 0;
  const first = rows[0] ?? { line: 0, cells: [] };
  const isOf = (kind: RegExp) => rows.filter((row) => row !== first && kind.test(cells.text(row, 'item')));
  const own = isOf(/^\s*(sku|variant)$/i);
  const rules = isOf(/^\s*rule$/i);
  const values = own.map((row) => new Map(optionsIn(row, cells)));
  const names = [...new Set(values.flatMap((pairs) => [...pairs.keys()]))];
  const variants =
    own.length === 0
      ? [variantOf(first, first, [], rules, cells, context)]
      : own.map((row, order) =>
          variantOf(
            row,
            first,
            names.map((name) => values[order]?.get(name) ?? ''),
            rules,
            cells,
            context,
          ),
        );
  checkVariants(cells, names, variants);
  const title = cells.text(first, 'name');
  const path = cells.text(first, 'url');
  const fromUrl = slug(
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '',
  );
  return {
    line: first.line,
    handle: fromUrl || slug(title),
    isHandleGiven: fromUrl !== '',
    product: { ...fieldsOf(first, cells), options: optionsOf(names, variants) },
    attributes: attributesOf(first, cells),
    variants,
    images: pictures(rows),
    translations: [],
    links: [],
    oldPaths: path.startsWith('/') && path !== '/' ? [path] : [],
    issues: [...cells.issues],
  };
}

function optionsIn(row: Row, cells: BigCells): [string, string][] {
  return readBigOptions(cells.text(row, 'options') || cells.text(row, 'name'));
}

function fieldsOf(row: Row, cells: BigCells): ProductRecord['product'] {
  const title = cells.text(row, 'name');
  const isDigital = /^(d|digital)$/i.test(cells.text(row, 'kind'));
  const categories = cells.text(row, 'categories');
  return {
    ...(title === '' ? {} : { title }),
    descriptionHtml: cells.text(row, 'description'),
    brand: cells.text(row, 'brand'),
    kind: isDigital ? 'digital' : 'physical',
    status: cells.yesNo(row, 'isVisible') === false ? 'draft' : 'active',
    // The newer file may name categories by number only, which says nothing outside that shop.
    categories: /^[\d;,\s]*$/.test(categories)
      ? []
      : categories
          .split(';')
          .map(pathOf)
          .filter((path) => path.length > 0),
    seoTitle: cells.text(row, 'pageTitle'),
    seoDescription: cells.text(row, 'metaDescription'),
    foreignFields: Object.fromEntries(cells.foreign(row)),
  };
}

function pathOf(text: string): string[] {
  return text
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function variantOf(
  row: Row,
  product: Row,
  optionValues: readonly string[],
  rules: readonly Row[],
  cells: BigCells,
  context: ReadContext,
): VariantRecord {
  const from = (key: BigKey): Row => (cells.text(row, key) === '' ? product : row);
  const weight = cells.number(from('weight'), 'weight');
  const length = (key: BigKey): number | undefined => {
    const amount = cells.number(from(key), key);
    return amount === undefined || amount === 0 ? undefined : toMillimetres(amount, context.lengthUnit);
  };
  const cost = cells.money(from('cost'), 'cost', context.currency);
  const isVariant = row !== product;
  return {
    line: row.line,
    draft: {
      optionValues,
      sku: cells.text(row, 'sku') || undefined,
      barcode: cells.text(row, 'gtin') || cells.text(row, 'upc') || undefined,
      ...(cells.has('cost') ? { cost: cost !== undefined && cost.minor > 0n ? cost : undefined } : {}),
      ...(weight === undefined ? {} : { weightGrams: toGrams(weight, context.weightUnit) }),
      lengthMm: length('depth'),
      widthMm: length('width'),
      heightMm: length('height'),
      requiresShipping: !/^(d|digital)$/i.test(cells.text(product, 'kind')),
      taxCode: cells.text(product, 'taxClass'),
      foreignFields: isVariant ? Object.fromEntries(cells.foreign(row)) : {},
    },
    prices: pricesOf(row, product, rules, cells, context),
    ...stockOf(row, product, cells),
    ...(isVariant && cells.has('variantImage')
      ? { image: cells.text(row, 'variantImage') || undefined }
      : {}),
  };
}

// A variant's own price, else its rule's change of the product's price, else the product's.
function pricesOf(
  row: Row,
  product: Row,
  rules: readonly Row[],
  cells: BigCells,
  context: ReadContext,
): VariantRecord['prices'] {
  const rule = rules.find(
    (other) => cells.text(other, 'sku') !== '' && cells.text(other, 'sku') === cells.text(row, 'sku'),
  );
  const base = cells.money(product, 'price', context.currency);
  if (rule !== undefined) return priceOf(changedBy(rule, base, cells, context), undefined);
  const own = row === product ? undefined : positive(cells.money(row, 'price', context.currency));
  if (own !== undefined) return priceOf(own, undefined);
  const sale = positive(cells.money(product, 'sale', context.currency));
  const retail = cells.money(product, 'retail', context.currency);
  return sale === undefined ? priceOf(base, retail) : priceOf(sale, base);
}

function changedBy(
  rule: Row,
  base: MoneyCell | undefined,
  cells: BigCells,
  context: ReadContext,
): MoneyCell | undefined {
  const [, verb = 'FIXED', rest = ''] = /^\[([A-Z]+)\](.*)$/s.exec(cells.text(rule, 'price')) ?? [];
  if (rest === '') return base;
  const change = cells.money(
    { ...rule, cells: rule.cells.map((cell) => cell.replace(/^\[[A-Z]+\]/, '')) },
    'price',
    context.currency,
  );
  if (change === undefined || base === undefined || verb === 'FIXED') return change;
  const minor = verb === 'ADD' ? base.minor + change.minor : base.minor - change.minor;
  return minor < 0n ? undefined : { minor, currency: base.currency };
}

function positive(amount: MoneyCell | undefined): MoneyCell | undefined {
  return amount === undefined || amount.minor === 0n ? undefined : amount;
}

function stockOf(row: Row, product: Row, cells: BigCells): Pick<VariantRecord, 'stock' | 'policy'> {
  const tracking = cells.text(product, 'tracking').toLowerCase();
  const isTracked = tracking !== '' && tracking !== 'none' && tracking !== 'n';
  const onHand = stockIn(cells, row, 'stock');
  const low = cells.whole(row, 'lowStock');
  return {
    stock: isTracked && onHand !== undefined ? [{ location: undefined, onHand }] : [],
    policy: { isTracked, mayBackorder: false, lowStockAt: low === 0 ? undefined : low },
  };
}

function attributesOf(row: Row, cells: BigCells): AttributeRecord[] {
  const listed = [
    ['mpn', 'MPN'],
    ['condition', 'Condition'],
  ] as const;
  return listed.flatMap(([key, name]) => {
    const text = cells.text(row, key);
    return text === '' ? [] : [{ key, name, values: [text], line: row.line, column: name }];
  });
}

function pictureReader(header: Header, cells: BigCells): (rows: readonly Row[]) => ImageRecord[] {
  const columns = new Map<number, Map<string, number>>();
  for (const [place, name] of header.names.entries()) {
    const match = BIG_IMAGE.exec(name.trim());
    if (!match) continue;
    const parts = columns.get(Number(match[2])) ?? new Map<string, number>();
    columns.set(Number(match[2]), parts.set((match[1] ?? '').toLowerCase(), place));
  }
  const numbered = [...columns].toSorted(([a], [b]) => a - b).map(([, parts]) => parts);
  return (rows) =>
    rows.flatMap((row) => {
      const listed = numbered.map((parts) => ({
        source: cellAt(row, parts.get('url')).trim() || cellAt(row, parts.get('file')).trim(),
        alt: cellAt(row, parts.get('description')).trim(),
        line: row.line,
      }));
      const own = { source: cells.text(row, 'imageUrl'), alt: cells.text(row, 'imageAlt'), line: row.line };
      return [...listed, own].filter(({ source }) => source !== '');
    });
}
