import { ok, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import type { EventFacts } from '../event.ts';
import { areNext, insertParts, takeOutParts } from '../store/parts.ts';
import { type Circumstances, lineOf } from './line.ts';
import { type LogDeps, writeDays } from './log-events.ts';
import { inWorkshop } from './workshop.ts';

/** An event of days that are over, and what was known of who did it. */
export type PastEvent = { readonly event: EventFacts; readonly about: Circumstances };

/** The log goes on while a past is written: whoever was overtaken writes its parts anew. */
const MOST_TRIES = 5;

/** A past event as it waits for its log: a line takes a fraction of the memory of what it tells. */
export function pastLine({ event, about }: PastEvent): string {
  return lineOf(event, about);
}

/**
 * Puts events that nobody collected here into the log, as they would stand in it, past the inbox: a part for each of their
 * days, all of them at once or none. What the days have already (by id) is left out, so that a run that was killed is simply
 * done again. For some hundred thousand events at a time.
 *
 * @param input.lines of {@link pastLine}
 * @param input.origin by which {@link removeLogged} finds them; not ''
 * @returns how many events are new
 */
export async function logHistory(
  deps: LogDeps,
  input: { readonly origin: string; readonly lines: readonly string[]; readonly now: Temporal.Instant },
): Promise<number> {
  const { origin, lines, now } = input;
  if (origin === '') throw new RangeError('a past has an origin');
  if (lines.length === 0) return 0;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const parts = await inWorkshop((workshop) => writeDays(workshop, deps, { lines, origin }));
    const logged = await transactOrRefuse(deps.db, async (tx) => {
      if (!(await areNext(tx, parts))) return refuse('overtaken', 'others were logged meanwhile');
      await insertParts(tx, parts, now);
      return ok(Number(parts.reduce((sum, { events }) => sum + events, 0n)));
    });
    if (logged.ok) return logged.value;
  }
  throw new Error(`${lines.length} events of "${origin}" were overtaken ${MOST_TRIES} times`);
}

/** Takes a past out of the log again; who has copied the log sees it by its revision. @returns how many parts */
export function removeLogged(
  tx: Tx,
  { origin, now }: { readonly origin: string; readonly now: Temporal.Instant },
): Promise<number> {
  if (origin === '') throw new RangeError('what was collected here is not taken out');
  return takeOutParts(tx, origin, now);
}
