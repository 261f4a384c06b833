import { z } from 'zod';
import { endpoint, id, list, pageOf, pageQuery, uuid } from '../../../../platform/api/index.ts';
import { EXCHANGE_REFUSALS, exchange, LINK_REFUSALS, linkedOrder, madeOrder } from '../../orders/linked.ts';
import { wish } from '../../orders/pieces.ts';
import { returnedPieces } from '../../orders/return.ts';
import { ALLOWANCE_REFUSALS } from '../refund-allowance.ts';

const params = z.strictObject({ id: id<'order'>() });
const exchangeParams = z.strictObject({ id: id<'order'>(), exchangeId: id<'exchange'>() });
const shared = { group: 'Additions and exchanges', audience: 'orders:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'orders:read', rate: 'read', params } as const;
const page = {
  query: z.strictObject(pageQuery),
  refusals: { unknown_order: 404, invalid_cursor: 422 },
} as const;
/** Ending one gives back what is left over. */
const ENDING_REFUSALS = { ...EXCHANGE_REFUSALS, ...ALLOWANCE_REFUSALS } as const;
const wishes = list(wish, 100, 1);

export const linkedOrderEndpoints = {
  listLinkedOrders: endpoint({
    ...{ ...read, ...page, path: '/orders/{id}/linked-orders', output: pageOf(linkedOrder) },
    summary: 'What was added to an order, or is sent in exchange',
  }),
  addToOrder: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/orders/{id}/additions',
      summary: 'Add goods to an order',
      params,
    },
    description:
      'As an order of its own at what they cost now, so that nothing of the first is quoted or invoiced again. While ' +
      'something of the first is still to be sent, they travel with it. Paid by its link (`payOrder` of the store API), ' +
      'or like the first where that is paid by hand; not paid for 14 days, it is let go.',
    ...{ body: z.strictObject({ lines: wishes }), output: madeOrder, status: 201, idempotency: 'two_phase' },
    refusals: LINK_REFUSALS,
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  listExchanges: endpoint({
    ...{ ...read, ...page, path: '/orders/{id}/exchanges', summary: 'Exchanges of an order' },
    output: pageOf(exchange),
  }),
  exchangePieces: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/orders/{id}/exchanges',
      summary: 'Take pieces back for others',
      params,
    },
    description:
      'The pieces pay for the new order what they cost when they were bought. What is missing is paid by its link; what ' +
      'is left over goes back once they came and the exchange is finished.',
    body: z.strictObject({
      returned: returnedPieces,
      wanted: wishes,
      sends: z
        .enum(['at_once', 'on_receipt'])
        .describe('`on_receipt`: the other goods are held, and go out once the pieces came.'),
    }),
    output: madeOrder.extend({ exchangeId: uuid() }),
    ...{ status: 201, idempotency: 'two_phase', refusals: EXCHANGE_REFUSALS },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  finishExchange: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/exchanges/{exchangeId}/completion' },
    summary: 'Settle an exchange whose pieces came and were looked at',
    ...{ params: exchangeParams, output: exchange, idempotency: 'two_phase', refusals: ENDING_REFUSALS },
    body: z.strictObject({
      forgivesMissing: z
        .boolean()
        .default(false)
        .describe('The shop gives away what pieces that did not come paid.'),
    }),
    changes: { kind: 'exchange', id: 'exchangeId', read: 'listExchanges' },
  }),
  cancelExchange: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/exchanges/{exchangeId}/cancellation' },
    summary: 'Call an exchange off of which nothing came and nothing went',
    ...{ params: exchangeParams, output: exchange, idempotency: 'two_phase', refusals: ENDING_REFUSALS },
    changes: { kind: 'exchange', id: 'exchangeId', read: 'listExchanges' },
  }),
};
