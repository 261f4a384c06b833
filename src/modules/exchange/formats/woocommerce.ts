import { slug } from '../../../kernel/index.ts';
import type { Format } from '../format.ts';
import { cellAt, shareOf } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, ImageRecord, LinkRecord, ProductRecord, VariantRecord } from '../record.ts';
import { readList, readPaths } from '../values/list.ts';
import { attributeKey, readYesNo } from '../values/words.ts';
import { type Cells, cellReader } from './cells.ts';
import { readInstant, salePrice } from './sale.ts';
import { stockIn } from './stock.ts';
import { checkVariants, optionsOf } from './variants.ts';
import { WOO_ATTRIBUTE, WOO_COLUMNS, WOO_DOWNLOAD, WOO_MEASURE, type WooKey } from './woocommerce-columns.ts';
import {
  attributeReader,
  fileReader,
  measureReader,
  type Reading,
  type WooAttribute,
} from './woocommerce-readers.ts';

const TELLING = [
  'Type',
  'SKU',
  'Name',
  'Regular price',
  'Categories',
  'Parent',
  'Visibility in catalog',
  'Images',
];

/**
 * WooCommerce's product file (formats.md 4.4). A variation belongs to its parent, named by SKU or `id:123`.
 */
export const woocommerce: Format = {
  name: 'woocommerce',
  title: 'WooCommerce products',
  recognise: (header) => shareOf(header, TELLING),
  numberColumns: (header) => [
    ...(['salePrice', 'regularPrice', 'cost', 'stock', 'lowStock'] as const).flatMap(
      (key) => WOO_COLUMNS[key],
    ),
    ...header.names.filter((name) => WOO_MEASURE.test(name.trim())),
  ],
  keysOf: (header) => {
    const [id, type, sku, parent] = [
      header.find('ID'),
      header.find('Type'),
      header.find('SKU'),
      header.find('Parent'),
    ];
    return (row) => {
      const above = cellAt(row, parent).trim();
      const isVariation = /variation/i.test(cellAt(row, type));
      if (isVariation && above !== '')
        return [/^id:\d+$/i.test(above) ? above.toLowerCase() : `sku:${above}`];
      const own = [`id:${cellAt(row, id).trim()}`, `sku:${cellAt(row, sku).trim()}`].filter(
        (key) => !key.endsWith(':'),
      );
      return own.length > 0 ? own : [`row:${row.line}`];
    };
  },
  read: (header, context) => {
    const isKnown = (name: string) =>
      WOO_MEASURE.test(name) || WOO_ATTRIBUTE.test(name) || WOO_DOWNLOAD.test(name);
    const cells = cellReader(header, context, WOO_COLUMNS, isKnown);
    const reading = {
      cells,
      context,
      measures: measureReader(header, context, cells),
      attributes: attributeReader(header),
      files: fileReader(header, cells),
    };
    return (rows) => productsOf(rows, reading);
  },
};

function productsOf(rows: readonly Row[], reading: Reading): ProductRecord[] {
  const { cells } = reading;
  const isVariation = (row: Row) => /variation/i.test(cells.text(row, 'type'));
  const parents = rows.filter((row) => !isVariation(row));
  const variations = rows.filter(isVariation);
  const [parent = variations[0]] = parents;
  if (parent === undefined) return [];
  return [parent, ...parents.slice(1)].map((row, order) => {
    cells.issues.length = 0;
    if (parents.length === 0) {
      const message = `The variation's parent "${cells.text(row, 'parent')}" is not in the file.`;
      cells.report(row, 'parent', 'error', 'parent_missing', message);
    }
    return productOf(row, order === 0 ? variations : [], reading);
  });
}

function productOf(row: Row, variations: readonly Row[], reading: Reading): ProductRecord {
  const { cells } = reading;
  const types = cells
    .text(row, 'type')
    .toLowerCase()
    .split(/\s*,\s*/);
  const attributes = reading.attributes(row);
  const used = new Set(
    variations.flatMap((variation) => reading.attributes(variation).map(({ name }) => name.toLowerCase())),
  );
  const names = attributes.filter(({ name }) => used.has(name.toLowerCase())).map(({ name }) => name);
  const byPosition = variations.toSorted(
    (a, b) => (cells.whole(a, 'position') ?? 0) - (cells.whole(b, 'position') ?? 0),
  );
  const variants =
    variations.length > 0
      ? byPosition.map((variation) => variantOf(variation, row, names, reading))
      : [variantOf(row, row, [], reading)];
  checkVariants(cells, names, variants);
  const isDraft = noteUnsellable(row, types, cells);
  const handle = slug(cells.text(row, 'name'));
  return {
    line: row.line,
    handle,
    isHandleGiven: false,
    ...(variations.length > 0 && cells.text(row, 'sku') !== '' ? { code: cells.text(row, 'sku') } : {}),
    product: { ...fieldsOf(row, types, isDraft, cells), options: optionsOf(names, variants) },
    attributes: attributes.filter(({ name }) => !names.includes(name)).map(attributeRecord),
    variants,
    images: imagesOf(row, cells),
    translations: [],
    links: linksOf(row, cells),
    oldPaths: handle === '' ? [] : [`/product/${handle}`],
    issues: [...cells.issues],
  };
}

