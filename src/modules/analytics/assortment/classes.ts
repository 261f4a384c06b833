import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import { type AbcClass, abcClasses, type XyzClass, xyzClass } from '../../../statistics/index.ts';
import type { Bought } from '../customers/scores.ts';
import type { Source } from '../reports/answer-report.ts';
import { date, within } from '../reports/asked.ts';
import { kept } from '../reports/kept.ts';
import { IS_SALE, PRODUCT, PRODUCT_NAMES } from '../reports/sold.ts';

/** Whole weeks that it takes to say how steady demand is. */
export const LEAST_WEEKS = 8;

/** A product in one currency: what part of sales it makes, and how steadily it is wanted. */
export type Classed = {
  readonly product: string;
  readonly title: string;
  readonly currency: CurrencyCode;
  readonly abc: AbcClass;
  /** Not known of fewer whole weeks with stock. */
  readonly xyz: XyzClass | undefined;
  readonly variation: number | undefined;
  readonly netMinor: bigint;
  readonly units: bigint;
  readonly cumulatedShare: number;
};

/** Products by what they sold for in the span, the greatest first, in each currency. */
export function classedProducts(
  analytics: Source,
  { span, market, currency, origin }: Bought,
): Promise<readonly Classed[]> {
  return classed(analytics, { span, market, currency, origin });
}

const classed = kept(async ({ rows }: Source, asked: Bought): Promise<readonly Classed[]> => {
  const { span, ...where } = asked;
  const during = `day between ${date(span.from)} and ${date(span.to)}`;
  const [sold, weekly] = await Promise.all([
    rows<Sold>(`
      with named as (${PRODUCT_NAMES})
      select named.product, ifnull(title, '') as title, currency,
        cast(sum(gross_minor - discount_minor - returns_minor) as bigint) as net_minor,
        cast(ifnull(sum(quantity) filter (kind in ('sale', 'correction') and gift_cards_minor = 0), 0) as bigint) as units
      from sale join named on named.product = ${PRODUCT}
      where ${during}${within('sale', where)} and ${IS_SALE} group by all`),
    rows<Weekly>(weeklyDemand(asked)),
  ]);
  const demand = new Map(weekly.map(({ product, pieces, weeks }) => [product, demandOf(pieces, weeks)]));
  return [...Map.groupBy(sold, ({ currency }) => currency)]
    .sort(([, some], [, others]) => others.length - some.length)
    .flatMap(([currency, those]) => classesOf(currencyOf(currency), those, demand));
});

type Sold = {
  readonly product: string;
  readonly title: string;
  readonly currency: string;
  readonly net_minor: bigint;
  readonly units: bigint;
};
type Weekly = { readonly product: string; readonly pieces: readonly bigint[]; readonly weeks: bigint };

/**
 * SQL: pieces of the whole weeks (from Monday) of the span in which there was stock all the time, from the week after the
 * first sale ever on; weeks without a sale only count. Of every market and currency: stock serves all of them.
 */
function weeklyDemand({ span }: Bought): string {
  const monday = span.from.add({ days: (8 - span.from.dayOfWeek) % 7 });
  const sunday = span.to.subtract({ days: span.to.dayOfWeek % 7 });
  const week = "date_trunc('week', day)";
  return `
    with first as (
      select ${PRODUCT} as product,
        greatest(${date(monday)}, date_trunc('week', min(day)) + interval 7 day) as begins
      from sale where kind = 'sale' group by all
    ), short as (
      select distinct product_id as product, unnest(generate_series(
        date_trunc('week', greatest(from_day, ${date(monday)})),
        least(ifnull(to_day, ${date(sunday)}), ${date(sunday)}), interval 7 day)) as monday
      from stock_out join goods using (variant_id)
    ), pieces as (
      select ${PRODUCT} as product, ${week} as monday, sum(quantity) as pieces
      from sale where day between ${date(monday)} and ${date(sunday)} and kind in ('sale', 'correction')
        and gift_cards_minor = 0 group by all
    ), weeks as (
      select product, date_diff('week', first.begins, ${date(sunday)}) + 1
        - (select count(*) from short where short.product = first.product and short.monday >= first.begins) as weeks
      from first
    )
    select product, ifnull(list(cast(pieces as bigint)) filter (pieces is not null), []) as pieces,
      cast(greatest(any_value(weeks), 0) as bigint) as weeks
    from weeks left join (
      select pieces.* from pieces join first using (product) anti join short using (product, monday)
      where pieces.monday >= first.begins
    ) using (product) group by product`;
}

/** Pieces of every week; those without a sale have none. */
function demandOf(pieces: readonly bigint[], weeks: bigint): number[] {
  const zeros = Math.max(0, Number(weeks) - pieces.length);
  return [...pieces.map(Number), ...Array<number>(zeros).fill(0)];
}

function classesOf(
  currency: CurrencyCode,
  sold: readonly Sold[],
  demand: ReadonlyMap<string, readonly number[]>,
): Classed[] {
  const items = sold
    .toSorted((a, b) => (a.product < b.product ? -1 : 1))
    .map((item) => ({ item, value: Number(item.net_minor) }));
  return abcClasses(items).map(({ item, abc, cumulatedShare }) => {
    const steady = xyzClass(demand.get(item.product) ?? [], { least: LEAST_WEEKS });
    const { product, title, net_minor: netMinor, units } = item;
    return {
      ...{ product, title, currency, netMinor, units, abc, cumulatedShare },
      ...{ xyz: steady?.xyz, variation: steady?.variation },
    };
  });
}
