import type { DeclineKind } from '../../provider.ts';

/** Worldpay's refusal codes in our words ("Refusal response codes", its API reference). */
const KINDS: ReadonlyMap<string, DeclineKind> = new Map<string, DeclineKind>([
  ...kinds('insufficient_funds', ['51']),
  ...kinds('expired_card', ['33', '54']),
  ...kinds('incorrect_details', ['14', '15', '38', '55', '56', '75', '82']),
  ...kinds('authentication_failed', ['65', '3dsAuthenticationFailed', '3dsUnavailable']),
  ...kinds('suspected_fraud', ['4', '7', '34', '41', '43', '59', '63', '76', '97', 'fraudHighRisk']),
  ...kinds('limit_exceeded', ['13', '61', '64']),
  ...kinds('provider_error', ['19', '20', '68', '91', '92', '94', '96', 'failed', 'timedOut']),
  // Authorised, and cancelled at once because the security code or the address does not match.
  ...kinds('incorrect_details', ['sentForCancellation']),
]);

/** What to tell the shopper of a refusal; what nobody explains is a card that was declined. */
export function declineKindOf(code: string): DeclineKind {
  return KINDS.get(code.replace(/^0+(?=\d)/, '')) ?? 'card_declined';
}

function kinds(kind: DeclineKind, codes: readonly string[]): [string, DeclineKind][] {
  return codes.map((code) => [code, kind]);
}
