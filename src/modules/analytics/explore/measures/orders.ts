import { estimated } from '../../reports/measures/mean.ts';
import { each, named, proportion, ratio, summed } from '../../reports/measures/ratio.ts';
import { netSales, ORDERS_WITH } from '../../reports/measures/sales.ts';

const SOLD = 'By the day on which the order was first sold, in the shop’s zone.';

/** Of reports that are told by what an order holds. */
export const ORDERS_HOLDING = { ...ORDERS_WITH, of: named('orders_with') };

/** The same beside `orders`, which are told by what an order is as a whole. */
export const ORDERS_WITH_IT = { ...ORDERS_HOLDING, id: 'orders_with' };

export const CUSTOMERS = summed('count', {
  id: 'customers',
  about:
    'Customers who bought: accounts, and guests by their e-mail address. In several rows the same may count; the total counts each once.',
  timeRule: SOLD,
});

export const RETURNING_ORDER_RATE = proportion(
  {
    id: 'returning_order_rate',
    about: 'Orders of customers who had bought before ÷ orders.',
    timeRule: SOLD,
  },
  named('orders_returning'),
  named('orders'),
);

export const UNITS_PER_ORDER = estimated(
  ratio(
    'number',
    { id: 'units_per_order', about: 'Pieces sold ÷ orders; without gift cards.', timeRule: SOLD },
    named('units'),
    named('orders'),
  ),
  { count: 'orders', sum: 'order_units', squares: 'order_units_squares' },
);

export const UNIT_RETURN_RATE = ratio(
  'share',
  {
    id: 'unit_return_rate',
    about: 'Pieces credited in the span ÷ pieces sold in it, whenever they were ordered.',
    timeRule: 'By the day on which it was posted, in the shop’s zone.',
  },
  named('units_returned'),
  named('units'),
);

export const SALES_PER_SESSION = each(
  {
    id: 'sales_per_session',
    about: 'Net sales ÷ sessions that saw prices in that currency.',
    timeRule: 'Sales by the day on which they were posted, sessions by the day on which they began.',
  },
  netSales,
  named('sessions'),
);
