import { sql } from 'kysely';
import { type Db, type Tx, toDocument } from '../../../platform/database/index.ts';
import type { Decision, DecisionId, Realised } from '../decision.ts';
import type { Scored } from '../score/calibration.ts';

type New = Pick<Decision, 'id' | 'kind' | 'proposedBy'>;

/** Keeps what came of it, once. */
export async function insertOutcome(
  tx: Tx,
  { id, kind, proposedBy }: New,
  told: Realised | { readonly notEnough: string },
  now: Temporal.Instant,
): Promise<void> {
  const realised = 'notEnough' in told ? undefined : told;
  await sql`
    insert into decisions.outcome
      (decision_id, kind, model_version, scored_at, value_minor, low_minor, high_minor, method, figures, why,
        is_error_foreseen)
    values (${id}, ${kind}, ${proposedBy}, ${now.toString()}::timestamptz, ${realised?.valueMinor ?? null},
      ${realised?.lowMinor ?? null}, ${realised?.highMinor ?? null}, ${realised?.method ?? ''},
      ${toDocument(realised?.figures ?? [])}::jsonb, ${'notEnough' in told ? told.notEnough : ''},
      ${realised?.isErrorForeseen ?? false})
    on conflict (decision_id) do nothing`.execute(tx);
}

/** A decision of which it is known what came of it. */
export type ScoredDecision = Scored & {
  readonly id: DecisionId;
  readonly label: string;
  readonly isByMandate: boolean;
  readonly appliedAt: Temporal.Instant;
  readonly scoredAt: Temporal.Instant;
};

const MOST_SCORES = 2_000;

/** The latest scores of a kind, those from `since` on; what there were too few data for is none. */
export async function readScores(
  db: Db,
  { kind, since }: { readonly kind: string; readonly since?: Temporal.Instant | undefined },
): Promise<ScoredDecision[]> {
  type Row = {
    id: DecisionId;
    subject_label: string;
    mandate: string;
    applied_at: Temporal.Instant;
    scored_at: Temporal.Instant;
    value_minor: bigint;
    low_minor: bigint;
    high_minor: bigint;
    confidence: number;
    realised_minor: bigint;
    realised_low: bigint;
    realised_high: bigint;
    is_error_foreseen: boolean;
  };
  const { rows } = await sql<Row>`
    select decision.id, subject_label, mandate, applied_at, scored_at, decision.value_minor, decision.low_minor,
      decision.high_minor, confidence, outcome.value_minor as realised_minor, outcome.low_minor as realised_low,
      outcome.high_minor as realised_high, is_error_foreseen
    from decisions.outcome join decisions.decision on decision.id = outcome.decision_id
    where outcome.kind = ${kind} and outcome.value_minor is not null
      and (${since?.toString() ?? null}::timestamptz is null or scored_at > ${since?.toString() ?? null}::timestamptz)
    order by scored_at desc, decision.id desc limit ${MOST_SCORES}`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, label: row.subject_label, isByMandate: row.mandate !== '', appliedAt: row.applied_at },
    ...{ scoredAt: row.scored_at, confidence: row.confidence, predictedMinor: Number(row.value_minor) },
    ...{ lowMinor: Number(row.low_minor), highMinor: Number(row.high_minor) },
    realisedMinor: Number(row.realised_minor),
    ...{ realisedLowMinor: Number(row.realised_low), realisedHighMinor: Number(row.realised_high) },
    isErrorForeseen: row.is_error_foreseen,
  }));
}

/** How many decisions of each kind there are that nothing could be said of, and that wait for their day. */
export async function countUnscored(
  db: Db,
): Promise<Map<string, { readonly notEnough: number; readonly waiting: number }>> {
  const { rows } = await sql<{ kind: string; not_enough: bigint; waiting: bigint }>`
    select decision.kind, count(*) filter (where outcome.why <> '') as not_enough,
      count(*) filter (where outcome.decision_id is null) as waiting
    from decisions.decision left join decisions.outcome on outcome.decision_id = decision.id
    where state = 'applied' group by decision.kind`.execute(db);
  return new Map(
    rows.map(({ kind, not_enough: notEnough, waiting }) => {
      return [kind, { notEnough: Number(notEnough), waiting: Number(waiting) }];
    }),
  );
}
