import { sql } from 'kysely';
import { currencyOf, type Id, parseId } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type Reaction, reactToEach } from '../../../platform/outbox/index.ts';
import { findOrCreateByEmail, readCustomer, readCustomerByEmail, saveBuying } from '../../customers/index.ts';
import type { Order } from '../order.ts';
import { selectOrder } from '../store/select-orders.ts';
import { buyerCondition } from './order-filter.ts';

const CHANGES = [
  ...([
    'orders.cancelled',
    'orders.refunded',
    'orders.reduced',
    'orders.agreed_anew',
    'orders.edited',
  ] as const),
] as const;

/**
 * Customers know what they bought so far. Who buys as a guest becomes a customer whose address nobody has proven: a name in
 * the list, to whom nothing belongs. Only a sale makes one, so that nobody who was erased comes back with an old order.
 */
export const buyerReactions: readonly Reaction[] = [
  ...reactToEach('orders.note_buyer', ['orders.paid'], async (tx, { payload, toldAt: now }) => {
    const order = await orderOf(tx, payload.orderId);
    if (order === undefined) return;
    const { email, locale, phone, billingAddress } = order;
    const about = { email, locale, phone, name: billingAddress.name, now };
    await noteBuying(tx, order.customerId ?? (await findOrCreateByEmail(tx, about)).id);
  }),
  ...reactToEach('orders.note_buyer_again', CHANGES, async (tx, { payload }) => {
    const order = await orderOf(tx, payload.orderId);
    const id = order && (order.customerId ?? (await readCustomerByEmail(tx, order.email))?.id);
    if (id !== undefined) await noteBuying(tx, id);
  }),
  {
    name: 'orders.note_merged_buyer',
    topic: 'customers.merged',
    run: async (tx, { payload: { intoId } }) => {
      const id = parseId<'customer'>(intoId);
      if (id !== undefined) await noteBuying(tx, id);
    },
  },
];

async function orderOf(tx: Tx, id: string): Promise<Order | undefined> {
  const orderId = parseId<'order'>(id);
  return orderId && selectOrder(tx, orderId);
}

/** Counts anew, from the orders themselves: told twice, or in another order, it comes to the same. */
export async function noteBuying(tx: Tx, id: Id<'customer'>): Promise<void> {
  const customer = await readCustomer(tx, id);
  if (customer === undefined) return;
  const { rows } = await sql<Bought>`
    select o.currency, count(*)::int as orders,
      sum(o.total_minor - o.reduced_minor - o.refunded_minor)::bigint as spent_minor,
      min(o.placed_at) as first_at, max(o.placed_at) as last_at,
      (array_agg(o.country order by o.placed_at desc))[1] as country,
      (array_agg(o.market_code order by o.placed_at desc))[1] as market
    from orders."order" o
    where ${buyerCondition({ customerId: id, email: customer.email })}
      and o.paid_at is not null and o.cancelled_at is null
    group by o.currency order by 2 desc, 1`.execute(tx);
  const [most] = rows;
  const first = rows.toSorted((a, b) => Temporal.Instant.compare(a.first_at, b.first_at))[0];
  const last = rows.toSorted((a, b) => Temporal.Instant.compare(b.last_at, a.last_at))[0];
  await saveBuying(tx, id, {
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    spentMinor: most?.spent_minor ?? 0n,
    currency: most && currencyOf(most.currency),
    ...{ firstOrderAt: first?.first_at, lastOrderAt: last?.last_at },
    ...{ country: last?.country ?? '', market: last?.market ?? '' },
  });
}

type Bought = {
  readonly currency: string;
  readonly orders: number;
  readonly spent_minor: bigint;
  readonly first_at: Temporal.Instant;
  readonly last_at: Temporal.Instant;
  readonly country: string;
  readonly market: string;
};
