import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import type { HealthState } from './health-of.ts';

/** How healthy the stock of a variant was at the last look. Money in minor units of the shop's currency. */
export type KeptHealth = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly state: HealthState;
  readonly onHand: number;
  readonly valueMinor: bigint | undefined;
  readonly abc: string;
  readonly xyz: string;
  readonly sold90: number;
  readonly coverDays: number | undefined;
  readonly sellThrough: number | undefined;
  readonly turnover: number | undefined;
  readonly gmroi: number | undefined;
  readonly overPieces: number;
  readonly overMinor: bigint;
  readonly unsoldDays: number | undefined;
  readonly expiringPieces: number;
  readonly daysOut: number;
  readonly lostPieces: number;
  readonly lostMinor: bigint;
  readonly lostLowMinor: bigint;
  readonly lostHighMinor: bigint;
};

export type HealthPosition = readonly [by: string, variantId: VariantId];
export const HEALTH_SORTS = ['over', 'lost', 'value'] as const;
export type HealthSort = (typeof HEALTH_SORTS)[number];

const SORTED_BY = { over: 'over_minor', lost: 'lost_minor', value: 'coalesce(value_minor, -1)' } as const;
const MILLION = 1e6;

type Optional = 'valueMinor' | 'coverDays' | 'unsoldDays';
type Ratio = 'sellThrough' | 'turnover' | 'gmroi';
type Row = Omit<KeptHealth, Optional | Ratio> & {
  readonly valueMinor: bigint | null;
  readonly coverDays: number | null;
  readonly unsoldDays: number | null;
  readonly sellThrough: number | null;
  readonly turnover: bigint | null;
  readonly gmroi: bigint | null;
  readonly by: bigint;
};

/** The most of what it is sorted by first. */
export async function listHealth(
  db: Db,
  asked: {
    readonly state?: HealthState | undefined;
    readonly sort: HealthSort;
    readonly after?: HealthPosition | undefined;
    readonly limit: number;
  },
): Promise<readonly { readonly health: KeptHealth; readonly position: HealthPosition }[]> {
  const { state, sort, after, limit } = asked;
  const by = sql.raw(SORTED_BY[sort]);
  // As the index is sorted, so that a page costs what it has.
  const rest =
    after === undefined
      ? sql`true`
      : sql`${by} <= ${after[0]}::bigint and (${by} < ${after[0]}::bigint or variant_id > ${after[1]}::uuid)`;
  const { rows } = await sql<Row>`
    select variant_id as "variantId", product_id as "productId", state, on_hand as "onHand", value_minor as "valueMinor",
      abc, xyz, sold_90 as "sold90", cover_days as "coverDays", sell_through_millionths as "sellThrough",
      turnover_millionths as turnover, gmroi_millionths as gmroi, over_pieces as "overPieces", over_minor as "overMinor",
      unsold_days as "unsoldDays", expiring_pieces as "expiringPieces", days_out as "daysOut",
      lost_pieces as "lostPieces", lost_minor as "lostMinor", lost_low_minor as "lostLowMinor",
      lost_high_minor as "lostHighMinor", ${by} as by
    from replenishment.stock_health
    where (${state ?? null}::text is null or state = ${state ?? null})
      and ${rest} order by ${by} desc, variant_id limit ${limit}`.execute(db);
  return rows.map(({ by: place, ...row }) => ({
    health: healthIn(row),
    position: [String(place), row.variantId],
  }));
}

function healthIn(row: Omit<Row, 'by'>): KeptHealth {
  const ratio = (value: bigint | number | null) => (value === null ? undefined : Number(value) / MILLION);
  return {
    ...row,
    ...{ valueMinor: row.valueMinor ?? undefined, coverDays: row.coverDays ?? undefined },
    ...{ unsoldDays: row.unsoldDays ?? undefined, sellThrough: ratio(row.sellThrough) },
    ...{ turnover: ratio(row.turnover), gmroi: ratio(row.gmroi) },
  };
}

