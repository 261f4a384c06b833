import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { type Payment, type ProviderCall, ProviderUnreachable } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { OrderId } from '../../order.ts';
import { makeCall } from '../../pay/record-payment.ts';
import { settlePayment } from '../../pay/settle-payment.ts';
import { insertEvent } from '../../store/change-order.ts';
import { lockOrder } from '../../store/select-orders.ts';
import type { NoProposal, Proposal, ProposalId } from './proposal.ts';
import { settleProposal } from './recover-proposals.ts';
import { selectProposal } from './store.ts';

export type RetryRefusal = NoProposal | Refusal<'nothing_stuck' | 'provider_unavailable'>;

/**
 * Asks now, because somebody wants it, for what a provider would not give back of a proposal that ended; the recovery
 * does by itself after its pause. What was given back at the provider meanwhile is found. `isSettled` is false when the
 * provider refused once more.
 */
export async function retryReturn(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    readonly proposalId: ProposalId;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Pick<Proposal, 'isSettled' | 'stuck'>, RetryRefusal>> {
  const { orderId, proposalId, actor, now } = input;
  const begun = await transactOrRefuse<undefined, RetryRefusal>(deps.db, async (tx) => {
    await lockOrder(tx, orderId);
    const found = await selectProposal(tx, proposalId);
    if (found?.orderId !== orderId) return refuse('no_proposal', 'this was never proposed for the order');
    if (found.endedAt === undefined || found.isSettled || found.stuck === undefined) {
      return refuse('nothing_stuck', 'nothing of it waits to go back');
    }
    const data = { amountMinor: String(found.differenceMinor) };
    await insertEvent(tx, orderId, { kind: 'supplement_retried', actor, data }, now);
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  try {
    await settleProposal(deps, { id: proposalId, orderId }, { now, asking: asking(deps, now) });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    return refuse('provider_unavailable', 'the provider does not answer now: try again in a moment');
  }
  const after = await selectProposal(deps.db, proposalId);
  return ok({ isSettled: after?.isSettled ?? false, stuck: after?.stuck });
}

function asking(deps: OrderDeps, now: Temporal.Instant) {
  return {
    make: async (calls: readonly ProviderCall[]) => {
      let isMade = false;
      for (const call of calls) isMade = (await makeCall(deps, call, now)) !== undefined || isMade;
      return isMade;
    },
    settle: async ({ id: paymentId }: Payment) =>
      (await settlePayment(deps, { paymentId, now })) !== undefined,
  };
}
