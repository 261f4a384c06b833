import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { lineOf } from './log/line.ts';
import type { PastEvent } from './log/log-history.ts';
import { dayOf } from './store/take-in.ts';
import type { Suspicion } from './visit/bots.ts';

/** Of a day that is over, how many events were no shopper's. */
export type AsideDay = {
  readonly day: Temporal.PlainDate;
  readonly reason: Suspicion;
  readonly count: number;
};

/**
 * Counts what a past had of bots and staff, and puts those of its last days into quarantine, as if they had come here.
 * Whatever the origin had before is replaced.
 *
 * @param input.origin by which {@link removeAside} finds them; not ''
 */
export async function putAside(
  tx: Tx,
  input: {
    readonly origin: string;
    readonly days: readonly AsideDay[];
    readonly held: readonly (PastEvent & { readonly reason: Suspicion })[];
  },
): Promise<void> {
  const { origin, days, held } = input;
  await removeAside(tx, origin);
  const counted = days.filter(({ count }) => count > 0);
  await sql`
    insert into collector.dropped (day, reason, count, origin)
    select day, reason, count, ${origin} from unnest(${counted.map(({ day }) => day.toString())}::date[],
      ${counted.map(({ reason }) => reason)}::text[], ${counted.map(({ count }) => count)}::bigint[]
    ) as counted (day, reason, count)`.execute(tx);
  await sql`
    insert into collector.quarantine (reason, arrived_at, event, origin)
    select reason, arrived_at, event, ${origin} from unnest(${held.map(({ reason }) => reason)}::text[],
      ${held.map(({ about }) => about.arrivedAt.toString())}::timestamptz[],
      ${held.map(({ event, about }) => lineOf(event, about))}::text[]
    ) as suspect (reason, arrived_at, event)`.execute(tx);
}

/** Takes a past's bots and staff out again, what is still in quarantine with them. */
export async function removeAside(tx: Tx, origin: string): Promise<void> {
  if (origin === '') throw new RangeError('what was collected here is not taken out');
  await sql`delete from collector.dropped where origin = ${origin}`.execute(tx);
  await sql`delete from collector.quarantine where origin = ${origin}`.execute(tx);
}

/** The day (UTC) that something which arrived then is counted on. */
export function asideDayOf(arrivedAt: Temporal.Instant): Temporal.PlainDate {
  return Temporal.PlainDate.from(dayOf(arrivedAt));
}
