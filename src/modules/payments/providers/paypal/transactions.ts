import type { TransactionInformation } from '@paypal/paypal-server-sdk';
import { currencyOf } from '../../../../kernel/index.ts';
import { fromPaypalAmount } from '../../amounts/paypal.ts';
import type { PaymentProvider, ProviderTransaction } from '../../provider.ts';
import type { PaypalClient } from './client.ts';
import { kindOf } from './event-codes.ts';
import { paymentIdOf } from './marks.ts';
import { searchBooks } from './search.ts';

type Span = Parameters<PaymentProvider['transactions']>[0];
type Line = ProviderTransaction;

/**
 * PayPal's book, line by line. PayPal does not say what a withdrawal paid out: where it took exactly what had come since
 * the one before it, as an automatic one does, those lines are its; a withdrawal of some round sum has none.
 */
export async function* listTransactions(client: PaypalClient, span: Span): AsyncGenerator<Line> {
  const lines: Line[] = [];
  for await (const info of searchBooks(client, { ...span, isEverything: false })) {
    const line = lineOf(info);
    if (line !== undefined && isWithin(span, line.at)) lines.push(line);
  }
  const sorted = withPayments(lines).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const payouts = payoutsOf(sorted);
  for (const line of sorted) yield { ...line, payoutReference: payouts.get(line.id) };
}

function lineOf(info: TransactionInformation): (Line & { readonly source: string | undefined }) | undefined {
  const { transactionId: id, transactionEventCode: code = '', transactionAmount: amount } = info;
  const { transactionInitiationDate: at } = info;
  if (id === undefined || amount === undefined || at === undefined) return undefined;
  const currency = currencyOf(amount.currencyCode);
  const amountMinor = signed(amount.value, currency);
  const kind = kindOf(code, amountMinor);
  if (kind === undefined) return undefined;
  return {
    ...{ id, kind, currency, amountMinor, reference: undefined, payoutReference: undefined },
    paymentId: paymentIdOf(info.customField),
    feeMinor: info.feeAmount === undefined ? 0n : -signed(info.feeAmount.value, currency),
    at: Temporal.Instant.from(isoOf(at)),
    source: info.paypalReferenceId,
  };
}

/** A chargeback has no id of ours, but names the capture that it takes back. */
function withPayments(lines: readonly (Line & { readonly source?: string | undefined })[]): Line[] {
  const owners = new Map(lines.map(({ id, paymentId }) => [id, paymentId]));
  return lines.map(({ source, ...line }) => ({
    ...line,
    paymentId: line.paymentId ?? (source === undefined ? undefined : owners.get(source)),
  }));
}

/** Line → the withdrawal that it went out with. `lines` in the order of time. */
function payoutsOf(lines: readonly Line[]): Map<string, string> {
  const payouts = new Map<string, string>();
  for (const own of Map.groupBy(lines, ({ currency }) => currency).values()) {
    let since: Line[] = [];
    for (const line of own) {
      if (line.kind !== 'payout') {
        since.push(line);
        continue;
      }
      payouts.set(line.id, line.id);
      const sum = since.reduce((total, { amountMinor, feeMinor }) => total + amountMinor - feeMinor, 0n);
      if (sum === -line.amountMinor) for (const { id } of since) payouts.set(id, line.id);
      since = [];
    }
  }
  return payouts;
}

function signed(value: string, currency: Line['currency']): bigint {
  return value.startsWith('-')
    ? -fromPaypalAmount(value.slice(1), currency)
    : fromPaypalAmount(value, currency);
}

/** PayPal writes offsets without a colon: `2026-11-27T02:30:00+0000`. */
function isoOf(text: string): string {
  return text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

function isWithin({ from, until }: Span, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0;
}
