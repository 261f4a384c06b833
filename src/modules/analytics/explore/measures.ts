import { payments } from '../payments/tries.ts';
import * as contribution from '../reports/measures/contribution.ts';
import * as marketing from '../reports/measures/marketing.ts';
import * as products from '../reports/measures/products.ts';
import * as sales from '../reports/measures/sales.ts';
import * as sessions from '../reports/measures/sessions.ts';
import * as stock from '../reports/measures/stock.ts';
import * as visited from '../reports/measures/visits.ts';
import type { Measure, Sums } from '../reports/report.ts';
import * as orders from './measures/orders.ts';
import * as visits from './measures/visits.ts';

/** A number that can be asked for. */
export type ExploreMeasure = Measure & {
  /** The same as SQL of the same sums, unrounded: rows are sorted and bounded by it. */
  readonly sql: string;
  /** It tells what goods cost the shop: not for everybody who reads reports. */
  readonly hasCosts?: true;
};

const NET = 'gross_sales - discounts - returns';
const TOTAL = `${NET} + shipping + tax + other`;
const MARGIN = `${NET} - cost_of_goods`;
const AFTER_FEES = `${MARGIN} - payment_fees`;
const COSTS = { hasCosts: true } as const;

export const MEASURES: readonly ExploreMeasure[] = [
  ...[measure(sales.GROSS_SALES), measure(sales.DISCOUNTS), measure(sales.RETURNS)],
  ...[measure(sales.NET_SALES, NET), measure(sales.SHIPPING), measure(sales.TAX), measure(sales.OTHER)],
  ...[measure(sales.TOTAL_SALES, TOTAL), measure(sales.DISCOUNT_RATE, over('discounts', 'gross_sales'))],
  ...[measure(sales.ORDERS), measure(orders.ORDERS_WITH_IT)],
  measure(sales.AVERAGE_ORDER_VALUE, over('gross_sales - discounts', 'orders')),
  ...[measure(sales.UNITS), measure(sales.UNITS_RETURNED)],
  measure(orders.UNITS_PER_ORDER, over('units', 'orders')),
  measure(orders.UNIT_RETURN_RATE, over('units_returned', 'units')),
  ...[measure(orders.CUSTOMERS), measure(marketing.NEW_CUSTOMERS)],
  measure(orders.RETURNING_ORDER_RATE, over('orders_returning', 'orders')),
  measure(sales.COST, 'cost_of_goods', COSTS),
  measure(sales.CONTRIBUTION_MARGIN_1, MARGIN, COSTS),
  measure(sales.MARGIN_RATE, over(MARGIN, NET), COSTS),
  measure(contribution.PAYMENT_FEES),
  measure(contribution.CONTRIBUTION_MARGIN_2, AFTER_FEES, COSTS),
  measure(contribution.CONTRIBUTION_MARGIN_3, spent(`${AFTER_FEES} - ad_spend`), COSTS),
  measure(contribution.COST_KNOWN_SHARE, over('sold_with_cost', 'gross_sales'), COSTS),
  measure(contribution.BREAK_EVEN_ROAS, over(NET, AFTER_FEES), COSTS),
  measure(stock.STOCK_VALUE, 'stock_value', COSTS),
  ...[measure(marketing.AD_SPEND, spent('ad_spend')), measure(marketing.AD_CLICKS, spent('ad_clicks'))],
  measure(marketing.AD_IMPRESSIONS, spent('ad_impressions')),
  measure(marketing.COST_PER_CLICK, spent(over('ad_spend', 'ad_clicks'))),
  measure(marketing.CAC, spent(over('ad_spend', 'new_customers'))),
  measure(marketing.ROAS, spent(over(NET, 'ad_spend'))),
  measure(contribution.MER, spent(over(TOTAL, 'ad_spend'))),
  ...[measure(sessions.SESSIONS), measure(visited.ENGAGED)],
  measure(visits.ENGAGEMENT_RATE, over('engaged', 'sessions')),
  measure(visited.BOUNCE_RATE, over('sessions - engaged', 'sessions')),
  ...[measure(visits.VIEWS), measure(visits.SEARCHES)],
  measure(visited.PAGES_PER_VISIT, over('views', 'sessions')),
  measure(visited.TIME_PER_VISIT, over('engaged_ms', 'sessions * 1000')),
  ...[measure(sessions.SESSIONS_VIEWED), measure(sessions.SESSIONS_CART)],
  ...[measure(sessions.SESSIONS_CHECKOUT), measure(sessions.SESSIONS_PURCHASE)],
  measure(sessions.CART_RATE, over('sessions_cart', 'sessions_viewed')),
  measure(sessions.CHECKOUT_RATE, over('sessions_checkout', 'sessions_cart')),
  measure(sessions.PURCHASE_RATE, over('sessions_purchase', 'sessions_checkout')),
  measure(sessions.SESSIONS_BOUGHT),
  measure(sessions.CONVERSION_RATE, over('sessions_bought', 'sessions')),
  ...[measure(products.PRODUCT_VIEWS), measure(products.PRODUCT_CARTS)],
  measure(orders.SALES_PER_SESSION, over(NET, 'sessions')),
  measure(sessions.MATCHED_ORDERS),
  measure(sessions.TRACKED_SHARE, over('matched_orders', 'orders')),
  ...payments.measures.flatMap((one) => {
    const sql = one.id === 'acceptance_rate' ? over('authorized', 'authorized + declined + failed') : one.id;
    return /_(low|high)$/.test(one.id) ? [] : [measure(one, sql)];
  }),
];

export function findMeasure(id: string): ExploreMeasure | undefined {
  return MEASURES.find((one) => one.id === id);
}

/** The sums that a measure is made of: those that it reads, also for how sure it is. */
export function sumsOf(one: Measure): string[] {
  const read = new Set<string>();
  const sums = new Proxy<Sums>(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return 1n;
      },
    },
  );
  one.of(sums);
  one.bounds?.(sums);
  return [...read];
}

function measure(
  one: Measure,
  sql: string = one.id,
  { hasCosts }: { readonly hasCosts?: true } = {},
): ExploreMeasure {
  return { ...one, sql, ...(hasCosts ? { hasCosts } : {}) };
}

/** SQL: nothing where there is nothing to divide by. */
function over(part: string, whole: string): string {
  return `case when ${whole} > 0 then (${part}) / (${whole}) end`;
}

/** SQL: nothing where no ad spend is known. */
function spent(sql: string): string {
  return `case when spend_known > 0 then ${sql} end`;
}
