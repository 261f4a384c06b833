import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { PaymentMethodId } from './method.ts';
import type { PaymentId } from './payment.ts';
import type { PaymentContext, ProviderCall } from './provider-call.ts';
import { insertPayment } from './store/insert-payment.ts';

export type BeginRefusal = Refusal<'unknown_method' | 'earlier_attempt_pending'>;

/**
 * Writes an attempt to pay an order, and the call that begins it, before anything is sent: make it outside of the
 * transaction (`callProvider`) and record what came of it (`recordAnswer`). Refused while the call of an earlier
 * attempt has no answer, because nobody knows whether that one took the money: ask it again first (`pendingCalls`).
 * The caller holds the order's lock. One statement.
 */
export async function beginPayment(
  tx: Tx,
  input: {
    readonly orderId: string;
    readonly methodId: PaymentMethodId;
    /** What is paid beyond what the order came to; attempts of one supplement know nothing of the order's others. */
    readonly supplementId?: string;
    readonly amountMinor: bigint;
    readonly currency: CurrencyCode;
    readonly context: PaymentContext;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall, BeginRefusal>> {
  if (input.amountMinor <= 0n) throw new RangeError('a payment is more than zero: nothing due needs none');
  const paymentId = newId<'payment'>();
  const operationId = newId<'payment_operation'>();
  const idempotencyKey = keyOf(paymentId, 'begin');
  const made = await insertPayment(tx, { ...input, paymentId, operationId, idempotencyKey });
  if (made === undefined)
    return refuse('unknown_method', 'there is no such active payment method', 'methodId');
  const { provider, mode, isCapturedAtOnce, attempt } = made;
  if (attempt === undefined)
    return refuse('earlier_attempt_pending', 'the answer to an earlier attempt is still awaited');
  return ok({
    ...{ operationId, idempotencyKey, paymentId, provider, attempt, reference: undefined },
    ...{ orderId: input.orderId, currency: input.currency, amountMinor: input.amountMinor },
    request: { kind: 'begin', input: { ...input.context, mode, isCapturedAtOnce } },
  });
}

/** The idempotency key of an operation: the same for the same operation of the same attempt, whoever asks. */
export function keyOf(paymentId: PaymentId, kind: ProviderCall['request']['kind'], own = ''): string {
  return own === '' ? `${paymentId}:${kind}` : `${paymentId}:${kind}:${own}`;
}
