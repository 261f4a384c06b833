import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import type { AdjustmentScope } from '../adjustments/adjustment.ts';
import type { AppliedAdjustment, DemandClass, StoredForecast } from '../forecast/forecast.ts';
import { forecastOfPart } from '../forecast/part.ts';
import type { PromotedSpan } from '../forecast/promoted.ts';
import type { Reason } from '../forecast/reason.ts';
import { readOpenAdjustments } from './adjustments.ts';
import { readOwnParts } from './parts.ts';

type Row = {
  readonly variantId: VariantId;
  readonly firstDay: Temporal.PlainDate;
  readonly madeAt: Temporal.Instant;
  readonly demandClass: DemandClass;
  readonly method: string;
  readonly isEnough: boolean;
  readonly weeks: readonly number[];
  readonly variances: readonly number[];
  readonly weekdays: readonly number[];
  readonly promoted: readonly PromotedSpan[];
  readonly category: string;
  readonly places: Readonly<Record<string, number>>;
  readonly reasons: readonly Reason[];
};

/**
 * What will be wanted of these variants, as it fits their categories and the shop, with what people changed by hand. Of a variant
 * that no forecast was made of yet there is none.
 *
 * @param place only what will be wanted from there: by its own weeks where it had enough, else its share of what was handed
 *   over before
 */
export async function readForecasts(
  db: Db,
  variantIds: readonly VariantId[],
  place?: LocationId,
): Promise<Map<VariantId, StoredForecast>> {
  if (variantIds.length === 0) return new Map();
  const forecasts = await readWhere(db, sql`variant_id = any(${variantIds}::uuid[])`, place);
  return new Map(forecasts.map((forecast) => [forecast.variantId, forecast]));
}

/** When a forecast was made, and what people have changed of it since. */
export type ForecastStamp = Pick<StoredForecast, 'madeAt' | 'adjustments'>;

/** What tells whether `readForecasts` has something else to say of these variants than before. */
export async function readForecastStamps(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, ForecastStamp>> {
  const { rows } = await sql<Pick<Row, 'variantId' | 'madeAt' | 'category'>>`
    select variant_id as "variantId", made_at as "madeAt", category
    from forecasting.forecast where variant_id = any(${variantIds}::uuid[])`.execute(db);
  const open = rows.length === 0 ? [] : await readOpenAdjustments(db);
  return new Map(
    rows.map(({ variantId, madeAt, category }) => {
      const own = open.filter((one) => isOf(one, variantId, category));
      return [variantId, { madeAt, adjustments: own.map(({ scopeId: _, ...one }) => one) }];
    }),
  );
}

/** What an adjustment of a scope would change, page by page. */
export type Scoped = {
  readonly scope: AdjustmentScope;
  readonly scopeId: string;
  /** The last variant of the page before; '' for the first. */
  readonly after: string;
  readonly limit: number;
};

export async function readForecastsIn(db: Db, asked: Scoped): Promise<readonly StoredForecast[]> {
  return readWhere(db, within(asked));
}

export async function readVariantIdsIn(db: Db, asked: Scoped): Promise<readonly VariantId[]> {
  const { rows } = await sql<{ id: VariantId }>`
    select variant_id as id from forecasting.forecast where ${within(asked)}`.execute(db);
  return rows.map(({ id }) => id);
}

function within({ scope, scopeId, after, limit }: Scoped): RawBuilder<unknown> {
  const of = {
    variant: sql`variant_id::text = ${scopeId}`,
    category: sql`starts_with(category || '/', ${`${scopeId}/`})`,
    shop: sql`true`,
  }[scope];
  return sql`${of} and (${after} = '' or variant_id > nullif(${after}, '')::uuid)
    order by variant_id limit ${limit}`;
}

async function readWhere(db: Db, where: RawBuilder<unknown>, place?: LocationId): Promise<StoredForecast[]> {
  const { rows } = await sql<Row>`
    select variant_id as "variantId", first_day as "firstDay", made_at as "madeAt", demand_class as "demandClass", method,
      is_enough as "isEnough", weeks, variances, weekdays, promoted, category, places, reasons
    from forecasting.forecast where ${where}`.execute(db);
  if (rows.length === 0) return [];
  const open = await readOpenAdjustments(db);
  const ids = rows.map(({ variantId }) => variantId);
  const parts = place === undefined ? undefined : await readOwnParts(db, ids, { kind: 'place', id: place });
  return rows.map(({ category, places, ...row }) => {
    const own = open.filter((one) => isOf(one, row.variantId, category));
    const forecast = { ...row, share: 1, adjustments: own.map(({ scopeId: _, ...one }) => one) };
    if (place === undefined) return forecast;
    const [part] = parts?.get(row.variantId) ?? [];
    return forecastOfPart(forecast, { id: place, share: places[place] ?? 0, own: part });
  });
}

/** Whether an adjustment is of a variant: its own, its category's or one above that, or the shop's. */
export function isOf(
  { scope, scopeId }: Pick<AppliedAdjustment, 'scope'> & { readonly scopeId: string },
  variantId: string,
  category: string,
): boolean {
  if (scope === 'variant') return scopeId === variantId;
  return scope === 'shop' || category === scopeId || category.startsWith(`${scopeId}/`);
}
