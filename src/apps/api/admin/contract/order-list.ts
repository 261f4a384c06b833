import { z } from 'zod';
import {
  FULFILMENT_STANDINGS,
  ORDER_SORTS,
  ORDER_STATES,
  PAYMENT_STANDINGS,
} from '../../../../modules/orders/index.ts';
import {
  currencyInput,
  dateInput,
  endpoint,
  fileOutput,
  id,
  instant,
  list,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact } from './contacts.ts';

export const orderRow = z.object({
  id: uuid(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  paymentState: z.enum(PAYMENT_STANDINGS),
  fulfilmentState: z
    .enum(FULFILMENT_STANDINGS)
    .describe('`open` and `partly_fulfilled` are to be sent; `none`: nothing is owed, or not yet.'),
  customerId: uuid().optional(),
  email: contact,
  customerName: z.string(),
  market: z.string(),
  country: z.string(),
  total: money,
  quantity: z.int(),
  placedAt: instant(),
  tags: z.array(z.string()),
  hasNote: z.boolean().describe('The shopper wrote something.'),
  hasOpenReturn: z.boolean(),
  isArchived: z.boolean(),
});

/** Which orders: everything that is given has to fit; of several states any may. */
const filters = {
  q: text(100)
    .optional()
    .describe('The beginning of a number, an e-mail address, a name, a SKU or a tracking number.'),
  state: queryList(z.enum(ORDER_STATES), 10).optional(),
  paymentState: queryList(z.enum(PAYMENT_STANDINGS), 7).optional(),
  fulfilmentState: queryList(z.enum(FULFILMENT_STANDINGS), 6).optional(),
  market: text(40).optional(),
  country: text(2).optional(),
  currency: currencyInput().optional(),
  tag: text(40).optional(),
  customerId: id<'customer'>().optional(),
  email: text(254).optional(),
  number: text(40).optional(),
  placedFrom: dateInput().optional().describe("A day of the shop's zone."),
  placedTo: dateInput().optional().describe('With this day.'),
  totalFrom: text(20).optional().describe("A decimal, in `currency` or else the shop's own."),
  totalTo: text(20).optional(),
  hasNote: queryFlag().optional(),
  hasOpenReturn: queryFlag().optional(),
  isArchived: queryFlag().optional(),
};

const chosen = { orderIds: list(id<'order'>(), 250, 1) };
const shared = { group: 'Orders', method: 'GET', audience: 'orders:read', rate: 'read' } as const;
const write = { ...shared, method: 'POST', audience: 'orders:write', rate: 'write' } as const;
const refusals = { not_an_amount: 422 } as const;

export const orderListEndpoints = {
  listOrders: endpoint({
    ...{ ...shared, path: '/orders', summary: 'Orders, the latest first' },
    query: z.strictObject({ ...pageQuery, ...filters, sort: z.enum(ORDER_SORTS).default('-placed') }),
    ...{ output: pageOf(orderRow), refusals: { ...refusals, invalid_cursor: 422 } },
  }),
  countOrders: endpoint({
    ...{ ...shared, path: '/order-count', summary: 'How many orders a list has' },
    query: z.strictObject(filters),
    output: z.object({
      count: z.int(),
      isCapped: z.boolean().describe('There are more than `count`, which nobody counted.'),
    }),
    refusals,
  }),
  exportOrders: endpoint({
    ...{ ...shared, path: '/order-export', summary: 'All orders of a list, as CSV' },
    description: 'However many there are: they are sent as they are read, the latest first.',
    ...{ query: z.strictObject(filters), output: fileOutput, file: 'text/csv; charset=utf-8', refusals },
  }),
  listOrderTags: endpoint({
    ...{ ...shared, path: '/order-tags', summary: 'Tags of orders, those first that most have' },
    output: z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) }),
    refusals: {},
  }),
  tagOrders: endpoint({
    ...{ ...write, path: '/order-tags', summary: 'Tag orders, or take tags off them' },
    ...{ idempotency: 'transaction', output: z.object({ isTagged: z.boolean() }) },
    changes: { kind: 'orders' },
    body: z.strictObject({
      ...chosen,
      add: list(text(40, 1), 20).default([]),
      remove: list(text(40, 1), 20).default([]),
    }),
    refusals: { unknown_order: 404, not_a_tag: 422, too_many_tags: 409 },
  }),
  archiveOrders: endpoint({
    ...{
      ...write,
      path: '/order-archive',
      summary: 'Take orders out of the lists of work, or put them back',
    },
    ...{ idempotency: 'transaction', output: z.object({ isArchived: z.boolean() }) },
    changes: { kind: 'orders' },
    ...{ body: z.strictObject({ ...chosen, isArchived: z.boolean() }), refusals: { unknown_order: 404 } },
  }),
};
