export { type Head, headText, parseHead } from './chain/head.ts';
export { sealEntries } from './chain/seal-entries.ts';
export { type Breach, type Verdict, verifyAudit } from './chain/verify.ts';
export { type Difference, differencesBetween, type FieldRules, type Json } from './difference.ts';
export { type Entry, type EntryId, type NewEntry, OUTCOMES, type Outcome } from './entry.ts';
export { keepEntry } from './keep-entry.ts';
export { type EntriesAsked, type EntriesPage, exportEntries, readEntries } from './read-entries.ts';
export { selectEntry as readEntry } from './store.ts';
export { auditCrons, auditJobs } from './tasks.ts';
