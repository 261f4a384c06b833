import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { DemandClass } from '../forecast/forecast.ts';
import { type Peer, peerOf } from '../make/by-analogy.ts';
import { type Draft, type DraftPart, unpacked } from '../make/draft.ts';
import { groupOf } from '../make/item.ts';
import type { KnownItem } from '../run/known-item.ts';
import { type Column, columnsOf } from './columns.ts';

/** A connection that has a run's tables; nobody else sees them. */
export type Drafts = { readonly session: Db };

/** A good that was forecast, as it waits to be fitted. */
export type DraftRow = Pick<KnownItem, 'good' | 'places' | 'channels'> & {
  readonly draft: Draft;
  readonly fingerprint: string;
};

const TABLES = ['forecast_draft', 'accuracy_draft', 'part_draft', 'forecast_fit'] as const;

/** What forecasts are before they are fitted; `own` is of `packed`. Columns that forecasts have too are called as there. */
const DRAFT: readonly Column<DraftRow, undefined>[] = [
  ['variant_id', 'uuid', ({ good }) => good.variantId],
  ['product_id', 'uuid', ({ good }) => good.productId],
  ['title', 'text', ({ good }) => good.title],
  ['options', 'text', ({ good }) => good.options],
  ['sku', 'text', ({ good }) => good.sku],
  ['category', 'text', ({ good }) => good.category],
  ['brand', 'text', ({ good }) => good.brand ?? null],
  ['attributes', 'jsonb', ({ good }) => JSON.stringify(good.attributes)],
  ['demand_class', 'text', ({ draft }) => draft.demandClass],
  ['price', 'float8', ({ draft }) => draft.price],
  ['weekdays', 'float8[]', ({ draft }) => draft.weekdays],
  ['history', 'float8[]', ({ draft }) => draft.history],
  ['reasons', 'jsonb', ({ draft }) => draft.reasons],
  ['promoted', 'jsonb', ({ draft }) => draft.promoted],
  ['places', 'jsonb', ({ places }) => JSON.stringify(places)],
  ['channels', 'jsonb', ({ channels }) => JSON.stringify(channels)],
  ['fingerprint', 'text', ({ fingerprint }) => fingerprint],
  ['bias', 'float8', ({ draft }) => draft.bias ?? null],
  ['error', 'float8', ({ draft }) => draft.error ?? null],
  ['coverage', 'float8', ({ draft }) => draft.coverage ?? null],
  ['method', 'text', ({ draft }) => draft.method],
  ['days_out', 'int', ({ draft }) => draft.daysOut],
  ['trend', 'float8', ({ draft }) => draft.trend],
  ['own', 'text', ({ draft }) => draft.own],
];
const DRAFT_NAMES = DRAFT.map(([name]) => name).join(', ');

/**
 * Tables for the forecasts of a run until all of them are known: this connection's own, so that nobody sees half a run, and that
 * they are gone with it whatever ends it.
 */
export function withDrafts<Value>(db: Db, work: (drafts: Drafts) => Promise<Value>): Promise<Value> {
  return db.connection().execute(async (session) => {
    // What a run left whose connection was kept.
    await dropTables(session);
    try {
      for (const table of tables()) await table.execute(session);
      return await work({ session });
    } finally {
      // A connection that is gone took them with it, and is not the reason of a failure.
      await Promise.allSettled([dropTables(session)]);
    }
  });
}

function tables() {
  const draft = DRAFT.map(([name, type]) => `${name} ${type}`).join(', ');
  return [
    sql`create temp table forecast_draft (place int generated always as identity primary key,
      ${sql.raw(draft)}, words tsvector)`,
    sql`create temp table accuracy_draft (like forecasting.accuracy)`,
    sql`create temp table part_draft (like forecasting.part)`,
    sql`create temp table forecast_fit (place int, method text, is_enough bool, weeks float8[],
      variances float8[], reasons jsonb, next_4 float8, next_4_low float8, next_4_high float8, next_13 float8,
      next_13_low float8, next_13_high float8, flags text[])`,
  ];
}

async function dropTables(session: Db): Promise<void> {
  for (const table of TABLES) await sql`drop table if exists ${sql.raw(`pg_temp.${table}`)}`.execute(session);
}

