import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Decision } from '../decision.ts';
import { type Kinds, kindOf } from '../registry.ts';
import { takeStep } from '../store/steps.ts';
import { type DecideRefusal, type Deciding, lockFor, readAgain } from './decide.ts';
import { readGround } from './ground.ts';

export type UndoRefusal = DecideRefusal | Refusal<'irreversible' | 'could_not_undo'>;

/** Takes back what was done, through the verbs of its kind, while the world has not moved on. */
export async function undoDecision(
  tx: Tx,
  kinds: Kinds,
  deciding: Deciding,
): Promise<Result<Decision, UndoRefusal>> {
  const found = await lockFor(tx, deciding, 'undo');
  if (!found.ok) return found;
  const decision = found.value;
  const { by, now } = deciding;
  const kind = kindOf(kinds, decision.kind);
  if (kind.undo === undefined) return refuse('irreversible', 'what was done here cannot be taken back');
  const given = { decision, proposal: kind.proposal.parse(decision.proposal), applied: decision.applied };
  const undone = await kind.undo({ ...(await readGround(tx, now)), tx, by }, given);
  if (!undone.ok) {
    return refuse('could_not_undo', `${undone.refusal.code}: ${undone.refusal.message}`);
  }
  await takeStep(tx, decision, 'undo', { by, at: now });
  return readAgain(tx, deciding.id);
}
