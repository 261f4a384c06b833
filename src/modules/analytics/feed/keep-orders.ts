import type { Session } from '../../../platform/warehouse/index.ts';
import type { OrderFacts } from '../facts/sources.ts';
import { moveTries } from './feed-tries.ts';
import { keepDiscounts } from './keep-discounts.ts';
import { nameGone, nameUnlisted } from './link-goods.ts';
import { localTime } from './local-time.ts';
import { sumOrders } from './sum-orders.ts';
import { sumProducts } from './sum-products.ts';
import { valueOrders } from './value-orders.ts';

/**
 * Keeps what these orders are by now: what was sold before is reported under it too, and their customers' orders are
 * counted anew. `insert` adds rows to `sale` and may read `new_order` and `new_line`.
 */
export async function keepOrders(
  session: Session,
  facts: readonly OrderFacts[],
  zone: string,
  insert: () => Promise<void>,
): Promise<void> {
  await stage(session, facts);
  await moveSales(session);
  await moveTries(session);
  await insert();
  await session.run(`create or replace temp table counted_customer as
    select customer_key from orders where order_id in (select order_id from new_order) and customer_key is not null
    union select customer_key from new_order where customer_key is not null`);
  await session.run('create or replace temp table summed_order as select order_id from new_order');
  await sumOrders(session);
  await replaceOrders(session, zone);
  await valueOrders(session);
  await sumProducts(session);
  await keepDiscounts(session, facts);
  await nameGoods(session);
  await countOrders(session);
}

async function stage(session: Session, facts: readonly OrderFacts[]): Promise<void> {
  await session.run(`create or replace temp table new_order as
    select order_id, number, market, currency, country, region, customer_key, placed_at from orders limit 0`);
  await session.run('create or replace temp table new_line as select * from order_line limit 0');
  await session.append(
    'new_order',
    facts.map((order) => [
      ...[order.orderId, order.number, order.market, order.currency, order.country, order.region],
      ...[order.customerKey ?? null, order.placedAt],
    ]),
  );
  await session.append(
    'new_line',
    facts.flatMap(({ orderId, lines }) =>
      lines.map((line) => [
        ...[orderId, line.lineId, line.productId, line.variantId, line.sku, line.title, line.options],
      ]),
    ),
  );
}

/** What orders were reported under before, and are not any more. */
async function moveSales(session: Session): Promise<void> {
  await session.run(`
    update sale set market = new_order.market, country = new_order.country, region = new_order.region,
      customer_key = new_order.customer_key
    from new_order where sale.order_id = new_order.order_id
      and (sale.market, sale.country, sale.region, sale.customer_key)
        is distinct from (new_order.market, new_order.country, new_order.region, new_order.customer_key)`);
}

async function replaceOrders(session: Session, zone: string): Promise<void> {
  await session.run('delete from order_line where order_id in (select order_id from new_order)');
  await session.run('insert into order_line select * from new_line');
  await session.run('delete from orders where order_id in (select order_id from new_order)');
  await session.run(`
    insert into orders by name
    select new_order.*, sold_at, cast(${localTime('sold_at', zone)} as date) as day,
      hour(${localTime('sold_at', zone)}) as hour, '' as origin
    from new_order left join (
      select order_id, min(posted_at) as sold_at from sale
      where kind = 'sale' and order_id in (select order_id from new_order) group by order_id
    ) sold using (order_id)`);
}

/** Goods that the catalogue has no more are called what they were in the latest order that has them. */
async function nameGoods(session: Session): Promise<void> {
  await session.run(`create or replace temp table named_variant as
    select distinct variant_id from new_line
    where variant_id not in (select variant_id from goods where is_listed)`);
  await session.run(`create or replace temp table named_sku as
    select sku from new_line union select sku from goods where variant_id in (select variant_id from named_variant)`);
  await nameGone(session);
  await nameUnlisted(session);
}

/** Which order of its customer each is, of customers in `counted_customer`, in the order in which they were sold. */
export async function countOrders(session: Session): Promise<void> {
  await session.run(`
    update orders set nth = counted.nth from (
      select order_id, row_number() over (partition by customer_key order by sold_at, order_id) as nth
      from orders where sold_at is not null and customer_key in (select customer_key from counted_customer)
    ) counted
    where counted.order_id = orders.order_id and orders.nth is distinct from counted.nth`);
}
