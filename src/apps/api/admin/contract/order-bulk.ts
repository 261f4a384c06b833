import { z } from 'zod';
import { LABEL_SIZES } from '../../../../modules/invoices/index.ts';
import {
  endpoint,
  fileOutput,
  id,
  list,
  queryInteger,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

/** How labels are printed, of many orders or of one parcel. */
export const labelQuery = {
  size: z
    .enum(LABEL_SIZES)
    .default('a6')
    .meta({
      description:
        'One label a page: `a6` (105 × 148 mm) or `4x6` (inches). Sheets of A4: `a4_4` (105 × 148.5 mm), ' +
        '`a4_8` (105 × 74 mm).',
    }),
  startAt: queryInteger(1, 8).optional().meta({
    description: 'The first free label of a sheet that was begun: 1 is the top left, then row by row.',
  }),
};

const orderId = id<'order'>();

export const orderBulkEndpoints = {
  fulfilOrders: endpoint({
    ...{ method: 'POST', path: '/order-fulfilments', group: 'Fulfilment', summary: 'Hand many orders over' },
    description:
      'Everything that is open of each, as one parcel an order. Each is done or refused for itself: `outcome` is ' +
      '`fulfilled` or the name of the refusal. Asked again, what went out before is refused and not sent twice.',
    ...{ audience: 'orders:write', rate: 'write', idempotency: 'two_phase', changes: { kind: 'orders' } },
    body: z.strictObject({
      carrier: text(100).default(''),
      orders: list(z.strictObject({ orderId, trackingNumber: text(100).default('') }), 250, 1),
    }),
    output: z.object({
      items: z.array(z.object({ orderId: uuid(), outcome: z.string(), fulfilmentId: uuid().optional() })),
    }),
    refusals: {},
  }),
  packingSlipsPdf: endpoint({
    ...{ method: 'GET', path: '/packing-slips', group: 'Documents', summary: 'Packing slips of many orders' },
    description:
      'As one PDF, an order after the other: what is open of each, or of one that went out whole its last parcel.',
    ...{ audience: 'orders:read', rate: 'read', output: fileOutput, file: 'application/pdf' },
    query: z.strictObject({ orderId: queryList(orderId, 250) }),
    refusals: { unknown_order: 404, nothing_to_pack: 409 },
  }),
  shippingLabelsPdf: endpoint({
    ...{
      method: 'GET',
      path: '/shipping-labels',
      group: 'Documents',
      summary: 'Shipping labels of many orders',
    },
    description:
      'As one PDF, a label an order: for what is open of it, or of one that went out whole its last parcel. ' +
      'Orders that nothing is sent of (collected, digital, cancelled) are left out. It carries addresses and ' +
      'barcodes of the order and the tracking number; postage is the carrier’s. The phone number is on it for ' +
      'callers with `contacts:read`.',
    ...{ audience: 'orders:read', rate: 'read', output: fileOutput, file: 'application/pdf' },
    query: z.strictObject({ orderId: queryList(orderId, 250), ...labelQuery }),
    refusals: { unknown_order: 404, nothing_to_label: 409, not_on_the_sheet: 422 },
  }),
};
