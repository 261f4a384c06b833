import { sql } from 'kysely';
import { type Id, idFrom } from '../../src/kernel/index.ts';
import { saveProducts, setBundleComponents, type VariantId } from '../../src/modules/catalog/index.ts';
import {
  defaultLocation,
  type LocationId,
  moveStock,
  saveLocation,
} from '../../src/modules/inventory/index.ts';
import type { Connection, Tx } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/id.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');

/**
 * A small shop with stock, for suites that take it: variants without any, locations by code, and what there
 * is now.
 */
export type StockWorld = {
  readonly variant: (index: number) => VariantId;
  readonly bundle: VariantId;
  readonly main: LocationId;
  readonly write: <Value>(run: (tx: Tx) => Promise<Value>) => Promise<Value>;
  readonly location: (code: string, country: string, position: number) => Promise<LocationId>;
  readonly put: (variantId: VariantId, quantity: number, locationId?: LocationId) => Promise<void>;
  readonly makeBundle: (parts: readonly (readonly [VariantId, number])[]) => Promise<void>;
  /** Everything that does not add up: [] at any moment. */
  readonly differences: () => Promise<string[]>;
};

export const anOrder = (): Id<'order'> => newId<'order'>();

export async function openStockWorld({ db }: Connection, variants: number): Promise<StockWorld> {
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const drafts = Array.from({ length: variants }, (_, index) => ({
    handle: `p${index}`,
    title: `P ${index}`,
  }));
  const set = { handle: 'set', title: 'Set', kind: 'bundle' as const };
  const ids: VariantId[] = [];
  const all = [...drafts, set];
  for (let start = 0; start < all.length; start += 500) {
    const batch = all.slice(start, start + 500);
    const saved = await write((tx) => saveProducts(tx, { drafts: batch, now, cause: 'test' }));
    for (const one of saved) if (!('refusal' in one)) ids.push(...one.variants.map(({ id }) => id));
  }
  const nobody = idFrom<'variant'>(0, new Uint8Array(10));
  const bundle = ids[variants] ?? nobody;
  const main = (await defaultLocation(db)).id;
  return {
    ...{ bundle, main, write },
    variant: (index) => ids[index] ?? nobody,
    location: async (code, country, position) => {
      const made = await write((tx) =>
        saveLocation(tx, { code, name: code, country, isActive: true, position }),
      );
      if (!made.ok) throw new Error(made.refusal.message);
      return made.value.id;
    },
    put: async (variantId, quantity, locationId = main) => {
      const moves = [{ variantId, locationId, quantity }];
      await write((tx) => moveStock(tx, { moves, now, reason: 'received', reference: 'test' }));
    },
    makeBundle: async (parts) => {
      const components = parts.map(([variantId, quantity]) => ({ variantId, quantity }));
      await write((tx) => setBundleComponents(tx, bundle, components));
    },
    differences: async () => {
      const { rows } = await DIFFERENCES.execute(db);
      return rows.map((row) => row.difference);
    },
  };
}

const DIFFERENCES = sql<{ difference: string }>`
  select format('%s at %s: %s reserved, %s held', level.variant_id, level.location_id, reserved, coalesce(held, 0))
    as difference
  from inventory.level left join (
    select variant_id, location_id, sum(quantity) as held from inventory.reservation group by 1, 2
  ) as sums using (variant_id, location_id) where reserved <> coalesce(held, 0)
  union all
  select format('%s: %s promised, %s waiting', policy.variant_id, promised, coalesce(waiting, 0))
  from inventory.policy left join (
    select variant_id, sum(quantity) as waiting from inventory.reservation where location_id is null group by 1
  ) as sums using (variant_id) where promised <> coalesce(waiting, 0)
  union all
  select format('%s at %s: %s on hand, %s moved', level.variant_id, level.location_id, on_hand, coalesce(moved, 0))
  from inventory.level left join (
    select variant_id, location_id, sum(quantity) as moved from inventory.movement group by 1, 2
  ) as sums using (variant_id, location_id) where on_hand <> coalesce(moved, 0)
  union all
  select format('%s: %s available', variant_id, available) from inventory.level where available < 0`;
