export { type AccountCode, type AccountKind, accountOf, CHART, type Posting } from './account.ts';
export type { Transaction, TransactionKind } from './transaction.ts';