export async function insertDrafts({ session }: Drafts, rows: readonly DraftRow[]): Promise<void> {
  const { given, lists } = columnsOf(DRAFT, rows, undefined);
  await sql`
    insert into forecast_draft (${sql.raw(DRAFT_NAMES)}, words)
    select ${sql.raw(given)}, to_tsvector('simple', given.title || ' ' || given.options || ' ' || given.sku)
    from unnest(${lists}) as given (${sql.raw(DRAFT_NAMES)})`.execute(session);
  await insertTested(session, rows);
  await insertParts(session, rows);
}

async function insertTested(session: Db, rows: readonly DraftRow[]): Promise<void> {
  const tested = rows.flatMap(({ draft }) => (draft.tested === '' ? [] : draft.tested));
  await sql`
    insert into accuracy_draft (variant_id, method, is_chosen, weeks, mean_error, scaled_error, bias,
      quantile_loss, hits)
    select * from jsonb_to_recordset(${`[${tested.join(',')}]`}::jsonb) as given (variant_id uuid, method text,
      is_chosen bool, weeks int, mean_error float8, scaled_error float8, bias float8, quantile_loss float8,
      hits jsonb)`.execute(session);
}

type PartRow = DraftPart & { readonly variantId: string };
const PART: readonly Column<PartRow, undefined>[] = [
  ['variant_id', 'uuid', ({ variantId }) => variantId],
  ['kind', 'text', ({ kind }) => kind],
  ['part_id', 'text', ({ id }) => id],
  ['shares', 'float8[]', ({ shares }) => shares],
  ['means', 'float8[]', ({ means }) => means],
  ['variances', 'float8[]', ({ variances }) => variances],
];

async function insertParts(session: Db, rows: readonly DraftRow[]): Promise<void> {
  const parts = rows.flatMap(({ good, draft }) => {
    return draft.parts.map((part) => ({ ...part, variantId: good.variantId }));
  });
  if (parts.length === 0) return;
  const { given, lists } = columnsOf(PART, parts, undefined);
  const names = sql.raw(PART.map(([name]) => name).join(', '));
  await sql`
    insert into part_draft (${names}) select ${sql.raw(given)}
    from unnest(${lists}) as given (${names})`.execute(session);
}

/** As it is read back, to be fitted. */
export type KeptDraft = Pick<Draft, 'demandClass' | 'method' | 'price' | 'daysOut' | 'trend'> & {
  readonly place: number;
  readonly variantId: VariantId;
  readonly category: string;
  readonly brand: string | null;
  /** Of what is new alone. */
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly bias: number | null;
  readonly coverage: number | null;
  readonly own: string;
  /** Of what is new alone: nobody else's is looked at again. */
  readonly history: readonly (number | null)[] | null;
};

/** The next of all, by their place. */
export async function readDrafts(
  { session }: Drafts,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly KeptDraft[]> {
  const { rows } = await sql<KeptDraft>`
    select place, variant_id as "variantId", category, brand, demand_class as "demandClass", method, price,
      days_out as "daysOut", trend, bias, coverage, own, case when demand_class = 'new' then history end as history,
      case when demand_class = 'new' then attributes end as attributes
    from forecast_draft where place > ${after} order by place limit ${limit}`.execute(session);
  return rows;
}

type PeerRow = {
  readonly demandClass: DemandClass;
  readonly category: string;
  readonly brand: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly own: string;
  readonly history: readonly (number | null)[];
  readonly price: number;
};

/** What new things of these groups can be compared with, by group: of a run that makes all. */
export async function readDraftPeers(
  { session }: Drafts,
  groups: Iterable<string>,
): Promise<ReadonlyMap<string, readonly Peer[]>> {
  const { rows } = await sql<PeerRow>`
    select demand_class as "demandClass", category, brand, attributes, own, history, price
    from forecast_draft
    where split_part(category, '/', 1) = any(${[...groups]}::text[]) and demand_class <> 'new'
    order by place`.execute(session);
  const peers = rows.flatMap(({ own, history, brand, attributes, ...row }) => {
    const values = Float64Array.from(history, (pieces) => pieces ?? Number.NaN);
    const about = { ...row, weeks: unpacked(own).weeks, history: values };
    const peer = peerOf({ category: row.category, brand: brand ?? undefined, attributes }, about);
    return peer ? [{ group: groupOf(row), peer }] : [];
  });
  const byGroup = Map.groupBy(peers, ({ group }) => group);
  return new Map([...byGroup].map(([group, all]) => [group, all.map(({ peer }) => peer)]));
}
