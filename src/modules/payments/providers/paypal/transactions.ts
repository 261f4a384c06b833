import type { TransactionInformation } from '@paypal/paypal-server-sdk';
import { currencyOf } from '../../../../kernel/index.ts';
import { fromPaypalAmount } from '../../amounts/paypal.ts';
import type { PaymentProvider, ProviderTransaction } from '../../provider.ts';
import type { PaypalClient } from './client.ts';
import { thrown } from './errors.ts';
import { kindOf } from './event-codes.ts';
import type { Deps } from './find.ts';
import { paymentIdOf } from './marks.ts';
import { earlier, found, searchBooks } from './search.ts';

type Span = Parameters<PaymentProvider['transactions']>[0];
type Line = ProviderTransaction;

/**
 * PayPal's book, line by line. PayPal does not say what a withdrawal paid out: where it took exactly what had come since
 * the one before it, as an automatic one does, those lines are its; a withdrawal of some round sum has none.
 */
export async function* listTransactions(
  { client, now }: Pick<Deps, 'client' | 'now'>,
  span: Span,
): AsyncGenerator<Line> {
  const until = earlier(span.until, now());
  const lines = await readLines(client, { from: span.from, until });
  const sorted = lines.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const payouts = payoutsOf(sorted);
  for (const line of sorted) yield { ...line, payoutReference: payouts.get(line.id) };
}

async function readLines(client: PaypalClient, span: Span): Promise<Line[]> {
  const lines: Sourced[] = [];
  try {
    for await (const info of searchBooks(client, { ...span, isEverything: false })) {
      const line = lineOf(info);
      if (line !== undefined && isWithin(span, line.at)) lines.push(line);
    }
    return await withPayments(client, lines);
  } catch (error) {
    throw thrown(error);
  }
}

/** With the transaction that it is about, where it names one. */
type Sourced = Line & { readonly source: string | undefined };

function lineOf(info: TransactionInformation): Sourced | undefined {
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

/** A chargeback has no id of ours, but names the capture that it takes back: that one has, here or at PayPal. */
async function withPayments(client: PaypalClient, lines: readonly Sourced[]): Promise<Line[]> {
  const owners = new Map(lines.map(({ id, paymentId }) => [id, paymentId]));
  const named: Line[] = [];
  for (const { source, ...line } of lines) {
    if (line.paymentId === undefined && source !== undefined && !owners.has(source)) {
      const capture = await found(() => client.payments.getCapturedPayment({ captureId: source }));
      owners.set(source, paymentIdOf(capture?.result.customId));
    }
    const owner = source === undefined ? undefined : owners.get(source);
    named.push({ ...line, paymentId: line.paymentId ?? owner });
  }
  return named;
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
