import type { Id } from '../../../kernel/index.ts';
import type { FormatName } from '../format.ts';

export type ImportRunId = Id<'import_run'>;
export type ImportState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** What the person who starts an import decides; everything left out is found in the file or the shop. */
export type ImportOptions = {
  readonly format?: FormatName;
  /** ISO 4217; for prices that name no currency. The shop's own when left out. */
  readonly currency?: string;
  /** The code of the location that stock is counted at. The shop's first when left out. */
  readonly location?: string;
  /** Our field to the file's column, for files of no known format. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** For files that have weights without a unit. Pounds when left out, as those shops' own default is. */
  readonly weightUnit?: 'kg' | 'lb' | 'g';
  /** For files that have lengths without a unit. Inches when left out. */
  readonly lengthUnit?: 'cm' | 'in' | 'mm';
};

/** One import: what was asked, how far it is, and what became of the products so far. */
export type ImportRun = {
  readonly id: ImportRunId;
  readonly fileName: string;
  readonly fileKey: string;
  readonly fileHash: string;
  readonly format: string | undefined;
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
  readonly state: ImportState;
  /** Groups of rows that are committed. */
  readonly cursor: bigint;
  readonly bytesTotal: bigint;
  readonly counts: ImportCounts;
  /** Why the file as a whole was refused. */
  readonly failure: string | undefined;
};

export type ImportCounts = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
};

export type ImportProgress = {
  readonly step: 'reading' | 'importing' | 'linking';
  readonly bytes: number;
  readonly bytesTotal: number;
  readonly products: number;
  readonly productsTotal: number | undefined;
  readonly productsPerSecond: number;
  readonly secondsLeft: number | undefined;
};

export type RunInput = {
  readonly runId: ImportRunId;
  readonly now: Temporal.Instant;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Tells once what kind of file it is, before anything is imported. */
  readonly onRecognised?: (file: Recognised) => void;
  /** Asked before each batch; where the answer is no, the import ends as one that was cancelled. */
  readonly goesOn?: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
  /** Stops between two batches; the run stays as it is and can be gone on with. */
  readonly signal?: AbortSignal;
};

export type Recognised = {
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | undefined;
  readonly columns: number;
  readonly rows: number;
  readonly products: number;
};
