import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Price } from '../price.ts';
import { setPrices } from '../set-prices.ts';

const BATCH = 1_000;

/** Sets every price whose moment has come, in batches, each a transaction. Run twice it changes nothing twice. */
export async function applyDuePrices(db: Db, now: Temporal.Instant): Promise<number> {
  for (let applied = 0; ; ) {
    const count = await db.transaction().execute((tx) => applyBatch(tx, now));
    applied += count;
    if (count < BATCH) return applied;
  }
}

type DueRow = {
  id: string;
  variant_id: VariantId;
  currency: string;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
  reason: string;
};

/**
 * Of two that came due since, the later is what applies. They apply from `now`: until then the shop showed the price
 * before, and the history says what was shown.
 */
async function applyBatch(tx: Tx, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<DueRow>`
    select id, variant_id, currency, amount_minor, compare_at_minor, reason from pricing.scheduled_price
    where outcome is null and starts_at <= ${now.toString()}::timestamptz
    order by starts_at, variant_id, currency limit ${BATCH} for update`.execute(tx);
  const latest = new Map(rows.map((row) => [`${row.variant_id} ${row.currency}`, row]));
  const outcomes = new Map<string, string>(rows.map((row) => [row.id, 'superseded']));
  for (const [reason, due] of Map.groupBy(latest.values(), (row) => row.reason)) {
    for (const row of due) outcomes.set(row.id, 'applied');
    const ids = new Map<Price, string>(due.map((row) => [priceOf(row), row.id]));
    const { refused } = await setPrices(tx, { prices: [...ids.keys()], now, reason });
    for (const { price, refusal } of refused) outcomes.set(ids.get(price) ?? '', refusal.code);
  }
  await sql`
    update pricing.scheduled_price set outcome = done.outcome
    from unnest(${[...outcomes.keys()]}::uuid[], ${[...outcomes.values()]}::text[]) as done (id, outcome)
    where scheduled_price.id = done.id`.execute(tx);
  return rows.length;
}

function priceOf(row: DueRow): Price {
  return {
    variantId: row.variant_id,
    currency: currencyOf(row.currency),
    amountMinor: row.amount_minor,
    compareAtMinor: row.compare_at_minor ?? undefined,
  };
}
