/** What a shopper can pay with on the fake's page, and what comes of it when the shop takes the payment. */
export type Funding = {
  readonly source: 'paypal' | 'card';
  /** The 422 that taking it is answered with. */
  readonly issue?: string;
  /** The processor's code of a capture that is made and declined. */
  readonly responseCode?: string;
  /** Why a capture, or an authorisation, waits. */
  readonly pending?: string;
  readonly isChallenged?: boolean;
};

const refused = (issue: string): Funding => ({ source: 'paypal', issue });
const declined = (responseCode: string): Funding => ({ source: 'card', responseCode });

export const FUNDINGS: ReadonlyMap<string, Funding> = new Map<string, Funding>([
  ['balance', { source: 'paypal' }],
  ['card', { source: 'card' }],
  ['card_with_challenge', { source: 'card', isChallenged: true }],
  ['bank_in_review', { source: 'paypal', pending: 'PENDING_REVIEW' }],
  ['echeck', { source: 'paypal', pending: 'ECHECK' }],
  ['instrument_declined', refused('INSTRUMENT_DECLINED')],
  ['payer_cannot_pay', refused('PAYER_CANNOT_PAY')],
  ['card_expired', refused('REFERENCED_CARD_EXPIRED')],
  ['not_compliant', refused('COMPLIANCE_VIOLATION')],
  ['over_limit', refused('TRANSACTION_LIMIT_EXCEEDED')],
  ['payee_restricted', refused('PAYEE_ACCOUNT_RESTRICTED')],
  ['action_required', refused('PAYER_ACTION_REQUIRED')],
  ['insufficient_funds', declined('5120')],
  ['wrong_cvv', declined('5110')],
]);
