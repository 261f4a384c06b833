import { z } from 'zod';
import { endpoint, fileOutput, id, pageOf, pageQuery, text, uuid } from '../../../../platform/api/index.ts';
import { RETURN_REFUSALS, returned, returnedPieces } from '../../orders/return.ts';
import { token } from './carts.ts';

const params = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Order', audience: 'order_token', method: 'GET', rate: 'read' } as const;

export const returnEndpoints = {
  listReturns: endpoint({
    ...{ ...shared, params, path: '/orders/{order}/{token}/returns', query: z.strictObject(pageQuery) },
    summary: 'What comes back, and what came',
    ...{ output: pageOf(returned), refusals: { unknown_order: 404, invalid_cursor: 422 } },
  }),
  requestReturn: endpoint({
    ...{ ...shared, params, method: 'POST', path: '/orders/{order}/{token}/returns', rate: 'write' },
    summary: 'Ask to send pieces back',
    description:
      'Somebody of the shop decides. Who withdraws from the contract needs no decision: see /withdrawals.',
    ...{ idempotency: 'transaction', status: 201, body: z.strictObject({ lines: returnedPieces }) },
    output: z.object({ id: uuid(), number: z.int() }),
    refusals: { ...RETURN_REFUSALS, invalid: 422 },
  }),
  returnLabel: endpoint({
    ...{ ...shared, path: '/orders/{order}/{token}/returns/{returnId}/label' },
    summary: 'The label of a return, where it is a file to print',
    params: params.extend({ returnId: id<'return'>() }),
    ...{ output: fileOutput, file: 'application/octet-stream' },
    refusals: { unknown_order: 404, unknown_label: 404 },
  }),
};
