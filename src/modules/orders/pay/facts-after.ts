import type { PaymentChange } from '../../payments/index.ts';
import type { OrderFacts } from '../state.ts';

/** What has happened to an order once its payment has changed. */
export function factsAfter(facts: OrderFacts, change: PaymentChange): OrderFacts {
  const { payment, stateBefore } = change;
  // What is neither captured nor held any more: the whole, or the rest that a last capture leaves.
  const isOver = change.isNewlyVoided || (payment.state === 'captured' && stateBefore !== 'captured');
  const given = isOver ? payment.authorizedMinor - payment.capturedMinor : 0n;
  return {
    ...facts,
    authorizedMinor: facts.authorizedMinor + change.newlyAuthorizedMinor - given,
    capturedMinor: facts.capturedMinor + change.newlyCapturedMinor,
    refundedMinor: refundedAfter(facts, change),
  };
}

/**
 * Refunds of ours are counted when they are decided; those that were made elsewhere are at least what came. What goes back
 * of a cancelled order is counted as it goes: each of its payments goes back by itself.
 */
function refundedAfter({ isCancelled, refundedMinor }: OrderFacts, change: PaymentChange): bigint {
  if (isCancelled) return refundedMinor + change.newlyRefundedMinor;
  return refundedMinor > change.payment.refundedMinor ? refundedMinor : change.payment.refundedMinor;
}

/** All that is due is authorised or taken: the order may stand. */
export function isCovered({ authorizedMinor, capturedMinor, dueMinor }: OrderFacts): boolean {
  return authorizedMinor >= dueMinor || capturedMinor >= dueMinor;
}

/** More than is due came: a second payment of one order, which has to go back. */
export function isOverpaid({ authorizedMinor, capturedMinor, dueMinor }: OrderFacts): boolean {
  return (authorizedMinor > capturedMinor ? authorizedMinor : capturedMinor) > dueMinor;
}
