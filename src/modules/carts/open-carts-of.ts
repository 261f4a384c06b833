import { sql } from 'kysely';
import { type CurrencyCode, currencyOf, type Id } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { CartId } from './cart.ts';

/** What a customer has in a cart and has not ordered. */
export type OpenCart = {
  readonly id: CartId;
  readonly items: number;
  readonly currency: CurrencyCode;
  readonly changedAt: Temporal.Instant;
};

/** A customer's open carts with something in them: one, or none. */
export async function readOpenCarts(db: Db, customerId: Id<'customer'>): Promise<OpenCart[]> {
  const { rows } = await sql<Omit<OpenCart, 'currency'> & { readonly currency: string }>`
    select id, currency, changed_at as "changedAt", (
      select coalesce(sum((line ->> 'quantity')::int), 0)::int from jsonb_array_elements(lines) line
    ) as items
    from carts.cart
    where customer_id = ${customerId} and completed_at is null and jsonb_array_length(lines) > 0
    order by changed_at desc limit 10`.execute(db);
  return rows.map((row) => ({ ...row, currency: currencyOf(row.currency) }));
}
