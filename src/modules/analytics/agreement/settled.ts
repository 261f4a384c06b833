import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import {
  type NamedDifference,
  type OpenItem,
  type OpenKind,
  SETTLED_PARTS,
  type Settlement,
  type SettlementCheck,
  settledMinor,
} from './settlement.ts';

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Keeps what a check of these days found, in place of what one before it did. */
export async function keepSettlement(
  tx: Tx,
  { from, to }: Days,
  check: SettlementCheck,
  now: Temporal.Instant,
): Promise<void> {
  for (const table of ['settlement', 'difference']) {
    await sql`delete from analytics.${sql.raw(table)}
      where day between ${from.toString()}::date and ${to.toString()}::date`.execute(tx);
  }
  const { settlements, differences, openItems } = check;
  await sql`
    insert into analytics.settlement (day, market, currency, sold_minor, parts, settled_minor, checked_at)
    select given.*, ${now.toString()}::timestamptz from unnest(
      ${settlements.map(({ day }) => day.toString())}::date[], ${settlements.map(({ market }) => market)}::text[],
      ${settlements.map(({ currency }) => currency)}::text[],
      ${settlements.map(({ soldMinor }) => soldMinor)}::bigint[], ${settlements.map(partsText)}::jsonb[],
      ${settlements.map(settledMinor)}::bigint[]) as given`.execute(tx);
  const column = <Value>(of: (difference: NamedDifference) => Value) => differences.map(of);
  await sql`
    insert into analytics.difference (day, position, kind, market, currency, provider, order_id, reference, ours_minor,
      theirs_minor)
    select given.* from unnest(${column(({ day }) => day.toString())}::date[],
      ${differences.map((_, position) => position)}::int[], ${column(({ kind }) => kind)}::text[],
      ${column(({ market }) => market)}::text[], ${column(({ currency }) => currency)}::text[],
      ${column(({ provider }) => provider)}::text[], ${column(({ orderId }) => orderId ?? null)}::uuid[],
      ${column(({ reference }) => reference)}::text[], ${column(({ oursMinor }) => oursMinor)}::bigint[],
      ${column(({ theirsMinor }) => theirsMinor)}::bigint[]) as given`.execute(tx);
  await keepOpenItems(tx, openItems);
}

async function keepOpenItems(tx: Tx, items: readonly OpenItem[]): Promise<void> {
  const column = <Value>(of: (item: OpenItem) => Value) => items.map(of);
  await sql`delete from analytics.open_item`.execute(tx);
  await sql`
    insert into analytics.open_item (position, kind, market, currency, provider, order_id, amount_minor, since)
    select given.* from unnest(${items.map((_, position) => position)}::int[],
      ${column(({ kind }) => kind)}::text[], ${column(({ market }) => market)}::text[],
      ${column(({ currency }) => currency)}::text[], ${column(({ provider }) => provider)}::text[],
      ${column(({ orderId }) => orderId ?? null)}::uuid[], ${column(({ amountMinor }) => amountMinor)}::bigint[],
      ${column(({ since }) => since.toString())}::timestamptz[]) as given`.execute(tx);
}

function partsText({ parts }: Settlement): string {
  return JSON.stringify(Object.fromEntries(SETTLED_PARTS.map((part) => [part, parts[part].toString()])));
}

/** What was sold and where it is, of the days of a span that were checked, the latest first. */
export async function readSettlements(db: Db, { from, to }: Days): Promise<Settlement[]> {
  const { rows } = await sql<
    Omit<Settlement, 'parts'> & { readonly parts: Readonly<Record<string, string>> }
  >`
    select day, market, currency, sold_minor as "soldMinor", parts from analytics.settlement
    where day between ${from.toString()}::date and ${to.toString()}::date
    order by day desc, market, currency`.execute(db);
  return rows.map((row) => {
    const part = (name: string) => BigInt(row.parts[name] ?? '0');
    const parts = {
      ...{ paid_out: part('paid_out'), fees: part('fees'), at_provider: part('at_provider') },
      ...{ owed: part('owed'), disputed: part('disputed'), lost: part('lost') },
      ...{ credit: part('credit'), given: part('given') },
    };
    return { ...row, parts };
  });
}

/** What differs on the days of a span, the latest first, 1,000 at most. */
export async function readNamedDifferences(db: Db, { from, to }: Days): Promise<NamedDifference[]> {
  const { rows } = await sql<Omit<NamedDifference, 'orderId'> & { readonly orderId: string | null }>`
    select day, kind, market, currency, provider, order_id as "orderId", reference, ours_minor as "oursMinor",
      theirs_minor as "theirsMinor"
    from analytics.difference where day between ${from.toString()}::date and ${to.toString()}::date
    order by day desc, position limit 1000`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined }));
}

/** What is open, by kind, currency and provider: how many, and how much. */
export type OpenSum = Pick<OpenItem, 'kind' | 'currency' | 'provider' | 'amountMinor' | 'since'> & {
  readonly count: number;
};

export async function readOpenSums(db: Db): Promise<OpenSum[]> {
  const { rows } = await sql<OpenSum>`
    select kind, currency, provider, sum(amount_minor)::bigint as "amountMinor", min(since) as since, count(*)::int as count
    from analytics.open_item group by kind, currency, provider order by kind, currency, provider`.execute(db);
  return rows;
}

/** Open items of a kind, those first that are open longest, from after `after` on. */
export async function readOpenItems(
  db: Db,
  of: {
    readonly kind: OpenKind;
    readonly currency?: CurrencyCode;
    readonly after?: number;
    readonly limit: number;
  },
): Promise<(OpenItem & { readonly position: number })[]> {
  const { rows } = await sql<
    Omit<OpenItem, 'orderId'> & { readonly orderId: string | null; readonly position: number }
  >`
    select position, kind, market, currency, provider, order_id as "orderId", amount_minor as "amountMinor", since
    from analytics.open_item
    where kind = ${of.kind} and position > ${of.after ?? -1} and currency = coalesce(${of.currency ?? null}, currency)
    order by position limit ${of.limit}`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined }));
}
