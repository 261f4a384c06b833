import { type CurrencyCode, fromDecimal, parseCurrency } from '../../../kernel/index.ts';
import type { ReadContext } from '../format.ts';
import { cellAt } from '../header.ts';
import { readComponents, readDownloads, readFields } from '../own/cells.ts';
import type { DynamicColumn, OwnKey } from '../own/columns.ts';
import type { Row } from '../read/csv.ts';
import type { AttributeRecord, PriceRecord, StockRecord, VariantRecord } from '../record.ts';
import { readDecimal } from '../values/decimal.ts';
import { readList } from '../values/list.ts';
import { type Cells, type MoneyCell, priceOf } from './cells.ts';

export type OwnCells = Cells<OwnKey>;
/** A column whose name changes with the shop: a currency, a location, a language, an attribute. */
export type Placed = { readonly place: number; readonly name: string; readonly column: DynamicColumn };

export function variantOf(
  row: Row,
  names: readonly string[],
  cells: OwnCells,
  columns: readonly Placed[],
  context: ReadContext,
): VariantRecord {
  const values = (['option1', 'option2', 'option3'] as const)
    .slice(0, names.length)
    .map((key) => cells.raw(row, key));
  const attributes = attributesOf('variant', row, columns);
  const components = cells.has('components') ? readComponents(cells.raw(row, 'components')) : [];
  const files = cells.has('downloads') ? readDownloads(cells.raw(row, 'downloads')) : [];
  if (components === undefined)
    cells.report(
      row,
      'components',
      'error',
      'bad_components',
      'Write the parts of a bundle as `2 × SKU; 1 × SKU`.',
    );
  if (files === undefined)
    cells.report(
      row,
      'downloads',
      'error',
      'bad_downloads',
      'Write downloads as `Name | address | 5 | 30; …`.',
    );
  return {
    line: row.line,
    draft: { optionValues: values, ...variantFields(row, cells, context) },
    ...(attributes === undefined ? {} : { attributes }),
    prices: pricesOf(row, columns, cells, context),
    stock: stockOf(row, columns, cells),
    ...(cells.has('tracked') ? { policy: policyOf(row, cells) } : {}),
    ...(cells.has('variantImage') ? { image: cells.text(row, 'variantImage') || undefined } : {}),
    ...(cells.has('components') ? { components: components ?? [] } : {}),
    ...(cells.has('downloads') ? { files: files ?? [] } : {}),
  };
}

function variantFields(
  row: Row,
  cells: OwnCells,
  context: ReadContext,
): Omit<VariantRecord['draft'], 'optionValues'> {
  const other = readFields(cells.raw(row, 'variantOtherFields'));
  if (other === undefined)
    cells.report(row, 'variantOtherFields', 'error', 'bad_json', 'The cell is no JSON object of texts.');
  const currency = parseCurrency(cells.text(row, 'costCurrency')) ?? context.currency;
  const code = <Fields extends object>(key: OwnKey, fields: (text: string | undefined) => Fields) =>
    cells.has(key) ? fields(cells.text(row, key) || undefined) : {};
  const whole = <Fields extends object>(key: OwnKey, fields: (value: number | undefined) => Fields) =>
    cells.has(key) ? fields(cells.whole(row, key)) : {};
  return {
    ...code('sku', (sku) => ({ sku })),
    ...code('barcode', (barcode) => ({ barcode })),
    ...(cells.has('cost') ? { cost: cells.money(row, 'cost', currency) } : {}),
    ...whole('weight', (weightGrams) => ({ weightGrams })),
    ...whole('length', (lengthMm) => ({ lengthMm })),
    ...whole('width', (widthMm) => ({ widthMm })),
    ...whole('height', (heightMm) => ({ heightMm })),
    ...code('hsCode', (hsCode) => ({ hsCode })),
    ...code('originCountry', (originCountry) => ({ originCountry })),
    ...(cells.has('requiresShipping')
      ? { requiresShipping: cells.yesNo(row, 'requiresShipping') ?? true }
      : {}),
    ...(cells.has('taxable') ? { isTaxable: cells.yesNo(row, 'taxable') ?? true } : {}),
    ...(cells.has('taxCode') ? { taxCode: cells.text(row, 'taxCode') } : {}),
    ...(cells.has('unitTotal') ? { unitPrice: unitPriceOf(row, cells) } : {}),
    ...(cells.has('variantOtherFields') ? { foreignFields: other ?? {} } : {}),
  };
}

function unitPriceOf(row: Row, cells: OwnCells): VariantRecord['draft']['unitPrice'] {
  const total = cells.number(row, 'unitTotal');
  if (total === undefined) return undefined;
  const base = cells.number(row, 'unitBase') ?? 1;
  return {
    total,
    totalUnit: cells.text(row, 'unitTotalUnit'),
    base,
    baseUnit: cells.text(row, 'unitBaseUnit'),
  };
}

function policyOf(row: Row, cells: OwnCells): NonNullable<VariantRecord['policy']> {
  return {
    isTracked: cells.yesNo(row, 'tracked') ?? true,
    mayBackorder: cells.yesNo(row, 'backorders') ?? false,
    lowStockAt: cells.whole(row, 'lowStockAt'),
  };
}

function pricesOf(
  row: Row,
  columns: readonly Placed[],
  cells: OwnCells,
  context: ReadContext,
): PriceRecord[] {
  const amount = (kind: 'price' | 'compareAt', currency: CurrencyCode): MoneyCell | undefined => {
    const placed = columns.find(({ column }) => column.kind === kind && column.currency === currency);
    const cell = cellAt(row, placed?.place).trim();
    if (placed === undefined || cell === '') return undefined;
    const reading = readDecimal(cell, context.markOf(placed.place));
    const money = reading.ok ? fromDecimal(reading.decimal, currency) : undefined;
    if (money !== undefined && money.minor >= 0n) return money;
    const message = `"${cell}" is no amount in ${currency}.`;
    cells.issues.push({ line: row.line, column: placed.name, severity: 'error', code: 'bad_price', message });
    return undefined;
  };
  return columns.flatMap(({ column }) =>
    column.kind === 'price'
      ? priceOf(amount('price', column.currency), amount('compareAt', column.currency))
      : [],
  );
}

function stockOf(row: Row, columns: readonly Placed[], cells: OwnCells): StockRecord[] {
  return columns.flatMap(({ column, place, name }): StockRecord[] => {
    const cell = column.kind === 'stock' ? cellAt(row, place).trim() : '';
    if (column.kind !== 'stock' || cell === '') return [];
    if (/^\d{1,10}$/.test(cell)) return [{ location: column.location, onHand: Number(cell) }];
    const message = `"${cell}" is not a whole number from 0.`;
    cells.issues.push({ line: row.line, column: name, severity: 'error', code: 'not_whole', message });
    return [];
  });
}

// No attribute column of this kind: the attributes stay as they are.
export function attributesOf(
  of: 'product' | 'variant',
  row: Row,
  columns: readonly Placed[],
): AttributeRecord[] | undefined {
  let hasColumn = false;
  const found = columns.flatMap(({ column, place, name }): AttributeRecord[] => {
    if (column.kind !== 'attribute' || column.attribute.of !== of) return [];
    hasColumn = true;
    const cell = cellAt(row, place);
    if (cell === '') return [];
    const { key, name: label, type } = column.attribute;
    return [
      {
        key,
        name: label,
        type,
        values: type === 'choices' ? readList(cell, ',') : [cell],
        line: row.line,
        column: name,
      },
    ];
  });
  return hasColumn ? found : undefined;
}
