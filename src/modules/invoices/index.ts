export type { DocumentContent, DocumentId, DocumentKind } from './document.ts';
export { issueCancellation, issueCreditNote, issueInvoice } from './issue.ts';
export { packingSlipPdf } from './packing-slip.ts';
export { drawDocument as documentPdf } from './pdf/draw-document.ts';
export { type DocumentRow, type IssuedDocument, listDocuments, readDocuments } from './store.ts';
export { invoicesReactions } from './tasks.ts';
