import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { DecisionId } from '../decision.ts';
import { isOpen } from '../state.ts';
import { lockDecision, MOST_OPEN } from '../store/decisions.ts';
import { takeStep } from '../store/steps.ts';
import { enqueueApply } from './offer.ts';

/** Ends what nobody decided in time, and wakes what was approved and is not done yet. */
export async function tidyDecisions(tx: Tx, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: DecisionId; is_over: boolean }>`
    select id, state <> 'approved' as is_over from decisions.decision
    where state = 'approved' or (state in ('proposed', 'edited', 'failed') and expires_at <= ${now.toString()}::timestamptz)
    order by id limit ${MOST_OPEN}`.execute(tx);
  await enqueueApply(
    tx,
    rows.filter((row) => !row.is_over).map(({ id }) => id),
  );
  for (const { id } of rows.filter((row) => row.is_over)) {
    const decision = await lockDecision(tx, id);
    if (decision === undefined || !isOpen(decision.state)) continue;
    await takeStep(tx, decision, 'expire', { by: 'engine', at: now, why: 'over' });
  }
}
