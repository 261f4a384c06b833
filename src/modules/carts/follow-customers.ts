import { sql } from 'kysely';
import type { Reaction } from '../../platform/outbox/index.ts';

/** Carts go with their customers: two that are one person have one cart, and who is erased has none. */
export const cartsReactions: readonly Reaction[] = [
  {
    name: 'carts.follow_merged_customer',
    topic: 'customers.merged',
    run: async (tx, { payload: { fromId, intoId } }) => {
      // A second open cart stays open to whoever has its token, as a guest's.
      await sql`
        update carts.cart set customer_id = case
          when completed_at is null and exists (
            select from carts.cart other where other.customer_id = ${intoId}::uuid and other.completed_at is null)
          then null else ${intoId}::uuid end
        where customer_id = ${fromId}::uuid`.execute(tx);
    },
  },
  {
    name: 'carts.forget_erased_customer',
    topic: 'customers.erased',
    run: async (tx, { payload: { customerId } }) => {
      await sql`delete from carts.cart where customer_id = ${customerId}::uuid`.execute(tx);
    },
  },
];
