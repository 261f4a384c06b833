import { sql } from 'kysely';
import type { Id } from '../../kernel/index.ts';
import type { Connection, Db } from '../../platform/database/index.ts';
import { openCarts } from '../carts/index.ts';
import type { Providers } from '../payments/index.ts';
import type { OrderDeps } from './deps.ts';

export { retryReturn } from './after-sale/proposed/retry-return.ts';
export type { OrderDeps } from './deps.ts';
export { recoverOrders } from './recover-orders.ts';

/** Once a process: what carts and orders stand on. */
export function openOrders(
  connection: Pick<Connection, 'db' | 'reads'>,
  { providers }: { readonly providers: Providers },
): OrderDeps {
  return { ...openCarts(connection, { countOrders }), providers };
}

/** Orders of a customer that stand: what makes the next one not their first. */
async function countOrders(db: Db, customerId: Id<'customer'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders."order"
    where customer_id = ${customerId} and paid_at is not null and cancelled_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
