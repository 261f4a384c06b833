import { z } from 'zod';
import { type CurrencyCode, currencyOf, type Id } from '../../../kernel/index.ts';
import type { WorkId, WorkState } from '../../../platform/work/index.ts';
import { MAPPING_FIELDS, type Mapping } from '../formats/mapping.ts';
import type { Summary } from '../import.ts';
import type { DateOrder } from '../read/moment.ts';

export type UploadId = Id<'history_upload'>;
export type RunId = Id<'history_run'>;

/** What a file is of: orders, or visits as another tool counted them. */
export type UploadKind = 'orders' | 'traffic';

/** What the file does not say. */
export type RunOptions = {
  /** Of orders in a file that no format knows. */
  readonly mapping?: Mapping | undefined;
  readonly currency?: CurrencyCode | undefined;
  readonly zone?: string | undefined;
  readonly dates?: DateOrder | undefined;
  readonly origin?: string | undefined;
};

export type RunIssue = {
  readonly line: number;
  readonly column: string;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
};

/** What a trial or an import came to. */
export type RunReport = {
  /** `undefined` of a trial. */
  readonly importId: number | undefined;
  readonly origin: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** Orders left out for an error in one of their lines. */
  readonly refused: number;
  /** Orders, or rows of visits, left out because an earlier import of the origin has them. */
  readonly known: number;
  /** The first hundred; the work's file has more. */
  readonly issues: readonly RunIssue[];
  readonly orders: Summary | undefined;
  /** By what visits are told apart; '' for whole days. */
  readonly breakdown: string | undefined;
};

export type HistoryRun = {
  readonly id: RunId;
  readonly uploadId: UploadId;
  readonly fileName: string;
  readonly kind: UploadKind;
  readonly isDryRun: boolean;
  readonly state: WorkState;
  /** Rows read. */
  readonly done: number;
  /** Known once the file was tried. */
  readonly total: number | undefined;
  readonly failure: string | undefined;
  readonly workId: WorkId;
  readonly report: RunReport | undefined;
  readonly createdAt: Temporal.Instant;
};

/** As it is kept. */
export const runOptions = z.object({
  mapping: z.partialRecord(z.enum(MAPPING_FIELDS), z.string()).optional(),
  currency: z.string().transform(currencyOf).optional(),
  zone: z.string().optional(),
  dates: z.enum(['dmy', 'mdy']).optional(),
  origin: z.string().optional(),
});
