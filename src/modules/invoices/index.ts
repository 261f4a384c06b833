export type { DocumentContent, DocumentId, DocumentKind } from './document.ts';
export { documentPdf } from './document-pdf.ts';
export { issueCancellation, issueCreditNote, issueInvoice } from './issue.ts';
export { LABEL_SIZES, type LabelSize } from './label/label-size.ts';
export { packingSlipPdf } from './packing-slip.ts';
export { packingSlipsPdf } from './packing-slips.ts';
export { shippingLabelPdf, shippingLabelsPdf } from './shipping-labels.ts';
export { type DocumentRow, type IssuedDocument, listDocuments, readDocuments } from './store.ts';
export { invoicesReactions } from './tasks.ts';
