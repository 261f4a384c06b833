import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { PriceListId } from '../price-lists/price-list.ts';
import { announcedReduction, type Reduction } from '../reduction.ts';
import { readPriceHistory } from '../store.ts';
import { type ListChange, type ListSetting, listHistory } from './list-history.ts';

/** The reduction that may be announced to those whom a list is for; see `listHistory`. */
export async function readListReductions(
  db: Db,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency: CurrencyCode;
    readonly priceListId: PriceListId;
    readonly now: Temporal.Instant;
  },
): Promise<Map<VariantId, Reduction>> {
  const settings = await readSettings(db, input.priceListId);
  const changes = await readListChanges(db, input);
  const bases = await readPriceHistory(db, { variantIds: [...changes.keys()], currency: input.currency });
  const reductions = new Map<VariantId, Reduction>();
  for (const [variantId, prices] of changes) {
    const history = listHistory(bases.get(variantId) ?? [], { prices, settings });
    const reduction = announcedReduction(history, input.now);
    if (reduction !== undefined) reductions.set(variantId, reduction);
  }
  return reductions;
}

/** A list's own prices for one piece, oldest first: append-only, as the history of base prices. */
async function readListChanges(
  db: Db,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency: CurrencyCode;
    readonly priceListId: PriceListId;
  },
): Promise<Map<VariantId, ListChange[]>> {
  const { rows } = await sql<{
    variant_id: VariantId;
    amount_minor: bigint | null;
    changed_at: Temporal.Instant;
  }>`
    select variant_id, amount_minor, changed_at from pricing.list_price_change
    where variant_id = any(${input.variantIds}::uuid[]) and currency = ${input.currency}
      and price_list_id = ${input.priceListId} and from_quantity = 1
    order by variant_id, changed_at, id`.execute(db);
  const byVariant = Map.groupBy(rows, (row) => row.variant_id);
  return new Map(
    [...byVariant].map(([id, changes]) => [
      id,
      changes.map((row) => ({ amountMinor: row.amount_minor ?? undefined, changedAt: row.changed_at })),
    ]),
  );
}

async function readSettings(db: Db, id: PriceListId): Promise<ListSetting[]> {
  const { rows } = await sql<{
    is_active: boolean;
    starts_at: Temporal.Instant | null;
    ends_at: Temporal.Instant | null;
    changed_at: Temporal.Instant;
  }>`
    select is_active, starts_at, ends_at, changed_at from pricing.price_list_change
    where price_list_id = ${id} order by changed_at, id`.execute(db);
  return rows.map((row) => ({
    isActive: row.is_active,
    startsAt: row.starts_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
    changedAt: row.changed_at,
  }));
}
