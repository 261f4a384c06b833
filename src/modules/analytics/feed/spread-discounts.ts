import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * Puts discounts of whole orders in `rounded_line` where discounts belong: on the lines that they took something off, so that
 * sums by product are those of the shop. Each is shared out in proportion to what the lines of its document come to, by the
 * largest remainder (equal ones: the first line), so that the shares are the discount to the smallest unit. A discount of a
 * document without goods stays of none.
 *
 * 1.00 off lines of 10.00, 10.00 and 10.00: 0.34, 0.33 and 0.33.
 */
export async function spreadDiscounts(session: Session): Promise<void> {
  await session.run(`create or replace temp table discount_share as
    with shared as (
      select discount.id, goods.id as goods_id, goods.line_id, goods.sku, goods.happened_at = discount.happened_at as is_same_time,
        sign(-discount.minor) as direction, abs(discount.minor)::hugeint as whole,
        abs(discount.minor)::hugeint * abs(goods.minor) as part, sum(abs(goods.minor)) over (partition by discount.id) as weights
      from rounded_line discount join rounded_line goods on goods.class = 'goods' and goods.import_id = discount.import_id
        and goods.order_id = discount.order_id and goods.document = discount.document and goods.kind = discount.kind
        and goods.currency = discount.currency and sign(goods.minor) = if(goods.kind = 'sale', 1, -1)
      where discount.class = 'discount' and discount.minor <> 0
    ), floored as (
      select *, part // weights as least,
        row_number() over (partition by id order by part % weights desc, goods_id) as place
      from shared
    )
    select id, goods_id, line_id, sku, is_same_time,
      cast(direction * (least + if(place <= whole - sum(least) over (partition by id), 1, 0)) as bigint) as minor
    from floored`);
  await session.run(`
    update rounded_line set off = given.off
    from (select goods_id, sum(minor) as off from discount_share where is_same_time group by goods_id) given
    where given.goods_id = rounded_line.id`);
  // What was taken off later stands by itself, at its own time.
  await session.run(`
    insert into rounded_line by name
    select line.* exclude (line_id, sku, minor), share.line_id, share.sku, -share.minor as minor
    from discount_share share join rounded_line line using (id)
    where not share.is_same_time and share.minor <> 0 and line.line_id is null`);
  await session.run(`
    delete from rounded_line where class = 'discount' and line_id is null and id in (select id from discount_share)`);
}
