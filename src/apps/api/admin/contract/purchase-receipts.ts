import { z } from 'zod';
import { dateInput, endpoint, id, integer, list, moneyInput, text } from '../../../../platform/api/index.ts';
import { LINES, PIECES, rateInput, wholeOrder } from './purchase-fields.ts';

const shared = { group: 'Purchase orders', method: 'POST', rate: 'write', output: wholeOrder } as const;
const post = { ...shared, audience: 'purchasing:write', idempotency: 'transaction' } as const;
const changes = { kind: 'purchase_order', id: 'id', read: 'readPurchaseOrder' } as const;
const params = z.strictObject({ id: id<'purchase_order'>() });
const known = { not_found: 404, wrong_state: 409 } as const;
const lineId = id<'purchase_order_line'>();
const pieces = z.number().min(0).max(PIECES);

export const purchaseReceiptEndpoints = {
  receivePurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/receipts', summary: 'Take in what came', params },
    ...{ audience: 'stock:write' },
    description:
      'Good pieces become stock at once; those who wait for them are served first. Damaged and wrong ones are still to ' +
      'come. The same `reference` (of the delivery note) is taken in once.',
    body: z.strictObject({
      lines: list(
        z.strictObject({
          ...{ lineId, received: pieces, damaged: pieces.default(0), wrong: pieces.default(0) },
          expiresOn: dateInput().optional().describe('Until when the good ones keep.'),
        }),
        LINES,
        1,
      ),
      ...{ reference: text(200, 1), note: text(5_000).default(''), rate: rateInput().optional() },
      takesMore: z.boolean().default(false).describe('More than is still to come is taken, too.'),
    }),
    refusals: {
      ...{ ...known, not_on_order: 422, not_a_quantity: 422, more_than_open: 409, nothing_came: 422 },
      not_a_rate: 422,
    },
  }),
  undoPurchaseReceipt: endpoint({
    ...{
      ...post,
      path: '/purchase-receipts/{id}/undoing',
      summary: 'Take a receipt back that was a mistake',
    },
    ...{ audience: 'stock:write', params: z.strictObject({ id: id<'receipt'>() }) },
    description: 'Nothing is deleted: its goods leave stock and books as they came.',
    changes: { kind: 'purchase_receipt', id: 'id' },
    refusals: { ...known, already_undone: 409, already_sold: 409, already_settled: 409 },
  }),
  addPurchaseCost: endpoint({
    changes,
    ...{
      ...post,
      path: '/purchase-orders/{id}/costs',
      summary: 'Spread freight, duty or fees over its goods',
      params,
    },
    description: 'Before the goods or after: what was sold already bears its part as cost of goods.',
    body: z.strictObject({
      kind: z.enum(['freight', 'duty', 'fees']),
      spreadBy: z.enum(['value', 'weight', 'volume', 'pieces']).default('value'),
      amount: moneyInput().describe('In the shop’s currency.'),
      reference: text(200, 1),
    }),
    refusals: { ...known, not_an_amount: 422, not_measured: 409, wrong_currency: 422 },
  }),
  undoPurchaseCost: endpoint({
    ...{
      ...post,
      path: '/purchase-costs/{id}/undoing',
      summary: 'Take freight, duty or fees back that were a mistake',
    },
    params: z.strictObject({ id: id<'landed_cost'>() }),
    description:
      'Nothing is deleted: what of it is on goods that are still there leaves their value, the rest is turned where it ' +
      'went. An invoice that came for it is undone first.',
    changes: { kind: 'landed_cost', id: 'id' },
    refusals: { ...known, already_undone: 409, already_invoiced: 409 },
  }),
  keepSupplierInvoice: endpoint({
    changes,
    ...{
      ...post,
      path: '/purchase-orders/{id}/invoices',
      summary: 'Match and keep a supplier’s invoice',
      params,
    },
    description:
      'Against the order and what came. Other prices are refused with what they differ by unless `acceptsPrices`; more ' +
      'pieces than came always are.',
    body: z.strictObject({
      ...{ number: text(100, 1), invoicedOn: dateInput(), rate: rateInput().optional() },
      lines: list(z.strictObject({ lineId, quantity: pieces, value: moneyInput() }), LINES),
      ...{
        charges: moneyInput().optional().describe('Freight and fees on it.'),
        expectedCostIds: list(id<'landed_cost'>(), 20)
          .default([])
          .describe(
            'Costs of the order that these are; spread over its goods as a new one where none is named.',
          ),
        tax: moneyInput().optional(),
        acceptsPrices: z.boolean().default(false),
      },
    }),
    refusals: {
      ...{ ...known, not_on_order: 422, not_a_quantity: 422, not_an_amount: 422, not_a_rate: 422 },
      ...{ does_not_match: 409, nothing_invoiced: 422, wrong_currency: 422 },
    },
  }),
  undoSupplierInvoice: endpoint({
    ...{
      ...post,
      path: '/supplier-invoices/{id}/undoing',
      summary: 'Take a supplier’s invoice back that was a mistake',
    },
    params: z.strictObject({ id: id<'supplier_invoice'>() }),
    description:
      'Nothing is deleted: the books turn it, what came waits for its invoice again, and costs on it are expected again. ' +
      'Its payment is undone first; what goods were credited of stays.',
    changes: { kind: 'supplier_invoice', id: 'id' },
    refusals: { ...known, already_undone: 409, already_paid: 409, already_credited: 409 },
  }),
  returnPurchasedGoods: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/returns', summary: 'Send goods back to the supplier', params },
    description:
      'What was invoiced of them is credited at what it was invoiced at, with its tax; the rest is owed no more.',
    body: z.strictObject({
      lines: list(z.strictObject({ lineId, quantity: integer(1, PIECES) }), LINES, 1),
      reason: z.enum(['damaged', 'wrong', 'too_many', 'other']),
      ...{ reference: text(200, 1), note: text(5_000).default('') },
      tax: moneyInput()
        .optional()
        .describe('As their credit note says; as the invoices claimed it unless given.'),
    }),
    refusals: {
      ...{ more_than_invoiced: 422, wrong_currency: 422 },
      ...{ ...known, not_on_order: 422, not_a_quantity: 422, more_than_received: 422, nothing_returned: 422 },
      would_go_below_zero: 409,
    },
  }),
  undoSupplierReturn: endpoint({
    ...{
      ...post,
      path: '/supplier-returns/{id}/undoing',
      summary: 'Take a return to the supplier back that was a mistake',
    },
    params: z.strictObject({ id: id<'supplier_return'>() }),
    description:
      'Nothing is deleted: its goods are stock again at what they left at, and its credit is gone. A payment that used the ' +
      'credit is undone first.',
    changes: { kind: 'supplier_return', id: 'id' },
    refusals: { ...known, already_undone: 409, already_used: 409 },
  }),
};
