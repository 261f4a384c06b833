import { sql } from 'kysely';
import { type ListOrders, listOrders } from '../../src/modules/orders/index.ts';
import type { Db } from '../../src/platform/database/index.ts';
import { loadWith } from './harness/load.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

const ORDERS = 1_000_000;

/** Pages of fifty of a shop with a million orders: the latest, deep in the list, of one state, of one shopper. */
export const scenario: Scenario = {
  name: 'orders',
  run: () =>
    withProductionDatabase(async ({ db }) => {
      await insertOrders(db);
      const middle = await idAt(db, ORDERS / 2);
      return {
        orders: ORDERS,
        ...(await measured(db, 'latest', () => ({ limit: 50 }))),
        ...(await measured(db, 'deep', () => ({ limit: 50, cursor: middle }))),
        ...(await measured(db, 'state', () => ({ limit: 50, state: 'authorized' }))),
        ...(await measured(db, 'shopper', (number) => ({
          limit: 50,
          email: `shopper${number % 9_973}@example.org`,
        }))),
      };
    }),
};

async function measured(db: Db, name: string, page: (number: number) => ListOrders): Promise<Figures> {
  const { p50Ms, p99Ms } = await loadWith((number) => listOrders(db, page(number)), {
    connections: 2,
    seconds: 3,
  });
  return { [`${name}P50Ms`]: p50Ms, [`${name}P99Ms`]: p99Ms };
}

async function idAt(db: Db, offset: number) {
  const { orders } = await listOrders(db, { limit: 1 });
  const { rows } = await sql<{ id: NonNullable<(typeof orders)[0]>['id'] }>`
    select id from orders."order" order by id desc offset ${offset} limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('there are too few orders');
  return row.id;
}

/** One in a thousand waits for its capture; a shopper has a hundred. */
async function insertOrders(db: Db): Promise<void> {
  await sql`
    insert into orders."order" (id, number, state, market_code, locale, currency, prices_include_tax, email,
      customer_name, billing_address, agreed, subtotal_minor, discount_minor, delivery_minor, tax_minor, total_minor,
      credit_minor, authorized_minor, captured_minor, quantity, terms_version, placed_at, paid_at)
    select (lpad(to_hex(1700000000000 + n * 1000), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8000'
        || lpad(to_hex(n), 12, '0'))::uuid,
      'B' || n, case when n % 1000 = 0 then 'authorized' else 'paid' end, 'eu', 'en', 'EUR', true,
      'shopper' || n % 10000 || '@example.org', 'Shopper ' || n % 10000, '{}', '{}', 1000, 0, 490, 160, 1490, 0, 1490,
      case when n % 1000 = 0 then 0 else 1490 end, 1, '1',
      timestamptz '2025-01-01' + n * interval '30 seconds', timestamptz '2025-01-01' + n * interval '30 seconds'
    from generate_series(1, ${ORDERS}::int) as n`.execute(db);
  await sql`analyze orders."order"`.execute(db);
}
