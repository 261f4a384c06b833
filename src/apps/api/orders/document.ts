import { z } from 'zod';
import { currencyOf, refuse } from '../../../kernel/index.ts';
import {
  type DocumentId,
  type DocumentRow,
  documentPdf,
  type IssuedDocument,
  readDocuments,
} from '../../../modules/invoices/index.ts';
import type { OrderId } from '../../../modules/orders/index.ts';
import { instant, money, uuid } from '../../../platform/api/index.ts';
import type { Db } from '../../../platform/database/index.ts';

export const DOCUMENT_KINDS = ['invoice', 'credit_note'] as const;

/** An invoice or a credit note, by what it is filed under. */
export const issuedDocument = z
  .object({
    id: uuid(),
    kind: z.enum(DOCUMENT_KINDS),
    number: z.string().describe('Without gaps in its series.'),
    orderId: uuid(),
    orderNumber: z.string(),
    issuedAt: instant(),
    total: money.describe('Of a credit note what is given back.'),
    tax: money,
  })
  .meta({ id: 'Document' });

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
  return documentRowAnswer({ ...rest, orderNumber, currency, total: totals.total, tax: totals.tax });
}

export function documentRowAnswer(row: DocumentRow) {
  const { id, kind, number, orderId, orderNumber, issuedAt, total, tax } = row;
  const currency = currencyOf(row.currency);
  return {
    ...{ id, kind, number, orderId, orderNumber, issuedAt: issuedAt.toString() },
    ...{ total: { amount: total, currency }, tax: { amount: tax, currency } },
  };
}
