import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** Gives back what an order took from limits: it was cancelled, or is priced anew. Again changes nothing. */
export async function releasePromotions(
  tx: Tx,
  { orderId, now }: { readonly orderId: string; readonly now: Temporal.Instant },
): Promise<void> {
  // The order of the key, as claims lock them.
  await sql`
    select from pricing.promotion_counter counter
    join pricing.promotion_use used on used.promotion_id = counter.promotion_id
      and counter.subject = any(used.subjects)
    where used.order_id = ${orderId} and used.released_at is null
    order by counter.promotion_id, counter.subject for update of counter`.execute(tx);
  await sql`
    with released as (
      update pricing.promotion_use set released_at = ${now.toString()}::timestamptz
      where order_id = ${orderId} and released_at is null
      returning promotion_id, currency, amount_minor, subjects
    )
    update pricing.promotion_counter counter set taken = counter.taken
      - case when counter.subject = 'budget ' || released.currency then released.amount_minor else 1 end
    from released
    where counter.promotion_id = released.promotion_id and counter.subject = any(released.subjects)`.execute(
    tx,
  );
}
