import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, type Tx, transact, transactOrRefuse } from '../../../platform/database/index.ts';
import type { Decision, DecisionId } from '../decision.ts';
import type { Edits } from '../field.ts';
import type { DecisionKind } from '../kind.ts';
import { type Kinds, kindOf } from '../registry.ts';
import { type Act, afterAct } from '../state.ts';
import { lockDecision, readDecision, selectLatest, updateProposal } from '../store/decisions.ts';
import { takeStep } from '../store/steps.ts';
import { readGround } from './ground.ts';
import { newDecision } from './look.ts';
import { type CouldNot, keepFailure, perform } from './perform.ts';
import { subjectKey } from './plan-look.ts';

/** Which decision, as whoever decides has seen it, who that is, and when. */
export type Deciding = {
  readonly id: DecisionId;
  /** Left out: whatever it is by now. */
  readonly expectedVersion?: bigint | undefined;
  readonly by: string;
  readonly now: Temporal.Instant;
};

export type DecideRefusal = Refusal<'not_found' | 'wrong_state' | 'version_changed' | 'over'>;
export type ApproveRefusal = DecideRefusal | CouldNot;

/**
 * Approves a decision and does it, in one transaction. What its verbs refuse is kept with it: it is `failed` then, may be
 * changed, and tried again.
 */
export async function approveDecision(
  db: Db,
  kinds: Kinds,
  deciding: Deciding,
): Promise<Result<Decision, ApproveRefusal>> {
  const { id, by, now } = deciding;
  const done = await transactOrRefuse(db, async (tx): Promise<Result<Decision, ApproveRefusal>> => {
    const found = await lockFor(tx, deciding, 'approve');
    if (!found.ok) return found;
    const decision = found.value;
    if (Temporal.Instant.compare(decision.expiresAt, now) <= 0) {
      return refuse('over', 'its time is over: what it was proposed for may not hold any more');
    }
    const state = await takeStep(tx, decision, 'approve', { by, at: now });
    const ground = await readGround(tx, now);
    const done = await perform(tx, kindOf(kinds, decision.kind), { ...decision, state }, { ground, by });
    return done.ok ? readAgain(tx, id) : done;
  });
  if (done.ok || done.refusal.code !== 'could_not_apply') return done;
  const refusal = { ...done.refusal, code: 'could_not_apply' } as const;
  await transact(db, (tx) => keepFailure(tx, id, { refusal, by, now }));
  return done;
}

/** Says no, and why. It is not proposed again before the facts are others. */
export async function rejectDecision(
  tx: Tx,
  { reason, ...deciding }: Deciding & { readonly reason: string },
): Promise<Result<Decision, DecideRefusal>> {
  const found = await lockFor(tx, deciding, 'reject');
  if (!found.ok) return found;
  const { by, now: at } = deciding;
  await takeStep(tx, found.value, 'reject', { by, at, why: reason });
  return readAgain(tx, deciding.id);
}

/** Takes a no back, while nothing newer was proposed for the same. */
export async function reopenDecision(tx: Tx, deciding: Deciding): Promise<Result<Decision, DecideRefusal>> {
  const found = await lockFor(tx, deciding, 'reopen');
  if (!found.ok) return found;
  const { kind, subject, expiresAt } = found.value;
  const { by, now } = deciding;
  const latest = (await selectLatest(tx, { kind, subjects: [subject] })).get(subjectKey(subject));
  const isReplaced = latest !== undefined && latest.id !== found.value.id;
  if (isReplaced || Temporal.Instant.compare(expiresAt, now) <= 0) {
    return refuse('over', 'its time is over, or something newer was proposed in its place');
  }
  await takeStep(tx, found.value, 'reopen', { by, at: now });
  return readAgain(tx, deciding.id);
}

export type EditRefusal = DecideRefusal | Refusal<'invalid_edit' | 'not_editable' | 'not_enough'>;

/** Changes what is proposed; what it is expected to bring is reckoned anew by the same model. */
export async function editDecision(
  tx: Tx,
  kinds: Kinds,
  { edits, ...deciding }: Deciding & { readonly edits: Edits },
): Promise<Result<Decision, EditRefusal>> {
  const found = await lockFor(tx, deciding, 'edit');
  if (!found.ok) return found;
  const decision = found.value;
  const kind: DecisionKind = kindOf(kinds, decision.kind);
  const { by, now } = deciding;
  const ground = await readGround(tx, now);
  const proposal = kind.proposal.parse(decision.proposal);
  const revised = await kind.revise({ ...ground, db: tx }, decision, { proposal, edits });
  if (!revised.ok) return revised;
  const { supersedes, carried, id } = decision;
  await updateProposal(tx, newDecision(kind, revised.value, { id, supersedes, carried, now }));
  await takeStep(tx, decision, 'edit', { by, at: now, why: Object.keys(edits).join(', ') });
  return readAgain(tx, id);
}

/** The decision, held, if this may be done to it as it is. */
export async function lockFor(
  tx: Tx,
  { id, expectedVersion }: Deciding,
  act: Act,
): Promise<Result<Decision, Refusal<'not_found' | 'wrong_state' | 'version_changed'>>> {
  const decision = await lockDecision(tx, id);
  if (decision === undefined) return refuse('not_found', `no decision has the id ${id}`, 'id');
  if (afterAct(decision.state, act) === undefined) {
    return refuse('wrong_state', `it is ${decision.state} by now`, 'id');
  }
  if (expectedVersion !== undefined && expectedVersion !== decision.version) {
    return refuse('version_changed', 'somebody has changed it since you looked', 'version');
  }
  return ok(decision);
}

export async function readAgain(tx: Tx, id: DecisionId): Promise<Result<Decision, never>> {
  const decision = await readDecision(tx, id);
  if (decision === undefined) throw new TypeError('a decision that was changed is not there');
  return ok(decision);
}
