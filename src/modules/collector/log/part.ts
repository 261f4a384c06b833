import type { Readable } from 'node:stream';
import type { FileStore } from '../../../platform/files/index.ts';

/** A file of the event log: Parquet with the columns of `EVENT_COLUMNS`, of one day (UTC), ordered by moment and id. */
export type EventPart = {
  readonly key: string;
  readonly day: Temporal.PlainDate;
  /** Who put it in, '' for what was collected here: parts of different origins are never merged. */
  readonly origin: string;
  /**
   * Parts are numbered in the order in which they are committed. A merged one has the events of several; each event says
   * in `part` which it came with. Whoever has read up to number N goes on with the parts whose `lastNumber` is more, and
   * in them with the events whose `part` is.
   */
  readonly firstNumber: bigint;
  readonly lastNumber: bigint;
  readonly events: bigint;
  readonly bytes: bigint;
  /** Hex, of the file. */
  readonly sha256: string;
};

const ROOT = 'events/';

export function partKey(day: string, number: bigint): string {
  return `${ROOT}${day}/${String(number).padStart(12, '0')}.parquet`;
}

/** Every file of the log in the store, counted or not, with its number. */
export async function* partFiles(files: FileStore): AsyncIterable<{ key: string; number: bigint }> {
  for await (const key of files.list(ROOT)) {
    const number = /\/(\d{12,})\.parquet$/.exec(key)?.[1];
    if (number !== undefined) yield { key, number: BigInt(number) };
  }
}

/**
 * The file of a part that `listEventParts` told of. A part that was merged since stays readable for seven days.
 *
 * @throws Error when the store has lost it
 */
export async function openEventPart(files: FileStore, { key }: Pick<EventPart, 'key'>): Promise<Readable> {
  const file = await files.get(key);
  if (file === undefined) throw new Error(`the event log has no file ${key} any more`);
  return file.stream;
}

/** A part with more events is left as it is: it has to fit through the store in one piece. */
const MOST_MERGED = 2_000_000n;

/** Which of these parts of one day become one: none when that would change nothing. */
export function partsToMerge(parts: readonly EventPart[], least = 2): readonly EventPart[] {
  let events = 0n;
  const small = parts.toSorted((a, b) => Number(a.firstNumber - b.firstNumber));
  const chosen = small.filter((part) => {
    if (events + part.events > MOST_MERGED) return false;
    events += part.events;
    return true;
  });
  return chosen.length >= least ? chosen : [];
}
