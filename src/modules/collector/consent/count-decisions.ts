import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';

/** Decisions about consent, by what was decided. Who was shown the banner and decided nothing leaves no trace. */
export type DecisionCounts = {
  readonly accepted: number;
  readonly rejected: number;
  /** Taken back after an acceptance. */
  readonly withdrawn: number;
  /** Global Privacy Control decided. */
  readonly bySignal: number;
};

/** How visitors decided in a span of time, the end excluded. */
export async function countDecisions(
  db: Db,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<DecisionCounts> {
  const { rows } = await sql<DecisionCounts>`
    select count(*) filter (where method = 'accept_all' or (method = 'choices' and choices @> '{"statistics": true}'))::int
        as accepted,
      count(*) filter (where method = 'reject_all' or (method = 'choices' and not choices @> '{"statistics": true}'))::int
        as rejected,
      count(*) filter (where method = 'withdrawal')::int as withdrawn,
      count(*) filter (where method = 'signal')::int as "bySignal"
    from collector.consent
    where decided_at >= ${from.toString()}::timestamptz and decided_at < ${to.toString()}::timestamptz`.execute(
    db,
  );
  return rows[0] ?? { accepted: 0, rejected: 0, withdrawn: 0, bySignal: 0 };
}
