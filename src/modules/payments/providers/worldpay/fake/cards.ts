export type CardBehaviour =
  | { readonly kind: 'approve' }
  | { readonly kind: 'challenge' }
  /** Approved by the bank, and cancelled by Worldpay because the security code is wrong. */
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'high_risk' }
  | { readonly kind: 'refuse'; readonly code: string; readonly description: string };

const refuse = (code: string, description: string): CardBehaviour => ({ kind: 'refuse', code, description });

/** Cards of this Worldpay by name: no digits among them. */
export const CARDS: ReadonlyMap<string, CardBehaviour> = new Map<string, CardBehaviour>([
  ['visa', { kind: 'approve' }],
  ['visa_challenge', { kind: 'challenge' }],
  ['visa_refused', refuse('5', 'REFUSED')],
  ['visa_no_funds', refuse('51', 'Insufficient funds/over credit limit')],
  ['visa_expired', refuse('33', 'CARD EXPIRED')],
  ['visa_wrong_number', refuse('14', 'Invalid card number')],
  ['visa_stolen', refuse('43', 'STOLEN CARD')],
  ['visa_over_limit', refuse('61', 'Exceeds withdrawal amount limit')],
  ['visa_bank_away', refuse('91', 'Issuer temporarily not reachable')],
  ['visa_wrong_code', { kind: 'mismatch' }],
  ['visa_high_risk', { kind: 'high_risk' }],
]);
