import { currencyOf, minorDigits } from '../../../kernel/index.ts';
import { summed } from './measures/ratio.ts';
import type { Measure, Report } from './report.ts';

const ORIGIN = 'By the day of the document in the time zone of its import.';

/** SQL: what lines of `history_sale` come to, money in millionths. */
export const ELSEWHERE_SUMS = `
  sum(amount_millionths) filter (class <> 'tax' and kind = 'sale') as sold_elsewhere,
  -sum(amount_millionths) filter (class <> 'tax' and kind = 'refund') as refunded_elsewhere,
  sum(amount_millionths) filter (class <> 'tax') as net_sales_elsewhere,
  count(distinct document) filter (kind = 'sale') as orders_elsewhere,
  sum(quantity) filter (class = 'goods') as units_elsewhere`;

/** SQL: the same with money in minor units of its currency: rounded here, once, halves away from zero. */
export function inMinorUnits(statement: string): string {
  const rounded = ['sold_elsewhere', 'refunded_elsewhere', 'net_sales_elsewhere'].map(minorOf);
  return `select * replace (${rounded.join(', ')}) from (${statement})`;
}

function minorOf(name: string): string {
  const amount = `ifnull(${name}, 0)`;
  const whole = `(abs(${amount}) * 2 + ${MILLIONTHS_A_MINOR}) // (2 * ${MILLIONTHS_A_MINOR})`;
  return `cast(sign(${amount}) as hugeint) * (${whole}) as ${name}`;
}

const DIGITS = Map.groupBy(Intl.supportedValuesOf('currency'), (code) => minorDigits(currencyOf(code)));

const MILLIONTHS_A_MINOR = `case ${[...DIGITS]
  .map(([digits, codes]) => `when currency in ('${codes.join("', '")}') then ${10 ** (6 - digits)}`)
  .join(' ')} end`;

/** Rounded of the exact sum, each by itself: net sales may differ by a smallest unit from the other two. */
export const ELSEWHERE: readonly Measure[] = [
  summed('money', {
    id: 'sold_elsewhere',
    about: 'Everything on documents that is no refund, without tax: goods, delivery, fees, less discounts.',
    timeRule: ORIGIN,
  }),
  summed('money', {
    id: 'refunded_elsewhere',
    about: 'Everything on refunds and cancellations, without tax.',
    timeRule: ORIGIN,
  }),
  summed('money', {
    id: 'net_sales_elsewhere',
    about: 'Sold − refunded, summed to the last place and rounded once.',
    timeRule: ORIGIN,
  }),
  summed('count', { id: 'orders_elsewhere', about: 'Documents with anything sold.', timeRule: ORIGIN }),
  summed('count', {
    id: 'units_elsewhere',
    about: 'Pieces of goods, less those that went back.',
    timeRule: ORIGIN,
  }),
];

/** No order of this shop is behind what was sold elsewhere. */
export const NO_ORDERS: Report['orders'] = {
  from: '(select *, document as order_id, country as market from history_sale where false)',
  ...{ day: 'day', columns: {} },
};
