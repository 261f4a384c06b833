import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { PromotionId } from './promotion.ts';

/**
 * Counters of a promotion whose limits may be others than before, from the orders that used it: of limits that it
 * has, with what was taken already; none of those that it has no more. The promotion's row is locked, so that no
 * order claims it meanwhile.
 *
 * A limit that is less than what was taken leaves a counter whose bound is what was taken: nothing is left.
 */
export async function countAnew(tx: Tx, id: PromotionId): Promise<void> {
  await sql`
    delete from pricing.promotion_counter where promotion_id = ${id} and subject not like 'code %'`.execute(
    tx,
  );
  await sql`
    with used as (
      select used.order_id, used.customer, used.currency, used.amount_minor, promotion.uses_limit,
        promotion.customer_limit, promotion.budget
      from pricing.promotion_use used join pricing.promotion on promotion.id = used.promotion_id
      where used.promotion_id = ${id} and used.released_at is null
    ), counted as (
      select order_id, 'all' as subject, 1::bigint as amount, uses_limit as bound
      from used where uses_limit is not null
      union all
      select order_id, 'customer ' || customer, 1, customer_limit from used where customer_limit is not null
      union all
      select order_id, 'budget ' || currency, amount_minor, coalesce((budget->>currency)::bigint, 0)
      from used where budget is not null
    ), counters as (
      insert into pricing.promotion_counter (promotion_id, subject, taken, bound)
      select ${id}, subject, sum(amount), greatest(max(bound), sum(amount)) from counted
      group by subject order by subject
    )
    update pricing.promotion_use used set subjects = coalesce((
      select array_agg(subject order by subject) from counted where counted.order_id = used.order_id
    ), '{}') || array(select subject from unnest(used.subjects) as subject where subject like 'code %')
    where used.promotion_id = ${id} and used.released_at is null`.execute(tx);
}
