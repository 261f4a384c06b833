import type { DeclineKind } from '../../provider.ts';

/** What a token of the test provider does. */
export type TestBehaviour =
  | { readonly kind: 'approve' }
  /** Asks the shopper on the provider's page. */
  | { readonly kind: 'challenge' }
  | { readonly kind: 'decline'; readonly decline: DeclineKind }
  /** The first call is lost on its way there, or its answer on the way back. */
  | { readonly kind: 'timeout_before' }
  | { readonly kind: 'timeout_after' };

const decline = (kind: DeclineKind): TestBehaviour => ({ kind: 'decline', decline: kind });

/** Every test card by its token: there are no digits to type, so that nobody types real ones. */
export const TEST_TOKENS: ReadonlyMap<string, TestBehaviour> = new Map<string, TestBehaviour>([
  ['tok_visa', { kind: 'approve' }],
  ['tok_challenge', { kind: 'challenge' }],
  ['tok_declined', decline('card_declined')],
  ['tok_insufficient_funds', decline('insufficient_funds')],
  ['tok_expired_card', decline('expired_card')],
  ['tok_incorrect_details', decline('incorrect_details')],
  ['tok_authentication_failed', decline('authentication_failed')],
  ['tok_suspected_fraud', decline('suspected_fraud')],
  ['tok_limit_exceeded', decline('limit_exceeded')],
  ['tok_provider_error', decline('provider_error')],
  ['tok_timeout_before', { kind: 'timeout_before' }],
  ['tok_timeout_after', { kind: 'timeout_after' }],
]);
