import { currencyOf } from '../../../../kernel/index.ts';
import type { PaymentMeans, Snapshot, SnapshotState } from '../../provider.ts';
import { type Attempt, type AttemptMeans, isOver } from './attempt.ts';
import type { SentCall } from './calls.ts';
import { type Chargeback, disputesOf } from './chargebacks.ts';
import { declineKindOf } from './declines.ts';
import { type PaymentEvent, type Totals, totalsOf } from './payment-events.ts';
import { type FoundPayment, meansOf } from './query.ts';

/** All that is known of a payment: what Worldpay's queries have, and what we wrote down of calls they may not show yet. */
export type Known = {
  readonly attempt: Attempt;
  readonly found: readonly FoundPayment[];
  readonly calls: readonly SentCall[];
  readonly chargebacks: readonly Chargeback[];
};

export type KnownTotals = {
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly isClosed: boolean;
  readonly isPending: boolean;
  readonly refusalCode: string | undefined;
};

export function snapshotOf(known: Known, now: Temporal.Instant): Snapshot {
  const { attempt, found, chargebacks } = known;
  const currency = currencyOf(attempt.currency);
  const totals = knownTotals(known);
  const disputes = disputesOf(attempt.paymentId, chargebacks, currency);
  const state = stateOf(known, totals, now);
  const hasFailed = state === 'failed' || state === 'requires_action';
  const means = found.map(meansOf).find((one) => one !== undefined) ?? attempt.means;
  return {
    ...{ reference: attempt.paymentId, state, currency, disputes },
    authorizedMinor: totals.authorizedMinor,
    capturedMinor: totals.capturedMinor,
    refundedMinor: totals.refundedMinor,
    disputedMinor: disputes.reduce((sum, one) => (one.state === 'won' ? sum : sum + one.amountMinor), 0n),
    // Worldpay's API for payments does not say what it keeps of them.
    feeMinor: undefined,
    decline: hasFailed ? declineOf(totals.refusalCode) : undefined,
    means: totals.authorizedMinor > 0n && means !== undefined ? shown(means) : undefined,
  };
}

/**
 * The one table of states. A refusal ends the attempt: should a page let its shopper go on with another card, money is
 * weightier than what failed. An attempt that is over without money is as good as voided.
 */
function stateOf({ attempt }: Known, totals: KnownTotals, now: Temporal.Instant): SnapshotState {
  const { authorizedMinor, capturedMinor, isClosed, isPending, refusalCode } = totals;
  const table: readonly (readonly [isSo: boolean, state: SnapshotState])[] = [
    [capturedMinor > 0n && (isClosed || capturedMinor >= authorizedMinor), 'captured'],
    [capturedMinor > 0n, 'partly_captured'],
    [authorizedMinor > 0n && isClosed, 'voided'],
    [authorizedMinor > 0n, 'authorized'],
    [isPending, 'processing'],
    [attempt.outcome === 'voided', 'voided'],
    [refusalCode !== undefined, 'failed'],
    [isOver(attempt, now), 'voided'],
  ];
  return table.find(([isSo]) => isSo)?.[1] ?? 'requires_action';
}

/**
 * Totals of all payments under the reference, and of calls that were answered and are in no history yet: a settlement
 * that Worldpay has accepted is captured, although its queries need a minute to say so.
 */
export function knownTotals({ attempt, found, calls }: Omit<Known, 'chargebacks'>): KnownTotals {
  const whole = Number(attempt.amountMinor);
  const seen = found.map(({ events, value }) => totalsOf(events, value.amount));
  const events = found.flatMap((one) => one.events);
  const sum = (key: 'authorized' | 'captured' | 'refunded') =>
    seen.reduce((total, one) => total + BigInt(one[key]), 0n);
  const late = calls.filter((call) => call.isAnswered && !isIn(events, call));
  const lateOf = (kind: SentCall['kind']) =>
    late.reduce((total, one) => (one.kind === kind ? total + one.amountMinor : total), 0n);
  const noted = found.length === 0 ? notedTotals(attempt, whole) : { authorized: 0n, captured: 0n };
  const totals = {
    authorizedMinor: sum('authorized') + noted.authorized,
    capturedMinor: sum('captured') + noted.captured + lateOf('capture'),
    refundedMinor: sum('refunded') + lateOf('refund'),
    isClosed: seen.some(({ isClosed }) => isClosed) || late.some(({ kind }) => kind === 'cancel'),
    isPending: seen.some(({ isPending }) => isPending),
    refusalCode: refusalOf(seen, attempt),
  };
  const isTakenBack = totals.isClosed && totals.capturedMinor === 0n && attempt.isCapturedAtOnce;
  if (!isTakenBack || calls.some(({ kind }) => kind === 'cancel')) return totals;
  // Authorised, and cancelled by Worldpay itself before it was settled: the security code or the address was wrong.
  return { ...totals, authorizedMinor: 0n, isClosed: false, refusalCode: 'sentForCancellation' };
}

function notedTotals({ outcome }: Attempt, whole: number): { authorized: bigint; captured: bigint } {
  const authorized = outcome === 'authorized' || outcome === 'settled' ? BigInt(whole) : 0n;
  return { authorized, captured: outcome === 'settled' ? authorized : 0n };
}

function refusalOf(seen: readonly Totals[], attempt: Attempt): string | undefined {
  return attempt.refusalCode ?? seen.findLast(({ refusalCode }) => refusalCode !== undefined)?.refusalCode;
}

/** Whether a call of ours is in the history: by our reference, or as the one of its kind that has none. */
export function isIn(
  events: readonly PaymentEvent[],
  { kind, reference }: Pick<SentCall, 'kind' | 'reference'>,
): boolean {
  return events.some((event) => {
    if (kind === 'capture') {
      const isSettlement = event.eventName === 'settlementRequested';
      return isSettlement && (event.settlementReference === reference || event.type === 'fullSettlement');
    }
    if (kind === 'refund') return event.refundReference === reference;
    if (kind === 'cancel') return event.eventName === 'cancellationRequested';
    return event.eventName.startsWith('authorization') || event.eventName.startsWith('sale');
  });
}

export function declineOf(code: string | undefined): Snapshot['decline'] {
  return code === undefined ? undefined : { kind: declineKindOf(code), code };
}

function shown({ brand, last4, expiry }: AttemptMeans): PaymentMeans {
  return { kind: 'card', brand, last4, expiry };
}
