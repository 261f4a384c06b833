import type {
  AuthorizationWithAdditionalData,
  Order,
  OrdersCapture,
  PaymentCollection,
} from '@paypal/paypal-server-sdk';
import { type CurrencyCode, currencyOf } from '../../../../kernel/index.ts';
import { fromPaypalAmount } from '../../amounts/paypal.ts';
import type { DisputeSnapshot, PaymentMeans, Snapshot, SnapshotState } from '../../provider.ts';
import { declineKindOf } from './declines.ts';
import { isGivenUp } from './marks.ts';

/** A payment amount as PayPal writes it. */
type Amount = { readonly currencyCode: string; readonly value: string };

/** An order as a snapshot. `decline`: why PayPal would not take what the shopper approved, as it said just now. */
export function snapshotOf(
  order: Order,
  more: { readonly disputes: readonly DisputeSnapshot[]; readonly decline?: Snapshot['decline'] },
): Snapshot {
  const { currency, amountMinor } = totalOf(order);
  const { authorizations = [], captures = [], refunds = [] } = paymentsOf(order);
  const taken = captures.filter(isTaken);
  const captured = sumOf(taken, currency);
  const decline = more.decline ?? declineOf(order);
  const state = captured > 0n ? takenState(order) : openState(order, decline);
  const refunded = sumOf(refunds.filter(isGivenBack), currency);
  return {
    reference: order.id ?? '',
    ...{ state, currency, capturedMinor: captured, disputes: more.disputes },
    authorizedMinor: authorizations.some(isGranted) ? amountMinor : captured,
    refundedMinor: refunded < captured ? refunded : captured,
    disputedMinor: more.disputes.reduce(
      (sum, one) => (one.state === 'won' ? sum : sum + one.amountMinor),
      0n,
    ),
    feeMinor: taken.length === 0 ? undefined : feeOf(taken, currency),
    decline: state === 'failed' || state === 'requires_action' ? decline : undefined,
    means: taken.length > 0 || authorizations.some(isGranted) ? meansOf(order) : undefined,
  };
}

/** An order that PayPal has forgotten, because nobody approved it while its page was open. Nothing can come of it. */
export function forgottenSnapshot(reference: string, currency: CurrencyCode): Snapshot {
  return {
    ...{ reference, state: 'voided', currency, authorizedMinor: 0n, capturedMinor: 0n, refundedMinor: 0n },
    ...{ disputedMinor: 0n, feeMinor: undefined, decline: undefined, means: undefined, disputes: [] },
  };
}

export function paymentsOf({ purchaseUnits = [] }: Order): PaymentCollection {
  return purchaseUnits[0]?.payments ?? {};
}

export function totalOf({ purchaseUnits = [] }: Order): { currency: CurrencyCode; amountMinor: bigint } {
  const amount = purchaseUnits[0]?.amount;
  if (amount === undefined) throw new RangeError('an order of PayPal has an amount');
  const currency = currencyOf(amount.currencyCode);
  return { currency, amountMinor: fromPaypalAmount(amount.value, currency) };
}

export function sumOf(parts: readonly { readonly amount?: Amount }[], currency: CurrencyCode): bigint {
  return parts.reduce((sum, { amount }) => sum + fromPaypalAmount(amount?.value ?? '0', currency), 0n);
}

/** Money is there: what was given back of it since is in the refunds. */
export function isTaken({ status }: OrdersCapture): boolean {
  return status === 'COMPLETED' || status === 'PARTIALLY_REFUNDED' || status === 'REFUNDED';
}

/** A refund that waits for its bank counts: it is on its way. */
export function isGivenBack({ status }: { readonly status?: string }): boolean {
  return status !== 'CANCELLED' && status !== 'FAILED';
}

/** More can be captured of it. */
export function isOpen({ status }: AuthorizationWithAdditionalData): boolean {
  return status === 'CREATED' || status === 'PARTIALLY_CAPTURED';
}

function isGranted({ status }: AuthorizationWithAdditionalData): boolean {
  return status !== 'DENIED' && status !== 'PENDING';
}

/** PayPal's list of states has no `EXPIRED`, its reports of authorisations have. */
function isOver({ status }: { readonly status?: string }): boolean {
  return status === 'VOIDED' || status === 'EXPIRED';
}

function takenState(order: Order): SnapshotState {
  const { authorizations = [], captures = [] } = paymentsOf(order);
  const isFinal = captures.some((capture) => isTaken(capture) && capture.finalCapture === true);
  return !isFinal && authorizations.some(isOpen) ? 'partly_captured' : 'captured';
}

/** The state of an order of which no money is there yet. */
function openState(order: Order, decline: Snapshot['decline']): SnapshotState {
  const { authorizations = [], captures = [] } = paymentsOf(order);
  if (captures.some(({ status }) => status === 'PENDING')) return 'processing';
  if (authorizations.some(isOpen)) return 'authorized';
  if (authorizations.some(({ status }) => status === 'PENDING')) return 'processing';
  if (authorizations.some(isOver)) return 'voided';
  if (captures.length > 0 || authorizations.length > 0) return 'failed';
  if (order.status === 'VOIDED' || isGivenUp(order.purchaseUnits?.[0]?.customId)) return 'voided';
  if (decline !== undefined) return decline.kind === 'authentication_failed' ? 'requires_action' : 'failed';
  return order.status === 'APPROVED' || order.status === 'COMPLETED' ? 'processing' : 'requires_action';
}

/** Why nothing was taken, where the order says so: the processor's code, or PayPal's own reason. */
function declineOf(order: Order): Snapshot['decline'] {
  const { authorizations = [], captures = [] } = paymentsOf(order);
  const refused = [...captures, ...authorizations].find(
    ({ status }) => status === 'DECLINED' || status === 'FAILED' || status === 'DENIED',
  );
  if (refused !== undefined) {
    const code = refused.processorResponse?.responseCode ?? refused.statusDetails?.reason ?? 'DECLINED';
    return { kind: declineKindOf(code) ?? 'card_declined', code };
  }
  return isAuthenticationFailed(order)
    ? { kind: 'authentication_failed', code: 'PAYER_ACTION_REQUIRED' }
    : undefined;
}

/** The bank said that this is not the holder of the card: PayPal advises not to go on ("3D Secure response parameters"). */
export function isAuthenticationFailed({ paymentSource }: Order): boolean {
  const status = paymentSource?.card?.authenticationResult?.threeDSecure?.authenticationStatus;
  return status === 'N' || status === 'R';
}

/** What PayPal kept, as far as it kept it in the currency of the payment. */
function feeOf(captures: readonly OrdersCapture[], currency: CurrencyCode): bigint | undefined {
  const fees = captures.flatMap(({ sellerReceivableBreakdown: breakdown }) => breakdown?.paypalFee ?? []);
  if (fees.length < captures.length || fees.some((fee) => fee.currencyCode !== currency)) return undefined;
  return sumOf(
    fees.map((amount) => ({ amount })),
    currency,
  );
}

function meansOf({ paymentSource }: Order): PaymentMeans {
  const card = paymentSource?.card;
  if (card === undefined) return { kind: 'wallet', brand: 'paypal', last4: undefined, expiry: undefined };
  const brand = card.brand?.toLowerCase() ?? 'card';
  return { kind: 'card', brand, last4: card.lastDigits?.slice(-4), expiry: card.expiry };
}
