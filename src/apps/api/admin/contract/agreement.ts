import { z } from 'zod';
import {
  currencyInput,
  dateInput,
  endpoint,
  instant,
  money,
  pageOf,
  pageQuery,
  uuid,
} from '../../../../platform/api/index.ts';

const shared = { method: 'GET', group: 'Reports', audience: 'reports:read', rate: 'read' } as const;

const date = z.string().meta({ format: 'date' });
const openKind = z.enum(['owed', 'to_refund', 'at_provider', 'unconfirmed', 'disputed']);

const part = {
  paid_out: money.describe('Came to the bank.'),
  fees: money.describe('Kept by providers.'),
  at_provider: money.describe('More at providers than the day before.'),
  owed: money.describe('More owed by customers than the day before; below zero: paid.'),
  disputed: money.describe('More in open disputes than the day before.'),
  lost: money.describe('Lost with disputes.'),
  credit: money.describe('Paid with gift cards and store credit, less what was sold and granted of them.'),
  given: money.describe('Goodwill, exchanges and rounding.'),
};

const settlement = z.object({
  day: date,
  market: z.string().describe('Empty of what belongs to no order that is known.'),
  sold: money.describe('Total sales, as the report shows them.'),
  parts: z.object(part).describe('Where it is; when all books agree they sum to what was sold.'),
  isSettled: z.boolean().describe('They do.'),
});

const difference = z.object({
  day: date,
  kind: z
    .enum([
      ...(['sale', 'movement', 'unconfirmed', 'unknown', 'fee', 'book_fee', 'payout_missing'] as const),
      ...(['payout_unknown', 'payout_amount', 'payout_lines', 'dispute', 'balance'] as const),
    ])
    .describe(
      '`sale`: an order in journal and ledger. `movement`: its money in the ledger and at the provider. `unconfirmed`, ' +
        '`unknown`: only we have it, only the provider. `fee`, `book_fee`: in the ledger, at the provider. `payout_…`: it is ' +
        'missing here, there, has another amount, or other lines. `dispute`: open here and not there. `balance`: what the ' +
        'provider holds.',
    ),
  ...{ market: z.string(), provider: z.string(), reference: z.string() },
  ...{ orderId: uuid().optional(), orderNumber: z.string().optional() },
  ours: money,
  theirs: money,
});

const openSum = z.object({
  ...{ kind: openKind, provider: z.string(), count: z.int(), amount: money },
  since: instant().describe('Of the one that is open longest.'),
});

export const agreementEndpoints = {
  readSettlement: endpoint({
    ...{ ...shared, path: '/agreement/settlement' },
    summary: 'Whether what was sold is what providers paid out and what is open',
    description:
      'As the nightly check found it, the latest day first; what is open as of the last day that was checked.',
    query: z.strictObject({ from: dateInput(), to: dateInput() }),
    output: z.object({
      days: z.array(settlement),
      differences: z.array(difference),
      open: z.array(openSum),
    }),
    refusals: { invalid_span: 422 },
  }),
  listOpenItems: endpoint({
    ...{ ...shared, path: '/agreement/open-items' },
    summary: 'What is not settled, by order, that first which is open longest',
    query: z.strictObject({ ...pageQuery, kind: openKind, currency: currencyInput().optional() }),
    output: pageOf(
      z.object({
        ...{ market: z.string(), provider: z.string(), amount: money, since: instant() },
        ...{ orderId: uuid().optional(), orderNumber: z.string().optional() },
      }),
    ),
    refusals: { invalid_cursor: 422 },
  }),
};
