import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';

/** What was sold within an hour of a span: orders that stand, as they are now, without what edits took off. */
export type HourOfSales = {
  readonly currency: CurrencyCode;
  /** 0 for the first hour of the span. */
  readonly hour: number;
  readonly orders: number;
  readonly totalMinor: bigint;
};

/** Sales by the hour of `[from, until)`, by when orders were placed; hours without any are left out. */
export async function readSales(
  db: Db,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<HourOfSales[]> {
  const start = sql`${from.toString()}::timestamptz`;
  const { rows } = await sql<Omit<HourOfSales, 'currency'> & { readonly currency: string }>`
    select currency, floor(extract(epoch from placed_at - ${start}) / 3600)::int as hour, count(*)::int as orders,
      sum(total_minor - reduced_minor)::bigint as "totalMinor"
    from orders."order"
    where placed_at >= ${start} and placed_at < ${until.toString()}::timestamptz
      and paid_at is not null and cancelled_at is null
    group by 1, 2 order by 1, 2`.execute(db);
  return rows.map((row) => ({ ...row, currency: currencyOf(row.currency) }));
}
