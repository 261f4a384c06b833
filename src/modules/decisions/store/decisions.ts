import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { toDocument } from '../../../platform/database/index.ts';
import type { Decision, DecisionId, Outcome, Realised, Reversibility, Subject } from '../decision.ts';
import { type DecisionState, OPEN_STATES } from '../state.ts';

/** A page of what there is, the newest first; all that is open is little enough to be read at once. */
export type DecisionFilter = {
  readonly states?: readonly DecisionState[] | undefined;
  readonly kind?: string | undefined;
  readonly subjectIds?: readonly string[] | undefined;
  /** What was done without asking. */
  readonly isByMandate?: boolean | undefined;
  readonly before?: DecisionId | undefined;
  readonly limit: number;
};

/** Of one shop's day; a person decides on tens of them, and each kind puts few on the table. */
export const MOST_OPEN = 2_000;

export async function readDecisions(db: Db, filter: DecisionFilter): Promise<Decision[]> {
  const { states, kind, subjectIds, isByMandate, before, limit } = filter;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from decisions.decision left join decisions.outcome on outcome.decision_id = decision.id
    where (${states ?? null}::text[] is null or state = any(${states ?? null}::text[]))
      and (${kind ?? null}::text is null or decision.kind = ${kind ?? null})
      and (${subjectIds ?? null}::text[] is null or subject_id = any(${subjectIds ?? null}::text[]))
      and (not ${isByMandate ?? false}::boolean or mandate <> '')
      and (${before ?? null}::uuid is null or decision.id < ${before ?? null}::uuid)
    order by decision.id desc limit ${limit}`.execute(db);
  return rows.map(decisionOf);
}

export function readOpen(db: Db, kind?: string): Promise<Decision[]> {
  return readDecisions(db, { states: OPEN_STATES, kind, limit: MOST_OPEN });
}

export async function readDecision(db: Db, id: DecisionId): Promise<Decision | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from decisions.decision left join decisions.outcome on outcome.decision_id = decision.id
    where decision.id = ${id}`.execute(db);
  return rows.map(decisionOf)[0];
}

/** The same, held until the transaction ends: what is done to a decision is done one after the other. */
export async function lockDecision(tx: Tx, id: DecisionId): Promise<Decision | undefined> {
  await sql`select from decisions.decision where id = ${id} for update`.execute(tx);
  return readDecision(tx, id);
}

/** Of each subject of a kind the last decision, whatever became of it. */
export async function selectLatest(
  db: Db,
  { kind, subjects }: { readonly kind: string; readonly subjects: readonly Subject[] },
): Promise<Map<string, Decision>> {
  if (subjects.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select distinct on (subject_type, subject_id) ${COLUMNS}
    from decisions.decision left join decisions.outcome on outcome.decision_id = decision.id
    where decision.kind = ${kind} and (subject_type, subject_id) in (
      select * from unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::text[]))
    order by subject_type, subject_id, decision.id desc`.execute(db);
  return new Map(rows.map((row) => [`${row.subject_type} ${row.subject_id}`, decisionOf(row)]));
}

/** What this model of a kind proposed: applied, with its horizon over, and not scored yet; the oldest first. */
export async function selectToScore(
  db: Db,
  {
    proposedBy,
    now,
    limit,
  }: { readonly proposedBy: string; readonly now: Temporal.Instant; readonly limit: number },
): Promise<Decision[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from decisions.decision left join decisions.outcome on outcome.decision_id = decision.id
    where proposed_by = ${proposedBy} and state = 'applied' and outcome.decision_id is null
      and applied_at + horizon_days * interval '1 day' <= ${now.toString()}::timestamptz
    order by applied_at, decision.id limit ${limit}`.execute(db);
  return rows.map(decisionOf);
}

/** What a decision is when it is new: nothing was done to it yet. */
export type NewDecision = Omit<
  Decision,
  'version' | 'appliedAt' | 'mandate' | 'applied' | 'failure' | 'outcome' | 'state'
> & { readonly amountMinor: bigint };

export async function insertDecision(tx: Tx, one: NewDecision): Promise<void> {
  const { predicted } = one;
  await sql`
    insert into decisions.decision (id, kind, subject_type, subject_id, subject_label, supplier, proposal, fields, evidence,
      basis, risk, value_minor, low_minor, high_minor, confidence, currency, horizon_days, counterfactual, wait_cost_minor,
      reversibility, proposed_by, proposed_at, state, fingerprint, expires_at, supersedes, carried, amount_minor)
    values (${one.id}, ${one.kind}, ${one.subject.type}, ${one.subject.id}, ${one.subject.label.slice(0, 300)},
      ${one.supplier.slice(0, 200)}, ${toDocument(one.proposal)}::jsonb, ${toDocument(one.fields)}::jsonb,
      ${toDocument(one.evidence)}::jsonb, ${toDocument(one.basis)}::jsonb, ${toDocument(one.risk)}::jsonb,
      ${predicted.valueMinor}, ${predicted.lowMinor}, ${predicted.highMinor}, ${predicted.confidence},
      ${predicted.currency}, ${predicted.horizonDays}, ${predicted.counterfactual}, ${one.waitCostMinorPerDay},
      ${one.reversibility}, ${one.proposedBy}, ${one.proposedAt.toString()}::timestamptz, 'proposed', ${one.fingerprint},
      ${one.expiresAt.toString()}::timestamptz, ${one.supersedes ?? null}, ${toDocument(one.carried)}::jsonb,
      ${one.amountMinor})`.execute(tx);
}

