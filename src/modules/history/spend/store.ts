import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { SpendRow } from './spend.ts';

export async function insertSpendImport(
  tx: Tx,
  about: Readonly<Record<'fileName' | 'digest' | 'tool' | 'origin' | 'zone', string>> & {
    readonly mapping: object;
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into history.import (kind, file_name, digest, format, origin, mapping, zone, imported_at)
    values ('spend', ${about.fileName}, ${about.digest}, ${about.tool}, ${about.origin},
      ${JSON.stringify(about.mapping)}::jsonb, ${about.zone}, ${about.now.toString()})
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new TypeError('an import got no id');
  return row.id;
}

export async function insertSpend(tx: Tx, importId: number, rows: readonly SpendRow[]): Promise<void> {
  const cells = <Key extends keyof SpendRow>(key: Key) => rows.map((row) => row[key]);
  await sql`
    insert into history.spend (import_id, line, day, source, medium, campaign, currency, amount, clicks, impressions)
    select ${importId}, * from unnest(${cells('line')}::int[], ${rows.map(({ day }) => day.toString())}::date[],
      ${cells('source')}::text[], ${cells('medium')}::text[], ${cells('campaign')}::text[],
      ${cells('currency')}::text[], ${cells('amountMillionths')}::bigint[], ${cells('clicks')}::bigint[],
      ${cells('impressions')}::bigint[])`.execute(tx);
}

/**
 * Takes out the rows of days that an earlier import of the same origin has of the campaign.
 *
 * @returns how many
 */
export async function dropKnownSpend(tx: Tx, importId: number, origin: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from history.spend mine where import_id = ${importId} and exists (
      select from history.spend before join history.import on import.id = before.import_id
      where before.import_id <> ${importId} and import.origin = ${origin}
        and (before.day, before.source, before.medium, before.campaign)
          = (mine.day, mine.source, mine.medium, mine.campaign))`.execute(tx);
  return Number(numAffectedRows);
}

export type SpendSum = { readonly currency: CurrencyCode; readonly amountMillionths: bigint };

export async function sumSpend(tx: Tx, importId: number): Promise<SpendSum[]> {
  const { rows } = await sql<{ currency: CurrencyCode; amount: string }>`
    select currency, sum(amount)::text as amount from history.spend where import_id = ${importId}
    group by currency order by currency`.execute(tx);
  return rows.map(({ currency, amount }) => ({ currency, amountMillionths: BigInt(amount) }));
}

/** An import of ad spend as it is kept. */
export type SpendImport = {
  readonly id: number;
  readonly fileName: string;
  readonly tool: string;
  readonly origin: string;
  readonly importedAt: Temporal.Instant;
  readonly rows: number;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

/** Newest first. */
export async function listSpendImports(db: Db): Promise<readonly SpendImport[]> {
  const { rows } = await sql<SpendImport>`
    select import.id, file_name as "fileName", format as tool, origin, imported_at as "importedAt",
      count(*)::int as rows, min(day) as "firstDay", max(day) as "lastDay"
    from history.import join history.spend on spend.import_id = import.id
    group by import.id order by import.id desc`.execute(db);
  return rows;
}

/** What a campaign cost on a day, by the import that says so. */
export type Spend = Omit<SpendRow, 'line'> & { readonly importId: number; readonly origin: string };

/** All of it, by import and day. */
export async function readSpend(db: Db): Promise<Spend[]> {
  const { rows } = await sql<Omit<Spend, 'amountMillionths' | 'clicks' | 'impressions'> & Sums>`
    select import_id as "importId", origin, day, source, medium, campaign, currency, sum(amount)::text as amount,
      sum(clicks)::text as clicks, sum(impressions)::text as impressions
    from history.spend join history.import on import.id = spend.import_id
    group by import_id, origin, day, source, medium, campaign, currency
    order by import_id, day, source, medium, campaign, currency`.execute(db);
  return rows.map(({ amount, clicks, impressions, ...row }) => ({
    ...row,
    ...{ amountMillionths: BigInt(amount), clicks: Number(clicks), impressions: Number(impressions) },
  }));
}

type Sums = Readonly<Record<'amount' | 'clicks' | 'impressions', string>>;

/** Other numbers where {@link readSpend} says something else. */
export async function readSpendRevision(
  db: Db,
): Promise<{ readonly revision: bigint; readonly lastId: bigint }> {
  const { rows } = await sql<{ revision: bigint; lastId: bigint }>`
    select number as revision, coalesce((select max(id) from history.spend), 0) as "lastId"
    from history.revision`.execute(db);
  return rows[0] ?? { revision: 0n, lastId: 0n };
}
