export { type ClassRule, classifier } from './classes/class-of.ts';
export { readClassRules, saveClassRule } from './classes/save-rule.ts';
export type { HistoryRun, RunId, UploadId } from './desk/run.ts';
export { readHistoryRun, startHistoryRun } from './desk/start-run.ts';
export { type LookedAt, uploadHistory } from './desk/upload-file.ts';
export { exactText, millionthsOf, roundedMoney } from './exact.ts';
export { forgetCustomer } from './forget-customer.ts';
export { MAPPING_FIELDS, type Mapping, parseFields, parseMapping } from './formats/mapping.ts';
export { type HistoryLine, LINE_CLASSES, type LineClass } from './history-line.ts';
export { type ClassSum, type HistoryImport, netSales, type Summary } from './import.ts';
export { importPayments } from './payments/import-payments.ts';
export type { KeptPayment, PastPayment } from './payments/past-payment.ts';
export { listPaymentImports, readPastPayments } from './payments/read-payments.ts';
export type { DateOrder } from './read/moment.ts';
export { readCustomerDigests, readHistoryState } from './read-digests.ts';
export { readHistoryLines, readHistoryRevision } from './read-lines.ts';
export { BETWEEN_CELLS, type HistoryTexts, readHistoryTexts, TEXT_CELLS } from './read-texts.ts';
export { removeImport } from './remove-import.ts';
export {
  type ImportInput,
  type ImportRefusal,
  type ImportReport,
  importOrders,
} from './run/import-orders.ts';
export { importSpend, type SpendReport } from './spend/import-spend.ts';
export { SPEND_FIELDS, type SpendMapping, type SpendTool } from './spend/spend.ts';
export {
  listSpendImports,
  readSpend,
  readSpendRevision,
  type Spend,
  type SpendImport,
} from './spend/store.ts';
export { findImport, listImports } from './store/imports.ts';
export { historyCrons, historyJobs } from './tasks.ts';
export { importTraffic, type TrafficReport } from './traffic/import-traffic.ts';
export { listTrafficImports, readTraffic, type TrafficImport } from './traffic/store.ts';
export type { TrafficRow, TrafficTool } from './traffic/traffic.ts';
