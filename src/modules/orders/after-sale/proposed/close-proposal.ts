import type { Tx } from '../../../../platform/database/index.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import type { OrderId } from '../../order.ts';
import { insertEvent } from '../../store/change-order.ts';
import type { Because, Proposal } from './proposal.ts';
import { selectProposals, writeEnd } from './store.ts';

/** Writes how a proposal ended, with its line in the timeline. The order is locked. */
export async function closeProposal(tx: Tx, ended: Proposal, now: Temporal.Instant): Promise<Proposal> {
  const { orderId, state, endedBy, endedBecause, address, differenceMinor } = ended;
  await writeEnd(tx, ended, now);
  const about = { city: address.city, country: address.country, amountMinor: String(differenceMinor) };
  const data = endedBecause === '' ? about : { ...about, because: endedBecause };
  await insertEvent(tx, orderId, { kind: `address_change_${state}`, actor: endedBy, data }, now);
  return ended;
}

/** Ends one that is not possible any more. */
export function closeBecause(
  tx: Tx,
  proposal: Proposal,
  endedBecause: Because,
  now: Temporal.Instant,
): Promise<Proposal> {
  const state = endedBecause === 'expired' ? 'expired' : 'withdrawn';
  return closeProposal(tx, { ...proposal, state, endedBy: 'system', endedBecause, endedAt: now }, now);
}

/** Whoever ordered hears that their address stays; and, where they paid, that it goes back. */
export function tellEnded(
  tx: Tx,
  { id: proposalId, orderId }: Proposal,
  { isPaidBack }: { readonly isPaidBack: boolean },
): Promise<void> {
  return tell(tx, 'orders.address_change_ended', { orderId, proposalId, isPaidBack });
}

/** An order that is cancelled goes nowhere: what is open of it ends with it, and its mail says all that there is to say. */
export async function closeWithOrder(tx: Tx, orderId: OrderId, now: Temporal.Instant): Promise<void> {
  const open = (await selectProposals(tx, orderId)).find(({ state }) => state === 'proposed');
  if (open === undefined) return;
  const end = { state: 'withdrawn', endedBy: 'system', endedBecause: 'not_possible_in_this_state' } as const;
  await closeProposal(tx, { ...open, ...end }, now);
}
