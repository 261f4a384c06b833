import { refuse } from '../../../../kernel/index.ts';
import {
  type IssuedDocument,
  listDocuments,
  packingSlipPdf,
  readDocuments,
  shippingLabelPdf,
} from '../../../../modules/invoices/index.ts';
import { readOrder } from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { documentAnswer, documentFile, documentRowAnswer } from '../../orders/document.ts';
import { pageById, pageOfAll } from '../../page.ts';
import type { documentEndpoints } from '../contract/documents.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function documentHandlers({ reads }: AdminDeps): Handlers<typeof documentEndpoints> {
  return {
    listDocuments: ({ query: { kind, ...page } }) => {
      const read = (asked: Parameters<typeof listDocuments>[1]) =>
        listDocuments(reads, { ...asked, ...sentFields({ kind }) });
      return pageById('invoice_document', page, read, documentRowAnswer);
    },
    listOrderDocuments: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      const itemOf = (document: IssuedDocument) => documentAnswer(document);
      return pageOfAll('documents', query, await readDocuments(reads, id), {
        keyOf: ({ id: key }) => key,
        itemOf,
      });
    },
    documentPdf: async ({ params: { id, documentId } }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      return documentFile(reads, { orderId: id, documentId });
    },
    packingSlipPdf: async ({ params: { id: orderId, fulfilmentId } }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const content = await packingSlipPdf(reads, { orderId, fulfilmentId });
      if (content === undefined) {
        return refuse('unknown_fulfilment', 'the order has no such parcel', 'fulfilmentId');
      }
      return { ok: true, file: { name: `packing-slip-${order.number}.pdf`, content } };
    },
    shippingLabelPdf: async ({ params: { id: orderId, fulfilmentId }, query, caller, now }) => {
      const { size, startAt } = query;
      const printing = { size, ...sentFields({ startAt }), withPhone: may(caller, 'contacts:read'), now };
      const made = await shippingLabelPdf(reads, { orderId, fulfilmentId, ...printing });
      if (!made.ok) return made;
      const { pdf: content, orderNumbers } = made.value;
      return { ok: true, file: { name: `shipping-label-${orderNumbers.join()}.pdf`, content } };
    },
  };
}
