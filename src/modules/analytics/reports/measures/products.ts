import { type Interval, meanInterval, wilsonInterval } from '../../../../statistics/index.ts';
import type { Measure, Sums, Value } from '../report.ts';
import { named, ratio, summed } from './ratio.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone. Of every currency.';
const OF_ORDERS =
  'Of the orders first sold in the span, in the shop’s zone, with all that became of them until now.';
const NOW =
  'Stock of now; demand of the days of the span on which it could be bought. Of every market and currency.';
const CONFIDENCE = 0.95;
const BOUNDS = 'of the interval that holds the truth 95 times of 100';

export const PRODUCT_VIEWS = summed('count', {
  id: 'product_views',
  about: 'Visits in which it was looked at. In the total each product of a visit counts.',
  timeRule: BEGAN,
});
export const PRODUCT_CARTS = summed('count', {
  id: 'product_carts',
  about: 'Visits in which it was put into the cart.',
  timeRule: BEGAN,
});
export const VIEWS_CARTED = summed('count', {
  id: 'views_carted',
  about: 'Visits in which it was looked at and put into the cart.',
  timeRule: BEGAN,
});
export const VIEWS_BOUGHT = summed('count', {
  id: 'views_bought',
  about: 'Visits in which it was looked at and bought.',
  timeRule: BEGAN,
});

/** Visits that looked at it and put it into the cart, or bought it, as a share of those that looked, with bounds. */
export const VIEW_RATES: readonly Measure[] = [
  ...rate('view_cart_rate', 'Of visits that looked at it: those that put it into the cart.', BEGAN, [
    'views_carted',
    'product_views',
  ]),
  ...rate('view_bought_rate', 'Of visits that looked at it: those that bought it.', BEGAN, [
    'views_bought',
    'product_views',
  ]),
];

/** Three numbers, as pieces, money and orders are not the same; the bounds are those of orders, which are independent. */
export const RETURN_RATES: readonly Measure[] = [
  ...rate('return_rate_orders', 'Orders of which any of it came back ÷ orders with it.', OF_ORDERS, [
    'orders_returned',
    'orders_sold',
  ]),
  ratio(
    'share',
    { id: 'return_rate_units', about: 'Pieces that came back ÷ pieces sold.', timeRule: OF_ORDERS },
    named('units_back'),
    named('units_sold'),
  ),
  ratio(
    'share',
    {
      id: 'return_rate_value',
      about: 'What was credited for it ÷ what was paid for it (gross sales − discounts).',
      timeRule: OF_ORDERS,
    },
    named('value_back'),
    named('value_sold'),
  ),
];

export const AVAILABLE = summed('count', {
  id: 'available',
  about: 'Pieces that can be sold: on hand and promised to nobody. None where stock is not counted.',
  timeRule: 'Of now.',
});

export const DAYS_OUT: Measure = {
  ...{ id: 'days_out', kind: 'count', timeRule: 'Days of the span, in the shop’s zone.' },
  about:
    'Days on which nothing of any of its variants was there from morning to night, as far as stock was counted then.',
  of: (sums) => (isStocked(sums) ? sums['days_out'] : null),
};

/** How long the stock lasts, from what was sold a day while it was there. */
export const STOCK_COVER: readonly Measure[] = [
  cover(
    'stock_cover',
    'Available ÷ mean pieces sold a day over days in stock: how many days it lasts.',
    ({ estimate }) => estimate,
  ),
  // The more is sold, the sooner it is gone.
  cover(
    'stock_cover_low',
    `Lower bound ${BOUNDS}, by Student’s interval of daily sales.`,
    ({ high }) => high,
  ),
  cover('stock_cover_high', `Upper bound ${BOUNDS}; none where nothing might be sold.`, ({ low }) => low),
];

function rate(
  id: string,
  about: string,
  timeRule: string,
  [part, whole]: readonly [part: string, whole: string],
): Measure[] {
  const bound = (name: 'low' | 'high'): Measure => ({
    ...{ id: `${id}_${name}`, kind: 'share', timeRule },
    about: `${name === 'low' ? 'Lower' : 'Upper'} bound ${BOUNDS} (Wilson).`,
    of: (sums) => intervalOf(sums[part], sums[whole])?.[name] ?? missingOr(sums, part, whole),
  });
  return [ratio('share', { id, about, timeRule }, named(part), named(whole)), bound('low'), bound('high')];
}

function intervalOf(part: bigint | undefined, whole: bigint | undefined): Interval | undefined {
  if (part === undefined || whole === undefined || whole <= 0n) return undefined;
  return wilsonInterval(Number(part), Number(whole), CONFIDENCE);
}

/** Nothing to divide by is null, a sum that is not there is a mistake. */
function missingOr(sums: Sums, ...names: readonly string[]): null | undefined {
  return names.every((name) => sums[name] !== undefined) ? null : undefined;
}

function cover(id: string, about: string, pick: (demand: Interval) => number): Measure {
  return {
    ...{ id, kind: 'number', about, timeRule: NOW },
    of: (sums): Value | undefined => {
      const { available, demand, demand_squares: squares, days_known: known, days_out: out } = sums;
      if (available === undefined || demand === undefined || squares === undefined) return undefined;
      if (known === undefined || out === undefined) return undefined;
      const daily = isStocked(sums) ? dailyDemand(demand, squares, Number(known - out)) : undefined;
      const rate = daily && pick(daily);
      return rate === undefined || rate <= 0 ? null : Number(available) / rate;
    },
  };
}

function dailyDemand(demand: bigint, squares: bigint, days: number): Interval | undefined {
  if (days < 2) return undefined;
  const mean = Number(demand) / days;
  const variance = Math.max(0, (Number(squares) - days * mean * mean) / (days - 1));
  return meanInterval({ count: days, mean, variance }, CONFIDENCE);
}

/** Of one product: several do not last together. */
function isStocked(sums: Sums): boolean {
  return sums['products_stocked'] === 1n;
}
