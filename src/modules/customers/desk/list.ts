import { type RawBuilder, sql } from 'kysely';
import { type CurrencyCode, parseCurrency } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Customer, CustomerId } from '../customer.ts';
import { COLUMNS, type CustomerRow, customerOf } from '../store/customers.ts';

export const CUSTOMER_SORTS = ['-created', '-last_order', '-spent', '-orders'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export type CustomerFilter = {
  /** The beginning of a name, a last name or an e-mail address. */
  readonly q?: string;
  readonly country?: string;
  readonly market?: string;
  readonly tag?: string;
  readonly segment?: string;
  readonly hasAccount?: boolean;
  readonly acceptsMarketing?: boolean;
  readonly ordersFrom?: number;
  readonly ordersTo?: number;
  /** In minor units of `currency`, which is to be given with it. */
  readonly spentFromMinor?: bigint;
  readonly currency?: CurrencyCode;
  readonly lastOrderFrom?: Temporal.Instant;
  readonly lastOrderBefore?: Temporal.Instant;
  readonly ids?: readonly CustomerId[];
};

/** A customer with what they bought so far. */
export type ListedCustomer = Customer & {
  readonly orders: number;
  readonly spentMinor: bigint;
  readonly spentCurrency: CurrencyCode | undefined;
  readonly lastOrderAt: Temporal.Instant | undefined;
  readonly firstOrderAt: Temporal.Instant | undefined;
  readonly country: string;
  readonly market: string;
  readonly position: readonly [by: string, id: CustomerId];
};

type Row = CustomerRow & {
  readonly orders_count: number;
  readonly spent_minor: bigint;
  readonly spent_currency: string;
  readonly last_order_at: Temporal.Instant | null;
  readonly first_order_at: Temporal.Instant | null;
  readonly country: string;
  readonly market_code: string;
  readonly by: string;
};

/** A page of customers, by an index of what they are sorted by. */
export async function listCustomers(
  db: Db,
  input: CustomerFilter & {
    readonly sort: CustomerSort;
    readonly after?: ListedCustomer['position'];
    readonly limit: number;
  },
): Promise<ListedCustomer[]> {
  const { by, type } = ORDERS[input.sort];
  const conditions = conditionsOf(await narrowed(db, input));
  if (input.after) {
    const [value, id] = input.after;
    conditions.push(sql`(${by}, c.id) < (${value}::${sql.raw(type)}, ${id}::uuid)`);
  }
  const { rows } = await sql<Row>`
    select ${COLUMNS}, c.orders_count, c.spent_minor, c.spent_currency, c.last_order_at, c.first_order_at, c.country,
      c.market_code, (${by})::text as by
    from customers.customer c where ${sql.join(conditions, sql` and `)}
    order by ${by} desc, c.id desc limit ${input.limit}`.execute(db);
  return rows.map(listedOf);
}

/** How many fit, counted no further than `most`. */
export async function countCustomers(db: Db, filter: CustomerFilter, most: number): Promise<number> {
  const conditions = conditionsOf(await narrowed(db, filter));
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from customers.customer c where ${sql.join(conditions, sql` and `)} limit ${most}
    ) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

const ORDERS: Readonly<Record<CustomerSort, { readonly by: RawBuilder<unknown>; readonly type: string }>> = {
  '-created': { by: sql`c.id`, type: 'uuid' },
  '-last_order': { by: sql`coalesce(c.last_order_at, '-infinity'::timestamptz)`, type: 'timestamptz' },
  '-spent': { by: sql`c.spent_minor`, type: 'bigint' },
  '-orders': { by: sql`c.orders_count`, type: 'int' },
};

function conditionsOf(filter: CustomerFilter): RawBuilder<unknown>[] {
  const { country, market, tag, segment, hasAccount, acceptsMarketing, ordersFrom, ordersTo } = filter;
  const words = filter.q?.trim().toLowerCase() ?? '';
  const instant = (at: Temporal.Instant) => sql`${at.toString()}::timestamptz`;
  const given: readonly (RawBuilder<unknown> | undefined)[] = [
    sql`c.erased_at is null and c.merged_into is null`,
    filter.ids && sql`c.id = any(${filter.ids}::uuid[])`,
    words === '' ? undefined : beginsWith(words),
    country === undefined ? undefined : sql`c.country = ${country}`,
    market === undefined ? undefined : sql`c.market_code = ${market}`,
    tag === undefined ? undefined : sql`${tag} = any(c.tags)`,
    segment === undefined ? undefined : sql`${segment} = any(c.segments)`,
    hasAccount === undefined ? undefined : sql`(c.email_proven_at is not null) = ${sql.lit(hasAccount)}`,
    acceptsMarketing === undefined ? undefined : sql`c.accepts_marketing = ${sql.lit(acceptsMarketing)}`,
    ordersFrom === undefined ? undefined : sql`c.orders_count >= ${ordersFrom}`,
    ordersTo === undefined ? undefined : sql`c.orders_count <= ${ordersTo}`,
    filter.spentFromMinor === undefined
      ? undefined
      : sql`c.spent_currency = ${filter.currency ?? ''} and c.spent_minor >= ${filter.spentFromMinor}`,
    filter.lastOrderFrom && sql`c.last_order_at >= ${instant(filter.lastOrderFrom)}`,
    filter.lastOrderBefore && sql`c.last_order_at < ${instant(filter.lastOrderBefore)}`,
  ];
  return given.filter((condition) => condition !== undefined);
}

const WORDS = [sql`lower(c.email)`, sql`lower(c.name)`, sql`lower(regexp_replace(c.name, '^.* ', ''))`];
/** More are so many that the list, walked in its own order, meets a page of them soon. */
const FEW = 5_000;

/**
 * Few whose words begin so are found by the words' own indexes; walking the list's order for them reads everybody. The
 * statement cannot choose by itself: it does not know how many there are.
 */
async function narrowed<Filter extends CustomerFilter>(db: Db, filter: Filter): Promise<Filter> {
  const words = filter.q?.trim().toLowerCase() ?? '';
  if (words === '' || filter.ids !== undefined) return filter;
  const parts = WORDS.map(
    (expression) => sql`(select c.id from customers.customer c
      where c.erased_at is null and c.merged_into is null and ${range(expression, words)} limit ${FEW + 1})`,
  );
  const { rows } = await sql<{ id: CustomerId }>`${sql.join(parts, sql` union `)}`.execute(db);
  return rows.length > FEW ? filter : { ...filter, q: '', ids: rows.map(({ id }) => id) };
}

function beginsWith(words: string): RawBuilder<unknown> {
  return sql`(${sql.join(
    WORDS.map((expression) => range(expression, words)),
    sql` or `,
  )})`;
}

function range(expression: RawBuilder<unknown>, words: string): RawBuilder<unknown> {
  return sql`(${expression} >= ${words} and ${expression} < ${`${words}\u{10FFFF}`})`;
}

function listedOf(row: Row): ListedCustomer {
  return {
    ...customerOf(row),
    orders: row.orders_count,
    spentMinor: row.spent_minor,
    spentCurrency: parseCurrency(row.spent_currency),
    lastOrderAt: row.last_order_at ?? undefined,
    firstOrderAt: row.first_order_at ?? undefined,
    ...{ country: row.country, market: row.market_code, position: [row.by, row.id] },
  };
}
