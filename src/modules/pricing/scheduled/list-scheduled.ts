import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';

/** A price that is to begin, beside the one that applies now. */
export type ScheduledPriceRow = {
  readonly id: string;
  readonly variantId: VariantId;
  readonly currency: CurrencyCode;
  readonly startsAt: Temporal.Instant;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
  readonly currentMinor: bigint | undefined;
};

type Row = {
  id: string;
  variant_id: VariantId;
  currency: string;
  starts_at: Temporal.Instant;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
  current_minor: bigint | null;
};

/** What is still to come, the soonest first, from after a row on. */
export async function listScheduledPrices(
  db: Db,
  asked: {
    readonly after?: { readonly startsAt: Temporal.Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<ScheduledPriceRow[]> {
  const { after } = asked;
  const since = after?.startsAt.toString() ?? null;
  const { rows } = await sql<Row>`
    select planned.id, planned.variant_id, planned.currency, planned.starts_at, planned.amount_minor,
      planned.compare_at_minor, price.amount_minor as current_minor
    from pricing.scheduled_price planned
    left join pricing.price on price.variant_id = planned.variant_id and price.currency = planned.currency
    where planned.outcome is null and (
      ${since}::timestamptz is null
      or (planned.starts_at, planned.id) > (${since}::timestamptz, ${after?.id ?? null}::uuid))
    order by planned.starts_at, planned.id limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, variantId: row.variant_id, currency: currencyOf(row.currency), startsAt: row.starts_at },
    ...{ amountMinor: row.amount_minor, compareAtMinor: row.compare_at_minor ?? undefined },
    currentMinor: row.current_minor ?? undefined,
  }));
}
