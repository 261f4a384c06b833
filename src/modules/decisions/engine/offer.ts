import type { Tx } from '../../../platform/database/index.ts';
import { enqueueMany } from '../../../platform/jobs/index.ts';
import type { Decision, DecisionId } from '../decision.ts';
import type { DecisionKind, Ground } from '../kind.ts';
import { checkMandate, type Weighed } from '../mandate/check.ts';
import { type Mandate, mandateName } from '../mandate/mandate.ts';
import { readSpent } from '../mandate/store.ts';
import { keepStep, takeStep } from '../store/steps.ts';

/** The job that applies what a mandate has approved. */
export const APPLY = 'decisions.apply';

/**
 * Has a new decision applied by the worker where its mandate lets it. Whether it still does is asked again there, where the
 * week is counted: this is only who is asked.
 */
export async function offerToMandate(
  tx: Tx,
  given: {
    readonly kind: DecisionKind;
    readonly decision: Decision;
    readonly mandate: Mandate;
    readonly ground: Ground & { readonly stopped: unknown };
  },
): Promise<void> {
  const { kind, decision, mandate, ground } = given;
  if (mandate.rule !== 'within') return;
  const { now, zone } = ground;
  const spent = await readSpent(tx, kind.id, now);
  const verdict = checkMandate(mandate, weighed(kind, decision), {
    ...{ spent, isStopped: ground.stopped !== undefined, now, zone },
  });
  if (!verdict.may) return;
  const by = `mandate:${mandateName(mandate)}`;
  if (verdict.isDryRun) {
    const step = { from: decision.state, to: decision.state, by, at: now, why: 'would_apply' };
    return keepStep(tx, decision.id, step);
  }
  await takeStep(tx, decision, 'approve', { by, at: now, mandate: mandateName(mandate) });
  await enqueueApply(tx, [decision.id]);
}

/** Of a decision whose job waits already there is one job all the same. */
export async function enqueueApply(tx: Tx, ids: readonly DecisionId[]): Promise<void> {
  await enqueueMany(
    tx,
    APPLY,
    ids.map((decisionId) => ({ payload: { decisionId }, key: `${APPLY}:${decisionId}` })),
  );
}

/** A decision as a mandate looks at it. */
export function weighed(kind: DecisionKind, decision: Decision): Weighed {
  const { amountMinor, share } = kind.weightOf(kind.proposal.parse(decision.proposal));
  const { valueMinor, lowMinor } = decision.predicted;
  return { amountMinor, share, valueMinor, lowMinor, reversibility: decision.reversibility };
}
