import { type Locale, parseLocale, slug } from '../../../kernel/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { cellAt, shareOf } from '../header.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, LinkRecord, ProductRecord, TranslationRecord } from '../record.ts';
import { attributeKey } from '../values/words.ts';
import { cellReader } from './cells.ts';
import { readLabels, readMagentoCategories, readPairs, readVariations } from './magento-cells.ts';
import { MAGENTO_COLUMNS, type MagentoCells } from './magento-columns.ts';
import { imagesOf, variantOf } from './magento-variant.ts';
import { checkVariants, optionsOf } from './variants.ts';

const TELLING = [
  'sku',
  'store_view_code',
  'attribute_set_code',
  'product_type',
  'name',
  'price',
  'url_key',
  'additional_attributes',
];

/**
 * Magento 2's product file (formats.md 4.5). A configurable product names its simple ones; rows with a store
 * view code are the same product in another language. The file has no weight unit: pounds, Magento's own
 * default, unless the import says another.
 */
export const magento: Format = {
  name: 'magento',
  title: 'Magento products',
  recognise: (header) => shareOf(header, TELLING),
  numberColumns: () =>
    (['price', 'special', 'cost', 'weight', 'qty'] as const).flatMap((key) => MAGENTO_COLUMNS[key]),
  unitless: (header) => (header.has('weight') ? ['weight'] : []),
  keysOf: (header) => {
    const [sku, variations] = [header.find('sku'), header.find('configurable_variations')];
    return (row) => {
      const children = readVariations(cellAt(row, variations)).flatMap(
        (variation) => variation.get('sku') ?? [],
      );
      return [cellAt(row, sku).trim(), ...children].filter((key) => key !== '');
    };
  },
  read: (header, context) => {
    const cells = cellReader(header, context, MAGENTO_COLUMNS);
    return (rows) => productsOf(rows, cells, context);
  },
};

function productsOf(rows: readonly Row[], cells: MagentoCells, context: ReadContext): ProductRecord[] {
  const main = rows.filter((row) => isMain(row, cells));
  const isParent = (row: Row) => readVariations(cells.text(row, 'variations')).length > 0;
  const parents = main.filter(isParent);
  const children = new Set(
    parents.flatMap((row) => readVariations(cells.text(row, 'variations')).map((one) => one.get('sku'))),
  );
  const alone = main.filter((row) => !isParent(row) && !children.has(cells.text(row, 'sku')));
  return [...parents, ...alone]
    .toSorted((a, b) => a.line - b.line)
    .map((row) => productOf(row, main, rows, cells, context));
}

function isMain(row: Row, cells: MagentoCells): boolean {
  const view = cells.text(row, 'view').toLowerCase();
  return view === '' || view === 'default' || view === 'admin';
}

function productOf(
  row: Row,
  main: readonly Row[],
  all: readonly Row[],
  cells: MagentoCells,
  context: ReadContext,
): ProductRecord {
  cells.issues.length = 0;
  const labelOf = readLabels(cells.text(row, 'labels'));
  const variations = readVariations(cells.text(row, 'variations'));
  const codes = [...new Set(variations.flatMap((one) => [...one.keys()]))].filter((code) => code !== 'sku');
  const variants =
    variations.length === 0
      ? [variantOf(row, [], cells, context)]
      : variations.flatMap((variation) => {
          const sku = variation.get('sku') ?? '';
          const simple = main.find((other) => other !== row && cells.text(other, 'sku') === sku);
          if (simple !== undefined)
            return [
              variantOf(
                simple,
                codes.map((code) => variation.get(code) ?? ''),
                cells,
                context,
              ),
            ];
          cells.report(
            row,
            'variations',
            'error',
            'variation_missing',
            `The variation "${sku}" has no row of its own in the file.`,
          );
          return [];
        });
  const names = codes.map(labelOf);
  checkVariants(cells, names, variants);
  const isDraft = noteUnsellable(row, cells);
  const urlKey = cells.text(row, 'urlKey');
  return {
    line: row.line,
    handle: slug(urlKey || cells.text(row, 'name')),
    isHandleGiven: urlKey !== '',
    ...(variations.length > 0 ? { code: cells.text(row, 'sku') } : {}),
    product: { ...fieldsOf(row, isDraft, cells), options: optionsOf(names, variants) },
    attributes: attributesOf(row, codes, cells),
    variants,
    images: imagesOf(row, cells),
    translations: translationsOf(row, all, cells, context),
    links: linksOf(row, cells),
    oldPaths: urlKey === '' ? [] : [`/${urlKey}.html`],
    issues: [...cells.issues],
  };
}

