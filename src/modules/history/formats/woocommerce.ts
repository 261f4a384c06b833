import type { Header, Row } from '../../exchange/index.ts';
import { exactText } from '../exact.ts';
import { countryOf } from '../read/country.ts';
import { customerKeyOf } from '../read/customer-key.ts';
import { type Cells, cellReader } from './cells.ts';
import { composeOrder, type OrderFacts } from './compose.ts';
import { itemsIn } from './items.ts';
import type { FormatContext, OrderFormat, Reading } from './order-format.ts';

const COLUMNS = {
  ...{ order: ['Order Number', 'Order ID'], status: ['Order Status'], date: ['Order Date'] },
  ...{ email: ['Email (Billing)'], currency: ['Currency', 'Order Currency'] },
  ...{ discount: ['Cart Discount Amount'], shipping: ['Order Shipping Amount'] },
  ...{ tax: ['Order Total Tax Amount'], total: ['Order Total Amount'], refunded: ['Order Refund Amount'] },
  ...{ quantity: ['Quantity', 'Quantity (- Refund)'], title: ['Item Name', 'Product Name', 'Name'] },
  ...{ price: ['Item Cost'], sku: ['SKU'] },
  ...{ country: ['Country Code (Shipping)'], billingCountry: ['Country Code (Billing)'] },
} as const;

type Key = keyof typeof COLUMNS;

/** What WooCommerce's own reports leave out as well: nothing was bought in the end. */
const NO_SALE = ['pending payment', 'pending', 'cancelled', 'failed', 'draft', 'trash'];

/**
 * WooCommerce itself exports no orders with their lines; this is the table of its most used plugin for that, Advanced Order
 * Export, with the columns it chooses by itself: a row a line item, the order's own cells on every row or on the first. Prices
 * are without tax; whether the discount is in them the total tells. Refunds have no date in it: they count at the order.
 */
export const woocommerce: OrderFormat = {
  name: 'woocommerce',
  title: 'WooCommerce orders (Advanced Order Export)',
  recognise: (header) =>
    ['Order Status', 'Order Date', 'Order Total Amount', 'Item Cost'].every((name) => header.has(name)),
  isRowByRow: false,
  documentOf: (header: Header) => {
    const place = header.find(...COLUMNS.order) ?? -1;
    return ({ cells }) => (cells[place] ?? '').trim();
  },
  read: (header, context) => {
    const cells = cellReader(header, COLUMNS, context);
    return (rows) => readOrder(rows, cells, context);
  },
};

function readOrder(rows: readonly Row[], cells: Cells<Key>, context: FormatContext): Reading {
  const [first] = rows;
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
  const [placed, total] = [cells.moment(first, 'date'), cells.amount(first, 'total')];
  const customer = customerKeyOf(cells.text(first, 'email'));
  const goods = itemsIn(rows, cells, { classOf: context.classOf, hasCustomer: customer !== undefined });
  const currency = cells.currency(first, 'currency');
  const amounts = amountsOf(first, cells);
  if (document === '' || placed === undefined || total === undefined) return;
  if (currency === undefined || goods === undefined) return;
  const sum = goods.reduce((whole, { quantity, price }) => whole + BigInt(quantity) * price, 0n);
  const less = sum + amounts.shipping + amounts.tax - total;
  const country = countryOf(cells.text(first, 'country') || cells.text(first, 'billingCountry'));
  const isAllBack = cells.text(first, 'status').toLowerCase() === 'refunded' && amounts.refunded === 0n;
  return {
    about: { line: first.line, document, customer, currency, country },
    ...{ placed, goods, shipping: amounts.shipping, tax: amounts.tax, total, refundedAt: placed },
    includesTax: false,
    // In none, when the prices are those after it.
    discount: less > 0n && less <= amounts.discount ? less : 0n,
    refunded: isAllBack ? total : amounts.refunded,
  };
}

function amountsOf(row: Row, cells: Cells<Key>) {
  return {
    discount: cells.amount(row, 'discount') ?? 0n,
    shipping: cells.amount(row, 'shipping') ?? 0n,
    tax: cells.amount(row, 'tax') ?? 0n,
    refunded: cells.amount(row, 'refunded') ?? 0n,
  };
}
