import type Stripe from 'stripe';
import { currencyOf } from '../../../../kernel/index.ts';
import { fromStripeBook } from '../../amounts/stripe.ts';
import type { PaymentProvider, ProviderTransaction } from '../../provider.ts';

type Span = Parameters<PaymentProvider['transactions']>[0];

const PAYOUT_DAYS = 30;

/** Stripe's balance, line by line, each with the payout that it went out with as far as that is known. */
export async function* listTransactions(client: Stripe, span: Span): AsyncGenerator<ProviderTransaction> {
  const payouts = await payoutsOf(client, span);
  const created = { gte: secondsOf(span.from), lt: secondsOf(span.until) };
  const expand = ['data.source.payment_intent'];
  for await (const line of client.balanceTransactions.list({ created, limit: 100, expand })) {
    yield transactionOf(line, payouts.get(line.id));
  }
}

/** Line → payout, of the payouts that were made in the span or up to a month after it. */
async function payoutsOf(client: Stripe, span: Span): Promise<Map<string, string>> {
  const until = span.until.add({ hours: PAYOUT_DAYS * 24 });
  const created = { gte: secondsOf(span.from), lt: secondsOf(until) };
  const payouts = new Map<string, string>();
  for await (const payout of client.payouts.list({ created, limit: 100 })) {
    for await (const line of client.balanceTransactions.list({ payout: payout.id, limit: 100 })) {
      payouts.set(line.id, payout.id);
    }
  }
  return payouts;
}

function transactionOf(line: Stripe.BalanceTransaction, payout: string | undefined): ProviderTransaction {
  const currency = currencyOf(line.currency);
  const kind = kindOf(line);
  const intent = intentOf(line);
  return {
    ...{ id: line.id, kind, currency },
    reference: intent?.id,
    paymentId: intent?.metadata['payment_id'],
    amountMinor: fromStripeBook(line.amount, currency),
    feeMinor: fromStripeBook(line.fee, currency),
    payoutReference: kind === 'payout' ? sourceIdOf(line) : payout,
    at: Temporal.Instant.fromEpochMilliseconds(line.created * 1000),
  };
}

function kindOf({
  type,
  reporting_category: category,
}: Stripe.BalanceTransaction): ProviderTransaction['kind'] {
  if (type === 'charge' || type === 'payment') return 'capture';
  if (type === 'refund' || type === 'payment_refund') return 'refund';
  if (type === 'payout') return 'payout';
  if (category === 'dispute') return 'dispute';
  if (category === 'dispute_reversal') return 'dispute_reversal';
  return category === 'fee' ? 'fee' : 'adjustment';
}

function sourceIdOf({ source }: Stripe.BalanceTransaction): string | undefined {
  return typeof source === 'string' ? source : source?.id;
}

function intentOf({ source }: Stripe.BalanceTransaction): Stripe.PaymentIntent | undefined {
  if (typeof source !== 'object' || source === null || !('payment_intent' in source)) return undefined;
  const { payment_intent: intent } = source;
  return typeof intent === 'object' && intent !== null ? intent : undefined;
}

function secondsOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
