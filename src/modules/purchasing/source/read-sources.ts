import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readLeadTimes } from '../score/deliveries.ts';
import { reviewDays } from '../supplier/calendar.ts';
import { readSuppliers } from '../supplier/store.ts';
import { readToday } from './read-today.ts';
import type { Source } from './source.ts';
import { type SourceRow, selectSources } from './store.ts';

/** Who sells each variant, and how: whom to buy from first first. A variant that nobody sells is not in the map. */
export async function readSources(
  db: Db,
  variantIds: readonly VariantId[],
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<Map<VariantId, Source[]>> {
  const rows = await selectSources(db, variantIds, await readToday(db, now));
  return Map.groupBy(await withSuppliers(db, rows, now), ({ variantId }) => variantId);
}

/** Entries of price lists with what is known of their suppliers. */
export async function withSuppliers(
  db: Db,
  rows: readonly SourceRow[],
  now: Temporal.Instant,
): Promise<Source[]> {
  const ids = [...new Set(rows.map(({ supplierId }) => supplierId))];
  if (ids.length === 0) return [];
  const suppliers = await readSuppliers(db, { ids });
  const leadTimeOf = await readLeadTimes(db, suppliers, now);
  const known = new Map(
    suppliers.map((supplier) => {
      const leadTime = leadTimeOf(supplier.id);
      const { name: supplierName, currency, rateE10, orderWeekdays, closedDays } = supplier;
      const { orderMinimumMinor, orderMinimumPieces } = supplier;
      const terms = { supplierName, currency, rateE10, orderWeekdays, closedDays, leadTime };
      const minimums = { orderMinimumMinor, orderMinimumPieces, reviewDays: reviewDays(supplier) };
      return [supplier.id, { ...terms, ...minimums }];
    }),
  );
  return rows.flatMap((row) => {
    const supplier = known.get(row.supplierId);
    return supplier === undefined ? [] : [{ ...row, ...supplier }];
  });
}
