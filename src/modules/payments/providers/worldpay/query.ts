import { z } from 'zod';
import { ProviderUnreachable } from '../../provider.ts';
import type { AttemptMeans } from './attempt.ts';
import { pathOf, type WorldpayClient } from './client.ts';
import { paymentEvent } from './payment-events.ts';

const link = z.object({ href: z.string().max(4_000) });

const page = z.object({
  _links: z.object({ next: link.optional() }).optional(),
  _embedded: z.object({ payments: z.array(z.object({ _links: z.object({ self: link }) })) }).optional(),
});

const payment = z.object({
  paymentId: z.string().max(64).optional(),
  timestamp: z.string().optional(),
  transactionReference: z.string().max(64),
  value: z.object({ amount: z.number().int(), currency: z.string() }),
  paymentInstrument: z
    .object({
      card: z
        .object({
          number: z.object({ last4Digits: z.string().max(4).optional() }).optional(),
          brand: z.string().max(40).optional(),
          expiryDate: z.object({ month: z.number(), year: z.number() }).optional(),
        })
        .optional(),
    })
    .optional(),
  events: z.array(paymentEvent).default([]),
  _links: z.record(z.string(), z.union([link, z.array(z.unknown())])).default({}),
});

/** A payment as Payment Queries has it: its history, and what may be done with it. */
export type FoundPayment = z.infer<typeof payment>;

const PAYMENTS = '/paymentQueries/payments';

/**
 * The payments under a transactionReference. On a hosted page a declined card is followed by another one: then there
 * are several, of which one took money. None: Worldpay knows of none, or not yet.
 */
export async function findPayments(client: WorldpayClient, reference: string): Promise<FoundPayment[]> {
  const found: FoundPayment[] = [];
  const query = new URLSearchParams({ transactionReference: reference });
  for await (const one of listPayments(client, query)) {
    if (one.transactionReference === reference) found.push(one);
  }
  return found;
}

/** Payments whose authorisation was in a span. */
export function paymentsOfSpan(
  client: WorldpayClient,
  span: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): AsyncGenerator<FoundPayment> {
  const dates = { startDate: textOf(span.from), endDate: textOf(span.until) };
  return listPayments(client, new URLSearchParams({ ...dates, pageSize: '300' }));
}

async function* listPayments(client: WorldpayClient, query: URLSearchParams): AsyncGenerator<FoundPayment> {
  let path: string | undefined = `${PAYMENTS}?${query}`;
  while (path !== undefined) {
    const listed: z.infer<typeof page> = parsed(page, await client.get(path));
    for (const { _links } of listed._embedded?.payments ?? []) {
      yield parsed(payment, await client.get(pathOf(_links.self.href)));
    }
    const next = listed._links?.next?.href;
    path = next === undefined ? undefined : pathOf(next);
  }
}

/** An answer that is not what the documentation promises says nothing: it is asked again, and somebody looks. */
function parsed<Schema extends z.ZodType>(
  schema: Schema,
  { status, body }: { readonly status: number; readonly body: unknown },
): z.infer<Schema> {
  const read = status < 400 ? schema.safeParse(body) : undefined;
  if (read?.success) return read.data;
  throw new ProviderUnreachable('worldpay', `a query was answered ${status}`, read?.error);
}

const NAMES = {
  settle: /(^|:)settle(Payment)?$/,
  partialSettle: /(^|:)partial(ly)?Settle(Payment)?$/i,
  cancel: /(^|:)cancel(Payment)?$/,
  refund: /(^|:)refund(Payment)?$/,
  partialRefund: /(^|:)partial(ly)?Refund(Payment)?$/i,
};

/** Where an action may be asked for, if it may be: what is not offered is not possible now. */
export function actionOf(found: FoundPayment, action: keyof typeof NAMES): string | undefined {
  const [, to] = Object.entries(found._links).find(([name]) => NAMES[action].test(name)) ?? [];
  return to === undefined || Array.isArray(to) ? undefined : pathOf(to.href);
}

export function meansOf({ paymentInstrument }: FoundPayment): AttemptMeans | undefined {
  const card = paymentInstrument?.card;
  if (card === undefined) return undefined;
  const { number, brand = 'card', expiryDate } = card;
  return {
    brand,
    ...(number?.last4Digits === undefined ? {} : { last4: number.last4Digits }),
    ...(expiryDate === undefined ? {} : { expiry: expiryOf(expiryDate) }),
  };
}

export function expiryOf({ month, year }: { readonly month: number; readonly year: number }): string {
  return `${year}-${`${month}`.padStart(2, '0')}`;
}

/** Without fractions of a second, as Worldpay's examples are. */
function textOf(at: Temporal.Instant): string {
  return at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}
