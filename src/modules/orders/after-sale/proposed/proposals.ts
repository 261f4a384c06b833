import { type Db, transact } from '../../../../platform/database/index.ts';
import type { OrderId } from '../../order.ts';
import { lockOrder } from '../../store/select-orders.ts';
import type { Proposal } from './proposal.ts';
import { whyNotAnyMore } from './still-possible.ts';
import { selectProposals } from './store.ts';

export { endProposal } from './end-proposal.ts';
export { payProposal } from './pay-proposal.ts';
export { PROPOSAL_STATES, type Proposal } from './proposal.ts';
export { proposeAddress } from './propose-address.ts';

/** A proposal, and whether it can still be agreed to. */
export type ReadProposal = Proposal & { readonly isOpen: boolean };

/** What was ever proposed for an order, the last first: the last may be open. */
export function readProposals(db: Db, orderId: OrderId, now: Temporal.Instant): Promise<ReadProposal[]> {
  return transact(db, async (tx) => {
    const found = await selectProposals(tx, orderId);
    const order = found.some(({ state }) => state === 'proposed') ? await lockOrder(tx, orderId) : undefined;
    const read: ReadProposal[] = [];
    for (const proposal of found) {
      const isOpen =
        order !== undefined &&
        proposal.state === 'proposed' &&
        (await whyNotAnyMore(tx, order, proposal, now)) === undefined;
      read.push({ ...proposal, isOpen });
    }
    return read;
  });
}
