import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Decision } from '../decision.ts';
import type { DecisionKind, Ground } from '../kind.ts';
import { lockDecision } from '../store/decisions.ts';
import { takeStep } from '../store/steps.ts';

/** Why the verbs of a kind did not do it: their own code stands in the message. */
export type CouldNot = Refusal<'could_not_apply'>;

/**
 * Does what an approved, locked decision says, through the verbs of its kind, and marks it, in one transaction: a process
 * that is killed in between leaves neither.
 */
export async function perform(
  tx: Tx,
  kind: DecisionKind,
  decision: Decision,
  { ground, by }: { readonly ground: Ground; readonly by: string },
): Promise<Result<undefined, CouldNot>> {
  const proposal = kind.proposal.parse(decision.proposal);
  const applied = await kind.apply({ ...ground, tx, by }, { decision, proposal });
  if (!applied.ok) {
    const { code, message } = applied.refusal;
    return refuse('could_not_apply', `${code}: ${message}`);
  }
  const { now } = ground;
  await takeStep(tx, decision, 'apply', { by, at: now, appliedAt: now, applied: applied.value.state });
  return { ok: true, value: undefined };
}

/** Keeps why it could not be done, in a transaction after the one that came to nothing. */
export async function keepFailure(
  tx: Tx,
  id: Decision['id'],
  { refusal, by, now }: { readonly refusal: CouldNot; readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const decision = await lockDecision(tx, id);
  if (decision === undefined) return;
  let { state } = decision;
  // By hand nothing is kept of the approval yet: it was rolled back with the deed.
  if (state === 'proposed' || state === 'edited' || state === 'failed') {
    state = await takeStep(tx, { id, state }, 'approve', { by, at: now });
  }
  if (state !== 'approved') return;
  const { message } = refusal;
  const failure = { code: message.split(':')[0] ?? refusal.code, message };
  await takeStep(tx, { id, state }, 'fail', { by, at: now, why: message, failure, mandate: '' });
}
