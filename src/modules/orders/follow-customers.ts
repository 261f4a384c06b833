import { sql } from 'kysely';
import { parseId } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { type Customer, readCustomer } from '../customers/index.ts';
import { forgetWithdrawalsOf } from './after-sale/forget-withdrawals.ts';

/** Orders go with their customers. What an erased person ordered stays as it was agreed: invoices have to be kept;
 * statements of theirs that fit no order do not. */
export const ordersReactions: readonly Reaction[] = [
  {
    name: 'orders.join_proven_customer',
    topic: 'customers.signed_in',
    run: async (tx, { payload }) => {
      const customerId = parseId<'customer'>(payload.customerId);
      const customer = customerId && (await readCustomer(tx, customerId));
      if (customer?.emailProvenAt) await joinGuestOrders(tx, customer);
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

/**
 * What was ordered as a guest with an address is its owner's, once a code that was sent there has proven them: the mail of
 * each order, with the link that opens it, went there too. An order that has a customer keeps it.
 */
async function joinGuestOrders(tx: Tx, { id, email }: Pick<Customer, 'id' | 'email'>): Promise<void> {
  await sql`update orders."order" set customer_id = ${id}, version = version + 1
    where lower(email) = lower(${email}) and customer_id is null`.execute(tx);
}
