import Stripe from 'stripe';
import { refuse } from '../../../../kernel/index.ts';
import { type ProviderRefusal, ProviderUnreachable } from '../../provider.ts';

const TOO_LARGE = new Set(['amount_too_large', 'charge_already_refunded']);
const NOT_NOW = new Set([
  ...[
    'payment_intent_unexpected_state',
    'charge_not_refundable',
    'charge_disputed',
    'checkout_session_not_open',
  ],
  ...['charge_already_captured', 'charge_expired_for_capture', 'dispute_evidence_submission_already_closed'],
]);

/**
 * What an error of Stripe's API means ("Error handling", docs.stripe.com/error-low-level): a refusal, or thrown when
 * nobody knows whether the call had its effect. Stripe's messages may name amounts and ids: they stay with the cause.
 */
export function refusalOf(error: unknown): { readonly ok: false; readonly refusal: ProviderRefusal } {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (isUnknown(error)) throw new ProviderUnreachable('stripe', error.message, error);
  const { code = '', param = '' } = error;
  if (code === 'resource_missing') return refuse('unknown_payment', 'Stripe knows no such payment');
  if (TOO_LARGE.has(code) || param === 'amount' || param === 'amount_to_capture') {
    return refuse('amount_too_large', 'more than is left of this payment');
  }
  if (NOT_NOW.has(code)) return refuse('not_possible_now', 'the payment is in another state');
  return refuse('refused_by_provider', `Stripe refused: ${code === '' ? error.type : code}`);
}

/** No answer, an answer that says nothing of the effect, or another call under the same key that is under way. */
function isUnknown(error: Stripe.errors.StripeError): boolean {
  const { statusCode = 0 } = error;
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    statusCode === 409 ||
    statusCode === 429 ||
    statusCode >= 500
  );
}

/** The answer is one that Stripe keeps for this key: an error of its own is then given again and again. */
export function isReplayedError(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  return (error.statusCode ?? 0) >= 500 && error.headers?.['idempotent-replayed'] === 'true';
}
