import type { Topic } from '../../../platform/outbox/index.ts';
import type { PaymentChange } from '../../payments/index.ts';
import type { Order, OrderEvent } from '../order.ts';

export type TimelineEvent = Pick<OrderEvent, 'kind' | 'actor' | 'data'>;

type PaymentTopic = Topic & ('orders.captured' | 'orders.payment_failed' | 'orders.refunded');

/** The first money of an order. */
export function moneyEvent({ payment, newlyCapturedMinor }: PaymentChange): TimelineEvent {
  const kind = newlyCapturedMinor > 0n ? 'paid' : 'authorized';
  return { kind, actor: 'provider', data: dataOf(payment, payment.authorizedMinor) };
}

/** What else a change of a payment is told as: in the timeline, and to whoever reacts. */
export function paymentEvents(
  order: Pick<Order, 'facts' | 'paidAt' | 'cancelledAt'>,
  change: PaymentChange,
): (TimelineEvent & { readonly topic: PaymentTopic | undefined })[] {
  const { payment } = change;
  const isWaiting = order.paidAt === undefined && order.cancelledAt === undefined;
  const isOwnRefund = payment.refundedMinor <= order.facts.refundedMinor;
  const all = [
    ['captured', change.newlyCapturedMinor, 'orders.captured'],
    ['refund_paid', change.newlyRefundedMinor, isOwnRefund ? undefined : 'orders.refunded'],
    ['disputed', change.newlyDisputedMinor, undefined],
    [
      'payment_failed',
      change.isNewlyFailed ? payment.amountMinor : 0n,
      isWaiting ? 'orders.payment_failed' : undefined,
    ],
    ['authorization_given_up', change.isNewlyVoided ? payment.amountMinor : 0n, undefined],
  ] as const;
  return all
    .filter(([, amountMinor]) => amountMinor !== 0n)
    .map(([kind, amountMinor, topic]) => {
      return { kind, topic, actor: 'provider', data: dataOf(payment, amountMinor) };
    });
}

function dataOf(payment: PaymentChange['payment'], amountMinor: bigint): TimelineEvent['data'] {
  const { id, provider, currency, decline } = payment;
  const told = { paymentId: id, provider, currency, amountMinor: amountMinor.toString() };
  return decline === undefined ? told : { ...told, decline: decline.kind };
}
