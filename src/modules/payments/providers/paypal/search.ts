import type { TransactionInformation } from '@paypal/paypal-server-sdk';
import type { PaypalClient } from './client.ts';
import { isMissing } from './errors.ts';
import { paymentIdOf } from './marks.ts';

/** The most that PayPal answers at once. */
const PAGE = 500;
/** An order is approved and taken within hours, or never. */
const HOURS = 12;

/**
 * The order of a payment that was paid, by our id in PayPal's books, which may be three hours behind. Nothing for one
 * that nobody has paid: the books have only what moved.
 */
export async function findPaidOrder(
  client: PaypalClient,
  paymentId: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const madeAt = instantOf(paymentId);
  const span = { from: madeAt.subtract({ minutes: 1 }), until: earlier(madeAt.add({ hours: HOURS }), now) };
  for await (const info of searchBooks(client, { ...span, isEverything: true })) {
    if (paymentIdOf(info.customField) !== paymentId || info.transactionId === undefined) continue;
    const order = await orderIdOf(client, info.transactionId);
    if (order !== undefined) return order;
  }
  return undefined;
}

/**
 * What PayPal's books show of a span, page by page. `isEverything`: also what moved no money, such as authorisations.
 * The account needs the right to search transactions, which an app at PayPal has to be given.
 */
export async function* searchBooks(
  client: PaypalClient,
  input: {
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly isEverything: boolean;
  },
): AsyncGenerator<TransactionInformation> {
  if (Temporal.Instant.compare(input.from, input.until) >= 0) return;
  let last = 1;
  for (let page = 1; page <= last; page += 1) {
    const { result } = await client.transactions.searchTransactions({
      ...{ startDate: secondOf(input.from), endDate: secondOf(input.until), page, pageSize: PAGE },
      ...{ fields: 'transaction_info', balanceAffectingRecordsOnly: input.isEverything ? 'N' : 'Y' },
    });
    last = result.totalPages ?? 1;
    for (const { transactionInfo: info } of result.transactionDetails ?? []) {
      if (info !== undefined && !isOpenOrDenied(info)) yield info;
    }
  }
}

/** Waiting, or refused: nothing has moved. */
function isOpenOrDenied({ transactionStatus: status }: TransactionInformation): boolean {
  return status === 'P' || status === 'D';
}

/** The order behind a capture or, where there is no such capture, an authorisation. */
async function orderIdOf(client: PaypalClient, id: string): Promise<string | undefined> {
  const capture = await found(() => client.payments.getCapturedPayment({ captureId: id }));
  const payment =
    capture ?? (await found(() => client.payments.getAuthorizedPayment({ authorizationId: id })));
  return payment?.result.supplementaryData?.relatedIds?.orderId;
}

export async function found<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Books of a time that is to come are not asked for. */
export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}

/** PayPal counts in whole seconds; none of the last one is to be missed. */
function secondOf(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second', roundingMode: 'ceil' });
}

/** When a version 7 UUID was made (RFC 9562, section 5.7). */
function instantOf(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
