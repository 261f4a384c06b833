import type { Sums } from '../report.ts';
import { estimated } from './mean.ts';
import { each, named, ratio, summed } from './ratio.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';
const SOLD = 'By the day on which the order was first sold, in the shop’s zone.';

export const GROSS_SALES = summed('money', {
  id: 'gross_sales',
  about: 'Price × quantity of goods before discounts, without tax and delivery. Gift cards are no sales.',
  timeRule: POSTED,
});

export const DISCOUNTS = summed('money', {
  id: 'discounts',
  about: 'What discounts took off goods, without tax.',
  timeRule: POSTED,
});

export const RETURNS = summed('money', {
  id: 'returns',
  about: 'Goods credited back at what was paid for them, without tax.',
  timeRule: `${POSTED} Whenever the order was placed.`,
});

export const NET_SALES = summed(
  'money',
  {
    id: 'net_sales',
    about: 'Gross sales − discounts − returns made in the span.',
    timeRule: POSTED,
  },
  netSales,
);

export const SHIPPING = summed('money', {
  id: 'shipping',
  about: 'Delivery charged less what discounts took off it and what was credited of it, without tax.',
  timeRule: POSTED,
});

export const TAX = summed('money', { id: 'tax', about: 'Tax charged less tax credited.', timeRule: POSTED });

export const OTHER = summed('money', {
  id: 'other',
  about:
    'Fees and adjustments on orders of other shops, as they were imported. Orders of this shop have none.',
  timeRule: POSTED,
});

export const TOTAL_SALES = summed(
  'money',
  { id: 'total_sales', about: 'Net sales + shipping + tax + other.', timeRule: POSTED },
  totalSales,
);

export const ORDERS = summed('count', {
  id: 'orders',
  about: 'Orders that were sold: agreed and paid, or to be paid later.',
  timeRule: SOLD,
});

export const ORDERS_WITH = summed('count', {
  id: 'orders',
  about: 'Orders in which it was sold. An order with several is counted with each; the total counts it once.',
  timeRule: POSTED,
});

export const UNITS = summed('count', {
  id: 'units',
  about: 'Pieces sold, before anything came back; without gift cards.',
  timeRule: POSTED,
});

export const UNITS_RETURNED = summed('count', {
  id: 'units_returned',
  about: 'Pieces credited; without gift cards.',
  timeRule: `${POSTED} Whenever the order was placed.`,
});

export const AVERAGE_ORDER_VALUE = estimated(
  each(
    {
      id: 'average_order_value',
      about: '(Gross sales − discounts) ÷ orders.',
      timeRule: POSTED,
    },
    (sums) => minus(sums['gross_sales'], sums['discounts']),
    named('orders'),
  ),
  { count: 'orders', sum: 'order_value', squares: 'order_value_squares' },
);

export const DISCOUNT_RATE = ratio(
  'share',
  { id: 'discount_rate', about: 'Discounts ÷ gross sales.', timeRule: POSTED },
  named('discounts'),
  named('gross_sales'),
);

export const COST = summed('money', {
  id: 'cost_of_goods',
  about:
    'What goods cost at moving average when they were handed over, less what came back. In the shop’s own currency: ' +
    'orders in others have it in a row of its own.',
  timeRule: 'By the day on which goods left or came back, which may be later than the sale.',
});

export const CONTRIBUTION_MARGIN_1 = summed(
  'money',
  { id: 'contribution_margin_1', about: 'CM1: net sales − cost of goods.', timeRule: POSTED },
  margin,
);

export const MARGIN_RATE = ratio(
  'share',
  { id: 'margin_rate', about: 'CM1 ÷ net sales.', timeRule: POSTED },
  margin,
  netSales,
);

export function netSales(sums: Sums): bigint | undefined {
  return minus(minus(sums['gross_sales'], sums['discounts']), sums['returns']);
}

export function totalSales(sums: Sums): bigint | undefined {
  return sum(netSales(sums), sums['shipping'], sums['tax'], sums['other']);
}

export function margin(sums: Sums): bigint | undefined {
  return minus(netSales(sums), sums['cost_of_goods']);
}

export function minus(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function sum(...parts: readonly (bigint | undefined)[]): bigint | undefined {
  return parts.reduce((all, part) => (all === undefined || part === undefined ? undefined : all + part), 0n);
}
