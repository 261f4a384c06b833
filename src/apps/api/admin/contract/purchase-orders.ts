import { z } from 'zod';
import {
  dateInput,
  endpoint,
  fileOutput,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  queryFlag,
  queryList,
  text,
} from '../../../../platform/api/index.ts';
import {
  LINES,
  orderLines,
  orderRow,
  PIECES,
  priceInput,
  rateInput,
  STATES,
  wholeOrder,
} from './purchase-fields.ts';

const shared = {
  group: 'Purchase orders',
  audience: 'purchasing:write',
  rate: 'write',
  output: wholeOrder,
} as const;
const read = { ...shared, method: 'GET', audience: 'purchasing:read', rate: 'read' } as const;
const post = { ...shared, method: 'POST', idempotency: 'transaction' } as const;
const changes = { kind: 'purchase_order', id: 'id', read: 'readPurchaseOrder' } as const;
const params = z.strictObject({ id: id<'purchase_order'>() });
const known = { not_found: 404, wrong_state: 409 } as const;
const lines = {
  unknown_variant: 422,
  not_a_quantity: 422,
  not_a_price: 422,
  no_price: 422,
  line_twice: 422,
  unknown_location: 422,
} as const;
const note = text(5_000);

export const purchaseOrderEndpoints = {
  listPurchaseOrders: endpoint({
    ...{ ...read, path: '/purchase-orders', summary: 'Purchase orders, the latest first' },
    output: pageOf(orderRow.meta({ id: 'PurchaseOrderRow' })),
    query: z.strictObject({
      ...pageQuery,
      state: queryList(z.enum(STATES), STATES.length).optional(),
      supplierId: id<'supplier'>().optional(),
      locationId: id<'location'>().optional(),
      isLate: queryFlag().optional(),
    }),
    refusals: { invalid_cursor: 422 },
  }),
  readPurchaseOrder: endpoint({
    ...{ ...read, path: '/purchase-orders/{id}', summary: 'One purchase order', params },
    refusals: { not_found: 404 },
  }),
  readPurchaseOrderPdf: endpoint({
    ...{ ...read, path: '/purchase-orders/{id}/pdf', summary: 'The order as its supplier gets it', params },
    ...{ audience: 'costs:read', file: 'application/pdf', output: fileOutput, refusals: { not_found: 404 } },
  }),
  createPurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders', summary: 'Write an order down', status: 201 },
    description:
      'As a draft. With `mergesDrafts` it is added to the draft that is open for this supplier and place. The same ' +
      '`reference` again answers with the order that was made.',
    body: z.strictObject({
      ...{ supplierId: id<'supplier'>(), locationId: id<'location'>(), lines: orderLines() },
      ...{ expectedOn: dateInput().optional(), note: note.default(''), reference: text(200, 1).optional() },
      mergesDrafts: z.boolean().default(false),
    }),
    refusals: { ...known, ...lines, supplier_inactive: 409, too_many_lines: 422 },
  }),
  changePurchaseOrder: endpoint({
    changes,
    ...{
      ...shared,
      method: 'PUT',
      path: '/purchase-orders/{id}',
      summary: 'Change what is ordered, all of it',
      params,
    },
    description: 'What was approved is a draft again.',
    body: z.strictObject({
      ...{
        version: integer(1, PIECES).optional(),
        lines: orderLines(),
        locationId: id<'location'>().optional(),
      },
      ...{ expectedOn: dateInput().optional(), rate: rateInput().optional(), note: note.optional() },
    }),
    refusals: { ...known, ...lines, changed_meanwhile: 409, not_a_rate: 422 },
  }),
  splitPurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/split', summary: 'Make several orders of one', params },
    description: 'Answers with what is left of the order. Nobody was told of it yet.',
    body: z.strictObject({
      parts: list(
        z.strictObject({
          lines: list(
            z.strictObject({ lineId: id<'purchase_order_line'>(), quantity: integer(1, PIECES) }),
            LINES,
            1,
          ),
          expectedOn: dateInput().optional(),
        }),
        20,
        1,
      ),
    }),
    refusals: { ...known, not_on_order: 422, not_a_quantity: 422, more_than_ordered: 422, nothing_left: 422 },
  }),
  approvePurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/approval', summary: 'Approve an order', params },
    description:
      'Within the limit that your roles have for `purchasing:approve`. A draft beyond it waits for somebody with a higher ' +
      'one. `version` says which you saw.',
    body: z.strictObject({ version: integer(1, PIECES).optional() }),
    refusals: { ...known, changed_meanwhile: 409, no_lines: 409, over_limit: 403 },
  }),
  sendBackPurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/rejection', summary: 'Make a draft of it again', params },
    ...{ body: z.strictObject({ note }), refusals: known },
  }),
  sendPurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/dispatch', summary: 'Send it to the supplier', params },
    description:
      'By mail with a PDF, in their language; without `mail` it is noted that they were told otherwise.',
    ...{ body: z.strictObject({ mail: z.boolean().default(true) }), refusals: { ...known, no_email: 409 } },
  }),
  confirmPurchaseOrder: endpoint({
    changes,
    ...{
      ...post,
      path: '/purchase-orders/{id}/confirmation',
      summary: 'Keep what the supplier confirmed',
      params,
    },
    description: 'Other quantities (0: will not come), prices and days are kept beside what was ordered.',
    body: z.strictObject({
      expectedOn: dateInput().optional(),
      note: note.default(''),
      lines: list(
        z.strictObject({
          lineId: id<'purchase_order_line'>(),
          quantity: z.number().min(0).max(PIECES).optional(),
          ...{ price: priceInput().optional(), expectedOn: dateInput().optional() },
        }),
        LINES,
      ),
    }),
    refusals: { ...known, not_on_order: 422, not_a_quantity: 422, not_a_price: 422 },
  }),
  expeditePurchaseOrder: endpoint({
    changes,
    ...{
      ...post,
      path: '/purchase-orders/{id}/expedition',
      summary: 'Ask whether it can come sooner',
      params,
    },
    body: z.strictObject({ wantedOn: dateInput(), note: note.default(''), mail: z.boolean().default(true) }),
    refusals: { ...known, no_email: 409 },
  }),
  closePurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/closure', summary: 'Say that the rest will not come', params },
    ...{ body: z.strictObject({ note: note.default('') }), refusals: known },
  }),
  cancelPurchaseOrder: endpoint({
    changes,
    ...{ ...post, path: '/purchase-orders/{id}/cancellation', summary: 'Cancel an order', params },
    ...{ body: z.strictObject({ note: note.default('') }), refusals: { ...known, cost_invoiced: 409 } },
  }),
  reopenPurchaseOrder: endpoint({
    changes,
    ...{
      ...post,
      path: '/purchase-orders/{id}/reopening',
      summary: 'Take cancelling or closing back',
      params,
    },
    ...{ body: z.strictObject({ note: note.default('') }), refusals: known },
  }),
};
