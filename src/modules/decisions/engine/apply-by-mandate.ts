import { ok, type Result } from '../../../kernel/index.ts';
import { type Db, type Tx, transact, transactOrRefuse } from '../../../platform/database/index.ts';
import { differencesBetween, keepEntry } from '../../audit/index.ts';
import type { Decision, DecisionId } from '../decision.ts';
import type { DecisionKind } from '../kind.ts';
import { checkMandate } from '../mandate/check.ts';
import { mandateName } from '../mandate/mandate.ts';
import { holdSetting, lockMandate, readSpent } from '../mandate/store.ts';
import { type Kinds, kindOf } from '../registry.ts';
import { lockDecision, readDecision } from '../store/decisions.ts';
import { takeStep } from '../store/steps.ts';
import { readGround } from './ground.ts';
import { weighed } from './offer.ts';
import { type CouldNot, keepFailure, perform } from './perform.ts';

/** `released`: a person is asked after all. `gone`: somebody else was first. */
export type ByMandate = 'applied' | 'released' | 'failed' | 'gone';

/**
 * Applies what a mandate has approved, once, if the mandate still lets it. The rows of setting and mandate are held until
 * the commit: workers that race for the same week go one after the other, and a stop waits for what is just being done and
 * for nothing else.
 */
export async function applyByMandate(
  db: Db,
  kinds: Kinds,
  { id, now }: { readonly id: DecisionId; readonly now: Temporal.Instant },
): Promise<ByMandate> {
  const seen = await readDecision(db, id);
  if (seen === undefined) return 'gone';
  const kind = kindOf(kinds, seen.kind);
  const done = await transactOrRefuse(db, (tx) => applyWithin(tx, kind, { id, now }));
  if (done.ok) return done.value;
  const by = byOf(seen);
  await transact(db, (tx) => keepFailure(tx, id, { refusal: done.refusal, by, now }));
  return 'failed';
}

async function applyWithin(
  tx: Tx,
  kind: DecisionKind,
  { id, now }: { readonly id: DecisionId; readonly now: Temporal.Instant },
): Promise<Result<ByMandate, CouldNot>> {
  const { stopped } = await holdSetting(tx);
  const mandate = await lockMandate(tx, kind.id);
  const decision = await lockDecision(tx, id);
  if (decision?.state !== 'approved' || decision.mandate === '') return ok('gone');
  const ground = await readGround(tx, now);
  const spent = await readSpent(tx, kind.id, now);
  const verdict = checkMandate(mandate, weighed(kind, decision), {
    ...{ spent, isStopped: stopped !== undefined, now, zone: ground.zone },
  });
  const isOver = Temporal.Instant.compare(decision.expiresAt, now) <= 0;
  if (!verdict.may || verdict.isDryRun || isOver) {
    const why = isOver ? 'over' : verdict.may ? 'dry_run' : verdict.why;
    await takeStep(tx, decision, 'release', { by: byOf(decision), at: now, why, mandate: '' });
    return ok('released');
  }
  const by = `mandate:${mandateName(mandate)}`;
  const done = await perform(tx, kind, decision, { ground, by });
  if (!done.ok) return done;
  await noteInAudit(tx, decision, { by, now });
  return ok('applied');
}

function byOf({ mandate }: Pick<Decision, 'mandate'>): string {
  return `mandate:${mandate}`;
}

/** The audit says which mandate it was that acted. */
async function noteInAudit(
  tx: Tx,
  decision: Decision,
  { by, now }: { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { id, kind, subject, fields } = decision;
  await keepEntry(tx, {
    ...{ at: now, attemptId: id, actor: by, actorName: by, sessionId: '', operation: 'decisions.apply' },
    ...{
      summary: `${kind}: ${subject.label}`.slice(0, 200),
      kind: 'decision',
      subjectId: id,
      outcome: 'done',
      code: '',
    },
    ...{ ip: '', userAgent: '' },
    differences: differencesBetween(
      Object.fromEntries(fields.map(({ key, before = null }) => [key, before])),
      Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    ),
  });
}
