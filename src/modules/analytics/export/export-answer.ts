import type { Ask } from '../explore/ask.ts';
import type { Spoken } from '../language/names/names-of.ts';
import type { ReportAnswer } from '../reports/answer.ts';
import { bucketsOf } from '../reports/period.ts';
import { csvFile } from './csv.ts';
import { exportSheet } from './export-sheet.ts';
import { parquetFile } from './parquet.ts';
import { pdfFile } from './pdf.ts';
import { xlsxFile } from './xlsx.ts';

export const FILE_FORMATS = ['csv', 'xlsx', 'parquet', 'pdf'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Rows that a file has at most; a PDF is for reading. */
export const MOST_FILE_ROWS: Readonly<Record<FileFormat, number>> = {
  ...{ csv: 100_000, xlsx: 100_000, parquet: 100_000, pdf: 2_000 },
};

/** An answer as a file that is read in `language`; `query` is the text that it answers. CSV and Parquet have ids as columns. */
export async function exportAnswer(
  answer: ReportAnswer,
  { format, ...said }: { readonly format: FileFormat; readonly query: string; readonly language: Spoken },
): Promise<Buffer> {
  const sheet = exportSheet(answer, said);
  if (format === 'csv') return csvFile(sheet);
  if (format === 'xlsx') return xlsxFile(sheet);
  return format === 'parquet' ? parquetFile(sheet) : pdfFile(sheet);
}

/** The ask whose answer is the whole file: with as many groups as it may have rows, unless fewer were asked for. */
export function askForFile(ask: Ask, format: FileFormat): Ask {
  const { grain, span, limit } = ask;
  const rowsAGroup = grain === undefined ? 1 : Math.max(bucketsOf(span, grain, 'UTC').length, 1);
  return { ...ask, limit: limit ?? Math.max(Math.floor(MOST_FILE_ROWS[format] / rowsAGroup), 1) };
}
