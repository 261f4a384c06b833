import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { DemandClass } from '../forecast/forecast.ts';
import type { Hits } from '../forecast/tested-method.ts';

/** Sums over variants, so that what is told of all of them is weighted by what they sell. */
export type MethodAccuracy = {
  /** `chosen`: whatever each variant is forecast with. */
  readonly method: string;
  readonly chosenFor: number;
  readonly weeks: number;
  readonly meanError: number;
  /** Mean over variants, weighted by the pieces of the year behind (as WRMSSE is). */
  readonly scaledError: number | undefined;
  readonly bias: number | undefined;
  readonly quantileLoss: number;
  readonly hits: Hits;
};

type Row = Omit<MethodAccuracy, 'scaledError' | 'bias'> & {
  readonly scaledError: number | null;
  readonly bias: number | null;
};

const SUMS = sql`sum(weeks)::int as weeks, sum(mean_error * weeks) / sum(weeks) as "meanError",
  sum(scaled_error * weight) / nullif(sum(weight) filter (where scaled_error is not null), 0) as "scaledError",
  sum(bias * weight) / nullif(sum(weight) filter (where bias is not null), 0) as bias,
  sum(quantile_loss * weeks) / sum(weeks) as "quantileLoss"`;
// What its history holds: a variant that sells more counts for more.
const TESTED = sql`select accuracy.*, demand_class, next_13,
    (select coalesce(sum(pieces), 0) from unnest(history) as pieces) as weight
  from forecasting.accuracy join forecasting.forecast using (variant_id)`;

export async function readMethodAccuracy(db: Db): Promise<readonly MethodAccuracy[]> {
  const { rows } = await sql<Row>`
    with tested as materialized (${TESTED}), told as (
      select *, method as name from tested union all select *, 'chosen' from tested where is_chosen
    ), hit as (
      select name, jsonb_object_agg(probability, hits) as hits from (
        select name, probability, sum(count::double precision) as hits
        from told, jsonb_each_text(told.hits) as hit (probability, count) group by name, probability) counted
      group by name
    )
    select told.name as method, count(*) filter (where is_chosen)::int as "chosenFor", ${SUMS}, hit.hits
    from told join hit using (name) group by told.name, hit.hits order by "quantileLoss", told.name`.execute(
    db,
  );
  return rows.map((row) => ({
    ...row,
    ...{ scaledError: row.scaledError ?? undefined, bias: row.bias ?? undefined },
  }));
}

export type ClassAccuracy = {
  readonly demandClass: DemandClass;
  readonly variants: number;
  /** Pieces of the next 13 weeks. */
  readonly next13: number;
  readonly scaledError: number | undefined;
  readonly bias: number | undefined;
  readonly coverage: number | undefined;
};

export async function readClassAccuracy(db: Db): Promise<readonly ClassAccuracy[]> {
  type ClassRow = { readonly [Name in keyof ClassAccuracy]: Exclude<ClassAccuracy[Name], undefined> | null };
  const { rows } = await sql<ClassRow & Pick<ClassAccuracy, 'demandClass' | 'variants' | 'next13'>>`
    with tested as (${TESTED} where is_chosen), sums as (
      select demand_class, ${SUMS},
        sum((hits ->> 'within')::int)::double precision / sum(weeks) as coverage
      from tested group by demand_class
    )
    select demand_class as "demandClass", count(*)::int as variants, sum(next_13) as "next13",
      max("scaledError") as "scaledError", max(sums.bias) as bias, max(sums.coverage) as coverage
    from forecasting.forecast left join sums using (demand_class) group by demand_class
    order by sum(next_13) desc, demand_class`.execute(db);
  return rows.map((row) => ({
    ...row,
    scaledError: row.scaledError ?? undefined,
    ...{ bias: row.bias ?? undefined, coverage: row.coverage ?? undefined },
  }));
}

/** Variants whose forecasts went wrong most, by the pieces that they missed by their bias. */
export async function readFailed(db: Db, limit: number) {
  type Failed = {
    readonly variantId: VariantId;
    readonly method: string;
    readonly bias: number;
    readonly scaledError: number | null;
  };
  const { rows } = await sql<Failed>`
    select variant_id as "variantId", method, bias, scaled_error as "scaledError" from (${TESTED}) tested
    where is_chosen and abs(bias) > 0.25 order by abs(bias) * weight desc, variant_id limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, scaledError: row.scaledError ?? undefined }));
}

export type Run = {
  readonly firstDay: Temporal.PlainDate;
  readonly endedAt: Temporal.Instant;
  readonly items: number;
  /** Worked out anew. */
  readonly made: number;
};

export async function readLastRun(db: Db): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select first_day as "firstDay", ended_at as "endedAt", items, made from forecasting.run
    order by id desc limit 1`.execute(db);
  return rows[0];
}