// What has no price of its own cannot be bought here as it is: it comes in as a draft, for a person to
// decide.
function noteUnsellable(row: Row, types: readonly string[], cells: Cells<WooKey>): boolean {
  const kind = types.find((type) => type === 'grouped' || type === 'external');
  if (kind === undefined) return false;
  const what = kind === 'grouped' ? 'a group of other products' : 'sold on another site';
  cells.report(
    row,
    'type',
    'warning',
    'imported_as_draft',
    `The product is ${what}: it is imported as a draft.`,
  );
  return true;
}

function fieldsOf(
  row: Row,
  types: readonly string[],
  isDraft: boolean,
  cells: Cells<WooKey>,
): ProductRecord['product'] {
  const title = cells.text(row, 'name');
  const short = cells.text(row, 'shortDescription');
  const long = cells.text(row, 'description').replaceAll('\\n', '\n');
  const isDigital = types.includes('downloadable') || types.includes('virtual');
  return {
    ...(title === '' ? {} : { title }),
    descriptionHtml: long === '' ? short : long,
    kind: isDigital ? 'digital' : 'physical',
    status: cells.text(row, 'published') === '1' && !isDraft ? 'active' : 'draft',
    tags: readList(cells.text(row, 'tags'), ','),
    categories: readPaths(cells.text(row, 'categories'), ','),
    ...(cells.has('brands') ? { brand: readList(cells.text(row, 'brands'), ',')[0] ?? '' } : {}),
    foreignFields: Object.fromEntries([
      ...cells.foreign(row),
      ...(types.includes('variable') && cells.text(row, 'sku') !== ''
        ? [['SKU', cells.text(row, 'sku')] as const]
        : []),
      ...(short !== '' && long !== '' ? [['Short description', short] as const] : []),
    ]),
  };
}

function variantOf(row: Row, parent: Row, names: readonly string[], reading: Reading): VariantRecord {
  const { cells, context } = reading;
  const own = new Map(
    reading.attributes(row).map(({ name, values }) => [name.toLowerCase(), values[0] ?? '']),
  );
  const isVariation = row !== parent;
  const files = reading.files(row);
  const types = cells.text(row, 'type').toLowerCase();
  const taxStatus = cells.text(row, 'taxStatus').toLowerCase();
  const cost = cells.money(row, 'cost', context.currency);
  const [image] = isVariation ? imagesOf(row, cells) : [];
  return {
    line: row.line,
    draft: {
      // A variation without a value fits every value of the option; there is nothing to choose, so it says
      // so.
      optionValues: names.map((name) => own.get(name.toLowerCase()) || 'Any'),
      sku: cells.text(row, 'sku') || undefined,
      barcode: cells.text(row, 'gtin') || undefined,
      ...(cells.has('cost') ? { cost } : {}),
      ...reading.measures(row),
      requiresShipping: !/virtual|downloadable/.test(types),
      isTaxable: taxStatus === '' || taxStatus === 'taxable',
      taxCode:
        cells.text(row, 'taxClass') === 'parent'
          ? cells.text(parent, 'taxClass')
          : cells.text(row, 'taxClass'),
      foreignFields: isVariation ? Object.fromEntries(cells.foreign(row)) : {},
    },
    prices: pricesOf(row, reading),
    ...stockOf(row, cells),
    ...(isVariation ? { image: image?.source } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

function pricesOf(row: Row, { cells, context }: Reading): VariantRecord['prices'] {
  const regular = cells.money(row, 'regularPrice', context.currency);
  const sale = cells.money(row, 'salePrice', context.currency);
  const window = {
    from: readInstant(cells.text(row, 'saleStarts')),
    until: readInstant(cells.text(row, 'saleEnds')),
  };
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

function stockOf(row: Row, cells: Cells<WooKey>): Pick<VariantRecord, 'stock' | 'policy'> {
  const text = cells.text(row, 'stock');
  const isCounted = text !== '' && text.toLowerCase() !== 'parent';
  const onHand = isCounted ? stockIn(cells, row, 'stock') : undefined;
  const isOut = readYesNo(cells.text(row, 'inStock')) === false;
  const backorders = cells.text(row, 'backorders').toLowerCase();
  return {
    stock:
      onHand !== undefined
        ? [{ location: undefined, onHand }]
        : isOut
          ? [{ location: undefined, onHand: 0 }]
          : [],
    policy: {
      isTracked: isCounted || isOut,
      mayBackorder: backorders === '1' || backorders === 'notify' || backorders === 'yes',
      lowStockAt: cells.whole(row, 'lowStock'),
    },
  };
}

function imagesOf(row: Row, cells: Cells<WooKey>): ImageRecord[] {
  return readList(cells.text(row, 'images'), ',').map((source) => ({ source, alt: '', line: row.line }));
}

function linksOf(row: Row, cells: Cells<WooKey>): LinkRecord[] {
  const kinds = [
    ['upsells', 'up_sell'],
    ['crossSells', 'cross_sell'],
    ['grouped', 'related'],
  ] as const;
  return kinds.flatMap(([key, kind]): LinkRecord[] => {
    const skus = readList(cells.text(row, key), ',').filter((name) => !/^id:\d+$/i.test(name));
    return skus.length > 0 ? [{ kind, handles: [], skus }] : [];
  });
}

function attributeRecord({ name, values, line }: WooAttribute): AttributeRecord {
  return { key: attributeKey(name), name, values, line, column: name };
}
