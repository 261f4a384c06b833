export type { DocumentContent, DocumentId, DocumentKind } from './document.ts';
export { documentPdf } from './document-pdf.ts';
export { issueCancellation, issueCreditNote, issueInvoice } from './issue.ts';
export { packingSlipPdf } from './packing-slip.ts';
export { packingSlipsPdf } from './packing-slips.ts';
export { type DocumentRow, type IssuedDocument, listDocuments, readDocuments } from './store.ts';
export { invoicesReactions } from './tasks.ts';
