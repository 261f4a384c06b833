import type { Session } from '../../../platform/warehouse/index.ts';
import { sumOrders } from './sum-orders.ts';
import { sumProducts } from './sum-products.ts';

/** Names the variants of `named_variant`, which the catalogue has no more, as the latest order that has them does. */
export async function nameGone(session: Session): Promise<void> {
  await session.run('delete from goods where variant_id in (select variant_id from named_variant)');
  await session.run(`
    insert into goods by name
    select variant_id, max_by(product_id, (order_id, line_id)) as product_id, max_by(sku, (order_id, line_id)) as sku,
      max_by(title, (order_id, line_id)) as title, max_by(options, (order_id, line_id)) as options, '' as brand,
      '' as category, false as is_listed
    from order_line where variant_id in (select variant_id from named_variant)
      and order_id in (select order_id from orders where origin = '') group by variant_id`);
}

/**
 * Says which goods of ours the SKUs of `named_sku` are that were sold elsewhere, and names those that are none. Of several
 * goods with one SKU it is the listed one, else the latest.
 */
export async function nameUnlisted(session: Session): Promise<void> {
  await session.run(`create or replace temp table linked_sku as
    select sku, max_by(variant_id, (is_listed, variant_id)) as variant_id,
      max_by(product_id, (is_listed, variant_id)) as product_id
    from named_sku left join goods using (sku) where sku <> '' and goods.variant_id is not null group by sku
    union all by name
    select sku from named_sku
    where sku = '' or sku not in (select sku from goods where variant_id is not null and sku is not null)`);
  const moved = await session.run(`
    update sale set variant_id = linked.variant_id, product_id = linked.product_id
    from linked_sku linked where sale.origin <> '' and sale.sku = linked.sku
      and (sale.variant_id, sale.product_id) is distinct from (linked.variant_id, linked.product_id)`);
  if (moved > 0) {
    await session.run(`create or replace temp table summed_order as
      select distinct order_id from sale where origin <> '' and sku in (select sku from linked_sku)`);
    await sumOrders(session);
    await sumProducts(session);
  }
  await session.run(`
    update order_line set variant_id = linked.variant_id, product_id = linked.product_id
    from linked_sku linked where order_line.sku = linked.sku
      and order_id in (select order_id from orders where origin <> '')
      and (order_line.variant_id, order_line.product_id) is distinct from (linked.variant_id, linked.product_id)`);
  await session.run('delete from goods where variant_id is null and sku in (select sku from linked_sku)');
  await session.run(`
    insert into goods by name
    select sku, if(sku = '', '', max_by(title, try_cast(line_id as bigint))) as title, '' as options, '' as brand,
      '' as category, false as is_listed
    from order_line where variant_id is null and sku in (select sku from linked_sku) group by sku`);
}
