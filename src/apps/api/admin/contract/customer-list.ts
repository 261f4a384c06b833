import { z } from 'zod';
import { CUSTOMER_SORTS } from '../../../../modules/customers/index.ts';
import {
  currencyInput,
  dateInput,
  endpoint,
  id,
  instant,
  list,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  queryInteger,
  text,
} from '../../../../platform/api/index.ts';
import { customer } from './customers.ts';

export const customerRow = customer.extend({
  orders: z.int(),
  spent: money.optional().describe('Less what was given back, in the currency of most orders.'),
  firstOrderAt: instant().optional(),
  lastOrderAt: instant().optional(),
  country: z.string().describe('Of the last order; empty for who has none.'),
  market: z.string(),
});

const filters = {
  q: text(254).optional().describe('The beginning of a name, a last name or an e-mail address.'),
  country: text(2).optional(),
  market: text(40).optional(),
  tag: text(40).optional(),
  segment: text(40).optional(),
  hasAccount: queryFlag().optional().describe('Their address was proven to be theirs.'),
  acceptsMarketing: queryFlag().optional(),
  ordersFrom: queryInteger(0, 1_000_000).optional(),
  ordersTo: queryInteger(0, 1_000_000).optional(),
  spentFrom: text(20).optional().describe("A decimal, in `currency` or else the shop's own."),
  currency: currencyInput().optional(),
  lastOrderFrom: dateInput().optional().describe("A day of the shop's zone."),
  lastOrderTo: dateInput().optional().describe('With this day.'),
};

const shared = { group: 'Customers', method: 'GET', audience: 'customers:read', rate: 'read' } as const;
const write = { ...shared, method: 'POST', audience: 'customers:write', rate: 'write' } as const;
const refusals = { not_an_amount: 422 } as const;

export const customerListEndpoints = {
  listCustomers: endpoint({
    ...{ ...shared, path: '/customers', summary: 'Customers, the newest first' },
    query: z.strictObject({ ...pageQuery, ...filters, sort: z.enum(CUSTOMER_SORTS).default('-created') }),
    ...{ output: pageOf(customerRow), refusals: { ...refusals, invalid_cursor: 422 } },
  }),
  countCustomers: endpoint({
    ...{ ...shared, path: '/customer-count', summary: 'How many customers a list has' },
    query: z.strictObject(filters),
    ...{ output: z.object({ count: z.int(), isCapped: z.boolean() }), refusals },
  }),
  listCustomerTags: endpoint({
    ...{ ...shared, path: '/customer-tags', summary: 'Tags of customers, those first that most have' },
    output: z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) }),
    refusals: {},
  }),
  markCustomers: endpoint({
    ...{ ...write, path: '/customer-marks', summary: 'Tag customers, or put them into segments by hand' },
    ...{ idempotency: 'transaction', output: z.object({ isMarked: z.boolean() }) },
    changes: { kind: 'customers' },
    body: z.strictObject({
      customerIds: list(id<'customer'>(), 250, 1),
      what: z.enum(['tags', 'segments']).default('tags'),
      add: list(text(40, 1), 20).default([]),
      remove: list(text(40, 1), 20).default([]),
    }),
    refusals: { not_found: 404, invalid: 422, too_many: 409 },
  }),
};
