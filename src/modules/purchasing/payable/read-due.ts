import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';

/** Money of one currency, what the books owe for it in the shop's, and of how many invoices. */
export type Owed = { readonly minor: bigint; readonly bookedMinor: bigint; readonly count: number };

export type Due = {
  readonly currency: CurrencyCode;
  readonly late: Owed;
  /** By the Monday of the week in which they are due, this one first; what is due later than the last is `later`. */
  readonly weeks: readonly (Owed & { readonly monday: Temporal.PlainDate })[];
  readonly later: Owed;
  /** Above zero: what suppliers owe the shop for goods that went back. */
  readonly credits: Owed;
  /** What may be taken off by paying today. */
  readonly discountMinor: bigint;
};

export const DUE_WEEKS = 6;
const NOTHING: Owed = { minor: 0n, bookedMinor: 0n, count: 0 };

/** What is owed to suppliers by currency, and by the week in which it is due. */
export async function readDue(db: Db, today: Temporal.PlainDate): Promise<Due[]> {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const mondays = Array.from({ length: DUE_WEEKS }, (_, week) => monday.add({ weeks: week }));
  type Row = Owed & { readonly currency: string; readonly bucket: string; readonly discount: bigint };
  const { rows } = await sql<Row>`
    select currency, case when amount_minor < 0 then 'credits' when due_on < ${today.toString()}::date then 'late'
        when due_on >= ${monday.add({ weeks: DUE_WEEKS }).toString()}::date then 'later'
        else ((due_on - ${monday.toString()}::date) / 7)::text end as bucket,
      abs(sum(amount_minor - settled_minor))::bigint as minor,
      abs(sum(booked_minor - settled_booked_minor))::bigint as "bookedMinor", count(*)::int as count,
      coalesce(sum(discount_minor - discounted_minor)
        filter (where discount_until >= ${today.toString()}::date), 0)::bigint as discount
    from purchasing.payable where undone_at is null and settled_minor <> amount_minor group by 1, 2 order by 1`.execute(
    db,
  );
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => {
    const of = (bucket: string): Owed => {
      const { minor, bookedMinor, count } = own.find((row) => row.bucket === bucket) ?? NOTHING;
      return { minor, bookedMinor, count };
    };
    return {
      ...{ currency: currencyOf(currency), late: of('late'), later: of('later'), credits: of('credits') },
      weeks: mondays.map((day, week) => ({ monday: day, ...of(String(week)) })),
      discountMinor: own.reduce((sum, { discount }) => sum + discount, 0n),
    };
  });
}
