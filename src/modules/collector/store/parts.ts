import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { EventPart } from '../log/part.ts';

type PartRow = {
  key: string;
  day: Temporal.PlainDate;
  origin: string;
  first_number: bigint;
  last_number: bigint;
  events: bigint;
  bytes: bigint;
  sha256: string;
};

/**
 * The parts of the event log that hold all events once: those after a number, or of a day, in the order of their last
 * numbers.
 *
 * @param input.after what has been read already (see `EventPart`)
 */
export async function listEventParts(
  db: Db,
  { after = 0n, day }: { readonly after?: bigint; readonly day?: Temporal.PlainDate } = {},
): Promise<EventPart[]> {
  const { rows } = await sql<PartRow>`
    select key, day, origin, first_number, last_number, events, bytes, sha256 from collector.part
    where replaced_at is null and last_number > ${after}
      and (${day?.toString() ?? null}::date is null or day = ${day?.toString() ?? null}::date)
    order by last_number, key`.execute(db);
  return rows.map(({ first_number: firstNumber, last_number: lastNumber, ...row }) => {
    return { ...row, firstNumber, lastNumber };
  });
}

/** A number that no file has: also of a run that is killed, whose file then counts for nothing. */
export async function nextPartNumber(db: Db): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`
    select nextval('collector.part_number') as number`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the sequence of parts has no next number');
  return row.number;
}

export async function insertParts(tx: Tx, parts: readonly EventPart[], now: Temporal.Instant): Promise<void> {
  for (const part of parts) {
    await sql`
      insert into collector.part (key, day, origin, first_number, last_number, events, bytes, sha256, logged_at)
      values (${part.key}, ${part.day.toString()}::date, ${part.origin}, ${part.firstNumber}, ${part.lastNumber},
        ${part.events}, ${part.bytes}, ${part.sha256}, ${now.toString()}::timestamptz)`.execute(tx);
  }
}

/** @returns whether all of them still counted */
export async function replaceParts(tx: Tx, keys: readonly string[], now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update collector.part set replaced_at = ${now.toString()}::timestamptz
    where key = any(${keys}::text[]) and replaced_at is null`.execute(tx);
  return Number(numAffectedRows ?? 0) === keys.length;
}

/** Days that have more than one part of what was collected here. */
export async function daysInParts(db: Db): Promise<Temporal.PlainDate[]> {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select day from collector.part where replaced_at is null and origin = ''
    group by day having count(*) > 1 order by day`.execute(db);
  return rows.map(({ day }) => day);
}

/**
 * Until the end of the transaction nobody else adds parts, and whether these come after all that are there: who reads
 * forward by number would pass over a lower one that is committed later.
 */
export async function areNext(tx: Tx, parts: readonly EventPart[]): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  const { rows } = await sql<{ last: bigint }>`
    select coalesce(max(last_number), 0) as last from collector.part`.execute(tx);
  const last = rows[0]?.last ?? 0n;
  return parts.every(({ firstNumber }) => firstNumber > last);
}

/** Any constant that nobody else locks. */
const LOCK = 7_312_001;

/** Takes the parts of an origin out; their files go in a week, as those of merged parts do. @returns how many */
export async function takeOutParts(tx: Tx, origin: string, now: Temporal.Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update collector.part set replaced_at = ${now.toString()}::timestamptz
    where origin = ${origin} and replaced_at is null`.execute(tx);
  const count = Number(numAffectedRows ?? 0);
  if (count > 0) await sql`update collector.log_revision set number = number + 1`.execute(tx);
  return count;
}

/** Grows when events that were read may be gone: then all are to be read again. */
export async function readLogRevision(db: Db): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`select number from collector.log_revision`.execute(db);
  return rows[0]?.number ?? 0n;
}

/** Keys of parts that were replaced before this moment. */
export async function replacedBefore(db: Db, at: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from collector.part where replaced_at < ${at.toString()}::timestamptz`.execute(db);
  return rows.map(({ key }) => key);
}

export async function deletePart(db: Db, key: string): Promise<void> {
  await sql`delete from collector.part where key = ${key} and replaced_at is not null`.execute(db);
}

/** Of these keys, those that are parts, replaced or not. */
export async function knownParts(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from collector.part where key = any(${keys}::text[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** The last number that was given before this moment, as far as a part shows it. */
export async function lastNumberBefore(db: Db, at: Temporal.Instant): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`
    select coalesce(max(last_number), 0) as number from collector.part
    where logged_at < ${at.toString()}::timestamptz`.execute(db);
  return rows[0]?.number ?? 0n;
}
