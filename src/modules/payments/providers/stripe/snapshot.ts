import type Stripe from 'stripe';
import { type CurrencyCode, currencyOf } from '../../../../kernel/index.ts';
import { fromStripeAmount, fromStripeBook } from '../../amounts/stripe.ts';
import type { DisputeSnapshot, PaymentMeans, Snapshot, SnapshotState } from '../../provider.ts';
import { declineKindOf } from './declines.ts';

/** What a snapshot needs in whole, where Stripe would give ids. */
export const EXPAND = ['latest_charge.balance_transaction', 'latest_charge.refunds'];

/** A payment intent, with its charge expanded, as a snapshot under `reference`. */
export function snapshotOf(
  intent: Stripe.PaymentIntent,
  more: { readonly reference: string; readonly disputes: readonly Stripe.Dispute[]; readonly fee?: number },
): Snapshot {
  const currency = currencyOf(intent.currency);
  const charge = chargeOf(intent);
  const captured = fromStripeAmount(charge?.amount_captured ?? 0, currency);
  const disputes = more.disputes.flatMap((dispute) => disputeOf(dispute, currency) ?? []);
  const isGood = charge?.status === 'succeeded';
  return {
    reference: more.reference,
    state: stateOf(intent, captured),
    currency,
    authorizedMinor: isGood ? fromStripeAmount(charge.amount, currency) : 0n,
    capturedMinor: captured,
    refundedMinor: refundedOf(charge, captured, currency),
    disputedMinor: disputes.reduce((sum, one) => (one.state === 'won' ? sum : sum + one.amountMinor), 0n),
    feeMinor: feeOf(charge, more, currency),
    decline: declineOf(intent),
    means: isGood ? meansOf(charge.payment_method_details) : undefined,
    disputes,
  };
}

/** A session of the hosted Checkout on whose page nobody has paid. */
export function unpaidSnapshot(session: Stripe.Checkout.Session): Snapshot {
  return {
    reference: session.id,
    state: session.status === 'expired' ? 'voided' : 'requires_action',
    currency: currencyOf(session.currency ?? ''),
    ...{ authorizedMinor: 0n, capturedMinor: 0n, refundedMinor: 0n, disputedMinor: 0n, feeMinor: undefined },
    ...{ decline: undefined, means: undefined, disputes: [] },
  };
}

export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  const { latest_charge: charge } = intent;
  return typeof charge === 'object' && charge !== null ? charge : undefined;
}

function stateOf(intent: Stripe.PaymentIntent, captured: bigint): SnapshotState {
  switch (intent.status) {
    case 'succeeded':
      return 'captured';
    case 'requires_capture':
      return captured > 0n ? 'partly_captured' : 'authorized';
    case 'canceled':
      return captured > 0n ? 'captured' : 'voided';
    case 'processing':
      return 'processing';
    case 'requires_payment_method':
      return intent.last_payment_error === null ? 'requires_action' : 'failed';
    default:
      return 'requires_action';
  }
}

/**
 * The sum of the refunds themselves: `amount_refunded` of a charge also has what was authorised and given up. A refund
 * that failed or was canceled gave nothing back.
 */
function refundedOf(charge: Stripe.Charge | undefined, captured: bigint, currency: CurrencyCode): bigint {
  const refunds = charge?.refunds?.data ?? [];
  const real = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  const sum = real.reduce((total, { amount }) => total + fromStripeAmount(amount, currency), 0n);
  return sum < captured ? sum : captured;
}

/** What Stripe kept for captures and disputes; known where it settles in the currency of the payment. */
function feeOf(
  charge: Stripe.Charge | undefined,
  { fee, disputes }: { readonly fee?: number; readonly disputes: readonly Stripe.Dispute[] },
  currency: CurrencyCode,
): bigint | undefined {
  const line = charge?.balance_transaction;
  if (typeof line !== 'object' || line === null || currencyOf(line.currency) !== currency) return undefined;
  const ofDisputes = disputes.flatMap((dispute) => dispute.balance_transactions);
  const sum = ofDisputes.reduce((total, one) => total + one.fee, fee ?? line.fee);
  return fromStripeBook(sum, currency);
}

function declineOf({ status, last_payment_error: error }: Stripe.PaymentIntent): Snapshot['decline'] {
  if (error === null || status !== 'requires_payment_method') return undefined;
  const { code = '', decline_code: declineCode } = error;
  return { kind: declineKindOf(code, declineCode), code: declineCode ?? code };
}

function meansOf(details: Stripe.Charge.PaymentMethodDetails | null): PaymentMeans | undefined {
  if (details === null) return undefined;
  const { card } = details;
  if (card === undefined) return { kind: 'other', brand: details.type, last4: undefined, expiry: undefined };
  const { exp_month: month, exp_year: year } = card;
  return {
    kind: card.wallet === null ? 'card' : 'wallet',
    brand: card.brand ?? 'card',
    last4: card.last4 ?? undefined,
    expiry: `${year}-${`${month}`.padStart(2, '0')}`,
  };
}

/** An inquiry (`warning_…`) takes nothing yet, and a dispute that was prevented took nothing. */
function disputeOf(dispute: Stripe.Dispute, currency: CurrencyCode): DisputeSnapshot | undefined {
  const { status, evidence_details: evidence } = dispute;
  if (status.startsWith('warning_') || status === 'prevented') return undefined;
  const dueBy = evidence.due_by;
  return {
    reference: dispute.id,
    amountMinor: fromStripeAmount(dispute.amount, currency),
    reason: dispute.reason,
    state: status === 'won' ? 'won' : status === 'lost' ? 'lost' : 'open',
    evidenceDueAt: dueBy === null ? undefined : Temporal.Instant.fromEpochMilliseconds(dueBy * 1000),
  };
}
