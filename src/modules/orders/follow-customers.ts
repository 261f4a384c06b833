import { sql } from 'kysely';
import { parseId } from '../../kernel/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { readCustomer } from '../customers/index.ts';
import { joinGuestOrders } from './access.ts';
import { forgetWithdrawalsOf } from './after-sale/forget-withdrawals.ts';
import { buyerReactions } from './desk/note-buyers.ts';

/** Orders go with their customers. What an erased person ordered stays as it was agreed: invoices have to be kept;
 * statements of theirs that fit no order do not. */
export const ordersReactions: readonly Reaction[] = [
  ...buyerReactions,
  {
    name: 'orders.join_proven_customer',
    topic: 'customers.signed_in',
    run: async (tx, { payload }) => {
      const customerId = parseId<'customer'>(payload.customerId);
      const customer = customerId && (await readCustomer(tx, customerId));
      if (customer) await joinGuestOrders(tx, customer);
    },
  },
  {
    name: 'orders.follow_merged_customer',
    topic: 'customers.merged',
    run: async (tx, { payload: { fromId, intoId } }) => {
      await sql`update orders."order" set customer_id = ${intoId}::uuid, version = version + 1
        where customer_id = ${fromId}::uuid`.execute(tx);
    },
  },
  {
    name: 'orders.forget_withdrawals_of_erased',
    topic: 'customers.erased',
    run: async (tx, { payload, toldAt: now }) => {
      const customerId = parseId<'customer'>(payload.customerId);
      if (customerId) await forgetWithdrawalsOf(tx, { customerId, now });
    },
  },
];
