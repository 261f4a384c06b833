import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sumTaken } from '../../src/modules/analytics/feed/keep-discounts.ts';
import { rollAllVisits } from '../../src/modules/analytics/feed/roll-visits.ts';
import { sumMoved } from '../../src/modules/analytics/feed/sum-moved.ts';
import { sumOrders } from '../../src/modules/analytics/feed/sum-orders.ts';
import { sumProducts } from '../../src/modules/analytics/feed/sum-products.ts';
import { traced } from '../../src/modules/analytics/feed/trace.ts';
import { valueOrders } from '../../src/modules/analytics/feed/value-orders.ts';
import { SCHEMA, SCHEMA_VERSION } from '../../src/modules/analytics/warehouse/schema.ts';
import { openWarehouse, type Session } from '../../src/platform/warehouse/index.ts';
import { makeRest } from './analytics-rest.ts';

const EVENTS_A_SESSION = 8;
const SESSIONS_AN_ORDER = 40;
const LINES = 2;
// Of event k of visit n: visits begin with a page, and happen in some ninety ways.
const NAME = `if(k = 0, 'page_view', if(k = 7 and n % ${SESSIONS_AN_ORDER} = 0, 'purchase', ['page_view', 'view_item',
  'user_engagement', 'view_item_list', 'add_to_cart', 'web_vital', 'search', 'begin_checkout'][(n * (k + 3) + n // 11) % 8 + 1]))`;

