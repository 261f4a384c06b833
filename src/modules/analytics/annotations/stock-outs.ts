import { date, within } from '../reports/asked.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import type { Dated, Days } from './annotation.ts';

export type StockOut = Dated<{ readonly kind: 'stock_out'; readonly title: string }>;

const BEST = 20;
const BEFORE_DAYS = 90;
const MOST = 50;

/** Days without any stock of what sold best in these days and the 90 before: of the rest nobody waits for it. */
export async function readStockOuts(
  { rows }: Pick<Analytics, 'rows'>,
  { from, to, market }: Days & { readonly market?: string | undefined },
): Promise<StockOut[]> {
  const found = await rows<{ title: string; from_day: Temporal.PlainDate; to_day: Temporal.PlainDate }>(`
    with best as (
      select variant_id from sale
      where kind = 'sale' and variant_id is not null and origin = ''${within('sale', { market })}
        and day between ${date(from.subtract({ days: BEFORE_DAYS }))} and ${date(to)}
      group by variant_id order by sum(gross_minor) desc, variant_id limit ${BEST}
    )
    select concat_ws(' · ', any_value(goods.title), nullif(any_value(goods.options), '')) as title,
      greatest(from_day, ${date(from)}) as from_day, least(ifnull(to_day, ${date(to)}), ${date(to)}) as to_day
    from stock_out join best using (variant_id) join goods using (variant_id)
    where from_day <= ${date(to)} and ifnull(to_day, ${date(to)}) >= ${date(from)}
    group by variant_id, from_day, to_day order by from_day, title limit ${MOST}`);
  return found.map(({ title, from_day, to_day }) => ({
    kind: 'stock_out',
    title,
    from: from_day,
    to: to_day,
  }));
}
