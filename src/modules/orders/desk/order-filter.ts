import { type RawBuilder, sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { OrderState } from '../state.ts';
import type { FulfilmentStanding, PaymentStanding } from './standing.ts';

/** Which orders a list shows: all that fit everything that is given. Of a list of states any may fit. */
export type OrderFilter = {
  /** Looked for in numbers, e-mail addresses, names, SKUs and tracking numbers, from their beginnings. */
  readonly q?: string;
  readonly state?: readonly OrderState[];
  readonly paymentState?: readonly PaymentStanding[];
  readonly fulfilmentState?: readonly FulfilmentStanding[];
  readonly market?: string;
  /** Where it goes; where nothing is delivered, where it is billed to. */
  readonly country?: string;
  readonly currency?: CurrencyCode;
  readonly tag?: string;
  readonly customerId?: Id<'customer'>;
  /** Of this customer, and what was ordered as a guest with their address. */
  readonly buyer?: { readonly customerId: Id<'customer'>; readonly email: string };
  /** The whole address, whatever its case. */
  readonly email?: string;
  readonly number?: string;
  readonly placedFrom?: Temporal.Instant;
  /** Before this moment. */
  readonly placedBefore?: Temporal.Instant;
  /** In units of `currency`, which is to be given with it. */
  readonly totalFromMinor?: bigint;
  readonly totalToMinor?: bigint;
  /** A note of the shopper's or of staff's. */
  readonly hasNote?: boolean;
  /** A return that was asked for or is on its way. */
  readonly hasOpenReturn?: boolean;
  readonly isArchived?: boolean;
};

type Condition = RawBuilder<unknown>;

/** What an `orders.order as o` has to fit, but for `q` and the list of states that {@link driverOf} reads by. */
export function conditionsOf(filter: OrderFilter, driver: Driver | undefined): Condition[] {
  const { market, country, currency, customerId, email, number, placedFrom, placedBefore } = filter;
  const instant = (at: Temporal.Instant) => sql`${at.toString()}::timestamptz`;
  const given: readonly (Condition | undefined)[] = [
    ...STATE_COLUMNS.map((column) => (column === driver?.column ? undefined : anyState(filter, column))),
    market === undefined ? undefined : sql`o.market_code = ${market}`,
    country === undefined ? undefined : sql`o.country = ${country}`,
    currency === undefined ? undefined : sql`o.currency = ${currency}`,
    customerId === undefined ? undefined : sql`o.customer_id = ${customerId}`,
    filter.buyer && buyerCondition(filter.buyer),
    email === undefined ? undefined : sql`lower(o.email) = ${email.trim().toLowerCase()}`,
    number === undefined ? undefined : sql`o.number = ${number.trim()}`,
    placedFrom && sql`o.placed_at >= ${instant(placedFrom)}`,
    placedBefore && sql`o.placed_at < ${instant(placedBefore)}`,
    filter.totalFromMinor === undefined ? undefined : sql`o.total_minor >= ${filter.totalFromMinor}`,
    filter.totalToMinor === undefined ? undefined : sql`o.total_minor <= ${filter.totalToMinor}`,
    ...markConditions(filter),
  ];
  return given.filter((condition) => condition !== undefined);
}

/** Of a buyer, by their account or as a guest with the same address, among `orders.order as o`. */
export function buyerCondition({ customerId, email }: NonNullable<OrderFilter['buyer']>): Condition {
  return sql`(o.customer_id = ${customerId}
    or (o.customer_id is null and lower(o.email) = ${email.trim().toLowerCase()}))`;
}

function markConditions({ tag, hasNote, hasOpenReturn, isArchived }: OrderFilter): (Condition | undefined)[] {
  const note = sql`(o.agreed ->> 'note' <> '' or exists (
    select from orders.event e where e.order_id = o.id and e.kind = 'note'))`;
  const returned = sql`o.id in (
    select r.order_id from orders."return" r where r.state in ('requested', 'approved'))`;
  return [
    tag === undefined
      ? undefined
      : sql`o.id in (select t.order_id from orders.order_tag t where t.tag = ${tag})`,
    hasNote === undefined ? undefined : hasNote ? note : sql`not ${note}`,
    hasOpenReturn === undefined ? undefined : hasOpenReturn ? returned : sql`not ${returned}`,
    isArchived === undefined ? undefined : sql`(o.archived_at is not null) = ${sql.lit(isArchived)}`,
  ];
}

const STATE_COLUMNS = ['fulfilment_state', 'payment_state', 'state'] as const;
type StateColumn = (typeof STATE_COLUMNS)[number];

/** The list of states that a page is read by, each from its own index: sorting all that fit would take seconds. */
export type Driver = { readonly column: StateColumn; readonly values: readonly string[] };

export function driverOf(filter: OrderFilter): Driver | undefined {
  for (const column of STATE_COLUMNS) {
    const values = statesOf(filter, column);
    if (values.length > 0) return { column, values };
  }
  return undefined;
}

function anyState(filter: OrderFilter, column: StateColumn): Condition | undefined {
  const values = statesOf(filter, column);
  return values.length === 0 ? undefined : sql`${sql.ref(`o.${column}`)} = any(${values}::text[])`;
}

function statesOf(filter: OrderFilter, column: StateColumn): readonly string[] {
  const { fulfilmentState = [], paymentState = [], state = [] } = filter;
  return { fulfilment_state: fulfilmentState, payment_state: paymentState, state }[column];
}
