import type { Row } from '../../exchange/index.ts';
import type { LineDraft } from '../history-line.ts';
import { countryOf } from '../read/country.ts';
import { customerKeyOf } from '../read/customer-key.ts';
import { type Cells, type Columns, cellReader } from './cells.ts';
import type { Mapping, MappingField } from './mapping.ts';
import type { FormatContext, OrderFormat } from './order-format.ts';

/**
 * Any table with a row a line item, read by a mapping from our fields to its columns. A row whose pieces and money both go
 * back is a refund; which sale it takes back is found afterwards.
 */
export function mappedFormat(mapping: Mapping): OrderFormat {
  const columns = columnsOf(mapping);
  return {
    name: 'mapped',
    title: 'Mapped columns',
    recognise: () => false,
    isRowByRow: true,
    documentOf: (header) => {
      const place = header.find(...columns.order) ?? -1;
      return ({ cells }) => (cells[place] ?? '').trim();
    },
    read: (header, context) => {
      const cells = cellReader(header, columns, context);
      return (rows) => {
        const lines = rows.flatMap((row) => lineOf(row, cells, context));
        return { lines, issues: cells.takeIssues() };
      };
    },
  };
}

function columnsOf(mapping: Mapping): Columns<MappingField> {
  const named = (field: MappingField) => (mapping[field] === undefined ? [] : [mapping[field]]);
  return {
    ...{ date: named('date'), order: named('order'), customer: named('customer'), sku: named('sku') },
    ...{ title: named('title'), quantity: named('quantity'), price: named('price') },
    ...{ country: named('country'), currency: named('currency'), cost: named('cost') },
    ...{ tax: named('tax'), reason: named('reason') },
  };
}

function lineOf(row: Row, cells: Cells<MappingField>, context: FormatContext): LineDraft[] {
  const document = cells.text(row, 'order') || undefined;
  const moment = cells.moment(row, 'date');
  const quantity = cells.whole(row, 'quantity');
  const price = cells.amount(row, 'price');
  const currency = cells.currency(row, 'currency');
  const cost = cells.amount(row, 'cost');
  if (cost !== undefined && cost < 0n) {
    cells.note('error', row, 'cost', 'negative', 'What a piece cost is not below zero.');
    return [];
  }
  // All four are asked for, so that a row says at once all that is wrong with it.
  for (const key of ['order', 'date', 'quantity', 'price'] as const) cells.needed(row, key);
  if (document === undefined || moment === undefined || quantity === undefined) return [];
  if (price === undefined || currency === undefined) return [];
  const amount = BigInt(quantity) * price;
  if (isTooMuch(amount)) {
    cells.note('error', row, 'price', 'too_much', 'The line comes to more than nine billion.');
    return [];
  }
  const customer = customerKeyOf(cells.text(row, 'customer'));
  const sku = cells.text(row, 'sku');
  const tax = cells.amount(row, 'tax') ?? 0n;
  const shape = { sku, quantity, hasPrice: price !== 0n, hasCustomer: customer !== undefined };
  const kind = quantity < 0 && amount < 0n ? 'refund' : 'sale';
  const line: LineDraft = {
    ...{ line: row.line, document, happenedAt: moment.at, day: moment.day, kind },
    ...(kind === 'refund' ? { reason: cells.text(row, 'reason').slice(0, LONGEST_REASON) } : {}),
    class: context.classOf(shape),
    ...{ customer, sku, title: cells.text(row, 'title'), quantity, currency },
    ...{ unitPriceMillionths: price, amountMillionths: amount, costMillionths: cost },
    ...{ country: countryOf(cells.text(row, 'country')), cancels: undefined },
  };
  return tax === 0n ? [line] : [line, taxOf(line, tax)];
}

/** What the row says of its tax, as a line of its own beside it. */
function taxOf(line: LineDraft, amount: bigint): LineDraft {
  const money = { unitPriceMillionths: amount, amountMillionths: amount, costMillionths: undefined };
  return { ...line, class: 'tax', sku: '', title: '', quantity: 1, reason: '', ...money };
}

const LONGEST_REASON = 80;
const MOST = 9_000_000_000n * 1_000_000n;

function isTooMuch(amount: bigint): boolean {
  return amount > MOST || amount < -MOST;
}
