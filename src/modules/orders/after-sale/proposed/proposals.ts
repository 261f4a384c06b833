import type { Db } from '../../../../platform/database/index.ts';
import type { OrderId } from '../../order.ts';
import { selectOrder } from '../../store/select-orders.ts';
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
export async function readProposals(
  db: Db,
  orderId: OrderId,
  now: Temporal.Instant,
): Promise<ReadProposal[]> {
  const found = await selectProposals(db, orderId);
  const open = found.find(({ state }) => state === 'proposed');
  const order = open && (await selectOrder(db, orderId));
  const isPossible =
    order !== undefined && open !== undefined && (await whyNotAnyMore(db, order, open, now)) === undefined;
  return found.map((proposal) => ({ ...proposal, isOpen: isPossible && proposal.id === open.id }));
}
