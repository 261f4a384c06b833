export { readAccountFacts } from './account-facts.ts';
export { type AccountRefusal, readAccountNames, readProviderNames, saveAccount } from './accounts.ts';
export { type Attempt, endAttempt, endKeptAttempt, mayAttempt, noteAttempt } from './attempts.ts';
export { type BeginRefusal, beginPayment } from './begin-payment.ts';
export { callProvider, proceedPayment, readSnapshot } from './call-provider.ts';
export { type FoundCardNumber, findCardNumbers } from './card-numbers.ts';
export { NEEDS_NO_ACCOUNT } from './credentials.ts';
export { contestDispute, type Dispute, readDisputes } from './disputes.ts';
export type { AmountLimits, PaymentMethod, PaymentMethodId } from './method.ts';
export { methodsFor, methodVerdict, readAllMethods, readMethods, saveMethod } from './methods.ts';
export { openProviders, type ProvidersOptions } from './open-providers.ts';
export { beginCapture, beginRefund, beginVoid, type OperationRefusal } from './operations.ts';
export { orderMethods } from './order-methods.ts';
export type { Payment, PaymentChange, PaymentId, PaymentState } from './payment.ts';
export { type Attestation, type PciScope, pciScope } from './pci.ts';
export type { DeclineKind, NextStep, PaymentMode, PaymentProvider, ProviderName } from './provider.ts';
export { ProviderUnreachable } from './provider.ts';
export type { Answer, PaymentContext, ProviderCall } from './provider-call.ts';
export { amendByHand } from './providers/by-hand/amend.ts';
export {
  findByRemittance,
  noteReceipt,
  noteRefundSent,
  readRefundsToSend,
} from './providers/by-hand/receipts.ts';
export { answerTestCharge, readTestCharge, type TestCharge, type TestChoice } from './providers/test/page.ts';
export { TEST_TOKENS } from './providers/test/tokens.ts';
export type { PaymentDeps, Providers, Secrets } from './providers.ts';
export type { Difference, DifferenceKind } from './reconcile/compare.ts';
export { type PayoutLine, readPayoutLines, readPayouts, recordBook } from './reconcile/payouts.ts';
export { reconcile } from './reconcile/reconcile.ts';
export { type Reconciliation, readDifferences, readReconciliations } from './reconcile/runs.ts';
export { recordAnswer, recordSnapshot } from './record.ts';
export { capturesNamed, pendingCalls } from './store/operations.ts';
export { readPayment, readPayments, unsettledPayments } from './store/payments.ts';
export { paymentsCrons, paymentsJobs } from './tasks.ts';
export { tryAccount } from './try-account.ts';
export { readWebhookEvents } from './webhook-log.ts';
export { keepWebhook, settleWebhooks, verifyWebhook, type WebhookRefusal } from './webhooks.ts';
