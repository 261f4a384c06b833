import { z } from 'zod';
import {
  endpoint,
  fileOutput,
  id,
  instant,
  pageOf,
  pageQuery,
  text,
} from '../../../../platform/api/index.ts';
import { issuedDocument } from '../../orders/document.ts';
import { linkedOrder } from '../../orders/linked.ts';
import { fulfilment } from '../../orders/parcel.ts';
import { refund } from '../../orders/refund.ts';
import { token } from './carts.ts';

const parcel = fulfilment
  .extend({ trackingUrl: z.string().optional().describe("The carrier's own page, where it is known.") })
  .meta({ id: 'Parcel' });
/** What staff wrote down as a reason is theirs. */
const moneyBack = refund.omit({ reason: true }).meta({ id: 'MoneyBack' });

const params = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Order', audience: 'order_token', method: 'GET', rate: 'read', params } as const;
const page = { query: z.strictObject(pageQuery) } as const;
const refusals = { unknown_order: 404, invalid_cursor: 422 } as const;

export const afterSaleEndpoints = {
  listParcels: endpoint({
    ...{
      ...shared,
      ...page,
      path: '/orders/{order}/{token}/fulfilments',
      summary: 'Parcels, and where they are',
    },
    ...{ output: pageOf(parcel), refusals },
  }),
  listDocuments: endpoint({
    ...{
      ...shared,
      ...page,
      path: '/orders/{order}/{token}/documents',
      summary: 'Invoices and credit notes',
    },
    ...{ output: pageOf(issuedDocument), refusals },
  }),
  documentPdf: endpoint({
    ...{
      ...shared,
      path: '/orders/{order}/{token}/documents/{documentId}/pdf',
      summary: 'A document as a PDF',
    },
    params: params.extend({ documentId: id<'invoice_document'>() }),
    ...{ output: fileOutput, file: 'application/pdf' },
    refusals: { unknown_order: 404, unknown_document: 404 },
  }),
  listRefunds: endpoint({
    ...{ ...shared, ...page, path: '/orders/{order}/{token}/refunds', summary: 'Money that went back' },
    ...{ output: pageOf(moneyBack), refusals },
  }),
  listLinkedOrders: endpoint({
    ...{ ...shared, ...page, path: '/orders/{order}/{token}/linked-orders', output: pageOf(linkedOrder) },
    ...{ summary: 'What was added to the order, or is sent in exchange', refusals },
  }),
};

export const withdrawalEndpoints = {
  withdraw: endpoint({
    ...{ group: 'Withdrawal', audience: 'public', rate: 'guess', method: 'POST', path: '/withdrawals' },
    summary: 'Withdraw from a contract',
    description:
      'For guests too; no reason is asked. In two steps (Directive 2011/83/EU, article 11a): the shopper says who, ' +
      'which contract and an e-mail address, and then confirms with a button that says so; `isConfirmed` is that ' +
      'second step. The answer is the receipt, which is mailed as well; it is the same whether such an order exists.',
    body: z.strictObject({
      orderNumber: text(40, 1),
      name: text(200, 1),
      email: text(254, 3),
      statement: text(4_000).default(''),
      isConfirmed: z.literal(true),
    }),
    output: z.object({
      orderNumber: z.string(),
      name: z.string(),
      email: z.string(),
      statement: z.string(),
      receivedAt: instant(),
    }),
    ...{ idempotency: 'transaction', status: 201 },
    refusals: { missing: 422, too_long: 422, not_an_email: 422, invalid: 422 },
  }),
};
