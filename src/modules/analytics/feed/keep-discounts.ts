import type { Session } from '../../../platform/warehouse/index.ts';
import type { OrderFacts } from '../facts/sources.ts';

/** Keeps which promotions took how much off the lines of these orders. Amounts are as the price is shown: with tax, or not. */
export async function keepDiscounts(session: Session, facts: readonly OrderFacts[]): Promise<void> {
  await session.run('create or replace temp table new_discount as select * from order_discount limit 0');
  await session.append(
    'new_discount',
    facts.flatMap(({ orderId, lines }) =>
      lines.flatMap(({ lineId, discounts = [] }) =>
        discounts.map(({ promotionId, name, amountMinor }) => [
          orderId,
          lineId,
          promotionId,
          name,
          amountMinor,
        ]),
      ),
    ),
  );
  await session.run('delete from order_discount where order_id in (select order_id from new_order)');
  await session.run(`
    insert into order_discount
    select order_id, line_id, promotion_id, max(title), sum(amount_minor) from new_discount
    group by order_id, line_id, promotion_id having sum(amount_minor) <> 0`);
  await session.run('delete from order_taken where order_id in (select order_id from new_order)');
  await sumTaken(session, 'select order_id from new_order');
}

/**
 * What each promotion took off orders, without tax. The journal has what all of them together took off a line; they share it in
 * proportion to what they took as the price is shown, rounded in turn, so that they sum to it.
 *
 * @param orders SQL of the ids of orders that are not yet in `order_taken`
 */
export async function sumTaken(session: Session, orders: string): Promise<void> {
  await session.run(`
    insert into order_taken by name
    select order_id, day, market, currency, promotion_id as promotion, max(title) as title,
      cast(sum(taken_minor) as bigint) as taken_minor
    from (
      select sale.order_id, sale.day, sale.market, sale.currency, promotion_id, shared.title,
        cast(round(sale.discount_minor::decimal(38, 0) * upto / whole) as bigint)
          - cast(round(sale.discount_minor::decimal(38, 0) * (upto - amount_minor) / whole) as bigint) as taken_minor
      from (
        select *, sum(amount_minor) over (partition by order_id, line_id order by promotion_id) as upto,
          sum(amount_minor) over (partition by order_id, line_id) as whole
        from order_discount where order_id in (${orders})
      ) shared join sale on sale.order_id = shared.order_id and sale.line_id = shared.line_id and sale.kind = 'sale'
        and sale.order_id in (${orders})
    ) group by all`);
}
