import type { Mapping } from '../../../modules/history/index.ts';
import type { Order, OrderLine } from '../order.ts';
import type { Refund } from '../refund.ts';
import type { Shopper } from '../shopper.ts';
import type { TradeDay } from '../trade.ts';

const COLUMNS = [
  ...(['Date', 'Order', 'Customer', 'SKU', 'Title', 'Quantity', 'Price', 'Country'] as const),
  ...(['Currency', 'Cost', 'Tax', 'Reason'] as const),
] as const;

/** The file's columns as imports of orders ask for them. */
export const ORDERS_MAPPING: Mapping = {
  ...{ date: 'Date', order: 'Order', customer: 'Customer', sku: 'SKU', title: 'Title' },
  ...{ quantity: 'Quantity', price: 'Price', country: 'Country', currency: 'Currency' },
  ...{ cost: 'Cost', tax: 'Tax', reason: 'Reason' },
};

export const ORDERS_HEADER = `${COLUMNS.join(',')}\n`;

/** What a euro costs in the currencies of the shop, for costs, which are paid in euros. */
const EURO_IN = { EUR: 1, GBP: 0.86, USD: 1.09 } as const;

/** Rows of the orders and refunds of a day. Prices are without tax: each line's is taken out and told beside it. */
export function ordersText({ orders, refunds }: Pick<TradeDay, 'orders' | 'refunds'>): string {
  return [...orders.flatMap(orderRows), ...refunds.flatMap(refundRows)].map((row) => `${row}\n`).join('');
}

function orderRows(order: Order): string[] {
  const { number, at, shopper, lines, discount, shippingMinor } = order;
  const about = { document: number, at, shopper };
  return [
    ...lines.map((line) => goodsRow(about, line, line.quantity)),
    ...(discount ? [rowOf({ ...about, sku: 'DISCOUNT', title: discount.code, minor: -discount.minor })] : []),
    ...(shippingMinor > 0
      ? [rowOf({ ...about, sku: 'SHIPPING', title: 'Delivery', minor: shippingMinor })]
      : []),
  ];
}

/** What was taken off the whole order is given back with its goods in proportion. */
function refundRows({ order, at, lines }: Refund): string[] {
  const about = { document: `${order.number}-R1`, at, shopper: order.shopper };
  const sum = order.lines.reduce((all, { unitMinor, quantity }) => all + unitMinor * quantity, 0);
  const back = lines.reduce((all, { line, quantity }) => all + line.unitMinor * quantity, 0);
  const less = Math.round(((order.discount?.minor ?? 0) * back) / sum);
  return [
    ...lines.map(({ line, quantity, reason }) => goodsRow({ ...about, reason }, line, -quantity)),
    ...(less > 0
      ? [
          rowOf({
            ...{ ...about, document: order.number, sku: 'DISCOUNT' },
            ...{ title: order.discount?.code ?? '', minor: less },
          }),
        ]
      : []),
  ];
}

type About = {
  readonly document: string;
  readonly at: number;
  readonly shopper: Shopper;
  /** Why it came back. */
  readonly reason?: string;
};

function goodsRow(about: About, { good, variant, unitMinor }: OrderLine, quantity: number): string {
  const { currency } = about.shopper.place;
  const cost = (variant.costMinor * EURO_IN[currency]) / 100;
  const title = variant.title === '' ? good.title : `${good.title}, ${variant.title}`;
  return rowOf({ ...about, sku: variant.sku, title, minor: unitMinor, quantity, cost: cost.toFixed(2) });
}

function rowOf(
  row: About & {
    readonly sku: string;
    readonly title: string;
    /** Of one piece, tax included where the market's prices include it. */
    readonly minor: number;
    readonly quantity?: number;
    readonly cost?: string;
  },
): string {
  const { document, at, shopper, sku, title, minor, quantity = 1, cost = '', reason = '' } = row;
  const { country, currency, vat } = shopper.place;
  const net = Math.round(minor / (1 + vat));
  return [
    ...[new Date(at).toISOString(), document, mailOf(shopper), sku, quoted(title), quantity],
    ...[
      (net / 100).toFixed(2),
      country,
      currency,
      cost,
      (((minor - net) * quantity) / 100).toFixed(2),
      reason,
    ],
  ].join(',');
}

function mailOf({ number }: Shopper): string {
  return `shopper-${number}@mail.example`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
