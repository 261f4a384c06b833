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

/** How visitors decided in a span of time, the end excluded; what was decided elsewhere by its days, which begin in the span. */
export async function countDecisions(
  db: Db,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<DecisionCounts> {
  const { rows } = await sql<DecisionCounts>`
    with own as (
      select count(*) filter (where method = 'accept_all' or (method = 'choices' and choices @> '{"statistics": true}'))
        as accepted,
      count(*) filter (where method = 'reject_all' or (method = 'choices' and not choices @> '{"statistics": true}'))
        as rejected,
      count(*) filter (where method = 'withdrawal') as withdrawn,
      count(*) filter (where method = 'signal') as by_signal
      from collector.consent
      where decided_at >= ${from.toString()}::timestamptz and decided_at < ${to.toString()}::timestamptz
    ), past as (
      select coalesce(sum(accepted), 0) as accepted, coalesce(sum(rejected), 0) as rejected,
        coalesce(sum(withdrawn), 0) as withdrawn, coalesce(sum(by_signal), 0) as by_signal
      from collector.past_decision where day::timestamp at time zone 'UTC' >= ${from.toString()}::timestamptz
        and day::timestamp at time zone 'UTC' < ${to.toString()}::timestamptz
    )
    select (own.accepted + past.accepted)::int as accepted, (own.rejected + past.rejected)::int as rejected,
      (own.withdrawn + past.withdrawn)::int as withdrawn, (own.by_signal + past.by_signal)::int as "bySignal"
    from own, past`.execute(db);
  return rows[0] ?? { accepted: 0, rejected: 0, withdrawn: 0, bySignal: 0 };
}