function noteUnsellable(row: Row, cells: MagentoCells): boolean {
  const type = cells.text(row, 'type').toLowerCase();
  if (type !== 'grouped' && type !== 'bundle') return false;
  cells.report(
    row,
    'type',
    'warning',
    'imported_as_draft',
    `A ${type} product has no price of its own: it is imported as a draft.`,
  );
  return true;
}

function fieldsOf(row: Row, isDraft: boolean, cells: MagentoCells): ProductRecord['product'] {
  const title = cells.text(row, 'name');
  const long = cells.text(row, 'description');
  const type = cells.text(row, 'type').toLowerCase();
  const isShown = cells.text(row, 'online') !== '2' && !/^not visible/i.test(cells.text(row, 'visibility'));
  return {
    ...(title === '' ? {} : { title }),
    descriptionHtml: long || cells.text(row, 'shortDescription'),
    kind: type === 'virtual' || type === 'downloadable' ? 'digital' : 'physical',
    status: isShown && !isDraft ? 'active' : 'draft',
    categories: readMagentoCategories(cells.text(row, 'categories')),
    seoTitle: cells.text(row, 'metaTitle'),
    seoDescription: cells.text(row, 'metaDescription'),
    foreignFields: Object.fromEntries([
      ...cells.foreign(row),
      ...(cells.text(row, 'variations') === '' ? [] : [['sku', cells.text(row, 'sku')] as const]),
      ...(long !== '' && cells.text(row, 'shortDescription') !== ''
        ? [['short_description', cells.text(row, 'shortDescription')] as const]
        : []),
    ]),
  };
}

function attributesOf(row: Row, codes: readonly string[], cells: MagentoCells): AttributeRecord[] {
  const labelOf = readLabels('');
  return readPairs(cells.text(row, 'attributes'))
    .filter(([code, value]) => value !== '' && !codes.includes(code))
    .map(([code, value]) => ({
      key: attributeKey(code),
      name: labelOf(code),
      values: value
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      line: row.line,
      column: 'additional_attributes',
    }));
}

// A store view is a language only by custom: `de`, `de_DE`, `fr-CA` are taken, other codes are reported.
function translationsOf(
  row: Row,
  all: readonly Row[],
  cells: MagentoCells,
  context: ReadContext,
): TranslationRecord[] {
  const sku = cells.text(row, 'sku');
  return all.flatMap((other) => {
    if (isMain(other, cells) || cells.text(other, 'sku') !== sku) return [];
    const view = cells.text(other, 'view');
    const locale = localeOfView(view, context.locales);
    if (locale === undefined) {
      const message = `The store view "${view}" names no language of the shop; its texts are left out.`;
      cells.report(other, 'view', 'warning', 'unknown_store_view', message);
      return [];
    }
    const texts = {
      title: cells.text(other, 'name'),
      description_html: cells.text(other, 'description'),
      seo_title: cells.text(other, 'metaTitle'),
      seo_description: cells.text(other, 'metaDescription'),
    };
    const fields = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
    return Object.keys(fields).length === 0 ? [] : [{ locale, fields }];
  });
}

function localeOfView(view: string, locales: readonly Locale[]): Locale | undefined {
  const tag = view.replaceAll('_', '-');
  const known = locales.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  return known ?? (/^[a-z]{2}(-[a-z]{2})?$/i.test(tag) ? parseLocale(tag) : undefined);
}

function linksOf(row: Row, cells: MagentoCells): LinkRecord[] {
  const kinds = [
    ['related', 'related'],
    ['crossSells', 'cross_sell'],
    ['upsells', 'up_sell'],
  ] as const;
  return kinds.flatMap(([key, kind]): LinkRecord[] => {
    const skus = cells
      .text(row, key)
      .split(',')
      .map((sku) => sku.trim())
      .filter((sku) => sku !== '');
    return skus.length > 0 ? [{ kind, handles: [], skus }] : [];
  });
}
