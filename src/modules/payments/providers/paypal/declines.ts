import type { DeclineKind } from '../../provider.ts';

/**
 * PayPal's issues ("Orders v2", 422 of capture and authorize), its reasons of a declined capture, and the processor's
 * response codes of a card, in our words.
 */
const KINDS: ReadonlyMap<string, DeclineKind> = new Map<string, DeclineKind>([
  ...kinds('card_declined', [
    ...['INSTRUMENT_DECLINED', 'PAYMENT_SOURCE_DECLINED_BY_PROCESSOR', 'PAYMENT_SOURCE_CANNOT_BE_USED'],
    ...['REDIRECT_PAYER_FOR_ALTERNATE_FUNDING', 'TRANSACTION_REFUSED', 'PAYER_CANNOT_PAY'],
    ...['PAYER_ACCOUNT_RESTRICTED', 'PAYER_ACCOUNT_LOCKED_OR_CLOSED', 'DOMESTIC_TRANSACTION_REQUIRED'],
    ...['AGREEMENT_ALREADY_CANCELLED', 'BILLING_AGREEMENT_NOT_FOUND', 'CARD_BRAND_NOT_SUPPORTED'],
    ...['DECLINED_DUE_TO_RELATED_TXN', '0500', '5100', '5150', '5190', '5200', '5800', '5930'],
  ]),
  ...kinds('insufficient_funds', ['5120']),
  ...kinds('expired_card', ['CARD_EXPIRED', 'REFERENCED_CARD_EXPIRED', '5400']),
  ...kinds('incorrect_details', [
    ...['PAYMENT_SOURCE_INFO_CANNOT_BE_VERIFIED', 'BILLING_ADDRESS_INVALID', 'SHIPPING_ADDRESS_INVALID'],
    ...['1330', '5110', '5180', '5500', '5910'],
  ]),
  ...kinds('authentication_failed', ['PAYER_ACTION_REQUIRED', '5650']),
  ...kinds('suspected_fraud', [
    ...['COMPLIANCE_VIOLATION', 'TRANSACTION_BLOCKED_BY_PAYEE', 'PAYEE_BLOCKED_TRANSACTION'],
    ...['DECLINED_BY_RISK_FRAUD_FILTERS', '9500', '9510', '9520'],
  ]),
  ...kinds('limit_exceeded', [
    ...['TRANSACTION_LIMIT_EXCEEDED', 'TRANSACTION_RECEIVING_LIMIT_EXCEEDED'],
    ...['MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED', '5700'],
  ]),
  ...kinds('provider_error', [
    ...['PAYEE_ACCOUNT_RESTRICTED', 'PAYEE_ACCOUNT_LOCKED_OR_CLOSED', 'PAYEE_ACCOUNT_INVALID'],
    ...['NOT_ENABLED_FOR_CARD_PROCESSING', 'AUTH_CAPTURE_NOT_ENABLED', 'PAYMENT_SOURCE_NOT_SUPPORTED'],
    ...['DUPLICATE_INVOICE_ID', '0100', '5900', '9100'],
  ]),
]);

/** What to tell the shopper of a refused payment; nothing for a code that is not known. */
export function declineKindOf(code: string): DeclineKind | undefined {
  return KINDS.get(code);
}

function kinds(kind: DeclineKind, codes: readonly string[]): [string, DeclineKind][] {
  return codes.map((code) => [code, kind]);
}
