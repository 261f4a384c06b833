import { PassThrough } from 'node:stream';
import { csvCell } from '../../../platform/csv/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type ExportFormat, type ExportOptions, exportProducts } from '../export/export-products.ts';
import type { ImportRunId } from './import-run.ts';
import { readIssues } from './issues.ts';

const PER_READ = 1_000;

/** An import's issues as CSV, piece after piece: for who repairs the file. */
export async function* reportLines(db: Db, id: ImportRunId): AsyncGenerator<string> {
  yield 'Line,Column,Severity,Code,Message\r\n';
  for (let after = 0n; ; ) {
    const page = await readIssues(db, id, { after, limit: PER_READ });
    const lines = page.map(({ issue: { line, column = '', severity, code, message } }) =>
      [String(line), column, severity, code, message].map((cell) => csvCell(cell)).join(','),
    );
    if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
    const last = page.at(-1);
    if (last === undefined || page.length < PER_READ) return;
    after = last.number;
  }
}

/** All products as a file, read as it is sent: who reads slowly makes the export wait, and memory holds one batch. */
export function exportedProducts(
  db: Db,
  format: ExportFormat,
  { signal, ...options }: Omit<ExportOptions, 'format' | 'onAssets'> = {},
): AsyncIterable<Uint8Array> {
  const stream = new PassThrough({ highWaterMark: 1_000_000 });
  const stopped = new AbortController();
  stream.once('close', () => stopped.abort());
  const write = (text: string) =>
    new Promise<void>((resolve) => {
      if (stream.write(text)) resolve();
      else stream.once('drain', resolve).once('close', resolve);
    });
  const ended = signal === undefined ? stopped.signal : AbortSignal.any([stopped.signal, signal]);
  exportProducts(db, write, { ...options, format, signal: ended }).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}
