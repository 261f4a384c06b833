import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { keyOf } from './begin-payment.ts';
import type { Payment, PaymentId } from './payment.ts';
import type { CallRequest, ProviderCall } from './provider-call.ts';
import { insertOperation, readOperations } from './store/operations.ts';
import { lockPayment } from './store/payments.ts';

export type OperationRefusal = Refusal<
  'unknown_payment' | 'not_authorized' | 'not_captured' | 'more_than_left' | 'operation_pending'
>;

type Wanted = { readonly paymentId: PaymentId; readonly now: Temporal.Instant };

/**
 * Writes the call that takes authorised money, all or a part; `isFinal` gives the rest back. `key` names this capture
 * (a shipment's id): the same one again is the same call, not another.
 */
export function beginCapture(
  tx: Tx,
  input: Wanted & { readonly key: string; readonly amountMinor: bigint; readonly isFinal: boolean },
): Promise<Result<ProviderCall, OperationRefusal>> {
  const { amountMinor, isFinal } = input;
  return beginOperation(tx, { ...input, request: { kind: 'capture', isFinal } }, (payment, pending) => {
    if (pending.length > 0) return refuse('operation_pending', 'another capture or void awaits its answer');
    const isOpen = payment.state === 'authorized' || payment.state === 'partly_captured';
    if (!isOpen) return refuse('not_authorized', `the payment is ${payment.state}`);
    const left = payment.authorizedMinor - payment.capturedMinor;
    return amountMinor > left ? moreThan(left, 'authorised') : ok(undefined);
  });
}

/** Writes the call that gives up what is authorised and not captured. `key` names another try of one that was refused. */
export function beginVoid(
  tx: Tx,
  input: Wanted & { readonly key?: string },
): Promise<Result<ProviderCall, OperationRefusal>> {
  const whole = { key: '', ...input, amountMinor: 0n, request: { kind: 'void' as const } };
  return beginOperation(tx, whole, (payment, pending) => {
    if (pending.length > 0) return refuse('operation_pending', 'a capture awaits its answer');
    const isEnd = payment.capturedMinor > 0n || payment.state === 'voided';
    return isEnd ? refuse('not_authorized', `the payment is ${payment.state}`) : ok(undefined);
  });
}

/**
 * Writes the call that gives money back. All refunds together, asked and done, are at most what was captured: held
 * under the payment's lock and by a constraint. `key` names this refund: the same one again is the same call.
 */
export function beginRefund(
  tx: Tx,
  input: Wanted & { readonly key: string; readonly amountMinor: bigint; readonly reason: string },
): Promise<Result<ProviderCall, OperationRefusal>> {
  const { amountMinor, reason } = input;
  return beginOperation(tx, { ...input, request: { kind: 'refund', reason } }, (payment) => {
    if (payment.capturedMinor === 0n) return refuse('not_captured', 'nothing was captured');
    const { refundedMinor, refundAskedMinor, disputedMinor } = payment;
    const given = refundedMinor > refundAskedMinor ? refundedMinor : refundAskedMinor;
    const left = payment.capturedMinor - given - disputedMinor;
    return amountMinor > left ? moreThan(left, 'captured and neither refunded nor disputed') : ok(undefined);
  });
}

type Locked = Payment & { readonly refundAskedMinor: bigint };

async function beginOperation(
  tx: Tx,
  input: Wanted & {
    readonly key: string;
    readonly amountMinor: bigint;
    readonly request: Exclude<CallRequest, { kind: 'begin' }>;
  },
  decide: (payment: Locked, pending: readonly ProviderCall[]) => Result<undefined, OperationRefusal>,
): Promise<Result<ProviderCall, OperationRefusal>> {
  const { paymentId, key, amountMinor, request, now } = input;
  if (amountMinor < 0n || (amountMinor === 0n && request.kind !== 'void')) {
    throw new RangeError(`${amountMinor} is no amount to ${request.kind}`);
  }
  const payment = await lockPayment(tx, paymentId);
  if (payment === undefined) return refuse('unknown_payment', `there is no payment ${paymentId}`);
  const operations = await readOperations(tx, { paymentId });
  const idempotencyKey = keyOf(paymentId, request.kind, key);
  const same = operations.find((operation) => operation.call.idempotencyKey === idempotencyKey);
  if (same !== undefined) return ok(same.call);
  const pending = operations.filter(({ call, isPending }) => isPending && isOfAuthorization(call));
  const decided = decide(
    payment,
    pending.map(({ call }) => call),
  );
  if (!decided.ok) return decided;
  const { orderId, provider, attempt, reference, currency } = payment;
  const call = {
    ...{ operationId: newId<'payment_operation'>(), idempotencyKey, paymentId, orderId, provider, attempt },
    ...{ reference, currency, amountMinor, request },
  };
  await insertOperation(tx, call, now);
  return ok(call);
}

function isOfAuthorization({ request }: ProviderCall): boolean {
  return request.kind === 'capture' || request.kind === 'void';
}

function moreThan(left: bigint, what: string) {
  return refuse('more_than_left', `${left} is left of what was ${what}`, 'amountMinor');
}
