import { csvCell } from '../../../platform/csv/index.ts';

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,' +
  'Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,' +
  'Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,' +
  'Billing Name,Billing Country,Shipping Name,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Id';

const WOOCOMMERCE =
  'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Country Code (Billing),Email (Billing),' +
  'Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,' +
  'Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code';

type Cells = Readonly<Record<string, string>>;

/** A file with Shopify's columns for orders; what a row does not name is blank, as on its rows after an order's first. */
export function shopifyExport(rows: readonly Cells[]): string {
  return fileOf(SHOPIFY, rows);
}

/** A file with the columns of WooCommerce's Advanced Order Export. */
export function woocommerceExport(rows: readonly Cells[]): string {
  return fileOf(WOOCOMMERCE, rows);
}

function fileOf(header: string, rows: readonly Cells[]): string {
  const names = header.split(',');
  for (const name of rows.flatMap(Object.keys)) {
    if (!names.includes(name)) throw new RangeError(`the export has no column ${name}`);
  }
  const lines = rows.map((row) => names.map((name) => csvCell(row[name] ?? '', true)).join(','));
  return `${[header, ...lines].join('\r\n')}\r\n`;
}
