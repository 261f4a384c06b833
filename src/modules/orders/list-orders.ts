import { type RawBuilder, sql } from 'kysely';
import { currencyOf } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { conditionsOf, driverOf, type OrderFilter } from './desk/order-filter.ts';
import { ordersWith } from './desk/search-orders.ts';
import type { OrderSort } from './desk/standing.ts';
import type { OrderRow } from './order.ts';

/** The last order of the page before, by what the list is sorted by. */
export type OrderPosition = Pick<OrderRow, 'id' | 'placedAt' | 'currency' | 'totalMinor'>;

export type ListOrders = OrderFilter & {
  readonly after?: OrderPosition;
  /** 1 to 100. */
  readonly limit: number;
  readonly sort?: OrderSort;
};

type OrderPage = {
  readonly orders: readonly OrderRow[];
  /** Where the next page goes on; `undefined` on the last. */
  readonly next: OrderPosition | undefined;
};

/** A page of orders, the latest first: one statement that reads an index as far as the page needs, however many there are. */
export async function listOrders(db: Db, input: ListOrders): Promise<OrderPage> {
  const { after, sort = '-placed' } = input;
  const limit = Math.min(100, Math.max(1, Math.trunc(input.limit)));
  const order = ORDERS[sort];
  const { rows } = await sql<Row>`
    select o.id, o.number, o.state, o.payment_state as "paymentState", o.fulfilment_state as "fulfilmentState",
      o.customer_id as "customerId", o.email, o.customer_name as "customerName", o.market_code as market, o.country,
      o.currency, o.total_minor as "totalMinor", o.quantity, o.placed_at as "placedAt",
      o.archived_at is not null as "isArchived", o.agreed ->> 'note' <> '' as "hasNote", exists (
        select from orders."return" r where r.order_id = o.id and r.state in ('requested', 'approved')
      ) as "hasOpenReturn", array(select t.tag from orders.order_tag t where t.order_id = o.id order by t.tag) as tags
    from (${chosen(input, after === undefined ? [] : [beyond(after, sort)], {
      columns: sql`o.*`,
      order: sql`order by ${order}`,
      limit: limit + 1,
    })}) o order by ${order} limit ${limit + 1}`.execute(db);
  const orders = rows.slice(0, limit).map((row): OrderRow => {
    return { ...row, currency: currencyOf(row.currency), customerId: row.customerId ?? undefined };
  });
  return { orders, next: rows.length > limit ? orders.at(-1) : undefined };
}

type Row = Omit<OrderRow, 'customerId'> & { readonly customerId: NonNullable<OrderRow['customerId']> | null };

/** Beyond so many nobody wants the number, and finding it would take seconds. */
const MOST_COUNTED = 10_000;

/** How many orders fit; `isCapped`: more than so many, which are counted. */
export async function countOrders(
  db: Db,
  filter: OrderFilter,
): Promise<{ readonly count: number; readonly isCapped: boolean }> {
  const some = { columns: sql`o.id`, order: sql``, limit: MOST_COUNTED + 1 };
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from (${chosen(filter, [], some)}) o limit ${some.limit}) counted
  `.execute(db);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED };
}

/** The orders that fit: of what is searched for each by its id, of several states some of each, else from the one index. */
function chosen(
  filter: OrderFilter,
  more: readonly RawBuilder<unknown>[],
  wanted: {
    readonly columns: RawBuilder<unknown>;
    readonly order: RawBuilder<unknown>;
    readonly limit: number;
  },
): RawBuilder<unknown> {
  const { columns, order, limit } = wanted;
  const words = filter.q?.trim() ?? '';
  const driver = words === '' ? driverOf(filter) : undefined;
  const conditions = [...conditionsOf(filter, driver), ...more];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  if (words !== '') {
    return sql`select ${columns} from (${ordersWith(words)}) found (id) cross join lateral (
      select o.* from orders."order" o where o.id = found.id offset 0) o where ${where}`;
  }
  if (driver === undefined) {
    return sql`select ${columns} from orders."order" o where ${where} ${order} limit ${limit}`;
  }
  return sql`select o.* from unnest(${driver.values}::text[]) driver (value) cross join lateral (
    select ${columns} from orders."order" o
    where ${sql.ref(`o.${driver.column}`)} = driver.value and ${where} ${order} limit ${limit}) o`;
}

const ORDERS: Readonly<Record<OrderSort, RawBuilder<unknown>>> = {
  '-placed': sql`o.placed_at desc, o.id desc`,
  placed: sql`o.placed_at, o.id`,
  '-total': sql`o.currency desc, o.total_minor desc, o.id desc`,
  total: sql`o.currency, o.total_minor, o.id`,
};

function beyond({ id, placedAt, currency, totalMinor }: OrderPosition, sort: OrderSort): RawBuilder<unknown> {
  const than = sort.startsWith('-') ? sql`<` : sql`>`;
  return sort.endsWith('placed')
    ? sql`(o.placed_at, o.id) ${than} (${placedAt.toString()}::timestamptz, ${id}::uuid)`
    : sql`(o.currency, o.total_minor, o.id) ${than} (${currency}, ${totalMinor}::bigint, ${id}::uuid)`;
}
