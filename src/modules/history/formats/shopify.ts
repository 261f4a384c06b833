import type { Header, Row } from '../../exchange/index.ts';
import { exactText } from '../exact.ts';
import { countryOf } from '../read/country.ts';
import { customerKeyOf } from '../read/customer-key.ts';
import { type Cells, cellReader } from './cells.ts';
import { composeOrder, type OrderFacts } from './compose.ts';
import { itemsIn } from './items.ts';
import type { FormatContext, OrderFormat, Reading } from './order-format.ts';

const COLUMNS = {
  ...{ order: ['Name'], email: ['Email'], status: ['Financial Status'], date: ['Created at'] },
  ...{ cancelled: ['Cancelled at'], currency: ['Currency'], subtotal: ['Subtotal'] },
  ...{ shipping: ['Shipping'], tax: ['Taxes'], total: ['Total'], refunded: ['Refunded Amount'] },
  ...{ quantity: ['Lineitem quantity'], title: ['Lineitem name'], price: ['Lineitem price'] },
  ...{ sku: ['Lineitem sku'], country: ['Shipping Country'], billingCountry: ['Billing Country'] },
} as const;

type Key = keyof typeof COLUMNS;

/** Of these nobody has paid anything, and nobody will. */
const NO_SALE = ['voided', 'expired'];

/**
 * The orders export of Shopify's admin: a row a line item, and what concerns the order as a whole on its first row only. The
 * file has no dates of refunds: they count at the cancellation where there was one, else at the order.
 */
export const shopify: OrderFormat = {
  name: 'shopify',
  title: 'Shopify orders',
  recognise: (header) =>
    ['Name', 'Financial Status', 'Created at', 'Lineitem quantity', 'Lineitem price'].every((name) =>
      header.has(name),
    ),
  isRowByRow: false,
  documentOf: (header: Header) => {
    const place = header.find('Name') ?? -1;
    return ({ cells }) => (cells[place] ?? '').trim();
  },
  read: (header, context) => {
    const cells = cellReader(header, COLUMNS, context);
    return (rows) => readOrder(rows, cells, context);
  },
};

function readOrder(rows: readonly Row[], cells: Cells<Key>, context: FormatContext): Reading {
  const first = rows.find((row) => cells.text(row, 'total') !== '') ?? rows[0];
  if (first === undefined) return { lines: [], issues: [] };
  const status = cells.text(first, 'status').toLowerCase();
  if (NO_SALE.includes(status)) {
    cells.note('warning', first, 'status', 'not_a_sale', `The order is ${status}: it is left out.`);
    return { lines: [], issues: cells.takeIssues() };
  }
  const facts = factsOf(first, rows, cells, context);
  if (facts === undefined) return { lines: [], issues: cells.takeIssues() };
  const { lines, unexplained } = composeOrder(facts);
  if (unexplained !== 0n) {
    const message = `${exactText(unexplained)} of the total is in no column; it comes in as an adjustment.`;
    cells.note('warning', first, 'total', 'does_not_add_up', message);
  }
  return { lines, issues: cells.takeIssues() };
}

function factsOf(
  first: Row,
  rows: readonly Row[],
  cells: Cells<Key>,
  context: FormatContext,
): OrderFacts | undefined {
  for (const key of ['order', 'date', 'total'] as const) cells.needed(first, key);
  const document = cells.text(first, 'order');
  const placed = cells.moment(first, 'date');
  const total = cells.amount(first, 'total');
  const customer = customerKeyOf(cells.text(first, 'email'));
  const goods = itemsIn(rows, cells, { classOf: context.classOf, hasCustomer: customer !== undefined });
  const currency = cells.currency(first, 'currency');
  const amounts = amountsOf(first, cells);
  const refundedAt = cells.moment(first, 'cancelled') ?? placed;
  if (document === '' || placed === undefined || total === undefined || refundedAt === undefined) return;
  if (currency === undefined || goods === undefined) return;
  const sum = goods.reduce((whole, { quantity, price }) => whole + BigInt(quantity) * price, 0n);
  // Without a subtotal the order has none but that of its goods.
  const subtotal = amounts.subtotal ?? sum;
  const country = countryOf(cells.text(first, 'country') || cells.text(first, 'billingCountry'));
  const isAllBack = cells.text(first, 'status').toLowerCase() === 'refunded' && amounts.refunded === 0n;
  return {
    about: { line: first.line, document, customer, currency, country },
    ...{ placed, goods, shipping: amounts.shipping, tax: amounts.tax, total, refundedAt },
    includesTax: amounts.tax > 0n && subtotal + amounts.shipping === total,
    discount: sum > subtotal ? sum - subtotal : 0n,
    refunded: isAllBack ? total : amounts.refunded,
  };
}

function amountsOf(row: Row, cells: Cells<Key>) {
  return {
    subtotal: cells.amount(row, 'subtotal'),
    shipping: cells.amount(row, 'shipping') ?? 0n,
    tax: cells.amount(row, 'tax') ?? 0n,
    refunded: cells.amount(row, 'refunded') ?? 0n,
  };
}
