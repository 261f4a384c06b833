import { sql } from 'kysely';
import type { Reaction } from '../../platform/outbox/index.ts';

/** Orders go with their customers. What an erased person ordered stays as it was agreed: invoices have to be kept. */
export const ordersReactions: readonly Reaction[] = [
  {
    name: 'orders.follow_merged_customer',
    topic: 'customers.merged',
    run: async (tx, { payload: { fromId, intoId } }) => {
      await sql`update orders."order" set customer_id = ${intoId}::uuid, version = version + 1
        where customer_id = ${fromId}::uuid`.execute(tx);
    },
  },
];
