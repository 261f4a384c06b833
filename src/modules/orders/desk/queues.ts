import { type RawBuilder, sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';
import { ORDER_QUEUES, type OrderQueue } from './standing.ts';

/** What waits for somebody to do something about an order. */
export type Waiting = {
  /** Of the return, the refund, the statement; of the order itself where it is the order that waits. */
  readonly id: string;
  /** Not there for a statement that fits no order. */
  readonly orderId: OrderId | undefined;
  readonly orderNumber: string;
  readonly name: string;
  /** Since when. */
  readonly at: Temporal.Instant;
  readonly amountMinor: bigint | undefined;
  readonly currency: CurrencyCode | undefined;
};

/** A heap of work: how much there is, since when the oldest waits, and that which is to be done first. */
export type Queue = {
  readonly count: number;
  /** There is more than `count`. */
  readonly isCapped: boolean;
  readonly first: readonly Waiting[];
};

const SHOWN = 5;
const MOST_COUNTED = 1_000;

/** Every queue of orders, the oldest first: a statement each, which reads no more than what waits. */
export async function readOrderQueues(db: Db): Promise<Readonly<Record<OrderQueue, Queue>>> {
  const read = async (name: OrderQueue) => [name, await readQueue(db, SOURCES[name])] as const;
  const queues = Object.fromEntries(await Promise.all(ORDER_QUEUES.map(read)));
  // Each name was read once, which the type of `fromEntries` does not keep.
  return { ...EMPTY, ...queues };
}

type Source = {
  /** What is waiting, with its order as `o`. */
  readonly from: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly at: RawBuilder<unknown>;
  readonly amount?: RawBuilder<unknown>;
  /** By which it is known, where no order may be there. */
  readonly name?: RawBuilder<unknown>;
  readonly number?: RawBuilder<unknown>;
};

const total = sql`o.total_minor - o.reduced_minor`;

const SOURCES: Readonly<Record<OrderQueue, Source>> = {
  to_ship: {
    from: sql`(
      (select * from orders."order" where fulfilment_state = 'open' order by placed_at, id limit ${MOST_COUNTED + 1})
      union all
      (select * from orders."order" where fulfilment_state = 'partly_fulfilled'
        order by placed_at, id limit ${MOST_COUNTED + 1})) o`,
    ...{ id: sql`o.id`, at: sql`o.placed_at`, amount: total },
  },
  declined: {
    from: sql`orders."order" o where o.state = 'pending_payment' and exists (
      select from orders.event e where e.order_id = o.id and e.kind = 'payment_failed')`,
    ...{ id: sql`o.id`, at: sql`o.placed_at`, amount: total },
  },
  refunds: {
    from: sql`(
      select id, order_id, requested_at as at, amount_minor from orders.refund where state = 'incomplete'
      union all
      select id, order_id, ended_at, difference_minor from orders.address_change
      where ended_at is not null and return_refused > 0 and settled_at is null) w
      join orders."order" o on o.id = w.order_id`,
    ...{ id: sql`w.id`, at: sql`w.at`, amount: sql`w.amount_minor` },
  },
  returns_asked: {
    from: sql`orders."return" w join orders."order" o on o.id = w.order_id where w.state = 'requested'`,
    ...{ id: sql`w.id`, at: sql`w.requested_at` },
  },
  returns_coming: {
    from: sql`orders."return" w join orders."order" o on o.id = w.order_id where w.state = 'approved'`,
    ...{ id: sql`w.id`, at: sql`w.decided_at` },
  },
  exchanges: {
    from: sql`orders.exchange w join orders.link l on l.order_id = w.new_order_id
      join orders."order" o on o.id = w.order_id where w.state = 'open'`,
    ...{ id: sql`w.id`, at: sql`l.made_at`, amount: sql`w.credit_minor` },
  },
  withdrawals: {
    from: sql`orders.withdrawal w left join orders."order" o on o.id = w.order_id where w.handled_at is null`,
    ...{ id: sql`w.id`, at: sql`w.submitted_at`, name: sql`w.name`, number: sql`w.order_number` },
  },
};

const EMPTY: Readonly<Record<OrderQueue, Queue>> = {
  ...{ to_ship: none(), declined: none(), refunds: none(), returns_asked: none(), returns_coming: none() },
  ...{ exchanges: none(), withdrawals: none() },
};

function none(): Queue {
  return { count: 0, isCapped: false, first: [] };
}

type Row = {
  readonly id: string;
  readonly order_id: OrderId | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly at: Temporal.Instant;
  readonly amount_minor: bigint | null;
  readonly currency: string | null;
  readonly count: number;
};

async function readQueue(db: Db, source: Source): Promise<Queue> {
  const { from, id, at, amount = sql`null::bigint` } = source;
  const { name = sql`o.customer_name`, number = sql`o.number` } = source;
  const { rows } = await sql<Row>`
    select ${id} as id, o.id as order_id, ${number} as number, ${name} as name, ${at} as at, ${amount} as amount_minor,
      o.currency, (
        select count(*)::int from (select from ${from} limit ${sql.lit(MOST_COUNTED + 1)}) counted
      ) as count
    from ${from} order by ${at}, ${id} limit ${sql.lit(SHOWN)}`.execute(db);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED, first: rows.map(waitingOf) };
}

function waitingOf({ id, order_id, number, name, at, amount_minor, currency }: Row): Waiting {
  return {
    ...{ id, orderId: order_id ?? undefined, orderNumber: number ?? '', name: name ?? '', at },
    amountMinor: amount_minor ?? undefined,
    currency: currency === null || amount_minor === null ? undefined : currencyOf(currency),
  };
}
