import { ok, type Result, refuse } from '../../kernel/index.ts';
import { findCardNumbers } from './card-numbers.ts';
import type { Payment, PaymentId } from './payment.ts';
import type { NextStep, PaymentProvider, ProviderRefusal, Snapshot } from './provider.ts';
import type { Answer, ProviderCall } from './provider-call.ts';
import type { PaymentDeps } from './providers.ts';
import { readOpenAttempts } from './store/payments.ts';

/**
 * Makes a call that was written down before, outside of any transaction. Rejects (`ProviderUnreachable`) when nobody
 * knows whether it had its effect: the operation then stays pending, and the same call is made again later
 * (`pendingCalls`). Before a further attempt begins, the order's earlier ones are closed at their providers.
 */
export async function callProvider(deps: PaymentDeps, call: ProviderCall): Promise<Answer> {
  const provider = await deps.providers.get(call.provider);
  if (provider === undefined) {
    return { call, result: refuse('refused_by_provider', `${call.provider} is not set up in this shop`) };
  }
  if (call.request.kind === 'begin' && call.attempt > 1) {
    const refused = await closeEarlier(deps, call);
    if (refused !== undefined) return { call, result: refused };
  }
  const { paymentId, idempotencyKey, amountMinor, currency, request } = call;
  if (request.kind === 'begin') {
    const given = { ...request.input, paymentId, idempotencyKey, amountMinor, currency };
    return { call, result: checked(call, await provider.begin(given)) };
  }
  const reference = call.reference;
  if (reference === undefined) {
    return { call, result: refuse('unknown_payment', 'the provider has not named this payment yet') };
  }
  const done = call.stale && (await madeBefore(deps, call, call.stale));
  if (done !== undefined) return { call, result: asBegun(ok(done)) };
  const operation = { reference, paymentId, idempotencyKey, currency, amountMinor };
  return { call, result: checked(call, asBegun(await operate(provider, request, operation))) };
}

/**
 * Whether a call that is made again after its key may be forgotten had its effect: the provider's total is higher than ours
 * by at least its amount. It would take or give the money a second time otherwise.
 */
async function madeBefore(
  deps: PaymentDeps,
  call: ProviderCall,
  known: NonNullable<ProviderCall['stale']>,
): Promise<Snapshot | undefined> {
  const { paymentId: id, provider, reference, currency, amountMinor, request } = call;
  if (request.kind !== 'capture' && request.kind !== 'refund') return undefined;
  const total = request.kind === 'capture' ? 'capturedMinor' : 'refundedMinor';
  const read = await readSnapshot(deps, { id, provider, reference, currency });
  return read.ok && read.value[total] - known[total] >= amountMinor ? read.value : undefined;
}

function operate(
  provider: PaymentProvider,
  request: Exclude<ProviderCall['request'], { kind: 'begin' }>,
  operation: Parameters<PaymentProvider['void']>[0] & { readonly amountMinor: bigint },
): Promise<Result<Snapshot, ProviderRefusal>> {
  if (request.kind === 'capture') return provider.capture({ ...operation, isFinal: request.isFinal });
  if (request.kind === 'refund') return provider.refund({ ...operation, reason: request.reason });
  return provider.void(operation);
}

function asBegun(result: Result<Snapshot, ProviderRefusal>): Answer['result'] {
  return result.ok ? ok({ snapshot: result.value, next: undefined }) : result;
}

/**
 * What the provider says of a payment now, outside of any transaction. `unknown_payment` also for an answer that is
 * about another payment or another currency: nothing of it is believed.
 */
export async function readSnapshot(
  deps: PaymentDeps,
  payment: Pick<Payment, 'id' | 'provider' | 'reference' | 'currency'>,
): Promise<Result<Snapshot, ProviderRefusal>> {
  const provider = await deps.providers.get(payment.provider);
  if (provider === undefined)
    return refuse('refused_by_provider', `${payment.provider} is not set up in this shop`);
  const { id: paymentId, reference, currency } = payment;
  const read = await provider.read({ paymentId, reference, currency });
  return read.ok && !isAbout(payment, read.value) ? unknown(paymentId) : read;
}

type Brought = Pick<Parameters<NonNullable<PaymentProvider['proceed']>>[0], 'fields' | 'browser'>;

/**
 * Takes a payment whose fields stand in our page a step further with what the browser brings, outside of any
 * transaction. What came of the payment is read afterwards, as always: the answer here is only what the shopper has to
 * do next. Nothing, where the provider needs no telling.
 *
 * @throws ProviderUnreachable when nobody knows what came of it
 */
export async function proceedPayment(
  deps: PaymentDeps,
  payment: Pick<Payment, 'id' | 'provider'>,
  brought: Brought,
): Promise<Result<NextStep, ProviderRefusal>> {
  const provider = await deps.providers.get(payment.provider);
  if (provider?.proceed === undefined) return ok({ kind: 'none' });
  // PCI DSS 4.0.1: a card number is no session, and goes nowhere from here.
  const isCard = Object.values(brought.fields).some((value = '') => findCardNumbers(value).length > 0);
  if (isCard) return refuse('refused_by_provider', 'a card number was sent to the shop', 'session');
  const gone = await provider.proceed({ paymentId: payment.id, ...brought });
  return gone.ok ? ok(gone.value.next) : gone;
}

function checked(call: ProviderCall, result: Answer['result']): Answer['result'] {
  return result.ok && !isAbout(call, result.value.snapshot) ? unknown(call.paymentId) : result;
}

function isAbout(asked: Pick<Payment, 'reference' | 'currency'>, snapshot: Snapshot): boolean {
  const isSame = asked.reference === undefined || asked.reference === snapshot.reference;
  return isSame && asked.currency === snapshot.currency;
}

function unknown(id: PaymentId) {
  return refuse('unknown_payment', `the provider knows no such payment as ${id}`);
}

/** Nothing more is to come of the order's earlier attempts, so that no shopper pays twice over two open pages. */
async function closeEarlier(deps: PaymentDeps, call: ProviderCall) {
  for (const earlier of await readOpenAttempts(deps.db, call)) {
    const snapshot = await readSnapshot(deps, earlier);
    // Where the provider does not know it, or has nothing left to close, nothing can come of it.
    if (!snapshot.ok || snapshot.value.state === 'voided') continue;
    if (hasMoney(snapshot.value)) return alreadyPaid(earlier);
    const { reference, currency } = snapshot.value;
    const provider = await deps.providers.get(earlier.provider);
    const idempotencyKey = `${earlier.id}:superseded`;
    const closed = await provider?.void({ reference, currency, paymentId: earlier.id, idempotencyKey });
    if (closed?.ok) continue;
    const after = await readSnapshot(deps, earlier);
    if (after.ok && hasMoney(after.value)) return alreadyPaid(earlier);
  }
  return undefined;
}

function hasMoney({ state }: Snapshot): boolean {
  return state === 'authorized' || state === 'partly_captured' || state === 'captured';
}

function alreadyPaid({ attempt }: Payment) {
  return refuse('already_paid', `attempt ${attempt} of this order has been paid`);
}
