/**
 * Everything a timeline tells of an order. What is written is one of these, and the screens have words for each in
 * every language: the compiler asks for both.
 */
export const ORDER_EVENT_KINDS = [
  ...(['placed', 'authorized', 'paid', 'captured', 'payment_failed', 'authorization_given_up'] as const),
  ...(['paid_twice', 'paid_too_late', 'sold_out_before_payment', 'disputed', 'cancelled', 'edited'] as const),
  ...(['note', 'fulfilled', 'delivered', 'withdrawn', 'withdrawal_handled'] as const),
  ...(['refund_requested', 'refunded', 'refund_paid', 'refund_refused', 'refund_incomplete'] as const),
  ...(['refund_retried', 'refund_credited_instead', 'reduced', 'payment_lowered', 'payment_raised'] as const),
  ...([
    'return_requested',
    'return_labelled',
    'return_approved',
    'return_rejected',
    'return_received',
  ] as const),
  ...(['addition_made', 'addition_of'] as const),
  ...(['exchange_made', 'exchange_of', 'exchange_done', 'exchange_cancelled'] as const),
  ...(['address_changed', 'address_change_proposed', 'address_change_applied'] as const),
  ...(['address_change_declined', 'address_change_expired', 'address_change_withdrawn'] as const),
  ...(['supplement_paid', 'supplement_too_late', 'supplement_stuck', 'supplement_retried'] as const),
] as const;

export type OrderEventKind = (typeof ORDER_EVENT_KINDS)[number];
