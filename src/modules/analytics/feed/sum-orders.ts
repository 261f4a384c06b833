import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * Says anew of the orders in `summed_order` what follows from their rows of `sale`: what they came to by the hour, and which
 * rows open an order. Counting those is counting orders, many times faster than telling orders apart by their ids:
 * 1 is the first row of an order with a variant, 2 with a product too, 3 with any product, 0 another; -1 is of an order that
 * was sold in several hours, which has to be counted by its id.
 */
export async function sumOrders(session: Session): Promise<void> {
  await session.run('delete from sale_hour where order_id in (select order_id from summed_order)');
  await session.run(`
    insert into sale_hour by name
    select day, hour, kind, order_id, market, currency, country, region, customer_key, origin, ${SUMS}
    from sale where order_id in (select order_id from summed_order) group by all`);
  const [product, variant] = ['coalesce(product_id, sku)', 'coalesce(variant_id, sku)'];
  await session.run(`
    update sale set opens = made.opens from (
      select rowid as row,
        case when min(epoch(day) + hour * 3600) over (partition by order_id)
            < max(epoch(day) + hour * 3600) over (partition by order_id) then -1
          when ${product} is not null
            and row_number() over (partition by order_id, ${product} is null order by id, line_id) = 1 then 3
          when row_number() over (partition by order_id, ${product} order by id, line_id) = 1 then 2
          when row_number() over (partition by order_id, ${product}, ${variant} order by id, line_id) = 1 then 1
          else 0 end as opens
      from sale where kind = 'sale' and order_id in (select order_id from summed_order)
    ) made where sale.rowid = made.row and sale.opens is distinct from made.opens`);
}

const SUMMED = [
  ...[
    'gross_minor',
    'discount_minor',
    'shipping_discount_minor',
    'returns_minor',
    'shipping_minor',
    'tax_minor',
  ],
  ...['cost_minor', 'other_minor'],
];
const SUMS = [
  ...SUMMED.map((name) => `sum(${name}) as ${name}`),
  "ifnull(sum(quantity) filter (kind in ('sale', 'correction') and gift_cards_minor = 0), 0) as units",
  "ifnull(-sum(quantity) filter (kind = 'credit' and gift_cards_minor = 0), 0) as units_returned",
].join(', ');
