import { z } from 'zod';
import {
  endpoint,
  fileOutput,
  id,
  instant,
  money,
  pageOf,
  pageQuery,
  uuid,
} from '../../../../platform/api/index.ts';

const KINDS = ['invoice', 'credit_note'] as const;

/** An invoice or a credit note, by what it is filed under. */
export const issuedDocument = z
  .object({
    id: uuid(),
    kind: z.enum(KINDS),
    number: z.string().describe('Without gaps in its series.'),
    orderId: uuid(),
    orderNumber: z.string(),
    issuedAt: instant(),
    total: money.describe('Of a credit note what is given back.'),
    tax: money,
  })
  .meta({ id: 'Document' });

const shared = { group: 'Documents', method: 'GET', audience: 'orders:read', rate: 'read' } as const;
const pdf = { output: fileOutput, file: 'application/pdf' } as const;
const orderParams = z.strictObject({ id: id<'order'>() });

export const documentEndpoints = {
  listDocuments: endpoint({
    ...{ ...shared, path: '/documents', summary: 'Invoices and credit notes, the latest first' },
    query: z.strictObject({ ...pageQuery, kind: z.enum(KINDS).optional() }),
    ...{ output: pageOf(issuedDocument), refusals: { invalid_cursor: 422 } },
  }),
  listOrderDocuments: endpoint({
    ...{ ...shared, path: '/orders/{id}/documents', summary: 'Invoices and credit notes of an order' },
    ...{ params: orderParams, query: z.strictObject(pageQuery), output: pageOf(issuedDocument) },
    refusals: { invalid_cursor: 422, unknown_order: 404 },
  }),
  documentPdf: endpoint({
    ...{ ...shared, ...pdf, path: '/orders/{id}/documents/{documentId}/pdf', summary: 'A document as a PDF' },
    params: z.strictObject({ id: id<'order'>(), documentId: id<'invoice_document'>() }),
    refusals: { unknown_order: 404, unknown_document: 404 },
  }),
  packingSlipPdf: endpoint({
    ...{ ...shared, ...pdf, path: '/orders/{id}/fulfilments/{fulfilmentId}/packing-slip' },
    summary: 'What goes into a parcel beside the goods, as a PDF',
    params: z.strictObject({ id: id<'order'>(), fulfilmentId: id<'fulfilment'>() }),
    refusals: { unknown_order: 404, unknown_fulfilment: 404 },
  }),
};
