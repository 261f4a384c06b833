import type { CurrencyCode, Id, Result } from '../../kernel/index.ts';
import type { PaymentId } from './payment.ts';
import type { BeginPayment, NextStep, ProviderName, ProviderRefusal, Snapshot } from './provider.ts';

/**
 * A call that is written down and may be made, now or again: the same `idempotencyKey` each time, so that its effect
 * happens once.
 */
export type ProviderCall = {
  readonly operationId: Id<'payment_operation'>;
  readonly idempotencyKey: string;
  readonly paymentId: PaymentId;
  readonly orderId: string;
  readonly provider: ProviderName;
  readonly attempt: number;
  readonly reference: string | undefined;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly request: CallRequest;
  /**
   * Asked so long ago that the provider may have forgotten its key: the shop was away for a day, or was restored. What we
   * know of the payment then, for comparison.
   */
  readonly stale?: { readonly capturedMinor: bigint; readonly refundedMinor: bigint };
};

export type CallRequest =
  | { readonly kind: 'begin'; readonly input: Omit<BeginPayment, 'paymentId' | 'amountMinor' | 'currency'> }
  | { readonly kind: 'capture'; readonly isFinal: boolean }
  | { readonly kind: 'void' }
  | { readonly kind: 'refund'; readonly reason: string };

/** What came of a call; to be recorded in the transaction in which it has its consequences (`recordAnswer`). */
export type Answer = {
  readonly call: ProviderCall;
  readonly result: Result<
    { readonly snapshot: Snapshot; readonly next: NextStep | undefined },
    ProviderRefusal
  >;
};

/** What a provider is told of the order besides the amount. */
export type PaymentContext = Omit<
  BeginPayment,
  'paymentId' | 'amountMinor' | 'currency' | 'mode' | 'isCapturedAtOnce'
>;
