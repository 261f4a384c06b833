import type { VariantId } from '../../../catalog/index.ts';
import { listMovements, readLocations } from '../../../inventory/index.ts';
import type { ReadContext } from '../../kind.ts';

const REASONS = ['import', 'count', 'received', 'returned', 'damaged', 'transfer', 'correction'] as const;
const MOST_MOVES = 1_000;

/**
 * What came to where it is sold, and what went other than by sales, by day from `from` on.
 *
 * @param asked.without the number of a transfer that is left out
 */
export async function readArrivals(
  { db, zone }: Pick<ReadContext, 'db' | 'zone'>,
  asked: {
    readonly variantId: VariantId;
    readonly since: Temporal.Instant;
    readonly days: number;
    readonly without?: string;
  },
): Promise<Map<number, number>> {
  const { variantId, since, days, without } = asked;
  const [places, moves] = await Promise.all([
    readLocations(db),
    listMovements(db, { variantId, reasons: REASONS, from: since, limit: MOST_MOVES }),
  ]);
  const active = new Set(places.filter(({ isActive }) => isActive).map(({ id }) => id));
  const from = since.toZonedDateTimeISO(zone).toPlainDate();
  const byDay = new Map<number, number>();
  for (const { locationId, quantity, reference, movedAt } of moves) {
    if (!active.has(locationId) || reference === without) continue;
    const day = from.until(movedAt.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'days' }).days;
    if (day < days) byDay.set(day, (byDay.get(day) ?? 0) + quantity);
  }
  return byDay;
}
