export { type ExportProgress, exportProducts } from './export/export-products.ts';
export type { FormatName } from './format.ts';
export { detectFormat, FORMATS, isFormatName } from './formats/all.ts';
export { MAPPING_FIELDS, suggestMapping } from './formats/mapping.ts';
export { headerOf } from './header.ts';
export type { Issue } from './issue.ts';
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
export { openPictures } from './run/open-pictures.ts';
export type { Pictures } from './run/pictures.ts';
export { runImport } from './run/run-import.ts';
export { cancelImport, resumeImport, startImport } from './run/start-import.ts';
export { countIssues, importOptions, readIssues, readRun } from './run/store.ts';
export { exchangeJobs } from './tasks.ts';
