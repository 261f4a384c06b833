import { sql } from 'kysely';
import { currencyOf, type Id } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { OrderId, OrderRow } from './order.ts';
import type { OrderState } from './state.ts';

export type ListOrders = {
  /** The last order of the page before. */
  readonly cursor?: OrderId;
  /** 1 to 100. */
  readonly limit: number;
  readonly state?: OrderState;
  readonly customerId?: Id<'customer'>;
  /** The whole address, whatever its case. */
  readonly email?: string;
  readonly number?: string;
};

export type OrderPage = {
  readonly orders: readonly OrderRow[];
  /** Where the next page goes on; `undefined` on the last. */
  readonly next: OrderId | undefined;
};

/** Orders, the latest first: one statement that reads as many rows of an index as the page has, however many there are. */
export async function listOrders(db: Db, input: ListOrders): Promise<OrderPage> {
  const limit = Math.min(100, Math.max(1, Math.trunc(input.limit)));
  const conditions = [
    ...(input.cursor === undefined ? [] : [sql`o.id < ${input.cursor}`]),
    ...(input.state === undefined ? [] : [sql`o.state = ${input.state}`]),
    ...(input.customerId === undefined ? [] : [sql`o.customer_id = ${input.customerId}`]),
    ...(input.email === undefined ? [] : [sql`lower(o.email) = ${input.email.trim().toLowerCase()}`]),
    ...(input.number === undefined ? [] : [sql`o.number = ${input.number.trim()}`]),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const { rows } = await sql<Row>`
    select o.id, o.number, o.state, o.email, o.customer_name, o.market_code, o.currency, o.total_minor, o.quantity,
      o.placed_at
    from orders."order" o where ${where} order by o.id desc limit ${limit + 1}`.execute(db);
  const orders = rows.slice(0, limit).map(rowOf);
  return { orders, next: rows.length > limit ? orders.at(-1)?.id : undefined };
}

type Row = {
  readonly id: OrderId;
  readonly number: string;
  readonly state: OrderState;
  readonly email: string;
  readonly customer_name: string;
  readonly market_code: string;
  readonly currency: string;
  readonly total_minor: bigint;
  readonly quantity: number;
  readonly placed_at: Temporal.Instant;
};

function rowOf(row: Row): OrderRow {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    email: row.email,
    customerName: row.customer_name,
    market: row.market_code,
    currency: currencyOf(row.currency),
    totalMinor: row.total_minor,
    quantity: row.quantity,
    placedAt: row.placed_at,
  };
}
