import type { ReadContext } from '../format.ts';
import type { Row } from '../read/csv.ts';
import type { ImageRecord, VariantRecord } from '../record.ts';
import { toGrams } from '../values/measure.ts';
import type { MagentoCells } from './magento-columns.ts';
import { readInstant, salePrice } from './sale.ts';
import { stockIn } from './stock.ts';

export function variantOf(
  row: Row,
  optionValues: readonly string[],
  cells: MagentoCells,
  context: ReadContext,
): VariantRecord {
  const weight = cells.number(row, 'weight');
  const grams = weight === undefined ? undefined : toGrams(weight, context.weightUnit);
  const country = cells.text(row, 'country').toUpperCase();
  const type = cells.text(row, 'type').toLowerCase();
  const cost = cells.money(row, 'cost', context.currency);
  const taxClass = cells.text(row, 'taxClass');
  return {
    line: row.line,
    draft: {
      optionValues,
      sku: cells.text(row, 'sku') || undefined,
      ...(cells.has('cost') ? { cost } : {}),
      ...(grams === undefined ? {} : { weightGrams: grams }),
      ...(/^[A-Z]{2}$/.test(country) ? { originCountry: country } : {}),
      requiresShipping: type !== 'virtual' && type !== 'downloadable',
      isTaxable: taxClass.toLowerCase() !== 'none',
      taxCode: taxClass.toLowerCase() === 'none' ? '' : taxClass,
      foreignFields: optionValues.length > 0 ? Object.fromEntries(cells.foreign(row)) : {},
    },
    prices: pricesOf(row, cells, context),
    ...stockOf(row, cells),
    ...(optionValues.length > 0 ? { image: imagesOf(row, cells)[0]?.source } : {}),
  };
}

function pricesOf(row: Row, cells: MagentoCells, context: ReadContext): VariantRecord['prices'] {
  const regular = cells.money(row, 'price', context.currency);
  const special = cells.money(row, 'special', context.currency);
  const window = {
    from: readMagentoDate(cells.text(row, 'specialFrom')),
    until: readMagentoDate(cells.text(row, 'specialTo')),
  };
  const { prices, isRunning } = salePrice(regular, special, window, context.now);
  if (!isRunning) {
    cells.report(
      row,
      'special',
      'warning',
      'sale_not_running',
      'The special price does not apply today and is left out.',
    );
  }
  return prices;
}

// Magento writes dates in its own locale's short form (11/23/26, 8:05 PM) or as ISO 8601.
function readMagentoDate(text: string): Temporal.Instant | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})\b/.exec(text);
  if (!american) return readInstant(text);
  const [, month = '', day = '', year = ''] = american;
  return readInstant(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function stockOf(row: Row, cells: MagentoCells): Pick<VariantRecord, 'stock' | 'policy'> {
  const amount = cells.text(row, 'qty').startsWith('-')
    ? stockIn(cells, row, 'qty')
    : cells.number(row, 'qty');
  const qty = amount === undefined ? undefined : Math.floor(amount);
  const isManaged = cells.text(row, 'manageStock') !== '0' && qty !== undefined;
  const onHand = cells.text(row, 'isInStock') === '0' ? 0 : (qty ?? 0);
  const low = cells.number(row, 'lowStock');
  return {
    stock: isManaged ? [{ location: undefined, onHand }] : [],
    policy: {
      isTracked: isManaged,
      mayBackorder: /^[12]$/.test(cells.text(row, 'backorders')),
      lowStockAt: low === undefined || low < 0 ? undefined : Math.floor(low),
    },
  };
}

export function imagesOf(row: Row, cells: MagentoCells): ImageRecord[] {
  const base = cells.text(row, 'image');
  const more = cells
    .text(row, 'moreImages')
    .split(',')
    .map((source) => source.trim());
  const labels = cells
    .text(row, 'moreLabels')
    .split(',')
    .map((label) => label.trim());
  const listed = more.map((source, place) => ({ source, alt: labels[place] ?? '', line: row.line }));
  const first = { source: base, alt: cells.text(row, 'imageLabel'), line: row.line };
  return [first, ...listed.filter(({ source }) => source !== base)].filter(({ source }) => source !== '');
}
