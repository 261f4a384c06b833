import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Suspicion } from '../visit/bots.ts';

export type DropReason = Suspicion | 'late' | 'invalid';

/** What requests of one moment bring. */
export type Brought = {
  readonly arrivedAt: Temporal.Instant;
  /** Lines of JSON. */
  readonly lines: readonly string[];
  readonly suspect: readonly { readonly reason: Suspicion; readonly line: string }[];
  /** Counted beside those who are suspect. */
  readonly dropped: readonly DropReason[];
};

/** Writes all of it by one statement: all is committed when it returns, or nothing. */
export async function takeIn(db: Db, { arrivedAt, lines, suspect, dropped }: Brought): Promise<void> {
  // JSON has no line break of its own: one text is split faster than a list is read.
  const text = lines.length === 0 ? null : lines.join('\n');
  if (suspect.length === 0 && dropped.length === 0) {
    if (text === null) return;
    await sql`
      insert into collector.inbox (event) select string_to_table(${text}, E'\n')`.execute(db);
    return;
  }
  const counts = Map.groupBy([...suspect.map(({ reason }) => reason), ...dropped], (reason) => reason);
  const reasons = [...counts.keys()].toSorted();
  await sql`
    with kept as (
      insert into collector.inbox (event) select string_to_table(${text}::text, E'\n')
    ), aside as (
      insert into collector.quarantine (reason, arrived_at, event)
      select reason, ${arrivedAt.toString()}::timestamptz, event from unnest(
        ${suspect.map(({ reason }) => reason)}::text[], ${suspect.map(({ line }) => line)}::text[]
      ) as suspect (reason, event)
    )
    insert into collector.dropped (day, reason, count)
    select ${dayOf(arrivedAt)}::date, reason, count from unnest(
      ${reasons}::text[], ${reasons.map((reason) => counts.get(reason)?.length ?? 0)}::bigint[]
    ) as counted (reason, count)
    on conflict (day, reason, origin) do update set count = dropped.count + excluded.count`.execute(db);
}

/** The day in UTC, as everything of the collector is kept by. */
export function dayOf(at: Temporal.Instant): string {
  return at.toString().slice(0, 10);
}
