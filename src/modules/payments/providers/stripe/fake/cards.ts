import type { CardError } from './world.ts';

export type CardBehaviour =
  | { readonly kind: 'approve' }
  | { readonly kind: 'challenge' }
  | { readonly kind: 'decline'; readonly error: CardError };

const decline = (declineCode: string): CardBehaviour => ({
  kind: 'decline',
  error: { code: 'card_declined', declineCode },
});
const mistake = (code: string): CardBehaviour => ({
  kind: 'decline',
  error: { code, declineCode: undefined },
});

/** Stripe's test payment methods ("Test cards", docs.stripe.com/testing): no digits among them. */
export const CARDS: ReadonlyMap<string, CardBehaviour> = new Map<string, CardBehaviour>([
  ['pm_card_visa', { kind: 'approve' }],
  ['pm_card_mastercard', { kind: 'approve' }],
  ['pm_card_threeDSecureOptional', { kind: 'approve' }],
  ['pm_card_threeDSecure2Required', { kind: 'challenge' }],
  ['pm_card_authenticationRequired', { kind: 'challenge' }],
  ['pm_card_visa_chargeDeclined', decline('generic_decline')],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', decline('insufficient_funds')],
  ['pm_card_visa_chargeDeclinedLostCard', decline('lost_card')],
  ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', decline('card_velocity_exceeded')],
  ['pm_card_radarBlock', decline('fraudulent')],
  ['pm_card_chargeDeclinedExpiredCard', mistake('expired_card')],
  ['pm_card_chargeDeclinedIncorrectCvc', mistake('incorrect_cvc')],
  ['pm_card_chargeDeclinedProcessingError', mistake('processing_error')],
]);
