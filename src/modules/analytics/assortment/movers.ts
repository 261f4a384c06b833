import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import { attractionProbability, falseDiscovery, wilsonInterval } from '../../../statistics/index.ts';
import type { Bought } from '../customers/scores.ts';
import type { ReportRow } from '../reports/answer.ts';
import type { Source } from '../reports/answer-report.ts';
import { date, within } from '../reports/asked.ts';
import { comparedSpan } from '../reports/period.ts';
import type { Measure, Span } from '../reports/report.ts';
import { IS_SALE, PRODUCT, PRODUCT_NAMES } from '../reports/sold.ts';
import type { WorkedOut } from '../reports/worked-out.ts';

/** Orders with a product in both spans together; of fewer nothing is said. */
export const LEAST_ORDERS = 5;
const FALSE_DISCOVERY = 0.05;
const CONFIDENCE = 0.95;
const BOTH = 'Orders sold in the span, and in that before (or a year before), in the shop’s zone.';

export const movers: WorkedOut = {
  id: 'product_movers',
  titleKey: 'reports.productMovers',
  about:
    'Products that are in a larger or a smaller share of orders than before, beyond noise: of those that are called so, at ' +
    'most 5 in 100 are chance on average (Fisher’s exact test, Benjamini and Hochberg). What lifts or lowers the whole shop ' +
    `moves none of them. Of products with ${LEAST_ORDERS} orders at least.`,
  hasCurrency: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
    { id: 'direction', about: 'rising, falling, or steady: what may be chance.' },
  ],
  measures: [
    told('orders', 'count', 'Orders with it.'),
    told('orders_before', 'count', 'Orders with it before.'),
    told('order_share', 'share', 'Orders with it ÷ orders of the span.'),
    ...bounds('order_share', 'Share of orders'),
    told('order_share_before', 'share', 'Orders with it ÷ orders, before.'),
    ...bounds('order_share_before', 'Share of orders before'),
    told(
      'false_discovery',
      'number',
      'That so great a change is chance, among all products that were looked at.',
    ),
    told('net_sales', 'money', 'Gross sales − discounts − returns.'),
    told('net_sales_before', 'money', 'The same before.'),
    told('net_sales_change', 'money', 'Net sales − net sales before.'),
  ],
  workOut: async (analytics, { compare = 'previous', ...asked }) => {
    const comparedWith = comparedSpan(asked.span, compare);
    const rows = await readProducts(analytics, asked, comparedWith);
    const currencies = [...Map.groupBy(rows, ({ currency }) => currency)];
    return {
      comparedWith,
      rows: currencies.flatMap(([currency, products]) => moved(currencyOf(currency), products)),
      totals: [],
    };
  },
  ordersOf: async () => ({
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${PRODUCT} is not null` },
    columns: { product: PRODUCT },
  }),
};

type Sold = {
  readonly product: string;
  readonly title: string;
  readonly currency: string;
  readonly now: number;
  readonly before: number;
  readonly net_now: bigint;
  readonly net_before: bigint;
  readonly all_now: number;
  readonly all_before: number;
};

async function readProducts({ rows }: Source, { span, ...where }: Bought, then: Span): Promise<Sold[]> {
  const during = ({ from, to }: Span) => `day between ${date(from)} and ${date(to)}`;
  const ofSale = `from sale where ${IS_SALE} and (${during(span)} or ${during(then)})${within('sale', where)}`;
  const orders = (of: Span) =>
    `cast(count(distinct order_id) filter (kind = 'sale' and ${during(of)}) as integer)`;
  const net = (of: Span) =>
    `cast(ifnull(sum(gross_minor - discount_minor - returns_minor) filter (${during(of)}), 0) as bigint)`;
  return rows<Sold>(`
    with named as (${PRODUCT_NAMES}), sold as (
      select ${PRODUCT} as product, currency, ${orders(span)} as now, ${orders(then)} as before,
        ${net(span)} as net_now, ${net(then)} as net_before
      ${ofSale} and ${PRODUCT} is not null group by all
    ), everything as (
      select currency, ${orders(span)} as all_now, ${orders(then)} as all_before ${ofSale} group by all
    )
    select sold.*, ifnull(title, '') as title, all_now, all_before
    from sold join everything using (currency) left join named using (product)
    where now + before >= ${LEAST_ORDERS} order by product`);
}

/** Those that moved first, each by what that changed; then the others. */
function moved(currency: CurrencyCode, products: readonly Sold[]): ReportRow[] {
  const rates = falseDiscovery(products.map(chanceOf));
  const rows = products.map((product, place) => rowOf(currency, product, rates[place] ?? 1));
  const rank = ({ of }: ReportRow) => (of['direction'] === 'steady' ? 1 : 0);
  const size = ({ values }: ReportRow) => Math.abs(Number(values['net_sales_change']));
  return rows.sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

/** That the shares differ by so much by chance, in either direction. */
function chanceOf({ now, before, all_now: allNow, all_before: allBefore }: Sold): number {
  const [both, all] = [now + before, allNow + allBefore];
  const rising = attractionProbability(now, allNow, both, all);
  const falling = attractionProbability(before, allBefore, both, all);
  return Math.min(1, 2 * Math.min(rising, falling));
}

function rowOf(currency: CurrencyCode, product: Sold, chance: number): ReportRow {
  const { now, before, all_now: allNow, all_before: allBefore } = product;
  const [share, shareBefore] = [shareOf(now, allNow), shareOf(before, allBefore)];
  const isRising = now * allBefore > before * allNow;
  const direction = chance > FALSE_DISCOVERY ? 'steady' : isRising ? 'rising' : 'falling';
  return {
    of: { product: product.product, title: product.title, direction },
    currency,
    values: {
      ...{ orders: BigInt(now), orders_before: BigInt(before), false_discovery: chance },
      ...{ order_share: share.estimate, order_share_low: share.low, order_share_high: share.high },
      ...{ order_share_before: shareBefore.estimate, order_share_before_low: shareBefore.low },
      ...{ order_share_before_high: shareBefore.high, net_sales: product.net_now },
      ...{ net_sales_before: product.net_before, net_sales_change: product.net_now - product.net_before },
    },
  };
}

function shareOf(some: number, all: number) {
  return all === 0 ? { estimate: null, low: null, high: null } : wilsonInterval(some, all, CONFIDENCE);
}

function told(id: string, kind: Measure['kind'], about: string): Omit<Measure, 'of'> {
  return { id, kind, about, timeRule: BOTH };
}

function bounds(id: string, what: string): Omit<Measure, 'of'>[] {
  return [
    told(
      `${id}_low`,
      'share',
      `${what}: lower bound of the interval that holds it 95 times of 100 (Wilson).`,
    ),
    told(`${id}_high`, 'share', `${what}: upper bound of that interval.`),
  ];
}