/** A year of events in sessions of eight, as the feed would have left them; every fortieth session buys two things. */
export async function makeYear({
  folder,
  events,
  zone,
  memoryMb,
}: {
  readonly folder: string;
  readonly events: number;
  readonly zone: string;
  readonly memoryMb: number;
}): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${SCHEMA_VERSION}.duckdb`);
  const isThere = await stat(path).catch(() => undefined);
  if (isThere !== undefined) return;
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const warehouse = await openWarehouse({ path: beside, memoryMb, threads: 2 });
  await warehouse.change(async (session) => {
    await session.run(SCHEMA);
    await session.run('insert into meta values ($1, $2, null)', [SCHEMA_VERSION, zone]);
  });
  const sessions = Math.floor(events / EVENTS_A_SESSION);
  const day = Math.ceil(sessions / 365);
  for (let from = 0; from < sessions; from += day * 30) {
    await warehouse.change((session) =>
      makeDay(session, { from, to: Math.min(from + day * 30, sessions), day }),
    );
  }
  await warehouse.change(makeRest);
  await warehouse.change(async (session) => {
    await session.run(`update orders set nth = counted.nth from (
      select order_id, row_number() over (partition by customer_key order by sold_at, order_id) as nth from orders
    ) counted where counted.order_id = orders.order_id`);
    await session.run(`insert into order_line by name
      select distinct order_id, line_id, product_id, variant_id, sku from sale where kind = 'sale' and origin = ''`);
    await session.run('create or replace temp table summed_order as select order_id from orders');
    await sumOrders(session);
    await valueOrders(session);
    await sumProducts(session);
    await sumTaken(session, 'select order_id from orders');
    await sumMoved(session, 'select transaction_id from posting');
    await rollAllVisits(session);
  });
  await warehouse.close();
  await rename(beside, path);
}

type Day = { readonly from: number; readonly to: number; readonly day: number };

async function makeDay(session: Session, { from, to, day }: Day): Promise<void> {
  // What buyers have in common goes by m, as every fortieth visit is one.
  const visits = `(select n, n + n // ${SESSIONS_AN_ORDER} as m, timestamp '2026-01-01' + to_microseconds(cast(n * 86400000000 / ${day} as bigint)) as moment
    from range(${from}, ${to}) made(n))`;
  const market = "case when m % 5 = 0 then 'us' else 'eu' end as market";
  const currency = "case when m % 5 = 0 then 'USD' else 'EUR' end as currency";
  const country = "case when m % 5 = 0 then 'US' when n % 3 = 0 then 'FR' else 'DE' end as country";
  const channel = "['Direct', 'Organic Search', 'Paid Search', 'Email', 'Referral'][m % 5 + 1] as channel";
  await session.run(`
    insert into event by name
    select n || '-' || k as id, moment + to_minutes(k) as happened_at, moment + to_minutes(k) as arrived_at,
      ${NAME} as name, 'cookieless' as mode, 'v' || n as visitor, ${market}, 'en' as locale, ${currency},
      if(k = 0, '/products/' || m % 500, if(k < 6, '/collections/' || m % 12, '/checkout')) as path,
      'desktop' as device
    from ${visits}, range(0, ${EVENTS_A_SESSION}) of_session(k)`);
  await session.run(`
    insert into session by name
    select n || '-0' as id, 'v' || n as visitor, moment as run_at, moment as began_at, moment + interval 7 minutes as ended_at,
      cast(moment as date) as day, hour(moment) as hour, 'cookieless' as mode, ${market}, 'en' as locale, ${currency}, ${country},
      ['desktop', 'mobile', 'tablet'][n % 3 + 1] as device, '/products/' || m % 500 as landing_path, ${channel},
      ${EVENTS_A_SESSION} as events, 3 as views, 0 as searches, 40000 as engaged_ms,
      case when n % ${SESSIONS_AN_ORDER} = 0 then 4 when n % 12 = 0 then 3 when n % 8 = 0 then 2 when n % 2 = 0 then 1
        else 0 end as step,
      (select string_agg(${traced(NAME)}, '' order by k) from range(0, ${EVENTS_A_SESSION}) of_session(k)) as trace,
      concat_ws(chr(31), '/products/' || m % 500, '/collections/' || m % 12, '/checkout') as first_pages,
      first_pages as last_pages, '/checkout' as exit_path
    from ${visits}`);
  const sold = `(select n, m, moment, cast(moment as date) as day, hour(moment) as hour, 'order-' || lpad(cast(n as varchar), 12, '0') as order_id,
    'customer ' || if(nth % 2 = 0, nth, hash(nth) % nth) as customer_key
    from (select *, n // ${SESSIONS_AN_ORDER} as nth from ${visits}) where n % ${SESSIONS_AN_ORDER} = 0)`;
  await session.run(`
    insert into session_order by name
    select 'v' || n as visitor, n || '-0' as session_id, order_id, moment as happened_at, day, hour, ${market}, ${currency}, ${channel},
      ${country}, 'cookieless' as mode, 'en' as locale, ['desktop', 'mobile', 'tablet'][n % 3 + 1] as device,
      '/products/' || m % 500 as landing_path, '/checkout' as exit_path, true as is_engaged
    from ${sold}`);
  await session.run(`
    insert into orders by name
    select order_id, order_id as number, ${market}, ${currency}, ${country}, '' as region, customer_key, moment as placed_at,
      moment as sold_at, day, hour, '' as origin
    from ${sold}`);
  const entries = `(select *, 'product ' || (m * 7 + k * 131) % 5000 as product_id from ${sold}, range(0, ${LINES}) of_order(k))`;
  await session.run(`
    insert into sale by name
    select n as xid, n * 4 + k as id, moment as posted_at, day, hour, 'sale' as kind, 'sale' as ledger_kind,
      order_id as ledger_reference, order_id, order_id || k as line_id, ${market}, ${currency}, ${country}, '' as region,
      customer_key, product_id, product_id || '-1' as variant_id, 1 as quantity, 1000 + m % 9000 as gross_minor,
      n % 3 * 100 as discount_minor, 0 as shipping_discount_minor, 0 as returns_minor, 0 as shipping_minor,
      0 as gift_cards_minor, 190 as tax_minor, 0 as cost_minor, 0 as goodwill_minor, '' as origin, 'sku-' || product_id as sku,
      0 as other_minor
    from ${entries}
    union all by name
    select n as xid, n * 4 + 2 + k as id, moment as posted_at, day, hour, 'credit' as kind, 'refund' as ledger_kind,
      order_id as ledger_reference, order_id, order_id || k as line_id, ${market}, ${currency}, ${country}, '' as region,
      customer_key, product_id, product_id || '-1' as variant_id, -1 as quantity, 0 as gross_minor, 0 as discount_minor,
      0 as shipping_discount_minor, 900 as returns_minor, 0 as shipping_minor, 0 as gift_cards_minor, -171 as tax_minor,
      0 as cost_minor, 0 as goodwill_minor, '' as origin, 'sku-' || product_id as sku, 0 as other_minor
    from ${entries} where n % 11 = 0`);
  if (from > 0) return;
  await session.run(`
    insert into sale by name
    select n as id, date '2026-01-01' + cast(n // 20 % 365 as integer) as day, 10 as hour, 'sale' as kind,
      'old:' || n // 20 as order_id, n as line_id, 'eu' as market, 'GBP' as currency, 'GB' as country,
      'old:' || n // 20 % 4000 as customer_key, 1 as quantity, 255 as gross_minor, 0 as discount_minor,
      0 as shipping_discount_minor, 0 as returns_minor, 0 as shipping_minor, 0 as gift_cards_minor, 0 as tax_minor,
      0 as cost_minor, 0 as goodwill_minor, 'old' as origin, 'old-' || n % 4000 as sku, 0 as other_minor
    from range(0, 500000) made(n)`);
  await session.run(`
    insert into orders by name
    select order_id, any_value(day) as day, any_value(market) as market, any_value(currency) as currency,
      any_value(customer_key) as customer_key, any_value(day) as sold_at,
      row_number() over (partition by any_value(customer_key) order by any_value(day), order_id) as nth, 'old' as origin
    from sale where origin = 'old' group by order_id`);
  await session.run(`
    insert into goods by name
    select 'old-' || n as sku, 'Cup' as title, false as is_listed from range(0, 4000) made(n)`);
  await session.run(`
    insert into goods by name
    select 'product ' || n || '-1' as variant_id, 'product ' || n as product_id, 'sku-' || n as sku, 'Cup ' || n as title,
      'red' as options, true as is_listed
    from range(0, 5000) made(n)`);
}
