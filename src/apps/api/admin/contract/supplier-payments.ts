import { z } from 'zod';
import {
  dateInput,
  endpoint,
  id,
  list,
  moneyInput,
  pageOf,
  pageQuery,
  queryFlag,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { act, cost, day, rateInput } from './purchase-fields.ts';

const shared = { group: 'Suppliers', audience: 'payments:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'purchasing:read', rate: 'read' } as const;
const post = { ...shared, method: 'POST', idempotency: 'transaction' } as const;
const ofSupplier = z.object({ id: uuid(), name: z.string() });

const payable = z
  .object({
    ...{ id: uuid(), supplier: ofSupplier, kind: z.enum(['goods', 'charges', 'credit']) },
    orderId: uuid().optional(),
    invoiceId: uuid().optional().describe('Of goods: by it they are taken back.'),
    number: z.string().describe('Theirs.'),
    ...{ currency: z.string(), invoicedOn: day, dueOn: day },
    isLate: z.boolean().describe('Was due before today, and is open.'),
    amount: cost.describe('In their currency, with tax; below zero for a credit.'),
    open: cost.describe('Still to be paid, or of a credit to be used.'),
    discount: z
      .object({ until: day, amount: cost.describe('May still be taken off.') })
      .optional()
      .describe('For paying early.'),
    ...{ made: act, undone: act.optional() },
  })
  .meta({ id: 'Payable' });

const owed = z.object({
  amount: cost,
  booked: cost.describe('What the books owe for it, in the shop’s currency.'),
  count: z.int().describe('Invoices.'),
});

const payment = z
  .object({
    ...{ id: uuid(), supplier: ofSupplier, paidOn: day, reference: z.string(), currency: z.string() },
    amount: cost.describe('In their currency.'),
    bank: cost.describe('What left the bank, in the shop’s.'),
    ...{ made: act, undone: act.optional() },
    lines: z.array(z.object({ payableId: uuid(), number: z.string(), paid: cost, discount: cost })),
  })
  .meta({ id: 'SupplierPayment' });

export const supplierPaymentEndpoints = {
  listPayables: endpoint({
    ...{ ...read, path: '/payables', summary: 'What suppliers are owed, the soonest due first' },
    query: z.strictObject({
      ...pageQuery,
      supplierId: id<'supplier'>().optional(),
      isOpen: queryFlag().optional().describe('What was paid or taken back is left out.'),
    }),
    output: pageOf(payable),
    refusals: { invalid_cursor: 422 },
  }),
  readMoneyDue: endpoint({
    ...{ ...read, path: '/payables/due', summary: 'What is owed, by currency and the week it is due in' },
    output: z.object({
      today: day,
      due: z.array(
        z.object({
          ...{ currency: z.string(), late: owed, later: owed },
          weeks: z.array(owed.extend({ monday: day })).describe('This one first.'),
          credits: owed.describe('What suppliers owe the shop, above zero.'),
          discount: cost.describe('May be taken off by paying today.'),
        }),
      ),
      coming: z
        .array(
          z.object({
            ...{ currency: z.string(), open: cost, late: cost },
            ...{ openOrders: z.int(), lateOrders: z.int() },
          }),
        )
        .describe('Goods that are ordered and have not come, and those that should have.'),
    }),
    refusals: {},
  }),
  listAwaitedCosts: endpoint({
    ...{ ...read, path: '/purchase-costs', summary: 'Freight, duty and fees that no invoice came for yet' },
    description: 'The oldest 200.',
    output: z.object({
      items: z.array(
        z.object({
          ...{ id: uuid(), kind: z.enum(['freight', 'duty', 'fees']), reference: z.string(), amount: cost },
          order: z.object({ id: uuid(), number: z.string(), supplier: z.string() }),
        }),
      ),
    }),
    refusals: {},
  }),
  keepChargesInvoice: endpoint({
    ...{ ...post, path: '/suppliers/{id}/charges', summary: 'Keep an invoice of a carrier or customs' },
    ...{ audience: 'purchasing:write', params: z.strictObject({ id: id<'supplier'>() }), status: 201 },
    changes: { kind: 'supplier', id: 'id' },
    description:
      'For costs that were spread over goods before: these are expected no more. The goods keep their value; what it is ' +
      'more or less is a variance of costs. The same number is kept once.',
    body: z.strictObject({
      ...{ number: text(100, 1), invoicedOn: dateInput(), rate: rateInput().optional() },
      lines: list(z.strictObject({ costId: id<'landed_cost'>(), amount: moneyInput() }), 200),
      other: moneyInput().optional().describe('What nobody expected.'),
      tax: moneyInput().optional(),
    }),
    output: payable,
    refusals: {
      ...{
        not_found: 404,
        order_cancelled: 409,
        cost_twice: 422,
        already_invoiced: 409,
        not_an_amount: 422,
        not_a_rate: 422,
      },
      ...{ nothing_invoiced: 422, wrong_currency: 422 },
    },
  }),
  undoChargesInvoice: endpoint({
    ...{ ...post, path: '/payables/{id}/undoing', summary: 'Take an invoice of charges back' },
    ...{ audience: 'purchasing:write', params: z.strictObject({ id: id<'payable'>() }) },
    description: 'Nothing is deleted: the books turn it, and what it was for is expected again.',
    changes: { kind: 'payable', id: 'id' },
    output: payable,
    refusals: { not_found: 404, not_charges: 409, already_undone: 409, already_paid: 409 },
  }),
  listSupplierPayments: endpoint({
    ...{ ...read, path: '/supplier-payments', summary: 'Payments to suppliers, the latest first' },
    query: z.strictObject({ ...pageQuery, supplierId: id<'supplier'>().optional() }),
    output: pageOf(payment),
    refusals: { invalid_cursor: 422 },
  }),
  paySupplier: endpoint({
    ...{ ...post, path: '/supplier-payments', summary: 'Keep that a supplier was paid', status: 201 },
    changes: { kind: 'supplier_payment', id: 'id' },
    description:
      'Several invoices, each whole or in part, less credits. Money is in the supplier’s currency; `bank` is what left the ' +
      'bank in the shop’s (by the supplier’s rate unless given). The same `reference` is kept once.',
    body: z.strictObject({
      ...{ supplierId: id<'supplier'>(), paidOn: dateInput(), reference: text(200, 1) },
      bank: moneyInput().optional(),
      lines: list(
        z.strictObject({
          payableId: id<'payable'>(),
          amount: moneyInput().describe('Paid of an invoice, or used of a credit.'),
          discount: moneyInput().optional().describe('Taken off for paying early.'),
        }),
        200,
        1,
      ),
    }),
    output: payment,
    refusals: {
      ...{ not_found: 404, not_theirs: 422, not_an_amount: 422, more_than_open: 409, wrong_currency: 422 },
      ...{ discount_too_late: 409, more_than_agreed: 409, credits_exceed: 422, nothing_paid: 422 },
    },
  }),
  undoSupplierPayment: endpoint({
    ...{ ...post, path: '/supplier-payments/{id}/undoing', summary: 'Take a payment back' },
    params: z.strictObject({ id: id<'supplier_payment'>() }),
    description: 'Nothing is deleted: the books turn it, and what it paid is open again.',
    changes: { kind: 'supplier_payment', id: 'id' },
    ...{ output: payment, refusals: { not_found: 404, already_undone: 409 } },
  }),
};
