import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { closeAllFindings } from './store/findings.ts';
import { type Approval, insertApproval, lockWatch, readLastLook } from './store/looks.ts';

export type ApproveRefusal = Refusal<'missing' | 'too_long' | 'nothing_seen' | 'seen_again'>;

const LONGEST = 1_000;

/**
 * Takes the payment pages as they were last seen for right, by whose word and why; open findings are closed by it.
 * What was seen is approved, not what is there by now: `lookId` is the look that the person has read.
 */
export async function approvePages(
  tx: Tx,
  input: {
    readonly lookId: string;
    readonly approvedBy: string;
    readonly reason: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Approval, ApproveRefusal>> {
  const [approvedBy, reason] = [input.approvedBy.trim(), input.reason.trim()];
  for (const [field, text] of Object.entries({ approvedBy, reason })) {
    if (text === '') return refuse('missing', 'who approves, and why, is kept with the approval', field);
    if (text.length > LONGEST) return refuse('too_long', `at most ${LONGEST} characters`, field);
  }
  await lockWatch(tx);
  const look = await readLastLook(tx);
  if (look === undefined) return refuse('nothing_seen', 'the pages were not looked at yet');
  if (look.id !== input.lookId) return refuse('seen_again', 'the pages were looked at again since', 'lookId');
  const { now: approvedAt } = input;
  const approval = {
    id: newId<'approval'>(),
    lookId: look.id,
    pages: look.pages,
    approvedBy,
    reason,
    approvedAt,
  };
  await insertApproval(tx, approval);
  await closeAllFindings(tx, approvedAt);
  return ok(approval);
}
