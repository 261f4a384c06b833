export { type ReportedOrder, readOrderFacts } from './order-facts.ts';
export { type JournalDifference, journalDifferences, SALES_PROOF } from './proof.ts';
export type { SalesEntry, SalesEntryKind } from './sales-entry.ts';
export { readSalesEntries } from './store/read-entries.ts';
