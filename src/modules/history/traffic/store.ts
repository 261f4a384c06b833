import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { TrafficRow } from './traffic.ts';

export async function findTrafficOf(db: Db, digest: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from history.import where digest = ${digest}`.execute(db);
  return rows[0]?.id;
}

export async function insertTrafficImport(
  tx: Tx,
  about: Readonly<Record<'fileName' | 'digest' | 'tool' | 'origin' | 'zone', string>> & {
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into history.import (kind, file_name, digest, format, origin, mapping, zone, imported_at)
    values ('traffic', ${about.fileName}, ${about.digest}, ${about.tool}, ${about.origin}, '{}', ${about.zone},
      ${about.now.toString()})
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new TypeError('an import got no id');
  return row.id;
}

export async function insertTraffic(tx: Tx, importId: number, rows: readonly TrafficRow[]): Promise<void> {
  const texts = <Key extends keyof TrafficRow>(key: Key) => rows.map((row) => row[key] ?? null);
  await sql`
    insert into history.traffic (import_id, line, day, breakdown, source, medium, channel, country, device, sessions,
      visitors, pageviews)
    select ${importId}, * from unnest(${texts('line')}::int[], ${rows.map(({ day }) => day.toString())}::date[],
      ${texts('breakdown')}::text[], ${texts('source')}::text[], ${texts('medium')}::text[],
      ${texts('channel')}::text[], ${texts('country')}::text[], ${texts('device')}::text[],
      ${texts('sessions')}::int[], ${texts('visitors')}::int[], ${texts('pageviews')}::int[])`.execute(tx);
}

/** An import of visits as it is kept. */
export type TrafficImport = {
  readonly id: number;
  readonly fileName: string;
  readonly tool: string;
  readonly origin: string;
  readonly importedAt: Temporal.Instant;
  readonly breakdown: string;
  readonly rows: number;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

/** Newest first. */
export async function listTrafficImports(db: Db): Promise<readonly TrafficImport[]> {
  const { rows } = await sql<TrafficImport>`
    select import.id, file_name as "fileName", format as tool, origin, imported_at as "importedAt", breakdown,
      count(*)::int as rows, min(day) as "firstDay", max(day) as "lastDay"
    from history.import join history.traffic on traffic.import_id = import.id
    group by import.id, breakdown order by import.id desc`.execute(db);
  return rows;
}

/**
 * Takes out the rows of days that an earlier import of the same origin has in this breakdown.
 *
 * @returns how many
 */
export async function dropKnownDays(
  tx: Tx,
  given: { readonly importId: number; readonly origin: string; readonly breakdown: string },
): Promise<number> {
  const { importId, origin, breakdown } = given;
  const { numAffectedRows = 0n } = await sql`
    delete from history.traffic mine where import_id = ${importId} and exists (
      select from history.traffic before join history.import on import.id = before.import_id
      where before.day = mine.day and before.import_id <> ${importId} and before.breakdown = ${breakdown}
        and import.origin = ${origin})`.execute(tx);
  return Number(numAffectedRows);
}

type Row = Omit<TrafficRow, 'line'> & { readonly line: number };

/** A day's rows of every origin, for one breakdown, oldest day first. */
export async function readTraffic(
  db: Db,
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly breakdown: string },
): Promise<readonly (TrafficRow & { readonly origin: string })[]> {
  const { rows } = await sql<Row & { origin: string }>`
    select origin, line, day, breakdown, source, medium, channel, country, device, sessions, visitors, pageviews
    from history.traffic join history.import on import.id = traffic.import_id
    where day between ${span.from.toString()} and ${span.to.toString()} and breakdown = ${span.breakdown}
    order by day, traffic.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    ...{
      source: row.source ?? undefined,
      medium: row.medium ?? undefined,
      channel: row.channel ?? undefined,
    },
    ...{ country: row.country ?? undefined, device: row.device ?? undefined },
    ...{ sessions: row.sessions ?? undefined, visitors: row.visitors ?? undefined },
    pageviews: row.pageviews ?? undefined,
  }));
}
