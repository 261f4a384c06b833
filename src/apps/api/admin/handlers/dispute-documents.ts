import { documentPdf, packingSlipPdf, readDocuments } from '../../../../modules/invoices/index.ts';
import type { OrderId } from '../../../../modules/orders/index.ts';
import type { EvidenceKind } from '../../../../modules/payments/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { DISPUTE_DOCUMENTS } from '../contract/disputes.ts';

export type DisputeDocument = {
  readonly document: (typeof DISPUTE_DOCUMENTS)[number];
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly content: Buffer;
};

/**
 * What an order says for itself against a dispute: its last invoice, and the slips of all its parcels in one file. The same
 * bytes each time, so that evidence sent again is the same evidence.
 */
export async function disputeDocuments(db: Db, orderId: OrderId): Promise<DisputeDocument[]> {
  const [documents, slip] = await Promise.all([readDocuments(db, orderId), packingSlipPdf(db, { orderId })]);
  const invoice = documents.findLast(({ kind }) => kind === 'invoice');
  const made: DisputeDocument[] = [];
  if (invoice !== undefined) {
    const content = await documentPdf(invoice.content);
    made.push({ document: 'invoice', kind: 'receipt', name: `${invoice.number}.pdf`, content });
  }
  if (slip !== undefined) {
    const about = { document: 'packing_slip', kind: 'shipping_documentation' } as const;
    made.push({ ...about, name: 'packing-slip.pdf', content: slip });
  }
  return made;
}
