import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { DeclineKind, NextStep, PaymentMeans, ProviderName, SnapshotState } from './provider.ts';

export type PaymentId = Id<'payment'>;

/** `new`: written, and the provider has not answered yet. */
export type PaymentState = 'new' | SnapshotState;

/**
 * The states in the order in which one outweighs another, however late, doubled or out of order they are heard of:
 * money that was taken outweighs everything, an end outweighs a beginning.
 */
export const STATES_BY_WEIGHT = [
  ...(['new', 'requires_action', 'processing', 'failed'] as const),
  ...(['authorized', 'voided', 'partly_captured', 'captured'] as const),
] satisfies readonly PaymentState[];

/** One attempt to pay an order. Amounts are totals since the beginning, as far as the provider has told. */
export type Payment = {
  readonly id: PaymentId;
  readonly orderId: string;
  readonly methodId: Id<'payment_method'>;
  /** What it pays beyond what the order came to, by the id of what was agreed; none pays the order itself. */
  readonly supplementId: string | undefined;
  readonly provider: ProviderName;
  /** 1 for the order's first. */
  readonly attempt: number;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly isCapturedAtOnce: boolean;
  readonly state: PaymentState;
  readonly reference: string | undefined;
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly disputedMinor: bigint;
  readonly feeMinor: bigint;
  readonly decline: { readonly kind: DeclineKind; readonly code: string } | undefined;
  readonly means: PaymentMeans | undefined;
  /** What the shopper has to do for it to go on, for who comes back to the page. */
  readonly next: NextStep;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
};

/** What a snapshot or an answer changed: the payment as it is now, and what is news. All zero: nothing. */
export type PaymentChange = {
  readonly payment: Payment;
  readonly stateBefore: PaymentState;
  readonly newlyAuthorizedMinor: bigint;
  readonly newlyCapturedMinor: bigint;
  readonly newlyRefundedMinor: bigint;
  readonly newlyFeeMinor: bigint;
  /** Below zero when a dispute was won. */
  readonly newlyDisputedMinor: bigint;
  readonly isNewlyVoided: boolean;
  readonly isNewlyFailed: boolean;
};
