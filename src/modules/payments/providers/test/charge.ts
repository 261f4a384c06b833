import { sql } from 'kysely';
import { type CurrencyCode, currencyOf, divideRounded, minorDigits } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentId } from '../../payment.ts';
import type { DeclineKind, DisputeSnapshot, NextStep, Snapshot, SnapshotState } from '../../provider.ts';

/** What the test provider's calls need: its world is in the shop's database. */
export type TestDeps = { readonly db: Db; readonly now: () => Temporal.Instant };

/** A charge as the test provider remembers it. */
export type ChargeRow = {
  payment_id: PaymentId;
  token: string;
  state: 'requires_action' | 'authorized' | 'failed';
  currency: string;
  amount_minor: bigint;
  is_captured_at_once: boolean;
  captured_minor: bigint;
  refunded_minor: bigint;
  fee_minor: bigint;
  is_closed: boolean;
  decline_kind: DeclineKind | null;
  decline_code: string | null;
  order_number: string;
  return_url: string;
  cancel_url: string;
  disputes: readonly StoredDispute[];
};

export type StoredDispute = {
  readonly reference: string;
  readonly amountMinor: string;
  readonly state: DisputeSnapshot['state'];
  readonly evidenceDueAt: string;
};

export const CHARGE_COLUMNS = sql`payment_id, token, state, currency, amount_minor, is_captured_at_once,
  captured_minor, refunded_minor, fee_minor, is_closed, decline_kind, decline_code, order_number, return_url,
  cancel_url, disputes`;

export function referenceOf(paymentId: string): string {
  return `test_${paymentId}`;
}

export function snapshotOf(row: ChargeRow): Snapshot {
  const disputes = row.disputes.map(disputeOf);
  const isAuthorized = row.state === 'authorized';
  return {
    reference: referenceOf(row.payment_id),
    state: stateOf(row),
    currency: currencyOf(row.currency),
    authorizedMinor: isAuthorized ? row.amount_minor : 0n,
    capturedMinor: row.captured_minor,
    refundedMinor: row.refunded_minor,
    disputedMinor: takenBy(disputes),
    feeMinor: row.fee_minor,
    decline: row.decline_kind === null ? undefined : { kind: row.decline_kind, code: row.decline_code ?? '' },
    means: isAuthorized ? { kind: 'card', brand: 'visa', last4: '0000', expiry: undefined } : undefined,
    disputes,
  };
}

export function takenBy(disputes: readonly DisputeSnapshot[]): bigint {
  return disputes.reduce((sum, { state, amountMinor }) => (state === 'won' ? sum : sum + amountMinor), 0n);
}

function stateOf(row: ChargeRow): SnapshotState {
  if (row.state !== 'authorized') return row.is_closed && row.state !== 'failed' ? 'voided' : row.state;
  if (row.captured_minor === 0n) return row.is_closed ? 'voided' : 'authorized';
  return row.is_closed || row.captured_minor === row.amount_minor ? 'captured' : 'partly_captured';
}

function disputeOf(stored: StoredDispute): DisputeSnapshot {
  const { reference, state, amountMinor, evidenceDueAt } = stored;
  return {
    ...{ reference, state, amountMinor: BigInt(amountMinor), reason: 'fraudulent' },
    evidenceDueAt: Temporal.Instant.from(evidenceDueAt),
  };
}

export function nextOf(row: ChargeRow): NextStep {
  if (row.state !== 'requires_action' || row.is_closed) return { kind: 'none' };
  return { kind: 'redirect', url: new URL(`/test-payments/${row.payment_id}`, row.return_url).href };
}

/** What the test provider keeps of a capture: 1.4 % and, in a currency with hundredths, 25 of them. */
export function feeOf(amountMinor: bigint, currency: CurrencyCode): bigint {
  const fixed = minorDigits(currency) === 2 ? 25n : 0n;
  const fee = divideRounded(amountMinor * 14n, 1_000n) + fixed;
  return fee < amountMinor ? fee : amountMinor;
}
