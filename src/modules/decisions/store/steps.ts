import { sql } from 'kysely';
import { type Db, type Tx, toDocument } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Decision, DecisionId, Step } from '../decision.ts';
import { type Act, afterAct, type DecisionState } from '../state.ts';

/** What else changes with a transition. */
export type With = {
  readonly appliedAt?: Temporal.Instant;
  readonly mandate?: string;
  readonly applied?: unknown;
  readonly failure?: { readonly code: string; readonly message: string };
};

type Doing = {
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly why?: string;
};

/**
 * Takes a locked decision to its next state, keeps the step, and tells. Throws where the table has no such transition: who
 * calls has asked before.
 */
export async function takeStep(
  tx: Tx,
  decision: Pick<Decision, 'id' | 'state'>,
  act: Act,
  { by, at, why = '', ...changed }: Doing & With,
): Promise<DecisionState> {
  const to = afterAct(decision.state, act);
  if (to === undefined) throw new RangeError(`what is ${decision.state} cannot ${act}`);
  const failure = changed.failure === undefined ? null : toDocument(changed.failure);
  const { rows } = await sql`
    update decisions.decision set version = version + 1, state = ${to},
      applied_at = coalesce(${changed.appliedAt?.toString() ?? null}::timestamptz, applied_at),
      mandate = coalesce(${changed.mandate ?? null}, mandate),
      applied = coalesce(${changed.applied === undefined ? null : toDocument(changed.applied)}::jsonb, applied),
      failure = ${failure}::jsonb
    where id = ${decision.id} and state = ${decision.state} returning id`.execute(tx);
  if (rows.length === 0)
    throw new RangeError(`${decision.id} was to be held, and is not ${decision.state} any more`);
  await keepStep(tx, decision.id, { from: decision.state, to, by, at, why });
  const told = act === 'apply' ? 'decisions.applied' : 'decisions.changed';
  await tell(tx, told, { decisionId: decision.id });
  return to;
}

export async function keepStep(tx: Tx, id: DecisionId, { from, to, by, at, why }: Step): Promise<void> {
  await sql`
    insert into decisions.step (decision_id, from_state, to_state, done_by, done_at, why)
    values (${id}, ${from ?? null}, ${to}, ${by}, ${at.toString()}::timestamptz, ${why.slice(0, 1_000)})`.execute(
    tx,
  );
}

/** What became of it, the oldest first. */
export async function readSteps(db: Db, id: DecisionId): Promise<Step[]> {
  type Row = {
    from_state: DecisionState | null;
    to_state: DecisionState;
    done_by: string;
    done_at: Temporal.Instant;
    why: string;
  };
  const { rows } = await sql<Row>`
    select from_state, to_state, done_by, done_at, why from decisions.step
    where decision_id = ${id} order by id limit 200`.execute(db);
  return rows.map(({ from_state: from, to_state: to, done_by: by, done_at: at, why }) => {
    return { from: from ?? undefined, to, by, at, why };
  });
}
