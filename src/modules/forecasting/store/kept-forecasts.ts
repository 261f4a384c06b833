import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { DemandClass } from '../forecast/forecast.ts';
import { type Peer, peerOf } from '../make/by-analogy.ts';
import { groupOf } from '../make/item.ts';

/** Of each variant that was forecast of weeks from this day on what says whether its past is still the same. */
export async function readFingerprints(
  db: Db,
  firstDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: VariantId; fingerprint: string }>`
    select variant_id as id, fingerprint from forecasting.forecast
    where first_day = ${firstDay.toString()}::date`.execute(db);
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}

type PeerRow = {
  readonly id: VariantId;
  readonly demandClass: DemandClass;
  readonly category: string;
  readonly brand: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly weeks: readonly number[];
  readonly history: readonly (number | null)[];
  readonly price: number;
};

/** What new things of these groups can be compared with, by group. */
export async function readPeers(
  db: Db,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly Peer[]>> {
  if (groups.length === 0) return new Map();
  const { rows } = await sql<PeerRow>`
    select variant_id as id, demand_class as "demandClass", category, brand, attributes, weeks, history, price
    from forecasting.forecast where split_part(category, '/', 1) = any(${groups}::text[])
    order by next_13 desc, variant_id`.execute(db);
  const peers = rows.flatMap(({ weeks, history, brand, attributes, ...row }) => {
    const peer = peerOf(
      { category: row.category, brand: brand ?? undefined, attributes },
      {
        ...{ demandClass: row.demandClass, price: row.price, weeks: Float64Array.from(weeks) },
        history: Float64Array.from(history, (pieces) => pieces ?? Number.NaN),
      },
    );
    return peer ? [{ group: groupOf(row), peer }] : [];
  });
  const byGroup = Map.groupBy(peers, ({ group }) => group);
  return new Map([...byGroup].map(([group, own]) => [group, own.map(({ peer }) => peer)]));
}

/** By what the variants of each group were multiplied in this week; undefined where it was not made yet. */
export async function readGroupFactors(
  db: Db,
  firstDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Float64Array> | undefined> {
  const { rows } = await sql<{ category: string; factors: readonly number[] }>`
    select category, factors from forecasting.group_forecast
    where first_day = ${firstDay.toString()}::date`.execute(db);
  if (rows.length === 0) return undefined;
  return new Map(rows.map(({ category, factors }) => [category, Float64Array.from(factors)]));
}
