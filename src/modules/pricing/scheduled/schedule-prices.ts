import { sql } from 'kysely';
import { type CurrencyCode, currencyOf, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { readProductIdsOfVariants, type VariantId } from '../../catalog/index.ts';
import { priceRefusal } from '../check-price.ts';
import type { Price, RefusedPrice } from '../price.ts';
import { PRICES_LIMIT } from '../set-prices.ts';

export const APPLY_DUE_PRICES = 'pricing.apply_due_prices';

/** A price that is to apply from `startsAt` on. */
export type ScheduledPrice = Price & { readonly startsAt: Temporal.Instant };

/**
 * Writes prices that will apply from `startsAt` on, when the worker sets them; a price for the same variant, currency
 * and moment replaces the one before. What cannot be a price is refused now, and the others go in.
 */
export async function schedulePrices(
  tx: Tx,
  input: { readonly prices: readonly Price[]; readonly startsAt: Temporal.Instant; readonly reason: string },
): Promise<{ readonly refused: RefusedPrice[] }> {
  if (input.prices.length > PRICES_LIMIT) throw new RangeError(`at most ${PRICES_LIMIT} prices a call`);
  const known = await readProductIdsOfVariants(tx, [
    ...new Set(input.prices.map((price) => price.variantId)),
  ]);
  const wanted = new Map<string, Price>();
  const refused: RefusedPrice[] = [];
  for (const price of input.prices) {
    const unknown = refuse(
      'unknown_variant',
      `no variant has the id ${price.variantId}`,
      'variantId',
    ).refusal;
    const refusal = priceRefusal(price) ?? (known.has(price.variantId) ? undefined : unknown);
    if (refusal === undefined) wanted.set(`${price.variantId} ${price.currency}`, price);
    else refused.push({ price, refusal });
  }
  if (wanted.size > 0) await write(tx, { ...input, prices: [...wanted.values()] });
  return { refused };
}

/** Takes back what was scheduled for these variants and has not come, in one currency or in all, for one moment or all. */
export async function withdrawScheduledPrices(
  tx: Tx,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency?: CurrencyCode;
    readonly startsAt?: Temporal.Instant;
  },
): Promise<void> {
  const { variantIds, currency, startsAt } = input;
  await sql`
    update pricing.scheduled_price set outcome = 'withdrawn'
    where variant_id = any(${variantIds}::uuid[]) and outcome is null
      and currency = coalesce(${currency ?? null}::text, currency)
      and starts_at = coalesce(${startsAt?.toString() ?? null}::timestamptz, starts_at)`.execute(tx);
}

type ScheduledRow = {
  variant_id: VariantId;
  currency: string;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
  starts_at: Temporal.Instant;
};

/** What is still to come, soonest first. */
export async function readScheduledPrices(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, ScheduledPrice[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<ScheduledRow>`
    select variant_id, currency, amount_minor, compare_at_minor, starts_at from pricing.scheduled_price
    where variant_id = any(${variantIds}::uuid[]) and outcome is null
    order by variant_id, starts_at, currency`.execute(db);
  const prices = rows.map((row) => ({
    variantId: row.variant_id,
    currency: currencyOf(row.currency),
    amountMinor: row.amount_minor,
    compareAtMinor: row.compare_at_minor ?? undefined,
    startsAt: row.starts_at,
  }));
  return Map.groupBy(prices, (price) => price.variantId);
}

async function write(
  tx: Tx,
  input: { readonly prices: readonly Price[]; readonly startsAt: Temporal.Instant; readonly reason: string },
): Promise<void> {
  const { prices, startsAt, reason } = input;
  await sql`
    insert into pricing.scheduled_price
      (id, variant_id, currency, amount_minor, compare_at_minor, starts_at, reason)
    select id, variant_id, currency, amount_minor, compare_at_minor, ${startsAt.toString()}::timestamptz, ${reason}
    from unnest(
      ${prices.map(() => newId())}::uuid[], ${prices.map((price) => price.variantId)}::uuid[],
      ${prices.map((price) => price.currency)}::text[], ${prices.map((price) => price.amountMinor)}::bigint[],
      ${prices.map((price) => price.compareAtMinor ?? null)}::bigint[]
    ) as given (id, variant_id, currency, amount_minor, compare_at_minor)
    order by variant_id, currency
    on conflict (variant_id, currency, starts_at) where outcome is null do update set
      amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor,
      reason = excluded.reason`.execute(tx);
  await enqueue(tx, APPLY_DUE_PRICES, {}, { runAt: startsAt, key: `${APPLY_DUE_PRICES} ${startsAt}` });
}
