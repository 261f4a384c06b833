import { sql } from 'kysely';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import type { Db } from '../../src/platform/database/index.ts';

/** A forecast that says the same of each week, as the night's work would have left it. */
export async function keepForecast(
  db: Db,
  {
    variantId,
    perWeek,
    firstDay,
  }: { readonly variantId: VariantId; readonly perWeek: number; readonly firstDay: string },
): Promise<void> {
  const weeks = new Array<number>(53).fill(perWeek);
  const variances = weeks.map((_, index) => perWeek * (index + 1) * 1.2);
  await sql`
    insert into forecasting.forecast (variant_id, product_id, title, options, sku, category, words, demand_class, method,
      is_enough, first_day, weeks, variances, price, weekdays, history,
      reasons, places, channels, fingerprint, next_4, next_4_low, next_4_high, next_13, next_13_low, next_13_high, flags,
      made_at)
    values (${variantId}, ${variantId}, 'Cup', '', '', '', '', 'smooth', 'median', true, ${firstDay}::date, ${weeks},
      ${variances}, 1000, ${new Array<number>(7).fill(1 / 7)}, ${weeks.slice(0, 20)},
      '[]', '{}', '{}', 'test', 0, 0, 0, 0, 0, 0, '{}', now())
    on conflict (variant_id) do update set weeks = excluded.weeks, variances = excluded.variances`.execute(
    db,
  );
}
