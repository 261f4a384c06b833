import type { DeclineKind } from '../../provider.ts';

/** Stripe's error and decline codes in our words ("Decline codes", docs.stripe.com/declines/codes). */
const KINDS: ReadonlyMap<string, DeclineKind> = new Map<string, DeclineKind>([
  ['insufficient_funds', 'insufficient_funds'],
  ['expired_card', 'expired_card'],
  ...kinds('incorrect_details', [
    ...['incorrect_number', 'incorrect_cvc', 'incorrect_zip', 'incorrect_address', 'invalid_number'],
    ...['invalid_cvc', 'invalid_expiry_month', 'invalid_expiry_year', 'invalid_account', 'incorrect_pin'],
  ]),
  ...kinds('authentication_failed', [
    ...['payment_intent_authentication_failure', 'authentication_required', 'authentication_not_handled'],
  ]),
  ...kinds('suspected_fraud', [
    ...['fraudulent', 'stolen_card', 'lost_card', 'pickup_card', 'merchant_blacklist', 'security_violation'],
  ]),
  ...kinds('limit_exceeded', [
    ...['card_velocity_exceeded', 'withdrawal_count_limit_exceeded', 'approve_with_id'],
  ]),
  ...kinds('provider_error', [
    'processing_error',
    'issuer_not_available',
    'reenter_transaction',
    'try_again_later',
  ]),
]);

/** What to tell the shopper of a decline; the decline code says more than the error's code where there is one. */
export function declineKindOf(code: string, declineCode: string | undefined): DeclineKind {
  return KINDS.get(declineCode ?? '') ?? KINDS.get(code) ?? 'card_declined';
}

function kinds(kind: DeclineKind, codes: readonly string[]): [string, DeclineKind][] {
  return codes.map((code) => [code, kind]);
}
