import { currencyOf, refuse } from '../../../../kernel/index.ts';
import {
  type DocumentId,
  type DocumentRow,
  documentPdf,
  type IssuedDocument,
  listDocuments,
  packingSlipPdf,
  readDocuments,
} from '../../../../modules/invoices/index.ts';
import { type OrderId, readOrder } from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { documentEndpoints } from '../contract/documents.ts';
import type { AdminDeps } from '../deps.ts';
import { pageById, pageOfAll } from '../page.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function documentHandlers({ reads }: AdminDeps): Handlers<typeof documentEndpoints> {
  return {
    listDocuments: ({ query: { kind, ...page } }) => {
      const read = (asked: Parameters<typeof listDocuments>[1]) =>
        listDocuments(reads, { ...asked, ...sentFields({ kind }) });
      return pageById('invoice_document', page, read, rowAnswer);
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
  };
}

/** A document of this order as a file under its number. */
export async function documentFile(
  db: Db,
  about: { readonly orderId: OrderId; readonly documentId: DocumentId },
) {
  const found = (await readDocuments(db, about.orderId)).find(({ id }) => id === about.documentId);
  if (found === undefined) return refuse('unknown_document', 'the order has no such document', 'documentId');
  const content = await documentPdf(found.content);
  return { ok: true as const, file: { name: `${found.number}.pdf`, content } };
}

/** A document as staff and its shopper may see it. */
export function documentAnswer({ content, ...rest }: IssuedDocument) {
  const { orderNumber, currency, totals } = content;
  return rowAnswer({ ...rest, orderNumber, currency, total: totals.total, tax: totals.tax });
}

function rowAnswer(row: DocumentRow) {
  const { id, kind, number, orderId, orderNumber, issuedAt, total, tax } = row;
  const currency = currencyOf(row.currency);
  return {
    ...{ id, kind, number, orderId, orderNumber, issuedAt: issuedAt.toString() },
    ...{ total: { amount: total, currency }, tax: { amount: tax, currency } },
  };
}
