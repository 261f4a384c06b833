import { sql } from 'kysely';
import type { Db } from '../../../src/platform/database/index.ts';

export const ORDERS = 1_000_000;
const FIRST_PLACED = Temporal.Instant.from('2025-01-01T00:00:00Z');
/** One each half minute: almost a year. */
export const LAST_PLACED = FIRST_PLACED.add({ seconds: ORDERS * 30 });

/**
 * A year of a shop with a million orders and a line each. Of a thousand one waits for its capture, two were not paid, three
 * are to be sent, ten cancelled, five refunded; the others were delivered. One in fifty has a note, one in two hundred
 * thousand a rare tag.
 */
export async function insertOrders(db: Db): Promise<void> {
  await insertHeads(db);
  await insertLines(db);
  await sql`analyze orders."order", orders.line, orders.fulfilment, orders.event, orders.order_tag`.execute(
    db,
  );
  // What autovacuum does to tables that were filled: without it no index is read alone.
  await sql`vacuum orders."order"`.execute(db);
}

const COUNTRIES = sql`(array['DE', 'DE', 'DE', 'DE', 'DE', 'DE', 'AT', 'AT', 'FR', 'FR'])[n % 10 + 1]`;
const idOf = (
  from: string,
) => sql`(lpad(to_hex(${sql.raw(from)}), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
  || '8000' || lpad(to_hex(n), 12, '0'))::uuid`;
const ORDER_ID = idOf('1700000000000 + n * 1000');
const LINE_ID = idOf('1800000000000 + n * 1000');
const PLACED = sql`timestamptz '2025-01-01' + n * interval '30 seconds'`;

async function insertHeads(db: Db): Promise<void> {
  await sql`
    insert into orders."order" (id, number, state, market_code, locale, currency, prices_include_tax, email,
      customer_name, billing_address, shipping_address, agreed, subtotal_minor, discount_minor, delivery_minor,
      tax_minor, total_minor, credit_minor, authorized_minor, captured_minor, refunded_minor, quantity,
      fulfilled_quantity, delivered_quantity, terms_version, placed_at, paid_at, cancelled_at, cancel_reason)
    select ${ORDER_ID}, 'B' || n, state, 'eu', 'en', 'EUR', true, 'shopper' || n % 200000 || '@example.org',
      'Given' || n % 997 || ' Name' || n % 5003, address, address,
      jsonb_build_object('note', case when n % 50 = 0 then 'Ring twice' else '' end), total - 490, 0, 490, 160, total,
      0, case when state in ('pending_payment', 'cancelled') then 0 else total end,
      case when state in ('pending_payment', 'authorized', 'cancelled') then 0 else total end,
      case when state = 'refunded' then total else 0 end, 1,
      case when state in ('delivered', 'refunded') then 1 else 0 end,
      case when state = 'delivered' then 1 else 0 end, '1', placed,
      case when state <> 'pending_payment' then placed end, case when state = 'cancelled' then placed end,
      case when state = 'cancelled' then 'shopper' end
    from (
      select n, ${PLACED} as placed, 1490 + (n * 7919::bigint % 40000) as total,
        jsonb_build_object('name', 'Name', 'line1', 'Lindenweg 12', 'city', 'Berlin', 'postalCode', '10115', 'country',
          case when n % 10000 = 7 then 'LU' else ${COUNTRIES} end) as address,
        case when n % 1000 = 0 then 'authorized' when n % 1000 < 3 then 'pending_payment' when n % 1000 < 6 then 'paid'
          when n % 1000 < 16 then 'cancelled' when n % 1000 < 21 then 'refunded' else 'delivered' end as state
      from generate_series(1, ${ORDERS}::int) as n
    ) made`.execute(db);
}

async function insertLines(db: Db): Promise<void> {
  await sql`
    insert into orders.line (id, order_id, position, variant_id, product_id, sku, title, handle, kind, quantity,
      requires_shipping, weight_grams, unit_minor, subtotal_minor, discount_minor, net_minor, tax_minor, total_minor,
      agreed)
    select ${LINE_ID}, ${ORDER_ID}, 0, ${idOf('n % 20000')}, ${idOf('n % 5000')}, 'SKU-' || n % 20000, 'Cup', 'cup',
      'physical', 1, true, 300, 1000, 1000, 0, 840, 160, 1000,
      '{"options": [], "giftMessage": "", "isGift": false, "priceReason": {"kind": "base"}, "discounts": [], "taxes": []}'
    from generate_series(1, ${ORDERS}::int) as n`.execute(db);
  await sql`
    insert into orders.fulfilment (id, order_id, number, carrier, tracking_number, shipped_at, delivered_at)
    select ${LINE_ID}, ${ORDER_ID}, 1, 'DHL', 'JD' || n, ${PLACED}, ${PLACED}
    from generate_series(1, ${ORDERS}::int) as n where n % 1000 > 20`.execute(db);
  // Only the latest orders are read whole.
  await sql`
    insert into orders.fulfilment_line (fulfilment_id, line_id, quantity)
    select ${LINE_ID}, ${LINE_ID}, 1 from generate_series(${ORDERS - 1_000}::int, ${ORDERS}::int) as n
    where n % 1000 > 20`.execute(db);
  await sql`
    insert into orders.event (order_id, kind, at, actor, data)
    select ${ORDER_ID}, case when n % 1000 = 1 then 'payment_failed' else 'note' end, ${PLACED}, 'staff', '{"text": "t"}'
    from generate_series(1, ${ORDERS}::int) as n where n % 1000 = 1 or n % 500 = 2`.execute(db);
  await sql`
    insert into orders.order_tag (tag, order_id)
    select case when n % 200000 = 0 then 'rare' else 'vip' end, ${ORDER_ID}
    from generate_series(1, ${ORDERS}::int) as n where n % 100 = 0`.execute(db);
  await sql`
    insert into orders."return" (id, order_id, number, state, requested_by, requested_at, decided_at)
    select ${LINE_ID}, ${ORDER_ID}, 1, case when n % 20000 = 30 then 'requested' else 'approved' end, 'shopper',
      ${PLACED}, case when n % 20000 = 30 then null else ${PLACED} end
    from generate_series(1, ${ORDERS}::int) as n where n % 10000 = 30`.execute(db);
  await sql`
    insert into orders.return_line (return_id, line_id, quantity, reason)
    select ${LINE_ID}, ${LINE_ID}, 1, 'other' from generate_series(1, ${ORDERS}::int) as n where n % 10000 = 30`.execute(
    db,
  );
}
