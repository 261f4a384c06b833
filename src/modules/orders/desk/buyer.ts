import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Order, OrderId } from '../order.ts';

/** What a buyer has ordered in one currency beside this order, as far as it stood: with what was given back taken off. */
export type BoughtBefore = {
  readonly currency: CurrencyCode;
  readonly orders: number;
  readonly spentMinor: bigint;
};

export type Buyer = {
  readonly others: readonly BoughtBefore[];
  /** Orders that stood before this one was placed. */
  readonly earlierOrders: number;
  readonly latest: { readonly id: OrderId; readonly number: string } | undefined;
};

/** The other orders of whoever placed this one, by their account or, for a guest, by the e-mail address. */
export async function readBuyer(
  db: Db,
  { id, customerId, email, placedAt }: Pick<Order, 'id' | 'customerId' | 'email' | 'placedAt'>,
): Promise<Buyer> {
  const whose =
    customerId === undefined
      ? sql`lower(o.email) = ${email.toLowerCase()} and o.customer_id is null`
      : sql`o.customer_id = ${customerId}`;
  const { rows } = await sql<Row>`
    select o.currency, count(*)::int as orders,
      sum(o.total_minor - o.reduced_minor - o.refunded_minor)::bigint as spent_minor,
      (count(*) filter (where o.placed_at < ${placedAt.toString()}::timestamptz))::int as earlier,
      (array_agg(o.id order by o.placed_at desc))[1] as id, (array_agg(o.number order by o.placed_at desc))[1] as number,
      max(o.placed_at) as at
    from orders."order" o
    where ${whose} and o.id <> ${id} and o.paid_at is not null and o.cancelled_at is null
    group by o.currency order by 2 desc, 1`.execute(db);
  const [latest] = rows.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  return {
    others: rows.map(({ currency, orders, spent_minor: spentMinor }) => {
      return { currency: currencyOf(currency), orders, spentMinor };
    }),
    earlierOrders: rows.reduce((sum, { earlier }) => sum + earlier, 0),
    latest: latest && { id: latest.id, number: latest.number },
  };
}

type Row = {
  readonly currency: string;
  readonly orders: number;
  readonly spent_minor: bigint;
  readonly earlier: number;
  readonly id: OrderId;
  readonly number: string;
  readonly at: Temporal.Instant;
};

/** Fewer say nothing about what is usual. */
const LEAST = 20;

/**
 * The total that nine of ten of the latest thousand orders of a currency do not exceed; `undefined` where there are too
 * few.
 */
export async function readUsualTotal(db: Db, currency: CurrencyCode): Promise<bigint | undefined> {
  const { rows } = await sql<{ usual: bigint | null; orders: number }>`
    select percentile_disc(0.9) within group (order by total_minor) as usual, count(*)::int as orders from (
      select total_minor from orders."order" where currency = ${currency} order by placed_at desc, id desc limit 1000
    ) latest`.execute(db);
  const [row] = rows;
  return row === undefined || row.usual === null || row.orders < LEAST ? undefined : row.usual;
}
