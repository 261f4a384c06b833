export type { ExportFormat, ExportOptions, ExportProgress } from './export/export-products.ts';
export { EXPORT_FORMATS, exportProducts } from './export/export-products.ts';
export type { NamedAsset } from './export/gather.ts';
export type { FormatName } from './format.ts';
export { detectFormat, FORMATS, isFormatName } from './formats/all.ts';
export { MAPPING_FIELDS, suggestMapping } from './formats/mapping.ts';
export { type Header, headerOf } from './header.ts';
export { BrokenFile, type Issue } from './issue.ts';
export { isBadRow, type Row } from './read/csv.ts';
export { type OpenFile, openFile } from './read/open.ts';
export { forgetFiles } from './run/forget-files.ts';
export type {
  ImportCounts,
  ImportOptions,
  ImportProgress,
  ImportRun,
  ImportRunId,
  ImportState,
  Recognised,
  RunInput,
} from './run/import-run.ts';
export { inspectUpload, type Upload } from './run/inspect-upload.ts';
export { countIssues, MOST_ISSUES, readIssues } from './run/issues.ts';
export { openPictures } from './run/open-pictures.ts';
export type { Pictures } from './run/pictures.ts';
export { exportedProducts, reportLines } from './run/report-lines.ts';
export { findImport, type ImportReport, listImports, runAgain } from './run/reports.ts';
export { runImport } from './run/run-import.ts';
export { cancelImport, resumeImport, startImport } from './run/start-import.ts';
export { importOptions, readRun, readWorkOf } from './run/store.ts';
export { readTroubledRuns } from './run/troubled-runs.ts';
export { exchangeCrons, exchangeJobs } from './tasks.ts';
export { type DecimalMark, evidence, readDecimal } from './values/decimal.ts';
