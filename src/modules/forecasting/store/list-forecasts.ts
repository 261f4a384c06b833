import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { DemandClass, Flag } from '../forecast/forecast.ts';

export type ForecastFilter = {
  /** Beginnings of words. */
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly demandClass?: readonly DemandClass[] | undefined;
  readonly flag?: Flag | undefined;
};

export const FORECAST_ORDERS = ['most', 'title', 'bias', 'error', 'coverage'] as const;
export type ForecastOrder = (typeof FORECAST_ORDERS)[number];

/** A forecast as lists show it, with where it stands in its order. */
export type ListedForecast = {
  readonly variantId: VariantId;
  readonly bias: number | undefined;
  readonly error: number | undefined;
  readonly coverage: number | undefined;
  readonly flags: readonly Flag[];
  readonly position: readonly [string | number, VariantId];
};

type Row = Omit<ListedForecast, 'bias' | 'error' | 'coverage' | 'position'> & {
  readonly bias: number | null;
  readonly error: number | null;
  readonly coverage: number | null;
  readonly place: string | number;
};

/** What lists are sorted by, rising: what is to be looked at first comes first. */
const PLACES: Readonly<Record<ForecastOrder, RawBuilder<unknown>>> = {
  most: sql`-next_13`,
  title: sql`lower(title)`,
  bias: sql`-abs(coalesce(bias, 0))`,
  error: sql`-coalesce(error, 0)`,
  coverage: sql`coalesce(coverage, 2)`,
};

export async function listForecasts(
  db: Db,
  asked: ForecastFilter & {
    readonly sort: ForecastOrder;
    readonly after?: ListedForecast['position'] | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedForecast[]> {
  const { sort, after, limit } = asked;
  const place = PLACES[sort];
  const kind = sort === 'title' ? sql`text` : sql`double precision`;
  const rest = after ? sql`and (${place}, variant_id) > (${after[0]}::${kind}, ${after[1]}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select variant_id as "variantId", bias, error, coverage, flags, ${place} as place from forecasting.forecast
    where ${whereOf(asked)} ${rest} order by ${place}, variant_id limit ${limit}`.execute(db);
  return rows.map(({ place: at, bias, error, coverage, ...row }) => ({
    ...{ ...row, position: [at, row.variantId] },
    ...{ bias: bias ?? undefined, error: error ?? undefined, coverage: coverage ?? undefined },
  }));
}

export async function countForecasts(db: Db, filter: ForecastFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from forecasting.forecast where ${whereOf(filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function whereOf({ q = '', category = '', demandClass = [], flag }: ForecastFilter): RawBuilder<unknown> {
  const words = q
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const search = words
    .slice(0, 12)
    .map((word) => `'${word}':*`)
    .join(' & ');
  return sql`(${search} = '' or words @@ to_tsquery('simple', ${search}))
    and (${category} = '' or starts_with(category || '/', ${`${category}/`}))
    and (${demandClass.length === 0} or demand_class = any(${demandClass}::text[]))
    and (${flag ?? ''} = '' or ${flag ?? ''} = any(flags))`;
}
