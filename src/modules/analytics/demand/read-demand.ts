import { date, quoted } from '../reports/asked.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';

/** Which page of demand is meant. Days are the shop's, both included. */
export type AskedDemand = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The last variant of the page before, with its pieces. */
  readonly after?: { readonly units: number; readonly variantId: string };
  /** Only of these. */
  readonly variantIds?: readonly string[];
  readonly limit: number;
};

/** What was wanted of a variant, on the days on which something was: lists of equal length. */
export type VariantDemand = {
  readonly variantId: string;
  /** All of the span. */
  readonly units: number;
  /** Days since the first of the span, rising. */
  readonly days: readonly number[];
  readonly pieces: readonly number[];
  /**
   * Paid for a piece on that day, after discounts and without tax, in minor units of the currency in which most was sold; 0
   * where nothing was sold in it.
   */
  readonly prices: readonly number[];
  /**
   * Pieces by where they were sold: '' is this shop, else the import's origin; where there is more than one, of each the weeks in
   * which it had some, from the first of the span on, and its pieces in them.
   */
  readonly channels: readonly {
    readonly origin: string;
    readonly units: number;
    readonly weeks: readonly number[];
    readonly pieces: readonly number[];
  }[];
};

const [BETWEEN, WITHIN] = ['\u001e', '\u001f'];

/**
 * Demand by variant and day, the most wanted first: pieces of orders of this shop and of elsewhere. What came back was wanted
 * all the same; an order that was cancelled before anything of it was handed over was not.
 */
export async function readDemand(
  { rows }: Pick<Analytics, 'rows'>,
  { from, to, after, variantIds, limit }: AskedDemand,
): Promise<VariantDemand[]> {
  const only = variantIds && `and variant_id in (${variantIds.map(quoted).join(', ') || "''"})`;
  const rest = after && `having (-sum(units), variant_id) > (${-after.units}, ${quoted(after.variantId)})`;
  const found = await rows<Row>(`
    with wanted as (
      select variant_id, day, origin, currency, quantity, gross_minor - discount_minor as paid_minor
      from sale where kind = 'sale' and variant_id is not null and quantity <> 0
        and day between ${date(from)} and ${date(to)} ${only ?? ''}
        and order_id not in (
          select order_id from sale where kind = 'credit' and ledger_reference = order_id || ':cancelled')
    ), usual as (select currency from wanted group by currency order by count(*) desc, currency limit 1),
    of_day as (
      select variant_id, day, sum(quantity) as units,
        ifnull(round(sum(paid_minor) filter (wanted.currency = usual.currency)
          / nullif(sum(quantity) filter (wanted.currency = usual.currency), 0)), 0) as price
      from wanted, usual group by wanted.variant_id, wanted.day having sum(quantity) > 0
    ), page as (
      select variant_id, sum(units) as units,
        string_agg(cast(day - ${date(from)} as varchar), ',' order by day) as days,
        string_agg(cast(cast(units as bigint) as varchar), ',' order by day) as pieces,
        string_agg(cast(cast(greatest(price, 0) as bigint) as varchar), ',' order by day) as prices
      from of_day group by variant_id ${rest ?? ''} order by -sum(units), variant_id limit ${limit}
    ), of_week as (
      select variant_id, origin, (day - ${date(from)}) // 7 as week, sum(quantity) as units
      from wanted where variant_id in (select variant_id from page) group by variant_id, origin, week
    ), of_origin as (
      select variant_id, origin, sum(units) as units, string_agg(cast(week as varchar), ',' order by week) as weeks,
        string_agg(cast(cast(units as bigint) as varchar), ',' order by week) as pieces,
        count(*) over (partition by variant_id) > 1 as is_one_of_many
      from of_week group by variant_id, origin having sum(units) > 0
    ), channels as (
      select variant_id, string_agg(concat_ws(chr(31), origin, cast(cast(units as bigint) as varchar),
          if(is_one_of_many, weeks, ''), if(is_one_of_many, pieces, '')), chr(30)
        order by units desc, origin) as channels
      from of_origin group by variant_id
    )
    select variant_id, cast(units as double) as units, days, pieces, prices, ifnull(channels, '') as channels
    from page left join channels using (variant_id) order by units desc, variant_id`);
  return found.map((row) => ({
    ...{ variantId: row.variant_id, units: row.units, channels: channelsIn(row.channels) },
    ...{ days: numbersIn(row.days), pieces: numbersIn(row.pieces), prices: numbersIn(row.prices) },
  }));
}

type Row = {
  readonly variant_id: string;
  readonly units: number;
  readonly days: string;
  readonly pieces: string;
  readonly prices: string;
  readonly channels: string;
};

function numbersIn(text: string): number[] {
  return text === '' ? [] : text.split(',').map(Number);
}

function channelsIn(text: string): VariantDemand['channels'] {
  if (text === '') return [];
  return text.split(BETWEEN).map((part) => {
    const [origin = '', units = '', weeks = '', pieces = ''] = part.split(WITHIN);
    return { origin, units: Number(units), weeks: numbersIn(weeks), pieces: numbersIn(pieces) };
  });
}

/** What says whether the demand of a variant is still what it was. */
export type DemandMark = {
  readonly variantId: string;
  /** Pieces of all of the span. */
  readonly units: number;
  /** Another one when anything of it is: of the same rows always the same. */
  readonly mark: string;
};

/**
 * All variants of which something was wanted, the most wanted first, each with a mark of its demand: whoever has read its days
 * before need not read them again while that is the same. One pass over what was sold.
 */
export async function readDemandMarks(
  { rows }: Pick<Analytics, 'rows'>,
  { from, to }: Pick<AskedDemand, 'from' | 'to'>,
): Promise<DemandMark[]> {
  const found = await rows<{ variant_id: string; units: number; mark: string }>(`
    select variant_id, cast(sum(quantity) as double) as units,
      cast(sum(hash(day, origin, currency, quantity, gross_minor - discount_minor)) as varchar) as mark
    from sale where kind = 'sale' and variant_id is not null and quantity <> 0
      and day between ${date(from)} and ${date(to)} and order_id not in (
        select order_id from sale where kind = 'credit' and ledger_reference = order_id || ':cancelled')
    group by variant_id having sum(quantity) > 0 order by units desc, variant_id`);
  return found.map(({ variant_id: variantId, units, mark }) => ({ variantId, units, mark }));
}
