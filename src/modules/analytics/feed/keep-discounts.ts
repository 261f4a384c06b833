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
}
