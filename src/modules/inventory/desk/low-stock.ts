import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { LOW_STOCK_AT } from '../availability.ts';
import type { LocationId } from '../level.ts';

/** When goods count as few: anywhere, or at one place. What a variant's own policy says comes before both. */
export type LowStockRule = { readonly locationId: LocationId | undefined; readonly lowStockAt: number };

/** The shop's own rule first (3 where it has set none), then those of places. */
export async function readLowStockRules(db: Db): Promise<LowStockRule[]> {
  const { rows } = await sql<{ location_id: LocationId | null; low_stock_at: number }>`
    select location_id, low_stock_at from inventory.low_stock_rule order by location_id nulls first`.execute(
    db,
  );
  const rules = rows.map((row) => ({
    locationId: row.location_id ?? undefined,
    lowStockAt: row.low_stock_at,
  }));
  const hasDefault = rules.some(({ locationId }) => locationId === undefined);
  return hasDefault ? rules : [{ locationId: undefined, lowStockAt: LOW_STOCK_AT }, ...rules];
}

/** Sets a rule, or takes it away: the place then follows the shop's rule, and the shop the built-in one. */
export async function saveLowStockRule(
  tx: Tx,
  {
    locationId,
    lowStockAt,
  }: { readonly locationId?: LocationId | undefined; readonly lowStockAt?: number | undefined },
): Promise<void> {
  if (lowStockAt === undefined) {
    await sql`
      delete from inventory.low_stock_rule where location_id is not distinct from ${locationId ?? null}::uuid`.execute(
      tx,
    );
    return;
  }
  await sql`
    insert into inventory.low_stock_rule (location_id, low_stock_at) values (${locationId ?? null}, ${lowStockAt})
    on conflict (location_id) do update set low_stock_at = excluded.low_stock_at`.execute(tx);
}

/**
 * At or below how many a level is low, in a statement over `level` and `policy`: the variant's own figure, that of its
 * place, that of the shop. The rules are few and stand in the statement, where a look-up for each level would be slow.
 */
export function lowStockAtOf(rules: readonly LowStockRule[]): RawBuilder<number> {
  const ofShop = rules.find(({ locationId }) => locationId === undefined)?.lowStockAt ?? LOW_STOCK_AT;
  const ofPlaces = rules.flatMap(({ locationId, lowStockAt }) =>
    locationId === undefined ? [] : [sql`when ${locationId}::uuid then ${lowStockAt}::int`],
  );
  const rule =
    ofPlaces.length === 0
      ? sql`${ofShop}::int`
      : sql`case level.location_id ${sql.join(ofPlaces, sql` `)} else ${ofShop}::int end`;
  return sql`coalesce(policy.low_stock_at, ${rule})`;
}
