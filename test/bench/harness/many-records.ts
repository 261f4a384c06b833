import { sql } from 'kysely';
import type { Db } from '../../../src/platform/database/index.ts';

export const CUSTOMERS = 200_000;
export const AUDIT_ENTRIES = 1_000_000;

const idOf = (from: number) => sql`(lpad(to_hex(${from}::bigint + n * 1000), 12, '0') || '7'
  || lpad(to_hex(n % 4096), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid`;

/** Who ordered what `insertOrders` put in: five orders each; one in forty never ordered, one in nine is in a segment. */
export async function insertCustomers(db: Db): Promise<void> {
  await sql`
    insert into customers.customer (id, email, name, locale, segments, tags, accepts_marketing, created_at, updated_at,
      orders_count, spent_minor, spent_currency, first_order_at, last_order_at, country, market_code)
    select ${idOf(1_600_000_000_000)}, 'shopper' || n || '@example.org', 'Given' || n % 997 || ' Name' || n % 5003, 'en',
      case when n % 9 = 0 then array['wholesale'] else '{}' end, case when n % 70 = 0 then array['vip'] else '{}' end,
      n % 3 = 0, at, at, case when n % 40 = 0 then 0 else 5 end, case when n % 40 = 0 then 0 else n * 7919::bigint % 200000 end,
      'EUR', at, at + interval '90 days', case when n % 10 < 6 then 'DE' when n % 10 < 8 then 'AT' else 'FR' end, 'eu'
    from (select n, timestamptz '2025-01-01' + n * interval '30 seconds' as at
      from generate_series(0, ${CUSTOMERS - 1}::int) as n) made`.execute(db);
  await sql`vacuum analyze customers.customer`.execute(db);
}

/** A year of what twelve people and one program did, unsealed: reading does not ask for seals. */
export async function insertAudit(db: Db): Promise<void> {
  await sql`
    insert into audit.entry (id, happened_at, attempt_id, actor, actor_name, session_id, operation, summary, kind,
      subject_id, outcome, code, ip, user_agent, differences)
    select ${idOf(1_735_700_000_000)}, timestamptz '2025-01-01' + n * interval '30 seconds', ${idOf(1_735_700_000_000)},
      'staff:' || n % 13, 'Person ' || n % 13, '', (array['changeProduct', 'setPrices', 'fulfilOrder', 'refundOrder'])[n % 4 + 1],
      'Change a thing', (array['product', 'prices', 'order', 'order'])[n % 4 + 1], (n % 50000)::text,
      case when n % 100 = 0 then 'refused' else 'done' end, case when n % 100 = 0 then 'invalid' else '' end, '127.0.0.1', '',
      jsonb_build_array(jsonb_build_object('field', 'title', 'before', 'word' || n % 9973, 'after', 'word' || n % 7919))
    from generate_series(1, ${AUDIT_ENTRIES}::int) as n`.execute(db);
  await sql`vacuum analyze audit.entry`.execute(db);
}
