import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Reached } from '../../markets/index.ts';
import { readGround } from '../engine/ground.ts';
import { proposerOf } from '../engine/look.ts';
import type { DecisionKind } from '../kind.ts';
import { releaseQueued } from '../mandate/stop.ts';
import { loseMandate, readMandates } from '../mandate/store.ts';
import { selectToScore } from '../store/decisions.ts';
import { insertOutcome, readScores } from '../store/outcomes.ts';
import { lossOf } from './calibration.ts';
import { mailLoss } from './loss-letter.ts';

const BATCH = 200;

/**
 * Says what came of a kind's decisions whose horizon is over, and takes its mandate away where what it says does not agree
 * with what comes of it.
 *
 * @returns how many were scored
 */
export async function scoreKind(
  db: Db,
  kind: DecisionKind,
  { now, reached }: { readonly now: Temporal.Instant; readonly reached: Reached },
): Promise<number> {
  const ground = { ...(await readGround(db, now)), db };
  const due = await selectToScore(db, { proposedBy: proposerOf(kind), now, limit: BATCH });
  let scored = 0;
  for (const decision of due) {
    const proposal = kind.proposal.parse(decision.proposal);
    const told = await kind.realise(ground, { decision, proposal });
    if (told === 'not_yet') continue;
    await transact(db, (tx) => insertOutcome(tx, decision, told, now));
    scored += 1;
  }
  await transact(db, (tx) => judgeMandate(tx, kind.id, { now, reached }));
  return scored;
}

/** Takes the mandate away where scores say so: once, with the word to those who may give it back. */
export async function judgeMandate(
  tx: Tx,
  kind: string,
  { now, reached }: { readonly now: Temporal.Instant; readonly reached: Reached },
): Promise<boolean> {
  const mandate = (await readMandates(tx)).get(kind);
  if (mandate?.rule !== 'within' || mandate.lost !== undefined) return false;
  const scores = await readScores(tx, { kind, since: mandate.countedFrom });
  const why = lossOf(scores);
  if (why === undefined || !(await loseMandate(tx, { kind, why, now }))) return false;
  await releaseQueued(tx, { by: 'engine', now, why: 'lost', kind });
  await tell(tx, 'decisions.lost_mandate', { kind });
  await mailLoss(tx, { kind, why, scores, now, reached });
  return true;
}
