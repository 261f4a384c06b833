import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { DecisionCounts } from './count-decisions.ts';

/** How visitors decided on a day (UTC) elsewhere. */
export type PastDecisions = DecisionCounts & { readonly day: Temporal.PlainDate };

/**
 * Keeps how many decided how before anybody was asked here: counts, which prove nothing. Whatever the origin had before is
 * replaced; no days take it out.
 */
export async function putPastDecisions(
  tx: Tx,
  { origin, days }: { readonly origin: string; readonly days: readonly PastDecisions[] },
): Promise<void> {
  await sql`delete from collector.past_decision where origin = ${origin}`.execute(tx);
  await sql`
    insert into collector.past_decision (origin, day, accepted, rejected, withdrawn, by_signal)
    select ${origin}, given.* from unnest(${days.map(({ day }) => day.toString())}::date[],
      ${days.map(({ accepted }) => accepted)}::int[], ${days.map(({ rejected }) => rejected)}::int[],
      ${days.map(({ withdrawn }) => withdrawn)}::int[], ${days.map(({ bySignal }) => bySignal)}::int[]) as given`.execute(
    tx,
  );
}