export type HealthSummary = {
  readonly states: readonly {
    readonly state: HealthState;
    readonly variants: number;
    readonly valueMinor: bigint;
    readonly overMinor: bigint;
  }[];
  readonly lost: { readonly marginMinor: bigint; readonly lowMinor: bigint; readonly highMinor: bigint };
  readonly reviewedAt: Temporal.Instant | undefined;
};

/** All of it together. Intervals of lost sales are added up: as if all were off the same way, which is the worst case. */
export async function summariseHealth(db: Db): Promise<HealthSummary> {
  type Sum = HealthSummary['states'][number] & {
    readonly lost: bigint;
    readonly low: bigint;
    readonly high: bigint;
    readonly at: Temporal.Instant;
  };
  const { rows } = await sql<Sum>`
    select state, count(*)::int as variants, coalesce(sum(value_minor), 0)::bigint as "valueMinor",
      sum(over_minor)::bigint as "overMinor", sum(lost_minor)::bigint as lost, sum(lost_low_minor)::bigint as low,
      sum(lost_high_minor)::bigint as high, max(reviewed_at) as at
    from replenishment.stock_health group by state order by state`.execute(db);
  const total = (of: (row: Sum) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n);
  return {
    states: rows.map(({ state, variants, valueMinor, overMinor }) => ({
      ...{ state, variants, valueMinor, overMinor },
    })),
    lost: {
      marginMinor: total(({ lost }) => lost),
      lowMinor: total(({ low }) => low),
      highMinor: total(({ high }) => high),
    },
    reviewedAt: rows
      .map(({ at }) => at)
      .toSorted(Temporal.Instant.compare)
      .at(-1),
  };
}

export async function keepHealth(tx: Tx, rows: readonly KeptHealth[], now: Temporal.Instant): Promise<void> {
  if (rows.length === 0) return;
  const column = <Value>(of: (row: KeptHealth) => Value) => rows.map(of);
  const millionths = (of: (row: KeptHealth) => number | undefined) =>
    column((row) => {
      const ratio = of(row);
      return ratio === undefined ? null : Math.round(Math.min(Math.max(ratio, -1e9), 1e9) * MILLION);
    });
  const ids = column((row) => row.variantId);
  await sql`delete from replenishment.stock_health where variant_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into replenishment.stock_health (variant_id, product_id, state, on_hand, value_minor, abc, xyz, sold_90,
      cover_days, sell_through_millionths, turnover_millionths, gmroi_millionths, over_pieces, over_minor, unsold_days,
      expiring_pieces, days_out, lost_pieces, lost_minor, lost_low_minor, lost_high_minor, reviewed_at)
    select *, ${now.toString()}::timestamptz from unnest(
      ${ids}::uuid[], ${column((row) => row.productId)}::uuid[], ${column((row) => row.state)}::text[],
      ${column((row) => row.onHand)}::int[], ${column((row) => row.valueMinor ?? null)}::bigint[],
      ${column((row) => row.abc)}::text[], ${column((row) => row.xyz)}::text[], ${column((row) => row.sold90)}::int[],
      ${column((row) => row.coverDays ?? null)}::int[], ${millionths((row) => row.sellThrough)}::int[],
      ${millionths((row) => row.turnover)}::bigint[], ${millionths((row) => row.gmroi)}::bigint[],
      ${column((row) => row.overPieces)}::int[], ${column((row) => row.overMinor)}::bigint[],
      ${column((row) => row.unsoldDays ?? null)}::int[], ${column((row) => row.expiringPieces)}::int[],
      ${column((row) => row.daysOut)}::int[], ${column((row) => row.lostPieces)}::float8[],
      ${column((row) => row.lostMinor)}::bigint[], ${column((row) => row.lostLowMinor)}::bigint[],
      ${column((row) => row.lostHighMinor)}::bigint[])
    on conflict (variant_id) do nothing`.execute(tx);
}

/** Those of goods that are gone, or were not looked at this time. */
export async function forgetHealthBefore(tx: Tx, now: Temporal.Instant): Promise<void> {
  await sql`delete from replenishment.stock_health where reviewed_at < ${now.toString()}::timestamptz`.execute(
    tx,
  );
}
