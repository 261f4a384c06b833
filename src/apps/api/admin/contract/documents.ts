import { z } from 'zod';
import { endpoint, fileOutput, id, pageOf, pageQuery } from '../../../../platform/api/index.ts';
import { DOCUMENT_KINDS, issuedDocument } from '../../orders/document.ts';
import { labelQuery } from './order-bulk.ts';

const shared = { group: 'Documents', method: 'GET', audience: 'orders:read', rate: 'read' } as const;
const pdf = { output: fileOutput, file: 'application/pdf' } as const;
const orderParams = z.strictObject({ id: id<'order'>() });

export const documentEndpoints = {
  listDocuments: endpoint({
    ...{ ...shared, path: '/documents', summary: 'Invoices and credit notes, the latest first' },
    query: z.strictObject({ ...pageQuery, kind: z.enum(DOCUMENT_KINDS).optional() }),
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
  shippingLabelPdf: endpoint({
    ...{ ...shared, ...pdf, path: '/orders/{id}/fulfilments/{fulfilmentId}/shipping-label' },
    ...{ summary: 'Where a parcel goes, to be stuck on it, as a PDF', query: z.strictObject(labelQuery) },
    params: z.strictObject({ id: id<'order'>(), fulfilmentId: id<'fulfilment'>() }),
    refusals: { unknown_order: 404, unknown_fulfilment: 404, nothing_to_label: 409, not_on_the_sheet: 422 },
  }),
};
