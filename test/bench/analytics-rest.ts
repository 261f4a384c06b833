import type { Session } from '../../src/platform/warehouse/index.ts';

/** What follows from a year of visits and orders, so that every report has something to say. */
export async function makeRest(session: Session): Promise<void> {
  await session.run(`
    insert into order_session by name
    select order_id, session_id, channel, 'google' as source, 'cpc' as medium, 'campaign ' || hash(order_id) % 20 as campaign,
      'desktop' as device, '/products/1' as landing_path
    from session_order`);
  await session.run(`
    insert into session_product by name
    select id as session_id, day, market, device, channel, 'product ' || hash(id) % 5000 as product_id, true as is_viewed,
      step >= 2 as is_carted
    from session where step >= 1`);
  await session.run(`
    insert into order_look by name
    select session_id, order_id, look.day, look.market, product_id
    from session_product look join session_order using (session_id) where is_viewed`);
  await session.run(`
    insert into search by name
    select visitor, id as session_id, began_at as happened_at, day, hour, market, device, channel,
      'term ' || hash(id) % 300 as term, 3 as results, false as is_exit, false as is_refined
    from session where hash(id) % 10 = 0`);
  await session.run(`
    insert into page_day by name
    select day, market, device, landing_path as path, count(*) * 3 as views, count(*) as visitors, count(*) * 9000 as engaged_ms
    from session group by all`);
  await session.run(`
    insert into vital_day by name
    select day, market, device, 'product' as page_kind, 'LCP' as metric, 1000 + hour * 100 as value, 'good' as rating,
      count(*) as measured
    from session group by all`);
  await makeMoney(session);
  await session.run(`
    insert into goods_collection select distinct product_id, 'Collection ' || hash(product_id) % 12 from goods
    where product_id is not null`);
  await session.run(`
    insert into stock select variant_id, 10 as on_hand, 10 as available from goods where variant_id is not null
    union all select 'product never sold-1', 5, 5`);
  await session.run(`
    insert into goods by name
    select 'product never sold-1' as variant_id, 'product never sold' as product_id, 'never' as sku, 'Cup' as title,
      true as is_listed`);
}

async function makeMoney(session: Session): Promise<void> {
  const sold = "(select *, row_number() over () as n from orders where origin = '')";
  const parts = [
    ["'capture'", "'receivable'", '-5000'],
    ["'capture'", "'provider:test'", '4950'],
    ["'capture'", "'fees'", '50'],
    ["'sale'", "'tax:DE'", '-380'],
    ["'goods_shipped'", "'inventory'", '-1500'],
    ["if(n % 7 = 0, 'dispute_opened', 'rounding')", "if(n % 7 = 0, 'disputes', 'rounding')", '1'],
  ];
  for (const [place, [kind, account, amount]] of parts.entries()) {
    await session.run(`
      insert into posting by name
      select n as xid, n * 10 + ${place} as id, n as transaction_id, sold_at as posted_at, day, ${kind} as kind,
        order_id || '/' || ${kind} as reference, order_id, ${account} as account, currency, ${amount} as amount_minor
      from ${sold}`);
  }
  await session.run(`
    insert into payment_try by name
    select order_id as id, sold_at as happened_at, order_id, market, country, currency, 'test' as provider, 'card' as method,
      5000 as amount_minor, if(n % 4 = 0, 'declined', 'captured') as result, if(n % 4 = 0, 'no_funds', '') as reason, day, hour
    from ${sold}`);
  await session.run(`
    insert into returned_line by name
    select order_id || line_id as return_id, order_id, line_id, posted_at as requested_at, 'approved' as state,
      'too_small' as reason, 1 as quantity, day
    from sale where kind = 'credit' and origin = ''`);
  await session.run(`
    insert into order_discount by name
    select order_id, line_id, 'spring' as promotion_id, 'Spring' as title, discount_minor as amount_minor
    from sale where kind = 'sale' and discount_minor > 0`);
  await session.run(`
    insert into spend by name
    select day, 'ads' as origin, 'Paid Search' as channel, 'google' as source, 'cpc' as medium,
      'campaign ' || n as campaign, 'EUR' as currency, 9000000 as amount_millionths, 900 as amount_minor, 12 as clicks,
      800 as impressions
    from (select distinct day from session), range(20) of_campaign(n)`);
}
