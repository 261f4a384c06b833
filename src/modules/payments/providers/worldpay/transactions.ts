import { sql } from 'kysely';
import { currencyOf, parseId } from '../../../../kernel/index.ts';
import type { PaymentProvider, ProviderTransaction } from '../../provider.ts';
import { instant } from '../../store/values.ts';
import { readMoved } from './calls.ts';
import type { WorldpayDeps } from './deps.ts';
import type { PaymentEvent } from './payment-events.ts';
import { type FoundPayment, findPayments, paymentsOfSpan } from './query.ts';

type Span = Parameters<PaymentProvider['transactions']>[0];

/** Payments are listed by when they were authorised: so long before a span they are looked through. */
const LOOKBACK_DAYS = 7;

/**
 * What moved in a span, by the histories of payments: of those authorised then or in the week before, and of older ones
 * whose money we moved then. Worldpay's API for payments has neither fees nor payouts, so there are none here.
 */
export async function* listTransactions(deps: WorldpayDeps, span: Span): AsyncGenerator<ProviderTransaction> {
  const { from, until } = span;
  const seen = new Set<string>();
  const near = { from: from.subtract({ hours: LOOKBACK_DAYS * 24 }), until };
  for await (const found of paymentsOfSpan(deps.client, near)) {
    seen.add(found.transactionReference);
    yield* linesOf(found, span);
  }
  for (const paymentId of await readMoved(deps.db, span)) {
    if (seen.has(paymentId)) continue;
    for (const found of await findPayments(deps.client, paymentId)) yield* linesOf(found, span);
  }
  yield* chargebackLines(deps, span);
}

function* linesOf(found: FoundPayment, { from, until }: Span): Generator<ProviderTransaction> {
  const failed = new Set(
    found.events.flatMap(({ eventName, commandId }) =>
      /(Failed|TimedOut)$/.test(eventName) ? [commandId] : [],
    ),
  );
  for (const event of found.events) {
    const kind = kindOf(event);
    const at = atOf(event);
    if (kind === undefined || at === undefined || failed.has(event.commandId)) continue;
    const isWithin = Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
    if (!isWithin) continue;
    const amount = BigInt(event.value?.amount ?? found.value.amount);
    yield {
      id: `${found.paymentId ?? found.transactionReference}:${event.commandId ?? event.eventName}`,
      ...{ kind, at, reference: found.transactionReference },
      // Another program may have the same account: its references are no ids of ours.
      paymentId: parseId<'payment'>(found.transactionReference),
      amountMinor: kind === 'refund' ? -amount : amount,
      ...{ feeMinor: 0n, currency: currencyOf(found.value.currency), payoutReference: undefined },
    };
  }
}

function kindOf({ eventName }: PaymentEvent): 'capture' | 'refund' | undefined {
  if (eventName === 'settlementRequested' || eventName === 'saleSucceeded') return 'capture';
  return eventName === 'refundRequested' ? 'refund' : undefined;
}

function atOf({ timestamp }: PaymentEvent): Temporal.Instant | undefined {
  return timestamp === undefined ? undefined : Temporal.Instant.from(timestamp);
}

/** Chargebacks that took money, and those that gave it back: one line each, as their events came. */
async function* chargebackLines(
  { db }: WorldpayDeps,
  { from, until }: Span,
): AsyncGenerator<ProviderTransaction> {
  const { rows } = await sql<LineRow>`
    select payment_id, event_id, kind, amount_minor, currency, at from (
      select chargeback.*, row_number() over (
        partition by payment_id, kind in ('chargebackReversed', 'disputeFundsReleased', 'disputeReserveReleased')
        order by at, event_id) as nth
      from payments.worldpay_chargeback as chargeback
    ) as numbered
    where nth = 1 and at >= ${instant(from)} and at < ${instant(until)} order by at`.execute(db);
  for (const row of rows) {
    const isBack = row.kind.endsWith('Reversed') || row.kind.endsWith('Released');
    yield {
      ...{ id: row.event_id, kind: isBack ? 'dispute_reversal' : 'dispute', at: row.at },
      ...{ reference: row.payment_id, paymentId: row.payment_id, feeMinor: 0n, payoutReference: undefined },
      amountMinor: isBack ? row.amount_minor : -row.amount_minor,
      currency: currencyOf(row.currency),
    };
  }
}

type LineRow = {
  payment_id: string;
  event_id: string;
  kind: string;
  amount_minor: bigint;
  currency: string;
  at: Temporal.Instant;
};
