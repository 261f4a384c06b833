import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../../../../platform/database/index.ts';
import type { Order } from '../../order.ts';
import { mayDo } from '../../state.ts';
import { whyNotMoved } from '../elsewhere/may-go-elsewhere.ts';
import type { Because, Proposal } from './proposal.ts';

/**
 * Why an open proposal cannot be applied to its locked order any more, or `undefined`. It is of an order that stands:
 * as long as nothing was credited, handed over or agreed anew, its lines are those that were proposed for.
 */
export async function whyNotAnyMore(
  db: Db,
  order: Order,
  proposal: Proposal,
  now: Temporal.Instant,
): Promise<Because | undefined> {
  if (Temporal.Instant.compare(proposal.expiresAt, now) <= 0) return 'expired';
  if (order.cancelledAt !== undefined || !mayDo(order.state, 'edit')) return 'not_possible_in_this_state';
  const isAsProposedFor =
    order.totals.totalMinor === proposal.oldTotalMinor &&
    isDeepStrictEqual(order.shippingAddress, proposal.oldAddress);
  // Why is said as exactly as can be: what was handed over or credited is no other change of the address.
  return (await whyNotMoved(db, order))?.code ?? (isAsProposedFor ? undefined : 'changed_otherwise');
}
