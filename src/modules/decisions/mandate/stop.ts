import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { DecisionId } from '../decision.ts';
import { lockDecision } from '../store/decisions.ts';
import { takeStep } from '../store/steps.ts';
import { updateStopped } from './store.ts';

/**
 * The stop button: from its commit on nothing is done without a person, whatever mandates say. What waits to be done goes
 * back to who decides; what is just being done is waited for.
 *
 * @returns how many waited
 */
export async function stopAll(
  tx: Tx,
  { by, now }: { readonly by: string; readonly now: Temporal.Instant },
): Promise<number> {
  await updateStopped(tx, { at: now, by });
  return releaseQueued(tx, { by, now, why: 'stopped' });
}

/** Lets mandates act again, on what is proposed from now on. */
export async function startAgain(tx: Tx): Promise<void> {
  await updateStopped(tx, undefined);
}

/** What mandates have approved and nobody has done yet goes back: of one kind, or of all. */
export async function releaseQueued(
  tx: Tx,
  given: {
    readonly by: string;
    readonly now: Temporal.Instant;
    readonly why: string;
    readonly kind?: string;
  },
): Promise<number> {
  const { by, now, why, kind } = given;
  const { rows } = await sql<{ id: DecisionId }>`
    select id from decisions.decision where state = 'approved' and mandate <> ''
      and (${kind ?? null}::text is null or kind = ${kind ?? null}) order by id`.execute(tx);
  let released = 0;
  for (const { id } of rows) {
    const decision = await lockDecision(tx, id);
    if (decision?.state !== 'approved') continue;
    await takeStep(tx, decision, 'release', { by, at: now, why, mandate: '' });
    released += 1;
  }
  return released;
}