/** Writes what a person's edit made of it. */
export async function updateProposal(tx: Tx, one: NewDecision): Promise<void> {
  const { predicted } = one;
  await sql`
    update decisions.decision set proposal = ${toDocument(one.proposal)}::jsonb, fields = ${toDocument(one.fields)}::jsonb,
      evidence = ${toDocument(one.evidence)}::jsonb, basis = ${toDocument(one.basis)}::jsonb,
      risk = ${toDocument(one.risk)}::jsonb, value_minor = ${predicted.valueMinor}, low_minor = ${predicted.lowMinor},
      high_minor = ${predicted.highMinor}, confidence = ${predicted.confidence}, horizon_days = ${predicted.horizonDays},
      counterfactual = ${predicted.counterfactual}, wait_cost_minor = ${one.waitCostMinorPerDay},
      amount_minor = ${one.amountMinor} where id = ${one.id}`.execute(tx);
}

/** Of what is still true, until when it is to be decided. */
export async function prolong(tx: Tx, id: DecisionId, expiresAt: Temporal.Instant): Promise<void> {
  await sql`
    update decisions.decision set expires_at = greatest(expires_at, ${expiresAt.toString()}::timestamptz)
    where id = ${id}`.execute(tx);
}

const COLUMNS = sql`decision.id, decision.version, decision.kind, subject_type, subject_id, subject_label, supplier, proposal,
  fields, evidence, basis, risk, decision.value_minor, decision.low_minor, decision.high_minor, confidence, currency,
  horizon_days, counterfactual, wait_cost_minor, reversibility, proposed_by, proposed_at, state, fingerprint, expires_at,
  supersedes, carried, applied_at, mandate, applied, failure, scored_at, outcome.value_minor as realised_minor,
  outcome.low_minor as realised_low, outcome.high_minor as realised_high, method, outcome.figures, outcome.why`;

type Row = {
  id: DecisionId;
  version: bigint;
  kind: string;
  subject_type: Subject['type'];
  subject_id: string;
  subject_label: string;
  supplier: string;
  proposal: unknown;
  fields: Decision['fields'];
  evidence: Decision['evidence'];
  basis: unknown;
  risk: Decision['risk'];
  value_minor: bigint;
  low_minor: bigint;
  high_minor: bigint;
  confidence: number;
  currency: string;
  horizon_days: number;
  counterfactual: string;
  wait_cost_minor: bigint;
  reversibility: Reversibility;
  proposed_by: string;
  proposed_at: Temporal.Instant;
  state: DecisionState;
  fingerprint: string;
  expires_at: Temporal.Instant;
  supersedes: DecisionId | null;
  carried: Decision['fields'];
  applied_at: Temporal.Instant | null;
  mandate: string;
  applied: unknown;
  failure: Decision['failure'] | null;
  scored_at: Temporal.Instant | null;
  realised_minor: bigint | null;
  realised_low: bigint | null;
  realised_high: bigint | null;
  method: string | null;
  figures: Realised['figures'] | null;
  why: string | null;
};

function decisionOf(row: Row): Decision {
  const {
    id,
    version,
    kind,
    supplier,
    proposal,
    fields,
    evidence,
    basis,
    risk,
    reversibility,
    state,
    carried,
  } = row;
  return {
    ...{
      id,
      version,
      kind,
      supplier,
      proposal,
      fields,
      evidence,
      basis,
      risk,
      reversibility,
      state,
      carried,
    },
    subject: { type: row.subject_type, id: row.subject_id, label: row.subject_label },
    predicted: {
      ...{ valueMinor: row.value_minor, lowMinor: row.low_minor, highMinor: row.high_minor },
      ...{ confidence: row.confidence, currency: currencyOf(row.currency) },
      ...{ horizonDays: row.horizon_days, counterfactual: row.counterfactual },
    },
    waitCostMinorPerDay: row.wait_cost_minor,
    ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at, fingerprint: row.fingerprint },
    ...{ expiresAt: row.expires_at, supersedes: row.supersedes ?? undefined, applied: row.applied },
    ...{ appliedAt: row.applied_at ?? undefined, mandate: row.mandate, failure: row.failure ?? undefined },
    outcome: outcomeOf(row),
  };
}

function outcomeOf(row: Row): Outcome | undefined {
  const {
    scored_at: scoredAt,
    realised_minor: valueMinor,
    realised_low: lowMinor,
    realised_high: highMinor,
  } = row;
  if (scoredAt === null) return undefined;
  if (valueMinor === null || lowMinor === null || highMinor === null) {
    return { isEnough: false, why: row.why ?? '', scoredAt };
  }
  const { method, figures } = row;
  return {
    isEnough: true,
    scoredAt,
    valueMinor,
    lowMinor,
    highMinor,
    method: method ?? '',
    figures: figures ?? [],
  };
}
