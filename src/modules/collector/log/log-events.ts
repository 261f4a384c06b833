import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse } from '../../../kernel/index.ts';
import { type Db, transactOrRefuse } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { readInbox, takeOut } from '../store/inbox.ts';
import { areNext, insertParts, listEventParts, nextPartNumber } from '../store/parts.ts';
import { EVENT_COLUMNS } from './line.ts';
import { type EventPart, partKey } from './part.ts';
import { fetchParts, inWorkshop, literal, storePart, type Workshop } from './workshop.ts';

export type LogDeps = { readonly db: Db; readonly files: FileStore };

/** Read into memory at once, and written as one part for each of their days. */
const MOST_AT_ONCE = 20_000;

/**
 * Moves what waits in the inbox into the event log: a part for each day on which something happened, without what the day's
 * parts have already (by id). The files are written first; they count from the transaction on that takes their events out
 * of the inbox. A run that ends in between leaves files that nobody reads, and the next does all of it again: nothing is
 * lost or doubled, also when two run at once.
 *
 * @returns how many events left the inbox
 */
export async function logEvents(
  deps: LogDeps,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal?: AbortSignal },
): Promise<number> {
  let logged = 0;
  let count = MOST_AT_ONCE;
  while (count === MOST_AT_ONCE && !signal?.aborted) {
    count = await logSome(deps, now);
    logged += count;
  }
  return logged;
}

async function logSome({ db, files }: LogDeps, now: Temporal.Instant): Promise<number> {
  const rows = await readInbox(db, MOST_AT_ONCE);
  if (rows.length === 0) return 0;
  const parts = await inWorkshop(async (workshop) => {
    const lines = rows.map(({ event }) => event);
    return writeDays(workshop, { db, files }, { lines, origin: '' });
  });
  const seqs = rows.map(({ seq }) => seq);
  const logged = await transactOrRefuse(db, async (tx) => {
    if (!(await takeOut(tx, seqs)) || !(await areNext(tx, parts))) return OVERTAKEN;
    await insertParts(tx, parts, now);
    return ok(seqs.length);
  });
  return logged.ok ? logged.value : 0;
}

/** Nothing is wrong: the other run goes on with the rest. */
const OVERTAKEN = refuse('overtaken', 'another run has logged some of these events meanwhile');

export type Logged = { readonly lines: readonly string[]; readonly origin: string };

/** Writes a part for each day on which something of these lines happened that the day's parts have not. */
export async function writeDays(workshop: Workshop, deps: LogDeps, logged: Logged): Promise<EventPart[]> {
  const written: EventPart[] = [];
  for (const day of await stage(workshop, logged.lines)) {
    const part = await writeDay(workshop, deps, { dayText: day, origin: logged.origin });
    if (part !== undefined) written.push(part);
  }
  return written;
}

/** Puts the lines into the table `staged`, each id once. @returns the days on which they happened */
async function stage({ session, folder }: Workshop, lines: readonly string[]): Promise<string[]> {
  const path = join(folder, 'inbox.ndjson');
  await writeFile(path, lines.join('\n'));
  const given = EVENT_COLUMNS.filter(([name]) => name !== 'part');
  const types = given.map(([name, type]) => `${name}: '${type === 'timestamp' ? 'bigint' : type}'`);
  const columns = given.map(([name, type]) => {
    return type === 'timestamp' ? `make_timestamp(${name} * 1000) as ${name}` : name;
  });
  await session.run(`create table staged as select ${columns.join(', ')}
    from read_json(${literal(path)}, format = 'newline_delimited', columns = {${types.join(', ')}})`);
  const [ids] = await session.rows<{ twice: boolean }>(
    'select count(*) <> count(distinct id) as twice from staged',
  );
  // To look for them costs as much as all the rest, and hardly ever finds one.
  if (ids?.twice) {
    await session.run(`create or replace table staged as select * from staged
      qualify row_number() over (partition by id order by arrived_at, happened_at) = 1`);
  }
  const days = await session.rows<{ day: string }>(
    'select distinct cast(cast(happened_at as date) as varchar) as day from staged order by day',
  );
  return days.map(({ day }) => day);
}

/** `undefined` when the day has all of them already. */
async function writeDay(
  workshop: Workshop,
  { db, files }: LogDeps,
  { dayText, origin }: { readonly dayText: string; readonly origin: string },
): Promise<EventPart | undefined> {
  const { session } = workshop;
  const day = Temporal.PlainDate.from(dayText);
  const logged = await listEventParts(db, { day });
  const known = logged.length === 0 ? undefined : await fetchParts(workshop, files, logged);
  const number = await nextPartNumber(db);
  // Between two moments, and no table: so only what is of the day is looked at, of lines that are nearly in order.
  await session.run(`create or replace temp view fresh as select staged.*, cast(${number} as bigint) as part
    from staged ${known === undefined ? '' : `anti join ${known} as logged on logged.id = staged.id`}
    where happened_at >= timestamp ${literal(dayText)}
      and happened_at < timestamp ${literal(day.add({ days: 1 }).toString())}`);
  const [counted] = await session.rows<{ events: bigint }>('select count(*) as events from fresh');
  const events = counted?.events ?? 0n;
  if (events === 0n) return undefined;
  const key = partKey(dayText, number);
  const { bytes, sha256 } = await storePart(workshop, files, { table: 'fresh', key });
  return { key, day, origin, firstNumber: number, lastNumber: number, events, bytes, sha256 };
}
