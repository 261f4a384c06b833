import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * Says anew of the orders in `summed_order`, which are in `orders` by now, what became of each product of theirs: by the day on
 * which the order was first sold, what was sold of it and what came back until now.
 */
export async function sumProducts(session: Session): Promise<void> {
  await session.run('delete from order_product where order_id in (select order_id from summed_order)');
  await session.run(`
    insert into order_product by name
    select sale.order_id, coalesce(sale.product_id, sale.sku) as product, orders.day, sale.market, sale.currency, sale.origin,
      sum(quantity) filter (kind = 'sale') as pieces, ifnull(-sum(quantity) filter (kind = 'credit'), 0) as back,
      sum(gross_minor - discount_minor) as paid_minor, sum(returns_minor) as credited_minor
    from sale join orders on orders.order_id = sale.order_id
    where sale.order_id in (select order_id from summed_order) and orders.day is not null and gift_cards_minor = 0
      and kind in ('sale', 'credit', 'correction') and coalesce(sale.product_id, sale.sku) is not null
    group by all having sum(quantity) filter (kind = 'sale') > 0`);
}
