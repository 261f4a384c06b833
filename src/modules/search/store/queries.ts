import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';

export type LoggedQuery = {
  readonly askedAt: Temporal.Instant;
  readonly locale: string;
  /** Normalised. */
  readonly query: string;
  readonly hits: number;
  readonly correctedTo: string | undefined;
};

export async function insertQueries(db: Db, queries: readonly LoggedQuery[]): Promise<void> {
  if (queries.length === 0) return;
  const rows = queries.map(({ askedAt, locale, query, hits, correctedTo }) => ({
    asked_at: askedAt.toString(),
    locale,
    query,
    hits,
    corrected_to: correctedTo ?? null,
  }));
  await sql`
    insert into search.query_log (asked_at, locale, query, hits, corrected_to)
    select asked_at, locale, query, hits, corrected_to from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as asked (asked_at timestamptz, locale text, query text, hits int, corrected_to text)`.execute(db);
}

export type ZeroResult = {
  readonly query: string;
  readonly locale: string;
  /** How often it was asked. */
  readonly count: number;
  readonly lastAskedAt: Temporal.Instant;
};

/** What was searched for and not found since then, most often first: what the shop should stock or name otherwise. */
export async function zeroResults(
  db: Db,
  input: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<ZeroResult[]> {
  const { rows } = await sql<{
    query: string;
    locale: string;
    count: number;
    last_asked_at: Temporal.Instant;
  }>`
    select query, locale, count(*)::int as count, max(asked_at) as last_asked_at from search.query_log
    where hits = 0 and asked_at >= ${input.since.toString()}::timestamptz
    group by query, locale order by count(*) desc, max(asked_at) desc, query
    limit ${Math.max(1, Math.min(1_000, input.limit))}`.execute(db);
  return rows.map(({ query, locale, count, last_asked_at }) => ({
    query,
    locale,
    count,
    lastAskedAt: last_asked_at,
  }));
}

export type AskedOften = ZeroResult & {
  /** How many products it found, on average. */
  readonly hits: number;
};

export type SearchReport = {
  readonly searches: number;
  readonly withoutHits: number;
  /** Most often first. */
  readonly top: readonly AskedOften[];
  readonly notFound: readonly AskedOften[];
};

/** What people searched for since then: how often, with how many hits, and what found nothing. */
export async function readSearchReport(
  db: Db,
  { since, limit }: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<SearchReport> {
  type Row = Omit<AskedOften, 'lastAskedAt'> & { last_asked_at: Temporal.Instant; list: 'top' | 'not_found' };
  const { rows } = await sql<Row>`
    with asked as (
      select query, locale, count(*)::int as count, avg(hits)::float8 as hits, max(asked_at) as last_asked_at,
        max(hits) as most
      from search.query_log where asked_at >= ${since.toString()}::timestamptz group by query, locale
    )
    (select 'top' as list, query, locale, count, hits, last_asked_at from asked
      order by count desc, query limit ${limit})
    union all
    (select 'not_found', query, locale, count, hits, last_asked_at from asked where most = 0
      order by count desc, query limit ${limit})`.execute(db);
  const { rows: totals } = await sql<{ searches: number; without: number }>`
    select count(*)::int as searches, (count(*) filter (where hits = 0))::int as without
    from search.query_log where asked_at >= ${since.toString()}::timestamptz`.execute(db);
  const listOf = (list: Row['list']) =>
    rows
      .filter((row) => row.list === list)
      .map(({ query, locale, count, hits, last_asked_at }) => {
        return { query, locale, count, hits: Math.round(hits * 10) / 10, lastAskedAt: last_asked_at };
      });
  const [total] = totals;
  return {
    ...{ searches: total?.searches ?? 0, withoutHits: total?.without ?? 0 },
    ...{ top: listOf('top'), notFound: listOf('not_found') },
  };
}

/** What is asked most and found, by locale, as suggestions: at least twice, so that no one person's text is shown. */
export async function popularQueries(
  db: Db,
  input: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ locale: string; queries: string[] }>`
    with asked as (
      select locale, query, count(*) as times,
        row_number() over (partition by locale order by count(*) desc, query) as place
      from search.query_log
      where asked_at >= ${input.since.toString()}::timestamptz and hits > 0 and corrected_to is null
      group by locale, query having count(*) >= 2
    )
    select locale, array_agg(query order by place) as queries from asked
    where place <= ${input.limit} group by locale`.execute(db);
  return Object.fromEntries(rows.map(({ locale, queries }) => [locale, queries]));
}

export async function pruneQueries(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from search.query_log where asked_at < ${before.toString()}::timestamptz`.execute(db);
}
