import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * Says anew of the orders in `summed_order` what each came to before anything came back, so that means of orders have their
 * spread. They are to be in `sale_hour` by now.
 */
export async function valueOrders(session: Session): Promise<void> {
  await session.run(`
    update orders set value_minor = valued.value_minor, units = valued.units from (
      select order_id, cast(sum(gross_minor - discount_minor) as bigint) as value_minor, cast(sum(units) as bigint) as units
      from sale_hour where kind in ('sale', 'correction') and order_id in (select order_id from summed_order)
      group by order_id
    ) valued
    where valued.order_id = orders.order_id
      and (orders.value_minor, orders.units) is distinct from (valued.value_minor, valued.units)`);
}
