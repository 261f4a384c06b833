import { ok, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { daysInParts, insertParts, listEventParts, nextPartNumber, replaceParts } from '../store/parts.ts';
import { dayOf } from '../store/take-in.ts';
import type { LogDeps } from './log-events.ts';
import { type EventPart, partKey, partsToMerge } from './part.ts';
import { fetchParts, inWorkshop, storePart } from './workshop.ts';

/** A day that goes on gets a part a minute: merged when there are so many. */
const LEAST_OF_TODAY = 30;

/**
 * Makes one part of many: of the day that goes on by the hour, so that a repetition is not looked for in a thousand files;
 * of days that are over at night. Readers see the old parts until the commit and the new one from then on.
 *
 * @returns how many parts were replaced
 */
export async function mergeParts(
  deps: LogDeps,
  input: {
    readonly of: 'today' | 'days_over';
    readonly now: Temporal.Instant;
    readonly signal?: AbortSignal;
  },
): Promise<number> {
  const today = Temporal.PlainDate.from(dayOf(input.now));
  let replaced = 0;
  for (const day of await daysInParts(deps.db)) {
    if (input.signal?.aborted) break;
    const isOver = Temporal.PlainDate.compare(day, today) < 0;
    if (isOver !== (input.of === 'days_over')) continue;
    const live = (await listEventParts(deps.db, { day })).filter(({ origin }) => origin === '');
    const parts = isOver ? partsToMerge(live) : partsToMerge(live.filter(isAlone), LEAST_OF_TODAY);
    if (parts.length > 0 && (await mergeInto(deps, { day, parts, now: input.now }))) replaced += parts.length;
  }
  return replaced;
}

function isAlone({ firstNumber, lastNumber }: EventPart): boolean {
  return firstNumber === lastNumber;
}

type Merge = {
  readonly day: Temporal.PlainDate;
  readonly parts: readonly EventPart[];
  readonly now: Temporal.Instant;
};

/** @returns `false` when somebody else has merged one of them meanwhile */
async function mergeInto({ db, files }: LogDeps, { day, parts, now }: Merge): Promise<boolean> {
  const number = await nextPartNumber(db);
  const key = partKey(day.toString(), number);
  const events = parts.reduce((sum, part) => sum + part.events, 0n);
  const stored = await inWorkshop(async (workshop) => {
    const table = await fetchParts(workshop, files, parts);
    const [counted] = await workshop.session.rows<{ events: bigint }>(
      `select count(*) as events from ${table}`,
    );
    if (counted?.events !== events) throw new Error(`parts of ${day} hold ${counted?.events}, not ${events}`);
    return storePart(workshop, files, { table, key });
  });
  const numbers = parts.flatMap(({ firstNumber, lastNumber }) => [firstNumber, lastNumber]);
  const merged = {
    key,
    day,
    origin: '',
    events,
    ...stored,
    firstNumber: least(numbers),
    lastNumber: most(numbers),
  };
  const keys = parts.map((part) => part.key);
  const done = await transactOrRefuse(db, async (tx) => {
    if (!(await replaceParts(tx, keys, now))) return OVERTAKEN;
    await insertParts(tx, [merged], now);
    return ok(key);
  });
  return done.ok;
}

const OVERTAKEN = refuse('overtaken', 'another run has merged one of these parts meanwhile');

function least(numbers: readonly bigint[]): bigint {
  return numbers.reduce((a, b) => (a < b ? a : b));
}

function most(numbers: readonly bigint[]): bigint {
  return numbers.reduce((a, b) => (a > b ? a : b));
}
