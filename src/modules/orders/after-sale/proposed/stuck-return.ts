import type { Tx } from '../../../../platform/database/index.ts';
import type { Answer, Payment } from '../../../payments/index.ts';
import { insertEvent } from '../../store/change-order.ts';
import type { Proposal } from './proposal.ts';
import { selectProposal, writeStuck } from './store.ts';

const FIRST_PAUSE_MINUTES = 5;
const LONGEST_PAUSE_MINUTES = 24 * 60;

/**
 * Notes that a provider would not give back what was paid for a proposed address, or give up what is held: it is asked
 * again after a pause that grows from five minutes to a day, and staff see it meanwhile. What somebody gives back at the
 * provider is read there, and ends it too. In the transaction in which the answer is recorded.
 */
export async function noteStuckReturn(
  tx: Tx,
  {
    payment,
    answer,
    now,
  }: { readonly payment: Payment; readonly answer: Answer; readonly now: Temporal.Instant },
): Promise<void> {
  const { kind } = answer.call.request;
  if (answer.result.ok || (kind !== 'refund' && kind !== 'void')) return;
  const proposal = await proposalOf(tx, payment);
  if (proposal === undefined) return;
  const times = (proposal.stuck?.times ?? 0) + 1;
  const why = answer.result.refusal.message;
  await writeStuck(tx, proposal.id, { times, why, againAt: now.add({ minutes: pauseMinutes(times) }) });
  if (times > 1) return;
  const data = { amountMinor: String(payment.amountMinor), why };
  await insertEvent(tx, proposal.orderId, { kind: 'supplement_stuck', actor: 'provider', data }, now);
}

/** 5, 20, 80, 320 minutes, and then a day. */
export function pauseMinutes(times: number): number {
  return Math.min(FIRST_PAUSE_MINUTES * 4 ** (times - 1), LONGEST_PAUSE_MINUTES);
}

/** What was paid for a change that was applied is the order's, and its refunds are the order's too. */
async function proposalOf(tx: Tx, { id, supplementId }: Payment): Promise<Proposal | undefined> {
  if (supplementId === undefined) return undefined;
  const proposal = await selectProposal(tx, supplementId);
  return proposal?.paymentId === id ? undefined : proposal;
}
