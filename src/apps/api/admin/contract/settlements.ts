import { z } from 'zod';
import {
  dateInput,
  endpoint,
  id,
  instant,
  instantInput,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { disputeEndpoints } from './disputes.ts';
import { PROVIDERS } from './payment-methods.ts';

const payout = z.object({ reference: z.string(), amount: money, paidAt: instant() });
const payoutLine = z.object({
  id: z.string(),
  kind: z.string(),
  paymentId: uuid().optional(),
  amount: money,
  fee: money,
  at: instant(),
});
const run = z.object({
  provider: z.enum(PROVIDERS),
  day: z.string().meta({ format: 'date' }).describe('Of UTC.'),
  ranAt: instant(),
  lineCount: z.int().describe("Lines of the provider's book."),
  differenceCount: z.int(),
});
const difference = z.object({
  kind: z.string(),
  about: z.string(),
  paymentId: uuid().optional(),
  transactionId: z.string().optional(),
  ours: money.optional(),
  theirs: money.optional(),
});
const received = z.object({
  id: uuid(),
  provider: z.enum(PROVIDERS),
  eventId: z.string(),
  kind: z.string(),
  paymentId: uuid().optional(),
  receivedAt: instant(),
  processedAt: instant().optional(),
  outcome: z.string().optional(),
});

const shared = { group: 'Settlement', method: 'GET', audience: 'payments:read', rate: 'read' } as const;
const write = { ...shared, method: 'POST', audience: 'payments:write', rate: 'write' } as const;
const provider = z.enum(PROVIDERS);
const refusals = { invalid_cursor: 422 } as const;
const dayParams = z.strictObject({ provider, day: dateInput() });

export const settlementEndpoints = {
  ...disputeEndpoints,
  listPayouts: endpoint({
    ...{ ...shared, path: '/payouts/{provider}', summary: 'What a provider paid out, within a year' },
    params: z.strictObject({ provider }),
    query: z.strictObject({ ...pageQuery, from: instantInput(), until: instantInput() }),
    ...{ output: pageOf(payout), refusals: { ...refusals, span_too_long: 422 } },
  }),
  listPayoutLines: endpoint({
    ...{ ...shared, path: '/payouts/{provider}/{reference}/lines', summary: 'What went out with a payout' },
    params: z.strictObject({ provider, reference: text(200, 1) }),
    query: z.strictObject(pageQuery),
    ...{ output: pageOf(payoutLine), refusals: { ...refusals, unknown_payout: 404 } },
  }),
  listReconciliations: endpoint({
    ...{ ...shared, path: '/reconciliations', summary: 'Days that were compared, the latest first' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(run), refusals },
  }),
  runReconciliation: endpoint({
    ...{ ...write, path: '/reconciliations', summary: "Compare a day of a provider's book with ours" },
    description: 'Of a day that is over. Comparing it again replaces what was found.',
    ...{
      body: z.strictObject({ provider, day: dateInput() }),
      output: z.object({ differenceCount: z.int() }),
    },
    ...{ idempotency: 'two_phase', status: 201 },
    refusals: { not_set_up: 409, day_not_over: 422, provider_unavailable: 503 },
    changes: { kind: 'reconciliation', id: 'provider' },
  }),
  listDifferences: endpoint({
    ...{
      ...shared,
      path: '/reconciliations/{provider}/{day}/differences',
      summary: 'What differed on a day',
    },
    ...{ params: dayParams, query: z.strictObject(pageQuery), output: pageOf(difference), refusals },
  }),
  listReceivedWebhooks: endpoint({
    ...{ ...shared, path: '/received-webhooks', summary: 'What providers told, the latest first' },
    query: z.strictObject({ ...pageQuery, provider: provider.optional() }),
    ...{ output: pageOf(received), refusals },
  }),
  receiveMoney: endpoint({
    ...{ ...write, path: '/payments/{id}/receipts', summary: 'Note that money for a payment by hand came' },
    description: 'A line of a bank statement, the cash of a carrier. The same line again is refused.',
    params: z.strictObject({ id: id<'payment'>() }),
    body: z.strictObject({
      lineId: text(100, 1).describe("The bank's id of the line, or the carrier's."),
      amount: moneyInput(),
      fee: moneyInput().optional().describe('What the bank or the carrier kept of it.'),
    }),
    ...{ output: z.object({ state: z.string() }), idempotency: 'two_phase', status: 201 },
    refusals: { unknown_payment: 404, other_currency: 422, not_an_amount: 422, noted_before: 409 },
    changes: { kind: 'payment', id: 'id' },
  }),
  listRefundsToSend: endpoint({
    ...{ ...shared, path: '/refunds-to-send', summary: 'Refunds by hand that nobody has sent yet' },
    description: 'The oldest first.',
    query: z.strictObject(pageQuery),
    output: pageOf(z.object({ id: z.string(), paymentId: uuid(), amount: money, at: instant() })),
    refusals: { invalid_cursor: 422 },
  }),
  noteRefundSent: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/refunds-to-send/{id}/sent',
      summary: 'Note that a refund was sent',
    },
    ...{ params: z.strictObject({ id: text(200, 1) }), output: z.object({ isSent: z.boolean() }) },
    refusals: { not_found: 404 },
    changes: { kind: 'refund_to_send', id: 'id' },
  }),
};
