import { sql } from 'kysely';
import { parseId } from '../../kernel/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { readCustomer } from '../customers/index.ts';

/** Who waits is known by an address alone; that it is a customer's is noted, so that it goes when they are erased. */
export const customerReactions: readonly Reaction[] = [
  {
    name: 'waitlist.follow_customer',
    topic: 'customers.changed',
    run: async (tx, { payload }) => {
      const id = parseId<'customer'>(payload.customerId);
      const customer = id && (await readCustomer(tx, id));
      if (!customer) return;
      await sql`
        update waitlist.wait set customer_id = ${customer.id}
        where lower(email) = lower(${customer.email}) and customer_id is null`.execute(tx);
    },
  },
  {
    name: 'waitlist.follow_merged_customer',
    topic: 'customers.merged',
    run: async (tx, { payload: { fromId, intoId } }) => {
      await sql`
        update waitlist.wait set customer_id = ${intoId}::uuid where customer_id = ${fromId}::uuid`.execute(
        tx,
      );
    },
  },
  {
    name: 'waitlist.forget_erased_customer',
    topic: 'customers.erased',
    run: async (tx, { payload: { customerId } }) => {
      await sql`delete from waitlist.wait where customer_id = ${customerId}::uuid`.execute(tx);
    },
  },
];
